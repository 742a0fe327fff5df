// Packs the browser extension, for each browser: its parts, its manifest, and newsmark's page with the core, which both of them use. The same input
// gives the same bytes: files are in the order of their names, and have no time.
//
// node extension.mjs [OUTPUT]

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { zipSync } from "fflate";
import { manifestFor } from "../../extension/manifest.js";

const [, , output = "target"] = process.argv;

/** Where the bundler has put the scripts and style sheets. */
const MADE = "target/extension/made";

/** @type {readonly import("../../extension/manifest.js").Browser[]} */
const BROWSERS = ["chromium", "firefox"];

/** What zip has for no time: the first that it knows, in whatever time zone. */
const NEVER = new Date(1980, 0, 1);

/** What of the package is the page's. */
const PAGE = /^(?:page[\w-]*\.(?:js|css)|newsmark_bg\.wasm)$/;

/** The files of the extension, each with where it is. @type {[name: string, from: string][]} */
const files = [
  ...["panel/panel.html", "options/options.html", "open.html"].map((path) => /** @type {[string, string]} */ ([path.replace(/.*\//, ""), join("extension", path)])),
  ...inside(MADE),
  ...inside("extension/icons", "icons/"),
  ...["index.html", "icon.svg", "manifest.webmanifest"].map((name) => /** @type {[string, string]} */ ([`newsmark/${name}`, join("www", name)])),
  ...inside("www/pkg", "newsmark/pkg/").filter(([name]) => PAGE.test(name.replace("newsmark/pkg/", ""))),
  ...inside("www/pkg/later", "newsmark/pkg/later/"),
  ...["LICENSE-APACHE", "LICENSE-MIT", "NOTICE.md"].map((name) => /** @type {[string, string]} */ ([name, name])),
  ["THIRD-PARTY.txt", "www/pkg/THIRD-PARTY.txt"],
];

/** The files of a folder. @param {string} folder  @param {string} [under]  @returns {[name: string, from: string][]} */
function inside(folder, under = "") {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map(({ name }) => [under + name, join(folder, name)]);
}

const { version } = JSON.parse(readFileSync("www/package.json", "utf8"));
for (const browser of BROWSERS) {
  const folder = join(output, "extension", browser);
  rmSync(folder, { recursive: true, force: true });
  /** @type {[name: string, bytes: Uint8Array][]} */
  const packed = files.map(([name, from]) => [name, readFileSync(from)]);
  packed.push(["manifest.json", Buffer.from(`${JSON.stringify(manifestFor(browser, version), null, 2)}\n`)]);
  packed.sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [name, bytes] of packed) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const zip = zipSync(Object.fromEntries(packed), { level: 9, mtime: NEVER });
  writeFileSync(join(output, `newsmark-${browser}.zip`), zip);
  console.log(`newsmark-${browser}.zip: ${packed.length} files, ${Math.round(zip.length / 1000)} KB`);
}
