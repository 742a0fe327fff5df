// Quotes of several speakers, and what is doubtful: in the element, in the reading view, in marks in a page's own text, in forced colours, for assistive technology.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test as plain } from "node:test";
import { doubts, listed, speakerNames } from "../../www/reading/credit.js";
import { address, elementTests, pageTests, setText } from "./browser.mjs";

const test = elementTests();
const inPage = pageTests();

const TEXT = "“We agree,” Ana Ruiz and Bo Lind said. “So do I,” said Ivo Ott. “Good,” he said.";
const NAMES = ["Ana Ruiz", "Bo Lind", "Ivo Ott"];

/** Three quotes: of two who may be others, one that may be none, and a sure one. */
function annotations() {
  const at = (/** @type {string} */ text) => ({ start: TEXT.indexOf(text), end: TEXT.indexOf(text) + text.length, text });
  const quote = (/** @type {string} */ words, /** @type {string} */ speaker, /** @type {number[]} */ entities, /** @type {[number, number]} */ [score, credit]) => {
    const { start, end, text } = at(words);
    return { start, end, text, parts: [{ start, end }], kind: "direct", cue: null, rule: "speech-subject-cue", score, speaker: { ...at(speaker), entities, score: credit } };
  };
  return /** @type {any} */ ({
    schema: 2, offsets: "utf-16", reference: { date: null, source: "none" }, blocks: [{ start: 0, end: TEXT.length, kind: "paragraph" }], dates: [],
    entities: NAMES.map((name, id) => ({ id, type: "person", name, roles: [], mentions: [id] })),
    mentions: NAMES.map((name, entity) => ({ ...at(name), entity, form: "name", score: 0.9 })),
    quotes: [
      quote("“We agree,”", "Ana Ruiz and Bo Lind", [0, 1], [0.93, 0.44]),
      quote("“So do I,”", "Ivo Ott", [2], [0.4, 0.9]),
      quote("“Good,”", "he", [], [0.6, 0.6]),
    ],
  });
}

/** @param {import("./browser.mjs").Page} page */
const give = (page) => page.evaluate(async (given) => {
  const element = /** @type {any} */ (document.querySelector("news-mark"));
  element.annotations = given;
  await element.annotate();
}, annotations());

/** @param {string} text */
const lines = (text) => text.split(/\s*\n\s*/).filter(Boolean);

test("a quote of several is listed under each, with all of their names and what is not sure", async ({ page, show }) => {
  await show(`<news-mark panel="beside">${TEXT}</news-mark>`);
  await give(page);
  assert.deepEqual(await page.locator("news-mark .speaker-name").allTextContents(), ["Ana Ruiz", "Bo Lind", "Ivo Ott", "he"]);
  const notes = await page.locator("news-mark .said").evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll(".row-note")].map((note) => note.textContent)));
  const both = ["Ana Ruiz and Bo Lind", "Not sure who said this. Confidence 44%"];
  assert.deepEqual(notes, [both, both, ["May not be a quote. Confidence 40%"], []]);
});

test("a card tells both confidences, and in words what is not sure", async ({ page, show }) => {
  await show(`<news-mark panel="beside">${TEXT}</news-mark>`);
  await give(page);
  const card = page.locator("newsmark-overlay .card");
  /** @type {[string, string[]][]} */
  const table = [
    ["“We agree,”", ["Quote", "Ana Ruiz and Bo Lind", "Not sure who said this", "Why: “Ana Ruiz and Bo Lind” follows the quote", "Confidence 93%", "Confidence in the speaker 44%"]],
    ["“So do I,”", ["Quote", "Ivo Ott", "May not be a quote", "Why: “Ivo Ott” follows the quote", "Confidence 40%", "Confidence in the speaker 90%"]],
    ["“Good,”", ["Quote", "he", "Why: “he” follows the quote", "Confidence 60%", "Confidence in the speaker 60%"]],
  ];
  for (const [words, expected] of table) {
    await page.locator("news-mark .said", { hasText: words }).first().locator(".said-go").click();
    assert.deepEqual(lines(await card.innerText()), expected);
  }
  await page.locator("news-mark [role=tab]", { hasText: "Names" }).click();
  await page.locator("news-mark .name-row", { hasText: "Bo Lind" }).click();
  assert.match(await card.innerText(), /Bo Lind\s+1 mention · 1 quote/);
});

for (const forcedColors of /** @type {const} */ (["none", "active"])) {
  inPage(`in the reading view a doubtful quote is told apart by more than colour, forced colours ${forcedColors}`, async ({ page }) => {
    await page.emulateMedia({ forcedColors });
    await setText(page, TEXT);
    const quotes = page.locator("#article mark.quote");
    await quotes.first().evaluate((mark) => mark.classList.add("doubtful"));
    const looks = await quotes.evaluateAll((marks) => marks.slice(0, 2).map((mark) => [getComputedStyle(mark, "::after").content, getComputedStyle(mark).borderInlineStartStyle]));
    const [doubtful, sure] = forcedColors === "active" ? ["dashed", "solid"] : ["none", "none"];
    assert.deepEqual(looks, [[`"?" / " (uncertain)"`, doubtful], ["none", sure]]);
    assert.equal(await page.locator("#article").evaluate((article) => article.textContent), TEXT, "the text is as it was");
    assert.match(await page.locator("#article").ariaSnapshot(), /uncertain/, "and it is said");
  });
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe-core finds nothing wrong with what is doubtful, ${colorScheme}`, async ({ page, show }) => {
    await page.emulateMedia({ colorScheme });
    await show(`<main><h1>Agreement</h1><news-mark panel="beside" theme="auto">${TEXT}</news-mark></main>`);
    await give(page);
    await page.locator("news-mark .said-go").first().click();
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
    const violations = await page.evaluate(async () => (await /** @type {any} */ (window).axe.run()).violations);
    assert.deepEqual(violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes[0]?.html}`), []);
  });
}

test("marks in a page's own text tell it, too, in highlights and in elements", async ({ page, show }) => {
  await show(`<p id="text">${TEXT}</p><news-mark></news-mark>`);
  const mark = (/** @type {boolean} */ wrap) => page.evaluate(async ([address, annotations, wrap]) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    await mark(document.querySelector("#text"), { annotations, wrap });
    return [...CSS.highlights].map(([name, ranges]) => `${name} ${[...ranges].map(({ startContainer, startOffset, endOffset }) => startContainer.nodeValue?.slice(startOffset, endOffset)).join("|")}`);
  }, /** @type {const} */ ([address, annotations(), wrap]));
  assert.deepEqual((await mark(false)).sort(), ["newsmark-doubtful “We agree,”|“So do I,”", "newsmark-person Ana Ruiz|Bo Lind|Ivo Ott", "newsmark-quote “Good,”"]);
  const look = (/** @type {string} */ kind) => page.evaluate((kind) =>
    getComputedStyle(/** @type {Element} */ (document.querySelector("#text")), `::highlight(newsmark-${kind})`).textDecorationLine, kind);
  assert.deepEqual([await look("doubtful"), await look("quote")], ["underline", "none"]);
  await page.locator("newsmark-overlay .stop").focus();
  await page.keyboard.press("ArrowRight");
  assert.match(await page.locator("newsmark-overlay [role=status]").innerText(), /^“We agree,”: Quote Ana Ruiz and Bo Lind Not sure who said this/, "it is said");
  await mark(true);
  assert.deepEqual(await page.locator("newsmark-mark.newsmark-doubtful").allTextContents(), ["“We agree,”", "“So do I,”"]);
});

test("annotations of schema 1 are refused, and the text can be read", async ({ page, show }) => {
  await show(`<news-mark>${TEXT}</news-mark>`);
  const message = await page.evaluate((given) => {
    const element = /** @type {any} */ (document.querySelector("news-mark"));
    element.annotations = given;
    return element.annotate().then(() => "none", (/** @type {any} */ { kind, message }) => `${kind}: ${message}`);
  }, { ...annotations(), schema: 1 });
  assert.match(message, /^annotations: .*schema 1.*schema 2/);
  assert.ok(await page.locator("news-mark .line").isHidden());
});

plain("names are listed as a sentence lists them, and doubt begins under the bound", () => {
  assert.deepEqual([[], ["A"], ["A", "B"], ["A", "B", "C"]].map(listed), ["", "A", "A and B", "A, B and C"]);
  const found = annotations();
  assert.deepEqual(found.quotes.map((/** @type {any} */ quote) => speakerNames(found, quote)), [["Ana Ruiz", "Bo Lind"], ["Ivo Ott"], ["he"]]);
  assert.deepEqual(speakerNames(found, { ...found.quotes[0], speaker: null }), []);
  assert.deepEqual(found.quotes.map((/** @type {any} */ quote) => doubts(quote).map(({ score }) => score)), [[0.44], [0.4], []]);
  assert.deepEqual(doubts({ ...found.quotes[1], speaker: null }).length, 1, "nobody is no doubt");
});
