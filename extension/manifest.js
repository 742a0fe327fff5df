// The manifest, for each browser: what it may do, and where its parts are. One for both, but for what they call the panel beside the page and what
// runs in the background.
//
// It may read the page that the reader asks for, and no other: there are no host permissions. Its own pages and its background may load nothing
// but files of the extension, so nothing can be sent anywhere.

import { buttonOff, description, keyDoes, name } from "./words.js";

/** @typedef {"chromium" | "firefox"} Browser */

/** What the extension's own pages may load. WebAssembly is the core's. */
const POLICY = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'", "img-src 'self'", "worker-src 'self'",
  "manifest-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join("; ");

const SIZES = [16, 32, 48, 128];
const icons = Object.fromEntries(SIZES.map((size) => [size, `icons/${size}.png`]));

/** @param {Browser} browser  @param {string} version */
export function manifestFor(browser, version) {
  const common = {
    manifest_version: 3, name, description, version, icons,
    action: { default_title: buttonOff, default_icon: icons },
    options_ui: { page: "options.html", open_in_tab: true },
    content_security_policy: { extension_pages: POLICY },
    // No browser uses these keys itself. Its name is the browsers' for "as if the button were clicked".
    commands: { _execute_action: { suggested_key: { default: "Alt+Shift+M", mac: "MacCtrl+Shift+M" }, description: keyDoes } },
  };
  // The page that is shown, where the reader asks; a script in it; and what they chose.
  const permissions = ["activeTab", "scripting", "storage"];
  if (browser === "firefox") {
    return {
      ...common, permissions,
      background: { scripts: ["background.js"], type: "module" },
      sidebar_action: { default_panel: "panel.html", default_title: name, default_icon: icons, open_at_install: false },
      // The oldest version that it was tried in. All since 142 show their readers that nothing is collected.
      browser_specific_settings: { gecko: { id: "newsmark@newsmark", strict_min_version: "153.0", data_collection_permissions: { required: ["none"] } } },
    };
  }
  return {
    ...common, permissions: [...permissions, "sidePanel"],
    background: { service_worker: "background.js", type: "module" },
    side_panel: { default_path: "panel.html" },
    // Highlights, `sidePanel.open` and `light-dark()`.
    minimum_chrome_version: "123",
  };
}
