// The caller's own patterns in JavaScript: matched by a wasm of its own, which only those ask for who have any.

import assert from "node:assert/strict";
import { address, elementTests, highlighted } from "./browser.mjs";

const test = elementTests();

const TEXT = "🌉 The court heard No. 23-1094 on Monday, said Ana Ruiz.";
const CASES = [{ type: "other", pattern: String.raw`No\. \d{2}-\d+` }];

/** The files asked for so far whose names say so. @param {string[]} requests */
const matchers = (requests) => requests.map((url) => url.slice(address.length)).filter((path) => /patterns/.test(path)).sort();

/** @param {import("./browser.mjs").Page} page */
async function site(page) {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";
  await page.route(`${address}site.html`, (route) => route.fulfill({
    body: "<!doctype html><title>A site</title>", contentType: "text/html", headers: { "content-security-policy": policy } }));
  await page.goto(`${address}site.html`);
}

test("what matches is loaded when there are patterns, and then once", async ({ page, requests }) => {
  await site(page);
  const run = (/** @type {unknown} */ patterns) => page.evaluate(async ([address, text, patterns]) => {
    const { annotate } = await import(`${address}pkg/index.js`);
    const { entities, mentions } = await annotate(text, { patterns });
    return { names: entities.map((/** @type {any} */ one) => `${one.type} ${one.name}`), found: mentions.filter((/** @type {any} */ one) => one.rule) };
  }, /** @type {const} */ ([address, TEXT, patterns]));
  assert.deepEqual((await run(undefined)).names, ["person Ana Ruiz"]);
  assert.deepEqual((await run([])).names, ["person Ana Ruiz"]);
  assert.deepEqual(matchers(requests), []);
  const { names, found } = await run(CASES);
  assert.deepEqual(names, ["other No. 23-1094", "person Ana Ruiz"]);
  assert.deepEqual(found, [{ start: 19, end: 30, text: "No. 23-1094", entity: 0, form: "name", rule: "pattern", score: 1 }]);
  assert.equal(TEXT.slice(19, 30), "No. 23-1094");
  await run([{ type: "work", pattern: "court", name: "The Court" }]);
  assert.deepEqual(matchers(requests), ["pkg/newsmark_patterns.js", "pkg/newsmark_patterns_bg.wasm"]);
});

test("calls that do not wait say what to wait for", async ({ page }) => {
  await site(page);
  const outcome = await page.evaluate(async ([address, text, patterns]) => {
    const { load, loadPatterns } = await import(`${address}pkg/index.js`);
    const { annotate } = await load();
    const tried = () => {
      try {
        return annotate(text, { patterns }).mentions.length;
      } catch (error) {
        const { name, kind, message } = /** @type {any} */ (error);
        return `${name} ${kind}: ${message}`;
      }
    };
    const before = tried();
    await loadPatterns();
    return [before, tried()];
  }, /** @type {const} */ ([address, TEXT, CASES]));
  assert.deepEqual(outcome, ["NewsmarkError patterns: patterns are matched by a file of their own: await loadPatterns() first", 2]);
});

test("a pattern that cannot be used is refused, and the next call works", async ({ page }) => {
  await site(page);
  const outcome = await page.evaluate(async ([address, text]) => {
    const { annotate } = await import(`${address}pkg/index.js`);
    const tried = (/** @type {string[]} */ ...list) => annotate(text, { patterns: list.map((pattern) => ({ type: "other", pattern })) }).then(
      (/** @type {any} */ found) => found.mentions.filter((/** @type {any} */ one) => one.rule === "pattern").length,
      (/** @type {any} */ { name, kind, message }) => `${name} ${kind}: ${message}`);
    return [
      await tried("a", "é(b"), await tried(String.raw`\w{3000}`), await tried("(a{1000}){1000}"), await tried(...Array(101).fill("a")),
      await tried("("), await tried("court"), await tried("("), await tried(`${"(".repeat(50_000)}a${")".repeat(50_000)}`).then((/** @type {unknown} */ said) => String(said).slice(0, 30)), await tried("x*"), await tried("(?i)COURT|heard"),
    ];
  }, /** @type {const} */ ([address, TEXT]));
  assert.deepEqual(outcome, [
    `NewsmarkError patterns: options.patterns[1] ("é(b"): unclosed group (at character 1, counted from 0)`,
    `NewsmarkError patterns: options.patterns[0] ("\\\\w{3000}"): too large when compiled`,
    `NewsmarkError patterns: options.patterns[0] ("(a{1000}){1000}"): too large when compiled`,
    `NewsmarkError patterns: options.patterns[100] ("a"): at most 100 patterns are allowed`,
    `NewsmarkError patterns: options.patterns[0] ("("): unclosed group (at character 0, counted from 0)`,
    1,
    `NewsmarkError patterns: options.patterns[0] ("("): unclosed group (at character 0, counted from 0)`,
    "NewsmarkError patterns: option",
    0,
    2,
  ]);
});

test("patterns that take others an age take as long as the text", async ({ page }) => {
  await site(page);
  const found = await page.evaluate(async (address) => {
    const { annotate } = await import(`${address}pkg/index.js`);
    const text = `They said ${"a".repeat(50_000)} and left.`;
    const patterns = ["(a*)*b", "(a+)+$x", "(.*)*(.*)*z"].map((pattern) => ({ type: "other", pattern }));
    const { mentions } = await annotate(text, { patterns });
    return mentions.filter((/** @type {any} */ one) => one.rule === "pattern").length;
  }, address);
  assert.equal(found, 0);
});

test("a worker has them too, and says what is wrong", async ({ page }) => {
  await site(page);
  const outcome = await page.evaluate(async ([address, text, patterns]) => {
    const { createAnnotator } = await import(`${address}pkg/worker.js`);
    const annotator = createAnnotator();
    const { entities } = await annotator.annotate(text, { patterns });
    const wrong = await annotator.annotate(text, { patterns: [{ type: "other", pattern: "(" }] }).catch((/** @type {any} */ error) => error.kind);
    return [entities[0].name, wrong, annotator.isThreaded];
  }, /** @type {const} */ ([address, TEXT, CASES]));
  assert.deepEqual(outcome, ["No. 23-1094", "patterns", true]);
});

test("the element has them as a property", async ({ page, show }) => {
  await show("<news-mark>The court heard No. 23-1094, said Ana Ruiz.</news-mark>", {
    first: () => {
      /** @type {any} */ (document.querySelector("news-mark")).patterns = [{ type: "work", pattern: "No\\. \\d+-\\d+" }];
    },
  });
  assert.equal((await highlighted(page))["newsmark-work"], "No. 23-1094");
  const kind = await page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector("news-mark"));
    element.patterns = [{ type: "work", pattern: "[" }];
    return element.annotate().catch((/** @type {any} */ error) => error.kind);
  });
  assert.equal(kind, "patterns");
});

test("mark() has them as an option, and follows changes with them", async ({ page }) => {
  await page.route(`${address}site.html`, (route) => route.fulfill({
    body: `<!doctype html><html lang="en"><title>A site</title><p id="text">They heard No. 23-1094.</p>`, contentType: "text/html" }));
  await page.goto(`${address}site.html`);
  const texts = await page.evaluate(async ([address, patterns]) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    const root = /** @type {Element} */ (document.querySelector("#text"));
    const marking = await mark(root, { patterns });
    const before = marking.annotations.mentions.map((/** @type {any} */ one) => one.text);
    root.textContent = "They heard No. 24-7.";
    await marking.update();
    return [before, marking.annotations.mentions.map((/** @type {any} */ one) => one.text)];
  }, /** @type {const} */ ([address, CASES]));
  assert.deepEqual(texts, [["No. 23-1094"], ["No. 24-7"]]);
});
