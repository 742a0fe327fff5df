// The same bytes out, wherever and whenever: native, Node, a page, a worker, in other time zones and languages.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { address, launch } from "./browser.mjs";

const ZONES = ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata", "America/St_Johns", "Europe/Kyiv"];
const LOCALES = ["en-US", "tr-TR", "ar-EG", "de-DE"];

const command = process.env.NEWSMARK_CLI ?? assert.fail("NEWSMARK_CLI is not set: run these tests by `cargo xtask test page`");

/** @type {import("playwright-core").Browser} */
let browser;
/** The project's articles, those whose code points are UTF-16 code units. @type {string[]} */
let texts = [];
/** What the command line finds, as the package would say it. */
let expected = "";

/** What the command line always prints, and the package leaves out where there is none. */
const LEFT_OUT = new Set(["language", "mod", "freq", "quant", "parts", "rule"]);

/** @param {string} name  @param {any} value */
function asInJavaScript(name, value) {
  // Scores have 32 bits: JavaScript reads more into their decimals.
  if (name === "score") return Math.fround(value);
  const isNone = value === null || (Array.isArray(value) && value.length === 0);
  return isNone && LEFT_OUT.has(name) ? undefined : value;
}

/** What is found in each text, as JSON. @param {NodeJS.ProcessEnv} [environment] */
function natively(environment) {
  const found = texts.map((text) => {
    const printed = execFileSync(command, ["annotate"], { input: text, encoding: "utf8", env: { ...process.env, ...environment } });
    const annotations = JSON.parse(printed, asInJavaScript);
    return { ...annotations, offsets: "utf-16" };
  });
  return JSON.stringify(found);
}

before(async () => {
  browser = await launch();
  const files = (await readdir("tests/articles")).filter((name) => name.endsWith(".txt")).sort();
  const all = await Promise.all(files.map((name) => readFile(`tests/articles/${name}`, "utf8")));
  texts = all.filter((text) => !/[\ud800-\udfff]/.test(text));
  assert.ok(texts.length > 5);
  expected = natively();
});
after(() => browser.close());

test("native, in six time zones and four languages", () => {
  ZONES.forEach((TZ, at) => {
    const LANG = `${(LOCALES[at % LOCALES.length] ?? "").replace("-", "_")}.UTF-8`;
    assert.ok(natively({ TZ, LANG, LC_ALL: LANG }) === expected, `${TZ}, ${LANG}`);
  });
});

test("in Node, in six time zones and four languages", () => {
  const script = `
    import { readFileSync } from "node:fs";
    import { annotate } from "./www/core/node.js";
    const texts = JSON.parse(readFileSync(0, "utf8"));
    console.log(JSON.stringify(await Promise.all(texts.map((text) => annotate(text)))));`;
  ZONES.forEach((TZ, at) => {
    const LANG = `${(LOCALES[at % LOCALES.length] ?? "").replace("-", "_")}.UTF-8`;
    const options = /** @type {const} */ ({ input: JSON.stringify(texts), encoding: "utf8", maxBuffer: 1 << 26 });
    const printed = execFileSync("node", ["--input-type=module", "--eval", script], { ...options, env: { ...process.env, TZ, LANG, LC_ALL: LANG } });
    assert.ok(printed.trim() === expected, `${TZ}, ${LANG}`);
  });
});

test("in a page and in a worker, in six time zones and four languages", async () => {
  for (const [at, timezoneId] of ZONES.entries()) {
    const context = await browser.newContext({ timezoneId, locale: LOCALES[at % LOCALES.length] ?? "" });
    const page = await context.newPage();
    await page.route(`${address}site.html`, (route) => route.fulfill({ body: "<!doctype html><title>A site</title>", contentType: "text/html" }));
    await page.goto(`${address}site.html`);
    const found = await page.evaluate(async ({ address, texts }) => {
      const { annotate } = await import(`${address}pkg/index.js`);
      const here = JSON.stringify(await Promise.all(texts.map((text) => annotate(text))));
      const { createAnnotator } = await import(`${address}pkg/worker.js`);
      const annotator = createAnnotator();
      const there = [];
      for (const text of texts) there.push(await annotator.annotate(text));
      return { here, there: JSON.stringify(there), isThreaded: annotator.isThreaded, day: new Date(0).toLocaleString() };
    }, { address, texts });
    assert.ok(found.isThreaded);
    assert.ok(found.here === expected && found.there === expected, `${timezoneId}: ${found.day}`);
    await context.close();
  }
});
