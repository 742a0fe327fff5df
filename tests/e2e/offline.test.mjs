// After one visit the page works with its server gone.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { test } from "node:test";
import { launch } from "./browser.mjs";

const TYPES = new Map([["html", "text/html"], ["js", "text/javascript"], ["css", "text/css"], ["wasm", "application/wasm"], ["svg", "image/svg+xml"],
  ["webmanifest", "application/manifest+json"]]);

/** A server of the page at some path, which can be stopped. @param {string} path */
async function serve(path) {
  const server = createServer(async (request, response) => {
    const name = new URL(request.url ?? "", "http://localhost").pathname;
    const file = name.startsWith(path) ? name.slice(path.length) || "index.html" : "";
    const content = await readFile(`www/${file}`).catch(() => null);
    response.writeHead(content ? 200 : 404, { "content-type": TYPES.get(file.split(".").at(-1) ?? "") ?? "text/plain" }).end(content);
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

test("the page is kept, and works from a sub-path without its server", async () => {
  const site = await serve("/some/where/");
  const browser = await launch();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(site.address);
    await page.waitForSelector("#article mark");
    // `waitForFunction` takes the promise of an answer for the answer.
    const missing = await page.evaluate(async () => {
      const cache = await caches.open("newsmark");
      /** @type {string[]} */
      let missing = [];
      for (let turn = 0; turn < 500; turn += 1) {
        const needed = [location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)];
        const kept = await Promise.all(needed.map((address) => cache.match(address)));
        missing = needed.filter((_, index) => !kept[index]);
        if (missing.length === 0) break;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return missing;
    });
    assert.deepEqual(missing, [], "all is kept");
    await site.stop();
    await assert.rejects(fetch(site.address), "the server is gone");
    await page.reload();
    await page.waitForSelector("#article mark");
    await page.click("#edit");
    await page.fill("#text", "Ana Ruiz flew to Lisbon.");
    await page.locator("#article mark.person", { hasText: "Ana Ruiz" }).waitFor();
    assert.deepEqual(await page.evaluate(() => caches.keys()), ["newsmark"]);
  } finally {
    await browser.close();
  }
});
