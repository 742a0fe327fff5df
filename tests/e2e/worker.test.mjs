// Annotating in a worker, and the file with the wasm inside where nothing may be asked for.

import assert from "node:assert/strict";
import { address, elementTests } from "./browser.mjs";

const test = elementTests();

/**
 * Runs a function in a page with a policy, given the package's address.
 * @template Result
 * @param {import("./browser.mjs").Page} page
 * @param {string} policy
 * @param {(address: string) => Promise<Result>} body
 */
async function under(page, policy, body) {
  await page.route(`${address}site.html`, (route) => route.fulfill({
    body: "<!doctype html><title>A site</title>", contentType: "text/html", headers: { "content-security-policy": policy } }));
  await page.goto(`${address}site.html`);
  return page.evaluate(body, address);
}

const OPEN = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";

test("a worker finds what the main thread finds, and says what is wrong", async ({ page }) => {
  const outcome = await under(page, OPEN, async (address) => {
    const { createAnnotator } = await import(`${address}pkg/worker.js`);
    const { annotate } = await import(`${address}pkg/index.js`);
    const annotator = createAnnotator();
    const text = "“We will build it,” Ana Ruiz said yesterday.";
    const options = { date: "2026-03-04" };
    const same = JSON.stringify(await annotator.annotate(text, options)) === JSON.stringify(await annotate(text, options));
    const wrong = await annotator.annotate(text, { date: "soon" }).catch((/** @type {any} */ error) => `${error.name} ${error.kind}`);
    const after = (await annotator.annotate(text)).quotes.length;
    /** @type {number[]} */
    const progress = [];
    await annotator.annotate(text, { progress: (/** @type {number} */ done) => progress.push(done) });
    const rises = progress.length > 2 && progress.every((done, index) => done > (progress[index - 1] ?? 0)) && progress.at(-1) === 1;
    return { same, wrong, after, rises, isThreaded: annotator.isThreaded };
  });
  assert.deepEqual(outcome, { same: true, wrong: "NewsmarkError date", after: 1, rises: true, isThreaded: true });
});

test("the last call wins, and what is aborted is given up at once", async ({ page }) => {
  const outcome = await under(page, OPEN, async (address) => {
    const { createAnnotator } = await import(`${address}pkg/worker.js`);
    const annotator = createAnnotator();
    const long = "Ana Ruiz said on Monday that the bridge will open.\n\n".repeat(40_000);
    /** @param {Promise<unknown>} call */
    const name = (call) => call.then(() => "done", (error) => error.name);
    const abort = new AbortController();
    const first = name(annotator.annotate(long, { signal: abort.signal }));
    const second = name(annotator.annotate("Two."));
    const third = name(annotator.annotate("Three."));
    abort.abort();
    const already = name(annotator.annotate("Four.", { signal: AbortSignal.abort() }));
    const last = await Promise.all([first, second, third, already]);
    const closing = name(annotator.annotate(long));
    annotator.close();
    return [...last, await closing, await name(annotator.annotate("Five."))];
  });
  assert.deepEqual(outcome, ["AbortError", "AbortError", "done", "AbortError", "AbortError", "done"]);
});

test("a worker that breaks down is replaced", async ({ page }) => {
  const outcome = await under(page, OPEN, async (address) => {
    const { createAnnotator } = await import(`${address}pkg/worker.js`);
    let made = 0;
    const annotator = createAnnotator({
      createWorker: () => new Worker(`${address}pkg/${(made += 1) === 1 ? "nowhere" : "worker-thread"}.js`, { type: "module" }),
    });
    const first = await annotator.annotate("Ana Ruiz left.").catch((/** @type {any} */ error) => `${error.name} ${error.kind}`);
    return [first, (await annotator.annotate("Ana Ruiz left.")).entities[0].name, made];
  });
  assert.deepEqual(outcome, ["NewsmarkError worker", "Ana Ruiz", 2]);
}, { allows: /404/ });

test("where there can be no worker, the main thread does the work", async ({ page }) => {
  const policy = `${OPEN}; require-trusted-types-for 'script'; trusted-types 'none'`;
  const outcome = await under(page, policy, async (address) => {
    const { createAnnotator } = await import(`${address}pkg/worker.js`);
    const annotator = createAnnotator();
    return [(await annotator.annotate("Ana Ruiz left.")).entities[0].name, annotator.isThreaded];
  });
  assert.deepEqual(outcome, ["Ana Ruiz", false]);
}, { allows: /require-trusted-types-for|TrustedScriptURL|Trusted/ });

test("where the worker's script is not there, the main thread does the work, and loses no call", async ({ page }) => {
  await page.route("**/pkg/worker-thread.js", (route) => route.fulfill({ status: 404 }));
  const outcome = await under(page, OPEN, async (address) => {
    const { createAnnotator } = await import(`${address}pkg/worker.js`);
    const annotator = createAnnotator();
    const calls = ["Ana Ruiz left.", "Bo Lind stayed.", "Paul Mercier came."].map((text) => annotator.annotate(text).catch((/** @type {any} */ { name }) => name));
    return [...(await Promise.all(calls)).map((found) => found.entities?.[0].name ?? found), annotator.isThreaded];
  });
  assert.deepEqual(outcome, ["Ana Ruiz", "AbortError", "Paul Mercier", false]);
}, { allows: /404/ });

test("the inline file asks for nothing", async ({ page, requests }) => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
  const name = await under(page, policy, async (address) => {
    const { annotate } = await import(`${address}pkg/inline.js`);
    return (await annotate("Ana Ruiz left.")).entities[0].name;
  });
  assert.equal(name, "Ana Ruiz");
  assert.deepEqual(requests.filter((url) => !url.endsWith("favicon.ico")), [`${address}site.html`, `${address}pkg/inline.js`]);
});

test("the package asks for its files and one wasm, once", async ({ page, requests }) => {
  await under(page, OPEN, async (address) => {
    const { annotate, exportAs } = await import(`${address}pkg/index.js`);
    const found = await Promise.all(["Ana Ruiz left.", "Paul Mercier stayed."].map((text) => annotate(text)));
    await exportAs("Ana Ruiz left.", found[0], "tei");
  });
  const paths = requests.filter((url) => !url.endsWith("favicon.ico")).map((url) => url.slice(address.length).replace(/-\w+/, "")).sort();
  assert.deepEqual(paths, ["pkg/index.js", "pkg/newsmark_bg.wasm", "pkg/shared.js", "pkg/shared.js", "pkg/shared.js", "site.html"]);
});
