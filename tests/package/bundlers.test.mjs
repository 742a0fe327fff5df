// The package in what others build: bundled by each bundler, and run in Chromium under a strict policy.

import assert from "node:assert/strict";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { build as viteBuild } from "vite";
import webpack from "webpack";
import { createProject } from "./project.mjs";

const TYPES = new Map([[".html", "text/html"], [".js", "text/javascript"], [".mjs", "text/javascript"], [".wasm", "application/wasm"]]);
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' data:; base-uri 'none'";

/** @type {Awaited<ReturnType<typeof createProject>>} */
let project;
/** @type {import("playwright-core").Browser} */
let browser;

before(async () => {
  project = await createProject();
  browser = await chromium.launch({ executablePath: process.env.NEWSMARK_BROWSER, args: JSON.parse(process.env.NEWSMARK_BROWSER_ARGS ?? "[]") });
});
after(async () => {
  await browser?.close();
  await project?.remove();
});

/** A server of a folder. @param {string} folder  @param {Record<string, string>} [headers] */
async function serve(folder, headers = {}) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "", "http://localhost").pathname;
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    const content = await readFile(file).catch(() => null);
    response.writeHead(content ? 200 : 404, { "content-type": TYPES.get(extname(file)) ?? "text/plain", ...headers }).end(content);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${port}/`, stop };
}

/**
 * Opens what was built, and gives what it asked for and what went wrong to `check`.
 * @param {string} folder
 * @param {(page: import("playwright-core").Page, asked: () => string[]) => Promise<void>} check
 */
async function inBrowser(folder, check) {
  const site = await serve(folder, { "content-security-policy": POLICY });
  const page = await browser.newPage();
  try {
    /** @type {string[]} */
    const problems = [];
    /** @type {string[]} */
    const requests = [];
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("request", (request) => requests.push(request.url()));
    page.setDefaultTimeout(30_000);
    await page.goto(site.address);
    await check(page, () => requests.map((url) => url.replace(site.address, "/").replace(/[-.][\w-]{8,}(?=\.)/, "")).filter((path) => path !== "/favicon.ico").sort());
    assert.deepEqual(problems.filter((problem) => !problem.includes("404")), []);
  } finally {
    await page.close();
    site.stop();
  }
}

for (const [framework, main] of [["react", "main.jsx"], ["vue", "main.js"]]) {
  test(`in a page that ${framework} makes, built by Vite`, async () => {
    const root = join(project.folder, String(framework));
    await cp(resolve("examples", String(framework)), root, { recursive: true });
    assert.match(await readFile(join(root, String(main)), "utf8"), /newsmark\/define/);
    await viteBuild({ root, logLevel: "error", base: "./", build: { modulePreload: { polyfill: false } }, ...(framework === "react" ? { oxc: { jsx: { runtime: "automatic" } } } : {}) });
    await inBrowser(join(root, "dist"), async (page, asked) => {
      await page.locator("#names", { hasText: /^Ana Ruiz$/ }).waitFor();
      assert.deepEqual(asked(), ["/", "/assets/index.js", "/assets/newsmark_bg.wasm"]);
      await page.getByRole("button", { name: "Next article" }).click();
      await page.waitForFunction(() => document.querySelector("#names")?.textContent === "Paul Mercier, Lisbon");
      assert.equal(await page.evaluate(() => ["quote", "doubtful"].flatMap((look) => [...CSS.highlights.get(`newsmark-${look}`) ?? []]).map(({ startContainer, startOffset, endOffset }) =>
        startContainer.nodeValue?.slice(startOffset, endOffset)).join()), "“The ferry is late,”");
    });
  });
}

test("built by webpack", async () => {
  const source = join(project.folder, "webpack");
  await mkdir(source, { recursive: true });
  await writeFile(join(source, "main.js"), `import { annotate } from "newsmark"; import { mark } from "newsmark/mark";
    const { dates } = await annotate("Ana Ruiz left on March 4, 2026.");
    const { annotations } = await mark(document.querySelector("p"));
    document.title = dates[0].value + " " + annotations.entities[0].name;`);
  const folder = join(source, "dist");
  await new Promise((done, fail) => webpack({
    context: source, entry: "./main.js", mode: "production", output: { path: folder, filename: "main.js" }, performance: { hints: false }, experiments: { topLevelAwait: true },
  }, (error, stats) => (error ?? stats?.hasErrors() ? fail(error ?? new Error(stats?.toString().slice(0, 2000))) : done(null))));
  await writeFile(join(folder, "index.html"), `<!doctype html><html lang="en"><title></title><p>Ana Ruiz left.</p><script src="main.js"></script>`);
  await inBrowser(folder, async (page, asked) => {
    await page.waitForFunction(() => document.title === "2026-03-04 Ana Ruiz");
    const paths = asked();
    assert.equal(paths.length, 3, paths.join(" "));
    assert.equal(paths.filter((path) => path.endsWith(".wasm")).length, 1);
  });
});

test("a plain script tag takes it from another origin, as from a network for files", async () => {
  const files = await serve(join(project.folder, "node_modules"), { "access-control-allow-origin": "*" });
  const site = join(project.folder, "plain");
  await mkdir(site, { recursive: true });
  const code = `import { annotate } from "${files.address}newsmark/pkg/index.js";
    const { entities } = await annotate("Ana Ruiz left.");
    document.title = entities[0].name;`;
  await writeFile(join(site, "index.html"), `<!doctype html><html lang="en"><title></title><script type="module">${code}</script>`);
  const server = await serve(site);
  const page = await browser.newPage();
  try {
    page.setDefaultTimeout(30_000);
    await page.goto(server.address);
    await page.waitForFunction(() => document.title === "Ana Ruiz");
    // A worker's script has to be of the page's own origin: without one, the main thread does the work.
    const isThreaded = await page.evaluate(async (address) => {
      const { createAnnotator } = await import(`${address}newsmark/pkg/worker.js`);
      const annotator = createAnnotator();
      const { entities } = await annotator.annotate("Paul Mercier left.");
      return [entities[0].name, annotator.isThreaded];
    }, files.address);
    assert.deepEqual(isThreaded, ["Paul Mercier", false]);
  } finally {
    await page.close();
    server.stop();
    files.stop();
  }
});
