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
  await page.goto(address);
  await page.waitForSelector("#article > *");
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
