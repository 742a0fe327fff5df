// The whole page by keyboard alone: read, look closer, correct, find, follow the index, save, type.

import assert from "node:assert/strict";
import { pageTests } from "./browser.mjs";

const test = pageTests();

/** @typedef {import("./browser.mjs").Page} Page */

/** Presses Tab until something has the focus. @param {Page} page  @param {string} selector  @param {string} [key] */
async function tabTo(page, selector, key = "Tab") {
  for (let step = 0; step < 120; step += 1) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`Tab does not reach ${selector}`);
}

/** @param {Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim());

test("the whole tour", async ({ page }) => {
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Skip to the article");
  await page.keyboard.press("Enter");
  assert.ok(await page.evaluate(() => document.activeElement?.id === "article"));

  // From mark to mark, and into the card of a person.
  await page.keyboard.press("p");
  const name = await focused(page);
  assert.ok(await page.evaluate(() => document.activeElement?.matches("mark.person")));
  await page.keyboard.press("Enter");
  await tabTo(page, "#card select[data-control=type]");
  await page.keyboard.press("o");
  await page.waitForFunction(() => document.querySelector("#corrected")?.textContent?.startsWith("1 correction"));
  assert.equal(await page.evaluate(() => /** @type {HTMLSelectElement} */ (document.activeElement).value), "organization");
  await page.keyboard.press("Escape");
  assert.equal(await focused(page), name);
  assert.ok(await page.evaluate(() => document.activeElement?.matches("mark.organization")));
  await page.keyboard.press("Control+z");
  assert.equal(await page.textContent("#corrected"), "0 corrections");

  // Words in the text.
  await page.keyboard.press("/");
  await page.keyboard.type("ferry");
  await page.keyboard.press("Enter");
  assert.match((await page.textContent("#found")) ?? "", /^1 of \d+$/);
  await page.keyboard.press("Escape");

  // The index, and back from the text.
  await tabTo(page, "#tab-names");
  await page.keyboard.press("ArrowRight");
  assert.ok(await page.evaluate(() => document.activeElement?.id === "tab-quotes"));
  await tabTo(page, "#index-quotes .said");
  const row = await focused(page);
  await page.keyboard.press("Enter");
  assert.ok(await page.evaluate(() => document.activeElement?.matches("mark.quote")));
  await page.keyboard.press("Escape");
  assert.equal(await focused(page), row);

  // A file.
  await tabTo(page, "#format", "Shift+Tab");
  await page.keyboard.press("w");
  assert.match(await page.$eval("#format option:checked", (option) => option.textContent ?? ""), /^W/);
  await page.keyboard.press("Tab");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  assert.match(download.suggestedFilename(), /^article\./);

  // The list of keys, and a text of one's own.
  await page.keyboard.press("?");
  assert.ok(await page.locator("#keys").isVisible());
  await page.keyboard.press("Escape");
  await tabTo(page, "#edit", "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Ana Ruiz flew to Lisbon.");
  await page.waitForFunction(() => document.querySelector("#article")?.textContent === "Ana Ruiz flew to Lisbon.");
  assert.equal(await page.locator("#article mark.person").textContent(), "Ana Ruiz");
});
