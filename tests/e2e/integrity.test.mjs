// The hashes that the build prints are those of the files, and a page that holds to them loads nothing else.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { address, elementTests } from "./browser.mjs";

const test = elementTests();

/** @type {Record<string, string>} */
const hashes = JSON.parse(await readFile("www/pkg/integrity.json", "utf8"));

/**
 * A page of a site whose import map holds every module to its hash.
 * @param {import("./browser.mjs").Page} page
 * @param {Record<string, string>} hashes
 */
async function heldTo(page, hashes) {
  const integrity = Object.fromEntries(Object.entries(hashes).map(([file, hash]) => [`${address}${file}`, hash]));
  const body = `<!doctype html><html lang="en"><title>A site</title><script type="importmap">${JSON.stringify({ integrity })}</script>
    <news-mark><p>Ana Ruiz left.</p></news-mark>`;
  await page.route(`${address}site.html`, (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8" }));
  await page.goto(`${address}site.html`);
  return page.evaluate(async (address) => {
    const done = new Promise((resolve) => document.addEventListener("news-mark-annotated", () => resolve("annotated")));
    return import(`${address}pkg/define.js`).then(() => done, (error) => error.name);
  }, address);
}

test("the hashes are those of the files", async () => {
  for (const file of ["index", "define", "mark", "worker", "inline"]) assert.ok(hashes[`pkg/${file}.js`], file);
  for (const [file, hash] of Object.entries(hashes)) {
    const bytes = await readFile(`www/${file}`);
    assert.equal(hash, `sha384-${createHash("sha384").update(bytes).digest("base64")}`, file);
  }
});

test("a page that holds to them has every module, and the wasm", async ({ page, requests }) => {
  assert.equal(await heldTo(page, hashes), "annotated");
  const asked = requests.map((url) => url.slice(address.length)).filter((path) => /\.(js|wasm)$/.test(path));
  assert.deepEqual(asked.filter((path) => !/shared-/.test(path)).sort(), ["pkg/define.js", "pkg/newsmark_bg.wasm"]);
  assert.deepEqual(asked.filter((path) => !(path in hashes)), []);
});

test("a module that was changed is not run", async ({ page, requests }) => {
  assert.equal(await heldTo(page, hashes), "annotated", "it runs where nothing was changed");
  const shared = requests.map((url) => url.slice(address.length)).find((path) => /shared-/.test(path)) ?? "";
  assert.ok(hashes[shared], `${shared} has a hash`);
  assert.equal(await heldTo(page, { ...hashes, [shared]: hashes["pkg/define.js"] ?? "" }), "TypeError");
}, { allows: /integrity|blocked/i });
