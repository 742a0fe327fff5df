// Finding in the text, showing less of what was found, and the keys.

import assert from "node:assert/strict";
import { test as plain } from "node:test";
import { filtered } from "../../www/reading/filter.js";
import { pageTests, setText } from "./browser.mjs";

const ARTICLE = `“We will build it,” Ana Ruiz said on March 4, 2026.

Paul Mercier said that Lisbon was ready. Ruiz agreed, and so did Ana Ruiz\nof Vienna.
`;

const test = pageTests(async (page) => {
  await setText(page, ARTICLE);
  await page.click("#done");
});

/** @param {import("./browser.mjs").Page} page  @param {string} [name] */
const places = (page, name = "newsmark-found") => page.evaluate((name) => [...CSS.highlights.get(name) ?? []].map(String), name);
/** @param {import("./browser.mjs").Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.textContent);
/** @param {import("./browser.mjs").Page} page */
const marks = (page) => page.locator("#article mark[tabindex]").allTextContents();

test("words are found in any case, over marks and line ends, one after the other", async ({ page }) => {
  await page.keyboard.press("/");
  await page.keyboard.type("ana ruiz");
  assert.deepEqual(await places(page), ["Ana Ruiz", "Ana Ruiz"]);
  assert.equal(await page.textContent("#found"), "2 matches");
  await page.keyboard.press("Enter");
  assert.equal(await page.textContent("#found"), "1 of 2");
  await page.keyboard.press("Enter");
  assert.deepEqual(await places(page, "newsmark-found-current"), ["Ana Ruiz"]);
  await page.keyboard.press("Enter");
  assert.equal(await page.textContent("#found"), "1 of 2", "and round");
  await page.click("#find-previous");
  assert.equal(await page.textContent("#found"), "2 of 2");
  await page.fill("#find", "It,” Ana");
  assert.deepEqual(await places(page), ["it,” Ana"], "from inside a quote to a name outside");
  await page.fill("#find", "ruiz of");
  assert.deepEqual(await places(page), ["Ruiz\nof"], "over the end of a line");
  await page.fill("#find", ".*");
  assert.equal(await page.textContent("#found"), "No matches", "no pattern");
  await page.press("#find", "Escape");
  assert.deepEqual([await page.inputValue("#find"), await page.textContent("#found"), await places(page)], ["", "", []]);
});

test("what is found follows the text", async ({ page }) => {
  await page.fill("#find", "lisbon");
  await setText(page, "Lisbon, Lisbon.");
  assert.equal(await page.textContent("#found"), "2 matches");
});

test("one name alone is shown, with its quotes, and all is saved", async ({ page }) => {
  const all = await marks(page);
  await page.click("#filters summary");
  await page.selectOption("#only", { label: "Ana Ruiz" });
  assert.deepEqual(await marks(page), ["“We will build it,”", "Ana Ruiz", "Ruiz", "Ana Ruiz"]);
  await page.click("#tab-names");
  assert.equal(await page.locator("#index-names .row").count(), 1);
  await page.click("#filters summary");
  await page.click("#filters-close");
  await page.click("#show-export");
  await page.selectOption("#format", "csv-entities");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#saving [type=submit]")]);
  let text = "";
  for await (const piece of await download.createReadStream()) text += piece;
  assert.match(text, /Paul Mercier/);
  await page.keyboard.press("Escape");
  await page.locator("#article mark.person").first().click();
  await page.locator("#card select[data-control=type]").selectOption("group");
  assert.match(await page.innerText("#card"), /^Nationality or group\s+Ana Ruiz/, "what is shown can be corrected");
  await page.keyboard.press("Escape");
  await page.click("#filters summary");
  await page.selectOption("#only", "");
  assert.deepEqual(await marks(page), all);
});

test("only what is sure is shown", async ({ page }) => {
  const all = await marks(page);
  await page.click("#filters summary");
  await page.locator("#least").fill("90");
  assert.equal(await page.textContent("#least-said"), "90%");
  const sure = await marks(page);
  assert.ok(sure.length > 0 && sure.length < all.length, `${sure.length} of ${all.length}`);
  for (const mark of await page.locator("#article mark[tabindex]").all()) {
    await mark.focus();
    assert.match(await page.innerText("#card"), /Confidence (9\d|100)%/);
  }
});

test("letters lead to marks of a kind, and can be switched off", async ({ page }) => {
  await page.locator("#article").focus();
  await page.keyboard.press("n");
  assert.equal(await focused(page), "“We will build it,”");
  await page.keyboard.press("p");
  await page.keyboard.press("p");
  assert.equal(await focused(page), "Paul Mercier");
  await page.keyboard.press("l");
  assert.equal(await focused(page), "Lisbon");
  await page.keyboard.press("Shift+D");
  assert.equal(await focused(page), "March 4, 2026");
  await page.keyboard.press("Shift+Q");
  assert.equal(await focused(page), "“We will build it,”");
  await page.keyboard.press("?");
  assert.ok(await page.locator("#keys").isVisible());
  await page.uncheck("#letters");
  await page.keyboard.press("Escape");
  assert.ok(await page.locator("#keys").isHidden());
  assert.equal(await focused(page), "“We will build it,”", "where the reader was");
  await page.keyboard.press("p");
  assert.equal(await focused(page), "“We will build it,”");
  await page.fill("#find", "");
  await page.keyboard.type("/np?");
  assert.equal(await page.inputValue("#find"), "/np?", "in a field they are letters");
});

test("announcements are off until they are switched on", async ({ page }) => {
  assert.equal(await page.getAttribute("#status", "aria-live"), "off");
  await page.click("#show-keys");
  await page.check("#announcing");
  await page.locator("#keys [type=submit]").click();
  assert.equal(await page.getAttribute("#status", "aria-live"), "polite");
});

plain("a filter keeps indices right, and changes nothing that it is given", () => {
  const name = (/** @type {number} */ id, /** @type {string} */ name, /** @type {number[]} */ mentions) => ({ id, type: "person", name, roles: [], mentions });
  const mention = (/** @type {number} */ entity, /** @type {number} */ score) => ({ start: 0, end: 1, text: "x", entity, form: "name", score });
  const found = /** @type {any} */ ({
    entities: [name(0, "A", [0, 2]), name(1, "B", [1])], mentions: [mention(0, 0.2), mention(1, 0.9), mention(0, 0.8)], dates: [{ score: 0.4 }],
    quotes: [
      { score: 0.9, speaker: { entities: [0], score: 0.9 } }, { score: 0.9, speaker: null }, { score: 0.9, speaker: { entities: [0, 1], score: 0.5 } },
      { score: 0.9, speaker: { entities: [1], score: 0.4 } }, { score: 0.4, speaker: { entities: [1], score: 0.9 } },
    ],
  });
  const copy = structuredClone(found);
  const sure = filtered(found, { least: 0.5, entity: null });
  assert.deepEqual(sure.entities.map(({ id, name, mentions }) => [id, name, mentions]), [[0, "B", [0]], [1, "A", [1]]]);
  assert.deepEqual(sure.mentions.map(({ entity }) => entity), [0, 1]);
  assert.deepEqual(sure.quotes.map(({ speaker }) => speaker?.entities), [[1], undefined, [1, 0]], "quote and credit are sure");
  const one = filtered(found, { least: 0, entity: 1 });
  assert.deepEqual([one.entities.length, one.mentions.length, one.quotes.length, one.dates.length], [1, 1, 3, 0]);
  assert.deepEqual(one.quotes[0]?.speaker?.entities, [0], "of those who speak, the one that is left");
  assert.deepEqual(found, copy);
});
