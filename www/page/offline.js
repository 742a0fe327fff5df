// Lets the page work without its server after one visit, where the browser allows it.

import { scriptFor } from "./trusted.js";

/** Registers the service worker and tells it what this visit has loaded. */
export async function setUpOffline() {
  // What an extension packs is at hand without.
  if (!navigator.serviceWorker || location.protocol.endsWith("extension:")) return;
  try {
    await navigator.serviceWorker.register(scriptFor("offline"));
    const { active } = await navigator.serviceWorker.ready;
    // The page itself, and what is asked for only when it is wanted.
    const named = /** @type {const} */ (["annotating", "files", "dossier"]).map((name) => String(scriptFor(name)));
    const later = ["pkg/later/dossier.js", "pkg/later/export.js", "pkg/later/samples.js", "pkg/later/sources.js", ...named];
    active?.postMessage([location.href.replace(/#.*/, ""), ...later.map((script) => new URL(script, location.href).href)]);
    // An entry may come after what it tells of is used.
    const observer = new PerformanceObserver((list) => active?.postMessage(list.getEntries().map(({ name }) => name)));
    observer.observe({ type: "resource", buffered: true });
  } catch {
    // Private windows and some hosts refuse; the page works all the same while its server is there.
  }
}
