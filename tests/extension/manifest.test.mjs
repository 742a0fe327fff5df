// What the extension may do, in each browser, and what its files hold: no more than it says.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { manifestFor } from "../../extension/manifest.js";
import * as words from "../../extension/words.js";

/** @typedef {import("../../extension/manifest.js").Browser} Browser */
/** @type {readonly Browser[]} */
const BROWSERS = ["chromium", "firefox"];

/** The files of a zip. @param {Browser} browser */
const unpacked = async (browser) => unzipSync(await readFile(`target/newsmark-${browser}.zip`));

/** @param {Record<string, Uint8Array>} files  @param {string} name */
const textOf = (files, name) => new TextDecoder().decode(files[name]);

test("it asks for the page that is shown, and for no site", async () => {
  const asked = { chromium: ["activeTab", "scripting", "storage", "sidePanel"], firefox: ["activeTab", "scripting", "storage"] };
  for (const browser of BROWSERS) {
    const manifest = JSON.parse(textOf(await unpacked(browser), "manifest.json"));
    assert.deepEqual(manifest.permissions, asked[browser]);
    for (const key of ["host_permissions", "optional_permissions", "optional_host_permissions", "content_scripts", "web_accessible_resources", "externally_connectable"]) assert.equal(manifest[key], undefined, key);
    const policy = manifest.content_security_policy.extension_pages;
    assert.deepEqual(Object.keys(manifest.content_security_policy), ["extension_pages"]);
    assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; /);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*|data:|blob:/);
  }
});

test("each browser's manifest has the keys that it knows, and no others", () => {
  const both = ["action", "background", "commands", "content_security_policy", "description", "icons", "manifest_version", "name", "options_ui", "permissions", "version"];
  const keys = (/** @type {Browser} */ browser) => Object.keys(manifestFor(browser, "1.0.0")).sort();
  assert.deepEqual(keys("chromium"), [...both, "minimum_chrome_version", "side_panel"].sort());
  assert.deepEqual(keys("firefox"), [...both, "browser_specific_settings", "sidebar_action"].sort());
  assert.deepEqual(Object.keys(manifestFor("chromium", "1.0.0").background), ["service_worker", "type"]);
  assert.deepEqual(Object.keys(manifestFor("firefox", "1.0.0").background), ["scripts", "type"]);
});

test("what the stores show is within their limits", () => {
  const { name, description, version } = manifestFor("chromium", "1.0.0");
  assert.ok(name.length <= 45 && description.length <= 132, `${description.length}`);
  assert.match(version, /^\d+(\.\d+){0,3}$/);
});

for (const browser of BROWSERS) {
  test(`all that the manifest and its pages name is there: ${browser}`, async () => {
    const files = await unpacked(browser);
    const named = JSON.stringify(JSON.parse(textOf(files, "manifest.json"))).match(/[\w/-]+\.(?:png|html|js)\b/g) ?? [];
    assert.ok(named.length > 6);
    const scripts = ["panel.html", "options.html", "open.html"].flatMap((page) => textOf(files, page).match(/[\w-]+\.(?:css|js)\b/g) ?? []);
    for (const name of [...named, ...scripts, "content.js", "newsmark/index.html", "newsmark/pkg/newsmark_bg.wasm"]) assert.ok(files[name], name);
    for (const name of ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE.md", "THIRD-PARTY.txt"]) assert.ok(files[name], name);
  });

  test(`nothing in its own scripts calls out: ${browser}`, async () => {
    const files = await unpacked(browser);
    for (const name of ["background.js", "content.js", "panel.js", "options.js", "open.js"]) {
      const script = textOf(files, name);
      const [call] = /\beval\(|new Function\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|importScripts/.exec(script) ?? [];
      assert.equal(call, undefined, name);
      // Addresses that are in it are names of XML and of data, which nobody asks for.
      const others = [...script.matchAll(/https?:\/\/[\w.-]+/g)].map(([address]) => address).filter((address) => !/\/\/(www\.w3\.org|schema\.org|mozilla\.org)$/.test(address));
      assert.deepEqual(others, [], name);
    }
  });
}

test("the same input gives the same bytes", async () => {
  const folder = await mkdtemp(join(tmpdir(), "newsmark-"));
  execFileSync("node", ["xtask/src/extension.mjs", folder], { env: { ...process.env, TZ: "Pacific/Apia" } });
  for (const browser of BROWSERS) {
    const name = `newsmark-${browser}.zip`;
    assert.ok((await readFile(join(folder, name))).equals(await readFile(join("target", name))), name);
  }
  await rm(folder, { recursive: true });
});

test("its pages take their words from one place", async () => {
  for (const page of ["panel/panel.html", "options/options.html", "open.html"]) {
    const body = (await readFile(`extension/${page}`, "utf8")).replace(/[^]*<body>/, "").replace(/<[^>]*>/g, "").trim();
    assert.match(body, /^(newsmark)?$/, page);
  }
  assert.ok(Object.values(words).length > 20);
});

test("what the stores get is ready", async () => {
  const files = await readdir("extension/store");
  for (const name of ["listing.md", "privacy.md"]) assert.ok(files.includes(name), name);
  const pictures = files.filter((name) => name.endsWith(".png"));
  assert.ok(pictures.length >= 3);
  for (const name of pictures) {
    const picture = await readFile(`extension/store/${name}`);
    assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [1280, 800], name);
  }
  const listing = await readFile("extension/store/listing.md", "utf8");
  assert.ok(listing.includes(words.description));
});
