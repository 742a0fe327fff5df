// Cards that stay, and correcting what was found: in the text, in the index, in what is saved; undone, kept and forgotten.

import assert from "node:assert/strict";
import { test as plain } from "node:test";
import { correct, moved } from "../../www/corrections/correct.js";
import { isValue, valued } from "../../www/corrections/value.js";
import { address, pageTests, ready, setText } from "./browser.mjs";

const ARTICLE = `“We will build it,” Ana Ruiz said on March 4, 2026.

Paul Mercier said that Lisbon was ready. Ruiz agreed, and so did Ana Ruiz of Vienna.
`;

const test = pageTests(async (page) => {
  await setText(page, ARTICLE);
  await page.click("#done");
});

/** @typedef {import("./browser.mjs").Page} Page */

/** A mark with exactly this text. @param {Page} page  @param {string} text  @param {string} [kind] */
const mark = (page, text, kind = "") => page.locator(`#article mark${kind}`).filter({ hasText: new RegExp(`^${text}$`) });
/** What the card says, line by line. @param {Page} page */
const cardText = async (page) => (await page.innerText("#card")).replaceAll(/\s*\n\s*/g, "\n");
/** What has the focus. @param {Page} page */
const focused = (page) => page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.dataset.control ?? document.activeElement?.textContent);
/** What is saved as JSON. @param {Page} page */
async function saved(page) {
  await page.keyboard.press("Escape");
  await page.click("#show-export");
  await page.selectOption("#format", "json");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#saving [type=submit]")]);
  await page.keyboard.press("Escape");
  const stream = await download.createReadStream();
  let text = "";
  for await (const piece of stream) text += piece;
  return JSON.parse(text);
}

test("a click opens a card that stays, with the way to the other mentions and the quotes", async ({ page }) => {
  const card = page.locator("#card");
  await mark(page, "Ana Ruiz").first().click();
  await page.mouse.move(2, 2);
  await page.waitForTimeout(400);
  assert.ok(await card.isVisible(), "the pointer may go");
  assert.equal(await card.getAttribute("role"), "dialog");
  assert.match(await cardText(page), /Mention 1 of 3/);
  await card.getByRole("button", { name: "Next mention" }).click();
  assert.match(await cardText(page), /Mention 2 of 3/);
  assert.equal(await focused(page), "Next", "the control stays at hand");
  await card.getByRole("button", { name: "“We will build it,”" }).click();
  assert.match(await cardText(page), /^Quote\nAna Ruiz/);
  await page.mouse.click(5, 400);
  assert.ok(await card.isHidden(), "a click elsewhere closes it");
});

test("the keyboard opens it, walks it and comes back", async ({ page }) => {
  await mark(page, "Ana Ruiz").first().focus();
  assert.equal(await page.getAttribute("#card", "role"), "tooltip");
  await page.keyboard.press("Enter");
  assert.equal(await page.getAttribute("#card", "role"), "dialog");
  assert.equal(await focused(page), "Next");
  await page.keyboard.press("Escape");
  assert.ok(await page.locator("#card").isHidden());
  assert.equal(await focused(page), "Ana Ruiz");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await focused(page), "Ana Ruiz", "before its first control is the mark");
  await page.keyboard.press("Enter");
  const controls = await page.locator("#card :is(button:not(:disabled), select, input, summary)").count();
  for (let step = 0; step < controls; step += 1) await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Ana Ruiz", "and after its last");
  assert.ok(await page.locator("#card").isHidden());
});

test("a type is changed for all mentions, everywhere", async ({ page }) => {
  await mark(page, "Ana Ruiz").first().click();
  await page.locator("#card select[data-control=type]").selectOption("organization");
  assert.equal(await mark(page, "Ana Ruiz", ".organization").count(), 2);
  assert.equal(await mark(page, "Ruiz", ".organization").count(), 1);
  assert.equal(await focused(page), "type", "where the reader was");
  assert.match(await cardText(page), /Confidence 100%/);
  assert.equal(await page.textContent("#corrected"), "1 correction, saved in this browser");
  await page.click("#tab-names");
  assert.match(await page.innerText("#index-names"), /Organizations\s+Ana Ruiz/);
  const { entities } = await saved(page);
  assert.deepEqual(entities.map((/** @type {any} */ { name, type }) => [name, type]),
    [["Ana Ruiz", "organization"], ["Paul Mercier", "person"], ["Lisbon", "place"], ["Vienna", "place"]]);
});

test("names are joined, taken apart and removed", async ({ page }) => {
  await mark(page, "Ruiz").click();
  await page.locator("#card").getByRole("button", { name: "This is a different Ana Ruiz" }).click();
  assert.match(await cardText(page), /^Person\nRuiz\n1 mention/);
  await page.locator("#card select[data-control=merge]").selectOption({ label: "Paul Mercier" });
  assert.match(await cardText(page), /Paul Mercier\n2 mentions · 1 quote/);
  await mark(page, "Vienna").click();
  await page.locator("#card").getByRole("button", { name: "Remove this highlight" }).click();
  assert.equal(await mark(page, "Vienna").count(), 0);
  await mark(page, "Ana Ruiz").first().click();
  await page.locator("#card").getByRole("button", { name: "Remove all 2" }).click();
  assert.equal(await mark(page, "Ana Ruiz").count(), 0);
  const { entities, mentions, quotes } = await saved(page);
  assert.deepEqual(entities.map((/** @type {any} */ { id, name }) => [id, name]), [[0, "Paul Mercier"], [1, "Lisbon"]]);
  assert.deepEqual(entities.map((/** @type {any} */ entity) => entity.mentions.map((/** @type {number} */ index) => mentions[index].text)), [["Paul Mercier", "Ruiz"], ["Lisbon"]]);
  assert.deepEqual(quotes[0].speaker.entities, [], "whoever is no name any more leads nowhere");
});

test("speakers, dates and ends are changed", async ({ page }) => {
  await page.locator("#article mark.quote.direct").click();
  await page.locator("#card select[data-control=speaker]").selectOption({ label: "Paul Mercier" });
  assert.match(await cardText(page), /^Quote\nPaul Mercier[^]*Corrected by you/);
  assert.equal(await page.getAttribute("#article p", "data-said-by"), "Paul Mercier");
  await mark(page, "March 4, 2026").click();
  const value = page.locator("#card input[data-control=value]");
  await value.fill("2026-02-30");
  await value.press("Tab");
  assert.equal(await value.getAttribute("aria-invalid"), "true", "no day of the calendar");
  await value.fill("2026-03-05");
  await value.press("Enter");
  assert.match(await cardText(page), /Thursday, March 5, 2026/);
  await mark(page, "Paul Mercier").click();
  await page.locator("#card").getByRole("button", { name: "Shorten start by one word" }).click();
  assert.equal(await mark(page, "Mercier").count(), 1);
  await page.keyboard.press("Escape");
  await mark(page, "Lisbon").click();
  await page.locator("#card").getByRole("button", { name: "Extend end by one word" }).click();
  assert.equal(await mark(page, "Lisbon was").count(), 1);
  const { dates } = await saved(page);
  assert.deepEqual([dates[0].value, dates[0].from, dates[0].to, dates[0].rule], ["2026-03-05", "2026-03-05", "2026-03-06", "by-hand"]);
});

test("text that is selected is marked", async ({ page }) => {
  const select = (/** @type {string} */ words) => page.evaluate((words) => {
    const walker = document.createTreeWalker(/** @type {Node} */ (document.querySelector("#article")), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.nodeValue?.indexOf(words) ?? -1;
      if (at >= 0) return getSelection()?.setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
    }
  }, words);
  assert.ok(await page.locator("#selecting").isHidden());
  await select(" agreed");
  await page.locator("#mark-as").selectOption("work");
  assert.equal(await mark(page, "agreed", ".work").count(), 1);
  assert.match(await cardText(page), /^Title\nagreed/, "its card opens");
  await select("ready");
  await page.locator("#mark-as").selectOption("date");
  await page.locator("#card input[data-control=value]").fill("2026");
  await page.keyboard.press("Enter");
  await select("and so did");
  await page.locator("#mark-as").selectOption("quote");
  assert.equal(await mark(page, "and so did", ".quote").count(), 1);
  assert.ok(await page.locator("#selecting").isHidden());
  assert.equal(await page.textContent("#corrected"), "4 corrections, saved in this browser");
});

test("corrections are undone and done again", async ({ page }) => {
  const before = await page.locator("#article").innerHTML();
  await mark(page, "Vienna").click();
  await page.locator("#card select[data-control=type]").selectOption("person");
  await mark(page, "Lisbon").click();
  await page.locator("#card").getByRole("button", { name: "Remove this highlight" }).click();
  const after = await page.locator("#article").innerHTML();
  assert.equal(await page.textContent("#noticed"), "Highlight removed");
  await page.click("#notice-act");
  assert.equal(await mark(page, "Lisbon", ".place").count(), 1);
  assert.equal(await page.textContent("#noticed"), "Undone: Highlight removed");
  await page.keyboard.press("Control+z");
  assert.equal(await mark(page, "Vienna", ".place").count(), 1);
  await page.keyboard.press("Control+Shift+z");
  await page.keyboard.press("Control+y");
  assert.deepEqual([normal(before) === normal(after), normal(await page.locator("#article").innerHTML())], [false, normal(after)]);
  await page.click("#forget");
  await page.click("#forget");
  assert.equal(normal(await page.locator("#article").innerHTML()), normal(before));
  assert.ok(await page.locator("#corrections").isHidden());
  assert.equal(await focused(page), "Undo", "what was discarded is one key away");
  await page.keyboard.press("Enter");
  assert.equal(normal(await page.locator("#article").innerHTML()), normal(after));
});

test("all corrections are discarded only by who says so twice", async ({ page }) => {
  await mark(page, "Vienna").click();
  await page.locator("#card select[data-control=type]").selectOption("person");
  await page.keyboard.press("Escape");
  await page.click("#forget");
  assert.equal(await page.textContent("#corrected"), "Discard your correction?");
  await page.focus("#find");
  assert.equal(await page.textContent("#corrected"), "1 correction, saved in this browser", "who goes elsewhere has said no");
  assert.equal(await mark(page, "Vienna", ".person").count(), 1);
});

test("a quote's kind is corrected, and a date's day is picked", async ({ page }) => {
  await mark(page, "“We will build it,”").click();
  await page.locator("#card select[data-control=kind]").selectOption("indirect");
  await page.keyboard.press("Escape");
  await mark(page, "March 4, 2026").click();
  assert.equal(await page.inputValue("#card [data-control=day]"), "2026-03-04");
  await page.fill("#card [data-control=day]", "2026-03-05");
  const { quotes, dates } = await saved(page);
  assert.deepEqual([quotes[0].kind, quotes[0].rule], ["indirect", "by-hand"]);
  assert.deepEqual([dates[0].value, dates[0].from, dates[0].to], ["2026-03-05", "2026-03-05", "2026-03-06"]);
});

/** Without what says where the reader is. @param {string} html */
const normal = (html) => html.replaceAll(/ tabindex="[^"]*"| aria-describedby="[^"]*"| current/g, "");

test("corrections survive a reload, each with its text, until they are forgotten", async ({ page }) => {
  await mark(page, "Vienna").click();
  await page.locator("#card select[data-control=type]").selectOption("person");
  const kept = await page.evaluate(() => ({ ...localStorage }));
  assert.deepEqual(Object.keys(kept), ["newsmark.corrections"]);
  assert.doesNotMatch(JSON.stringify(kept), /Ruiz|Vienna/, "the text itself is not kept");
  await page.evaluate(() => sessionStorage.clear());
  const other = await page.context().newPage();
  await other.goto(address);
  await ready(other);
  assert.ok(await other.locator("#corrections").isHidden(), "another text has none");
  await other.close();
  await page.reload();
  await ready(page);
  await setText(page, ARTICLE);
  assert.equal(await mark(page, "Vienna", ".person").count(), 1);
  await page.click("#forget");
  await page.click("#forget");
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
});

test("without a correction nothing is kept", async ({ page }) => {
  await mark(page, "Vienna").click();
  await page.keyboard.press("Escape");
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
});

test("what somebody else wrote into the storage does no harm", async ({ page }) => {
  for (const rubbish of ["{", "7", "null", `{"x":{"corrections":7}}`, "[]", `{"text":"x","date":"","publication":"","corrections":[],"own":5,"sample":""}`]) {
    await page.evaluate((rubbish) => localStorage.setItem("newsmark.corrections", rubbish), rubbish);
    await page.goto(address);
    await page.reload();
    await ready(page);
    // And into the tab's own storage, where a reload looks for its article.
    const other = await page.context().newPage();
    await other.addInitScript((rubbish) => sessionStorage.setItem("newsmark.draft", rubbish), rubbish);
    await other.goto(address);
    await ready(other);
    assert.ok(await other.locator("#article mark.person").first().isVisible());
    await other.close();
  }
  await setText(page, ARTICLE);
  await mark(page, "Vienna").click();
  await page.locator("#card select[data-control=type]").selectOption("person");
  const [key] = Object.keys(JSON.parse(await page.evaluate(() => localStorage.getItem("newsmark.corrections") ?? "{}")));
  const bad = [{ does: "type", at: { start: 1, end: 1e9 }, type: "person" }, { does: "nothing", at: { start: 0, end: 1 } }, { does: "merge", at: 7 }, null];
  await page.evaluate(([key, bad]) => localStorage.setItem("newsmark.corrections", JSON.stringify({ [String(key)]: { corrections: bad, kept: 0 } })), [key, bad]);
  const other = await page.context().newPage();
  await other.goto(address);
  await ready(other);
  await setText(other, ARTICLE);
  assert.equal(await mark(other, "Vienna", ".place").count(), 1);
});

test("what was kept before quotes could have several speakers still holds", async ({ page }) => {
  await mark(page, "Vienna").click();
  await page.locator("#card select[data-control=type]").selectOption("person");
  const [key] = Object.keys(JSON.parse(await page.evaluate(() => localStorage.getItem("newsmark.corrections") ?? "{}")));
  const span = (/** @type {string} */ words) => ({ start: ARTICLE.indexOf(words), end: ARTICLE.indexOf(words) + words.length });
  const corrections = [{ does: "speaker", at: span("“We will build it,”"), speaker: span("Paul Mercier") }];
  await page.evaluate(([key, corrections]) => localStorage.setItem("newsmark.corrections", JSON.stringify({ [String(key)]: { corrections, kept: 0 } })), [key, corrections]);
  const other = await page.context().newPage();
  await other.goto(address);
  await ready(other);
  await setText(other, ARTICLE);
  assert.equal(await other.getAttribute("#article p", "data-said-by"), "Paul Mercier");
});

test("a text that is edited keeps the corrections beside the change", async ({ page }) => {
  await mark(page, "Vienna").click();
  await page.locator("#card select[data-control=type]").selectOption("person");
  await setText(page, `New: ${ARTICLE}`);
  assert.equal(await mark(page, "Vienna", ".person").count(), 1);
});

plain("corrections move with their text, and go with it", () => {
  const at = (/** @type {number} */ start, /** @type {number} */ end) => ({ start, end });
  const type = (/** @type {{ start: number, end: number }} */ span) => /** @type {const} */ ({ does: "type", at: span, type: "person" });
  assert.deepEqual(moved([type(at(0, 3)), type(at(8, 11))], "Ana met Ivo.", "Ana has met Ivo."), [type(at(0, 3)), type(at(12, 15))]);
  assert.deepEqual(moved([type(at(0, 3)), type(at(8, 11))], "Ana met Ivo.", "Eva met Ivo."), [type(at(8, 11))]);
  assert.deepEqual(moved([{ does: "merge", at: at(8, 11), into: at(0, 3) }], "Ana met Ivo.", "Eva met Ivo."), [], "both ends have to be there");
});

plain("what is found is not changed by what is made of it", () => {
  const span = { start: 0, end: 3, text: "Ana" };
  const found = /** @type {any} */ ({
    entities: [{ id: 0, type: "place", name: "Ana", roles: [], mentions: [0] }], mentions: [{ ...span, entity: 0, form: "name", score: 0.5 }], quotes: [], dates: [],
  });
  const copy = structuredClone(found);
  const corrected = correct("Ana", found, [{ does: "type", at: { start: 0, end: 3 }, type: "person" }]);
  assert.deepEqual(found, copy);
  assert.equal(corrected.entities[0]?.type, "person");
});

plain("of several speakers, each is corrected alone", () => {
  const text = "“So,” Ana, Bo and Ivo said.";
  const at = (/** @type {string} */ words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const names = ["Ana", "Bo", "Ivo"];
  const quote = at("“So,”");
  const found = /** @type {any} */ ({
    entities: names.map((name, id) => ({ id, type: "person", name, roles: [], mentions: [id] })),
    mentions: names.map((name, entity) => ({ ...at(name), text: name, entity, form: "name", score: 0.9 })),
    quotes: [{ ...quote, text: "“So,”", parts: [quote], kind: "direct", cue: null, rule: "turn", score: 0.5,
      speaker: { ...at("Ana, Bo and Ivo"), text: "Ana, Bo and Ivo", entities: [0, 1, 2], score: 0.4 } }],
    dates: [],
  });
  const corrected = (/** @type {import("../../www/corrections/correct.js").Correction[]} */ ...corrections) => correct(text, found, corrections);
  const speakers = (/** @type {ReturnType<typeof correct>} */ { entities, quotes: [quote] }) => quote?.speaker?.entities.map((id) => entities[id]?.name);
  assert.deepEqual(speakers(corrected({ does: "merge", at: at("Bo"), into: at("Ana") })), ["Ana", "Ivo"], "one in two names speaks once");
  assert.deepEqual(speakers(corrected({ does: "remove", sort: "mention", at: at("Bo") })), ["Ana", "Ivo"]);
  assert.deepEqual(speakers(corrected({ does: "merge", at: at("Bo"), into: at("Ana") }, { does: "split", at: at("Bo") })), ["Ana", "Ivo", "Bo"],
    "and whoever is told apart speaks beside whom they were taken for");
  const chosen = corrected({ does: "speaker", at: quote, speaker: at("Ivo") });
  assert.deepEqual(speakers(chosen), ["Ivo"]);
  assert.deepEqual([chosen.quotes[0]?.rule, chosen.quotes[0]?.score, chosen.quotes[0]?.speaker?.score], ["by-hand", 1, 1]);
  assert.equal(corrected({ does: "speaker", at: quote, speaker: null }).quotes[0]?.speaker, null);
  const added = corrected({ does: "add", sort: "quote", at: at("Ana") }).quotes[1];
  assert.deepEqual([added?.speaker, added?.score], [null, 1]);
});

plain("values cover the days that they say", () => {
  /** @type {[string, string, string | null, string | null][]} */
  const table = [
    ["2026-03-04", "date", "2026-03-04", "2026-03-05"],
    ["2026-02", "date", "2026-02-01", "2026-03-01"],
    ["2026-12", "date", "2026-12-01", "2027-01-01"],
    ["2026", "date", "2026-01-01", "2027-01-01"],
    ["199", "date", "1990-01-01", "2000-01-01"],
    ["2026-Q2", "date", "2026-04-01", "2026-07-01"],
    ["2026-H2", "date", "2026-07-01", "2027-01-01"],
    ["2026-W01", "date", "2025-12-29", "2026-01-05"],
    ["2026-W53", "date", "2026-12-28", "2027-01-04"],
    ["2026-03-04T15:30", "time", "2026-03-04", "2026-03-05"],
    ["P3D", "duration", null, null],
    ["XXXX-03-04", "date", null, null],
    ["0079-08-24", "date", "0079-08-24", "0079-08-25"],
  ];
  for (const [value, type, from, to] of table) {
    assert.ok(isValue(value), value);
    assert.deepEqual(valued(value), { type, value, from, to });
  }
  for (const value of ["", "soon", "2026-13", "2026-02-30", "2026-3-4", "P", "2026-Q5", "1", "2026-03-04T"]) assert.ok(!isValue(value), value);
});
