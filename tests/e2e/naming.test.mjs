// Corrections in the reader's own words: a speaker whom the text does not name, a name that it has otherwise; and what they give the library.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { pageTests, ready, setText } from "./browser.mjs";

const ARTICLE = `“We will build it,” Ana Ruiz said on March 4, 2026.

Paul Mercier said that Lisbon was ready. Ruiz agreed.
`;

const test = pageTests(async (page) => {
  await setText(page, ARTICLE);
  await page.click("#done");
});

/** A mark with exactly this text. @param {import("./browser.mjs").Page} page  @param {string} text */
const mark = (page, text) => page.locator("#article mark").filter({ hasText: new RegExp(`^${text}$`) }).first();

/** @param {import("./browser.mjs").Page} page  @param {string} format */
async function exported(page, format) {
  await page.click("#show-export");
  await page.selectOption("#format", format);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#saving [type=submit]")]);
  await page.keyboard.press("Escape");
  return readFile(await download.path(), "utf8");
}

test("a speaker is typed, whether the text names them or not", async ({ page }) => {
  await mark(page, "“We will build it,”").click();
  await page.selectOption("#card [data-control=speaker]", "other");
  assert.equal(await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.control), "other");
  await page.keyboard.type("Ines Duarte");
  await page.keyboard.press("Enter");
  assert.equal(await page.textContent("#noticed"), "Speaker changed");
  assert.equal(await page.textContent("#card .card-title"), "Ines Duarte");
  assert.equal(await page.locator("#card [data-control=speaker] option:checked").textContent(), "Ines Duarte");
  await page.keyboard.press("Escape");
  assert.match(await page.innerText("#index-quotes"), /Ines Duarte\s+“We will build it,”/);
  assert.match(await exported(page, "sheet-md"), /## Ines Duarte\n\n- “We will build it,”/);
  assert.match(await exported(page, "csv-quotes"), /“We will build it,”",direct,Ines Duarte,/);
  await page.reload();
  await ready(page);
  await page.locator("#index-quotes", { hasText: "Ines Duarte" }).waitFor();
  await mark(page, "“We will build it,”").click();
  await page.selectOption("#card [data-control=speaker]", "other");
  await page.keyboard.type("paul mercier");
  await page.keyboard.press("Enter");
  assert.equal(await page.textContent("#card .card-title"), "Paul Mercier", "whom the text names, it is");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await page.locator("#index-quotes", { hasText: "Ines Duarte" }).waitFor();
});

test("somebody is renamed, in all mentions and quotes, and the library can be told", async ({ page }) => {
  await mark(page, "Ana Ruiz").click();
  const field = page.locator("#card [data-control=name]");
  assert.equal(await field.inputValue(), "Ana Ruiz");
  await field.fill("Ana María Ruiz");
  await field.press("Enter");
  assert.equal(await page.textContent("#noticed"), "Renamed");
  assert.equal(await page.textContent("#card .card-title"), "Ana María Ruiz");
  await page.keyboard.press("Escape");
  assert.match(await page.innerText("#index-quotes"), /Ana María Ruiz\s*\d*\s+“We will build it,”/);
  assert.deepEqual(JSON.parse(await exported(page, "names")), [{ name: "Ana María Ruiz", type: "person", aliases: ["Ana Ruiz"] }]);
  await page.keyboard.press("Control+z");
  assert.doesNotMatch(await page.innerText("#index-quotes"), /María/);
  assert.deepEqual(JSON.parse(await exported(page, "names")), []);
});

test("a name that is empty, or as it was, changes nothing", async ({ page }) => {
  await mark(page, "Ana Ruiz").click();
  for (const name of ["  ", "Ana Ruiz"]) {
    await page.locator("#card [data-control=name]").fill(name);
    await page.keyboard.press("Enter");
  }
  assert.equal(await page.locator("#corrections").isHidden(), true);
});
