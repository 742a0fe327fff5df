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
  assert.equal(await page.textContent("#noticed"), "Kind changed");
  assert.equal(await page.evaluate(() => /** @type {HTMLSelectElement} */ (document.activeElement).value), "organization");
  await page.keyboard.press("Escape");
  assert.equal(await focused(page), name);
  assert.ok(await page.evaluate(() => document.activeElement?.matches("mark.organization")));
  await page.keyboard.press("Control+z");
  assert.equal(await page.textContent("#noticed"), "Undone: Kind changed");

  // What is doubtful, one key each.
  const doubtful = Number(/\d+/.exec((await page.textContent("#show-checks")) ?? "")?.[0]);
  await page.keyboard.press("c");
  assert.equal(await focused(page), "Right R");
  await page.keyboard.press("r");
  assert.equal(await page.textContent("#show-checks"), `Check these: ${doubtful - 1}`);
  assert.equal(await focused(page), "Right R", "the next one");
  await page.keyboard.press("Escape");

  // A view, by the arrow keys of its buttons.
  await tabTo(page, "input[name=view]", "Shift+Tab");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.getAttribute("#article", "data-off"), "person organization place group event work product other date");
  await page.keyboard.press("ArrowLeft");

  // Words in the text.
  await page.keyboard.press("/");
  await page.keyboard.type("ferry");
  await page.keyboard.press("Enter");
  assert.match((await page.textContent("#found")) ?? "", /^1 of \d+$/);
  await page.keyboard.press("Escape");

  // The index, and back from the text.
  await tabTo(page, "#tab-quotes");
  await tabTo(page, "#index-quotes .said-go");
  const row = await focused(page);
  await page.keyboard.press("Enter");
  assert.ok(await page.evaluate(() => document.activeElement?.matches("mark.quote")));
  await page.keyboard.press("Escape");
  assert.equal(await focused(page), row);

  // A file.
  await tabTo(page, "#show-sources", "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.locator("#sources table").waitFor();
  await page.keyboard.press("Escape");
  await tabTo(page, "#show-export");
  await page.keyboard.press("Enter");
  await page.locator("#format option").first().waitFor({ state: "attached" });
  await tabTo(page, "#format");
  await page.keyboard.press("w");
  assert.match(await page.$eval("#format option:checked", (option) => option.textContent ?? ""), /^W/);
  await page.keyboard.press("Tab");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  assert.match(download.suggestedFilename(), /^trieste-and-rijeka-agree-.*\.html$/);
  await page.keyboard.press("Escape");

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
