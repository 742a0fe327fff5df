// What a screen reader is given: the accessibility tree of each view, held against the one that was read and found good.
// `NEWSMARK_UPDATE_GOLDENS=1` writes it anew.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { elementTests, pageTests, setText } from "./browser.mjs";

const GOLDEN = "tests/e2e/tree.golden";
const ARTICLE = `Bridge to open

LISBON, March 4, 2026 — “We will build it,” Mayor Ana Ruiz said on Monday.

Paul Mercier said that Lisbon was ready.
`;

/** @type {Record<string, string>} */
const trees = Object.fromEntries((await readFile(GOLDEN, "utf8").catch(() => "")).split(/^=== (.*)\n/m).slice(1).reduce(
  (/** @type {string[][]} */ pairs, part, index) => (index % 2 ? [...pairs.slice(0, -1), [String(pairs.at(-1)?.[0]), part.trimEnd()]] : [...pairs, [part]]), []));

/** @param {string} view  @param {import("playwright-core").Locator} place */
async function check(view, place) {
  // How sure the model is is no part of the tree.
  const tree = (await place.ariaSnapshot()).replace(/\d+%/g, "N%");
  if (process.env.NEWSMARK_UPDATE_GOLDENS) {
    trees[view] = tree;
    await writeFile(GOLDEN, Object.entries(trees).map(([name, tree]) => `=== ${name}\n${tree}\n`).join("\n"));
  } else {
    assert.equal(tree, trees[view], view);
  }
}

pageTests()("the page", async ({ page }) => {
  await setText(page, ARTICLE);
  await page.click("#done");
  await check("the page", page.locator("body"));
  for (const tab of ["names", "dates"]) {
    await page.click(`#tab-${tab}`);
    await check(`the index, ${tab}`, page.locator("#panel"));
  }
  await page.locator("#article mark.person").first().focus();
  await check("a card for a name", page.locator("#card"));
  for (const kind of ["person", "quote", "date"]) {
    await page.locator(`#article mark.${kind}`).first().press("Enter");
    await check(`a card that stays, ${kind}`, page.locator("#card"));
    await page.keyboard.press("Escape");
  }
  await page.click("#show-keys");
  await check("the keys", page.locator("#keys"));
});

elementTests()("the element", async ({ page, show }) => {
  await show(`<news-mark date="2026-03-04"><h1>Bridge to open</h1><p>“We will build it,” Ana Ruiz said in Lisbon.</p></news-mark>`);
  await check("the element", page.locator("body"));
});
