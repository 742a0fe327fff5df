// After one visit the page works with its server gone.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { test } from "node:test";
import { launch, ready } from "./browser.mjs";

const TYPES = new Map([["html", "text/html"], ["js", "text/javascript"], ["css", "text/css"], ["wasm", "application/wasm"], ["svg", "image/svg+xml"],
  ["webmanifest", "application/manifest+json"]]);

/**
 * A server of the page at some path, which can be stopped. It numbers its answers.
 * @param {string} path
 * @param {(file: string) => Record<string, string>} [headers]  What it says of a file besides.
 */
async function serve(path, headers = () => ({})) {
  let answers = 0;
  const server = createServer(async (request, response) => {
    const name = new URL(request.url ?? "", "http://localhost").pathname;
    const file = name.startsWith(path) ? name.slice(path.length) || "index.html" : "";
    const content = await readFile(`www/${file}`).catch(() => null);
    const type = TYPES.get(file.split(".").at(-1) ?? "") ?? "text/plain";
    answers += 1;
    response.writeHead(content ? 200 : 404, { "content-type": type, "x-answer": answers, ...headers(file) }).end(content);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}${path}`,
    stop: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

/** A first visit to the page, after which all of it is kept. @param {import("playwright-core").Browser} browser  @param {string} address */
async function visit(browser, address) {
  const page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(address);
  await ready(page);
  assert.deepEqual(await missing(page), [], "all is kept");
  return page;
}

/** What the page needs and the browser does not keep, once that is nothing or ten seconds are over. @param {import("playwright-core").Page} page */
function missing(page) {
  // `waitForFunction` takes the promise of an answer for the answer.
  return page.evaluate(async () => {
    const cache = await caches.open("newsmark");
    /** @type {string[]} */
    let missing = [];
    for (let turn = 0; turn < 500; turn += 1) {
      const later = ["dossier", "export", "samples", "sources"].map((name) => new URL(`pkg/later/${name}.js`, location.href).href);
      const needed = [location.href, ...later, ...performance.getEntriesByType("resource").map(({ name }) => name)];
      const kept = await Promise.all(needed.map((address) => cache.match(address)));
      missing = needed.filter((_, index) => !kept[index]);
      if (missing.length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return missing;
  });
}

/** Waits until a file is kept whose name has these words in it. @param {import("playwright-core").Page} page  @param {string} words */
async function kept(page, words) {
  const began = Date.now();
  const isKept = () => page.evaluate(async (words) => (await (await caches.open("newsmark")).keys()).some(({ url }) => url.includes(words)), words);
  while (!(await isKept())) assert.ok(Date.now() - began < 10_000, `${words} is kept`);
}

test("the page is kept, and works from a sub-path without its server", async () => {
  const site = await serve("/some/where/");
  const browser = await launch();
  try {
    const page = await visit(browser, site.address);
    await site.stop();
    await assert.rejects(fetch(site.address), "the server is gone");
    await page.reload();
    await ready(page);
    await page.click("#edit");
    await page.fill("#text", "Ana Ruiz flew to Lisbon.");
    await page.locator("#article mark.person", { hasText: "Ana Ruiz" }).waitFor();
    await page.fill("#text", "“It is late,” Ana Ruiz said.");
    await page.click("#show-sources");
    await page.locator("#sources table", { hasText: "Ana Ruiz" }).waitFor();
    assert.deepEqual(await page.evaluate(() => caches.keys()), ["newsmark"]);
  } finally {
    await browser.close();
  }
});

test("a kind of file that was opened once is opened without the server", async () => {
  const site = await serve("/");
  const browser = await launch();
  try {
    const page = await visit(browser, site.address);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const open = async (/** @type {string} */ name) => {
      await page.setInputFiles("#file", `tests/files/${name}`);
      await page.waitForFunction(() => document.querySelector("#article")?.textContent?.startsWith("Harbour Town"));
    };
    await open("columns.pdf");
    await kept(page, "page-files-pdf");
    await site.stop();
    await page.reload();
    await ready(page);
    await open("columns.pdf");
    await page.setInputFiles("#file", { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("Ana Ruiz left.") });
    await page.waitForFunction(() => document.querySelector("#article")?.textContent === "Ana Ruiz left.");
    // Of a kind that never was, it is said.
    await page.setInputFiles("#file", "tests/files/article.docx");
    await page.waitForFunction(() => document.querySelector("#failure:not([hidden])")?.textContent?.includes("can’t be opened"));
  } finally {
    await browser.close();
  }
});

test("what is newer is kept anew, and what is the same is left", async () => {
  const versions = new Map();
  const site = await serve("/", (file) => ({ etag: `"${versions.get(file) ?? 1}"`, "cache-control": "no-store" }));
  const browser = await launch();
  try {
    const page = await visit(browser, site.address);
    /** The version and the answer that is kept of a file. @param {string} file */
    const kept = (file) => page.evaluate(async (address) => {
      const response = await (await caches.open("newsmark")).match(address);
      return [response?.headers.get("etag"), response?.headers.get("x-answer")];
    }, site.address + file);
    const sheet = await kept("pkg/page.css");
    assert.equal(sheet[0], '"1"');
    versions.set("pkg/page.js", 2);
    await page.reload();
    await ready(page);
    const began = Date.now();
    while ((await kept("pkg/page.js"))[0] !== '"2"') assert.ok(Date.now() - began < 10_000, "the newer script is kept");
    assert.deepEqual(await kept("pkg/page.css"), sheet, "the same sheet is left");
  } finally {
    await browser.close();
    await site.stop();
  }
});
