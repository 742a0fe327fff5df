// Opens the page in Chromium for the tests, and notes everything that a reader should never cause: errors in the console,
// violations of the page's own policy, dialogs, requests.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

/** @typedef {import("playwright-core").Browser} Browser */
/** @typedef {import("playwright-core").Page} Page */
/** @typedef {Awaited<ReturnType<typeof open>>} Opened */
/** @typedef {import("playwright-core").BrowserContextOptions} ContextOptions */

/** Where the page is served. */
export const address = required("NEWSMARK_URL");

/** @param {string} name */
function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests by \`cargo xtask test page\``);
  return value;
}

/** @returns {Promise<Browser>} */
export function launch() {
  return chromium.launch({
    executablePath: required("NEWSMARK_BROWSER"),
    args: JSON.parse(process.env.NEWSMARK_BROWSER_ARGS ?? "[]"),
  });
}

/**
 * A fresh page, loaded and annotated, with what has gone wrong in it and what it has asked for so far.
 * @param {Browser} browser
 * @param {ContextOptions} [options]
 */
export async function open(browser, options) {
  const opened = await openBlank(browser, options);
  await opened.page.goto(address);
  await ready(opened.page);
  return opened;
}

/** Waits until the core has marked what the page opens with, which was there before. @param {Page} page */
export async function ready(page) {
  await page.waitForSelector("#legend:not([inert])", { state: "attached" });
}

/**
 * A page that has loaded nothing yet, with the same notes.
 * @param {Browser} browser
 * @param {ContextOptions} [options]
 */
async function openBlank(browser, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  /** @type {string[]} */
  const problems = [];
  /** @type {string[]} */
  const requests = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("dialog", (dialog) => {
    problems.push(`a dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on("request", (request) => requests.push(request.url()));
  await page.exposeFunction("noteViolation", (/** @type {string} */ violation) => problems.push(violation));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      // @ts-ignore: exposed above
      noteViolation(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return { browser, page, context, problems, requests };
}

/**
 * Puts a text into the page's text field, as pasting does, and waits until the article shows it.
 * @param {Page} page
 * @param {string} text
 */
export async function setText(page, text) {
  if (await page.locator("#editor").isHidden()) await page.click("#edit");
  await page.fill("#text", text);
  const shown = await page.inputValue("#text");
  await page.waitForFunction((text) => document.querySelector("#article")?.textContent === text, shown);
}

/**
 * `test` for a file whose tests each get a fresh page, in one browser, and must leave nothing that a reader should never cause.
 * @param {(page: Page) => Promise<void>} [prepare] what every test begins with
 */
export function pageTests(prepare) {
  /** @type {Browser} */
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());
  return (/** @type {string} */ name, /** @type {(opened: Opened) => Promise<void>} */ body) => test(name, async () => {
    const opened = await open(browser);
    try {
      await prepare?.(opened.page);
      await body(opened);
    } finally {
      await opened.context.close();
    }
    assert.deepEqual(opened.problems, []);
  });
}

/** The policy of a strict site: no inline styles, no markup from strings. */
const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'nonce-test'; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** @typedef {Awaited<ReturnType<typeof openBlank>> & { show: (body: string, options?: { until?: string, first?: () => void }) => Promise<void> }} Site */

/** `test` for a file whose tests each get a page of some site, where `show` puts elements of ours among others'. */
export function elementTests() {
  return siteTests(showElements);
}

/** `test` for a file whose tests each get a page of some site that knows nothing of ours; `show` makes it. */
export function markingTests() {
  return siteTests((page, html) => goToSite(page, html));
}

/** @param {typeof showElements} show */
function siteTests(show) {
  /** @type {Browser} */
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());
  /**
   * @param {string} name
   * @param {(site: Site) => Promise<void>} body
   * @param {{ allows?: RegExp }} [options]  What may be found in the console.
   */
  return (name, body, { allows } = {}) => test(name, async () => {
    const opened = await openBlank(browser);
    try {
      await body({ ...opened, show: (html, options) => show(opened.page, html, options) });
    } finally {
      await opened.context.close();
    }
    assert.deepEqual(opened.problems.filter((problem) => !allows?.test(problem)), []);
  });
}

/**
 * Shows a page with some markup of ours and <news-mark> defined, and waits until an element tells that it is done.
 * @param {Page} page
 * @param {string} html
 * @param {{ until?: string, first?: () => void }} [options]  `first` runs in the page before the definition.
 */
async function showElements(page, html, { until = "news-mark-annotated", first } = {}) {
  const listen = `window.told = []; for (const name of ["ready", "annotated", "select", "error"]) {
    document.addEventListener("news-mark-" + name, (event) => told.push({
      type: event.type, bubbles: event.bubbles, composed: event.composed, target: event.target.tagName, detail: event.detail }));
  }`;
  await goToSite(page, `${html}<script nonce="test">${listen}</script>`);
  if (first) await page.evaluate(first);
  await page.evaluate((address) => import(`${address}pkg/define.js`), address);
  await page.waitForFunction((until) => /** @type {any} */ (window).told.some((/** @type {any} */ event) => event.type === until), until);
}

/** What is highlighted, by name, apart by bars. @param {Page} page  @returns {Promise<Record<string, string>>} */
export const highlighted = (page) => page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([name, ranges]) =>
  [name, [...ranges].map(({ startContainer, startOffset, endOffset }) => startContainer.nodeValue?.slice(startOffset, endOffset)).join("|")])));

/** Opens a page of some strict site. @param {Page} page  @param {string} html */
async function goToSite(page, html) {
  const body = `<!doctype html><html lang="en"><title>A site</title><body>${html}</body></html>`;
  await page.route(`${address}site.html`, (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8", headers: { "content-security-policy": STRICT } }));
  await page.goto(`${address}site.html`);
}
