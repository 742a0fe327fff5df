// Texts that are not in English: the page says so, and marks them where a reader wants that.

import assert from "node:assert/strict";
import { pageTests, setText } from "./browser.mjs";
import { choose, shows } from "./paste.mjs";

const test = pageTests();

const GERMAN = "Der Stadtrat von Solvik hat am Montag beschlossen, dass die Brücke nicht geöffnet wird. „Das ist zu spät“, sagte Ana Ruiz vor der Presse in Berlin.";
const ENGLISH = "The council of Solvik decided on Monday that the bridge will not open. “It is too late,” said Ana Ruiz.";

test("what is not in English is said to be, and marked where that is wanted", async ({ page }) => {
  await setText(page, GERMAN);
  assert.equal(await page.textContent("#language-said"), "This article seems to be in German. newsmark reads only English for now, and leaves the rest unmarked.");
  assert.equal(await page.locator("#article mark").count(), 0);
  await page.click("#mark-anyway");
  assert.ok(await page.locator("#article mark").count() > 0);
  assert.match((await page.textContent("#language-said")) ?? "", /as if it were in English/);
  await page.click("#mark-anyway");
  assert.equal(await page.locator("#article mark").count(), 0);
});

test("the next text is held to its own language", async ({ page }) => {
  await setText(page, GERMAN);
  await page.click("#mark-anyway");
  await choose(page, "a.txt", `${GERMAN} Das war alles.`);
  await shows(page, `${GERMAN} Das war alles.`);
  assert.equal(await page.locator("#article mark").count(), 0);
  await setText(page, ENGLISH);
  assert.ok(await page.locator("#language").isHidden());
  assert.ok(await page.locator("#article mark").count() > 0);
});

test("of a language that is not known, no name is given; of a few words, nothing is said", async ({ page }) => {
  await setText(page, "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed eiusmod tempor incididunt labore dolore magna aliqua, veniam nostrud exercitation ullamco laboris nisi.");
  assert.match((await page.textContent("#language-said")) ?? "", /^This article does not seem to be in English\. /);
  assert.ok(await page.locator("#language").isVisible());
  await setText(page, "Solvik, Montag");
  assert.ok(await page.locator("#language").isHidden());
});
