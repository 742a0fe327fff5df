// The folder that `cargo xtask site` makes, served under a path of somebody's site: the page marks an article, the examples work, the
// documents can be read, and nothing is asked for that is not there.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before, test } from "node:test";
import { axe, isClean } from "./axe.mjs";
import { launch, ready, setText } from "./browser.mjs";

const SITE = "target/site";
const PATH = "/some/sub/path/";
/** @type {Record<string, string>} */
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json" };

// A server that knows the folder under this path alone, and no content types but those of the web.
const server = createServer(async (request, response) => {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  const file = path.startsWith(PATH) ? normalize(path.slice(PATH.length) || "index.html") : "..";
  const contents = file.startsWith("..") ? null : await readFile(join(SITE, file)).catch(() => null);
  response.writeHead(contents ? 200 : 404, { "content-type": TYPES[extname(file)] ?? "text/plain" });
  response.end(contents ?? "");
});

/** @type {import("playwright-core").Browser} */
let browser;
let address = "";

before(async () => {
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  address = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}${PATH}`;
  browser = await launch();
});

after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

/**
 * Opens a file of the site; what went wrong, by the end, is an error.
 * @param {string} file
 * @param {(page: import("playwright-core").Page) => Promise<void>} body
 */
async function visit(file, body) {
  const context = await browser.newContext();
  const page = await context.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("requestfailed", (request) => problems.push(`failed: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() !== 200 || !response.url().startsWith(address)) problems.push(`${response.status()} ${response.url()}`);
  });
  try {
    await page.goto(address + file);
    await body(page);
  } finally {
    await context.close();
  }
  assert.deepEqual(problems, [], file);
}

test("the page marks an article, and leads to the documents", () => visit("", async (page) => {
  await ready(page);
  await setText(page, "“The bridge is safe,” said Mayor Ana Ruiz.");
  await page.waitForSelector("#article mark.quote");
  assert.equal(await page.textContent("#article mark.person"), "Ana Ruiz");
  await page.click("footer a");
  assert.equal(await page.textContent("h1"), "newsmark");
}));

test("a file and a dossier find the scripts that come later", () => visit("", async (page) => {
  await ready(page);
  await page.setInputFiles("#file", { name: "bridge.html", mimeType: "text/html", buffer: Buffer.from(`<article><p>${"Mayor Ana Ruiz said that the bridge will open. ".repeat(20)}</p></article>`) });
  await page.waitForFunction(() => document.querySelector("#article")?.textContent?.startsWith("Mayor Ana Ruiz"));
  await page.click("#show-dossier");
  await page.waitForSelector("#dossier input[type=file]", { state: "attached" });
}));

test("the examples mark their articles", async () => {
  await visit("examples/element.html", async (page) => {
    await page.waitForFunction(() => CSS.highlights.has("newsmark-person"));
  });
  await visit("examples/marking.html", async (page) => {
    await page.click("#toggle");
    await page.waitForFunction(() => CSS.highlights.has("newsmark-person"));
  });
});

test("every document can be read, and no link of one leads nowhere", async () => {
  const seen = new Set(["documents/index.html"]);
  for (const file of seen) {
    await visit(file, async (page) => {
      await page.evaluate(axe);
      await isClean(page, file);
      const links = await page.$$eval("a", (all) => all.map((a) => a.href));
      for (const link of links.filter((link) => link.startsWith(address))) {
        const { pathname, hash } = new URL(link);
        const path = pathname.slice(PATH.length);
        if (path.startsWith("documents/") && path.endsWith(".html")) seen.add(path);
        const text = await readFile(join(SITE, path), "utf8").catch(() => assert.fail(`${file} links to ${link}`));
        if (hash) assert.ok(text.includes(`id="${hash.slice(1)}"`), `${file} links to ${link}`);
      }
    });
  }
  assert.equal(seen.size, 10);
});
