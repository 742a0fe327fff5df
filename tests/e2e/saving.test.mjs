// Taking away what was found: a quote with its source, and files of every kind.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test as plain } from "node:test";
import { citation } from "../../www/reading/citing.js";
import { open, pageTests, setText } from "./browser.mjs";

const ARTICLE = `Bridge to open in Lisbon’s “East End”

LISBON, March 4, 2026 — “We will build it,” Mayor Ana Ruiz said. “=It is late.”

Paul Mercier said that Lisbon was ready.
`;
const NAME = "bridge-to-open-in-lisbons-east-end";

/** What a file of each format has in it, and what its name ends in. @type {[name: string, ending: string, holds: RegExp][]} */
const FILES = [
  ["Quote sheet (Word)", "-quotes.rtf", /^\{\\rtf1[^]*\{\\b Ana Ruiz\}, Mayor[^]*\\u8220\?We will build it,\\u8221\?/],
  ["Quote sheet (Markdown)", "-quotes.md", /^# Bridge to open[^]*Published March 4, 2026 \(date found in the text\)[^]*## Ana Ruiz, Mayor\n\n- “We will build it,” … “=It is late.”\n[^]*## Paul Mercier\n\n- that Lisbon was ready \(paraphrase\)/],
  ["Spreadsheet of quotes", "-quotes.csv", /^\ufeffSpeaker,Role,Organization,Kind,Quote,[^]*\r\nAna Ruiz,Mayor,,Quote,"“We will build it,” … “=It is late.”",/],
  ["Spreadsheet of sources", "-sources.csv", /^\ufeffSource,Kind,Role[^]*\r\nAna Ruiz,Person,Mayor,,,1,0,7,/],
  ["Web page", ".html", /^<!doctype html>[^]*default-src 'none'[^]*--quote-wash[^]*<mark class="mention name person"[^>]*>Ana Ruiz<\/mark>[^]*<h2>Ana Ruiz, Mayor<\/h2>/],
  ["JSON", ".json", /"schema": 2/],
  ["Web Annotations (JSON-LD)", ".jsonld", /"exact": "Ana Ruiz"/],
  ["TEI", ".xml", /<persName>Ana Ruiz<\/persName>/],
  ["brat standoff", ".ann", /\tAna Ruiz/],
  ["Training lines (CoNLL)", ".tsv", /Ana\tB-PERSON\nRuiz\tI-PERSON/],
  ["Names, with offsets (CSV)", "-names.csv", /^\ufeff[^]*person,Ana Ruiz/],
  ["Quotes, with offsets (CSV)", "-quotes-offsets.csv", /^\ufeff[^]*“We will build it,”/],
  ["Dates, with offsets (CSV)", "-dates.csv", /^\ufeff[^]*2026-03-04/],
];

const test = pageTests(async (page) => {
  await setText(page, ARTICLE);
  await page.click("#done");
});

/** @param {import("./browser.mjs").Page} page */
async function openSheet(page) {
  await page.click("#show-export");
  await page.locator("#format option").first().waitFor({ state: "attached" });
}

/** What is downloaded by a click. @param {import("./browser.mjs").Page} page  @param {string} selector */
async function downloaded(page, selector) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(selector)]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path(), "utf8") };
}

/**
 * Notes what the page hands to the browser to be saved, in place of the browser, which takes only so many files from a page in a row.
 * @param {import("./browser.mjs").Page} page
 * @returns {Promise<() => Promise<{ name: string, content: string }>>} tells of the last
 */
async function noteSaved(page) {
  const last = await page.evaluateHandle(() => {
    /** @type {Map<string, Blob>} */
    const blobs = new Map();
    const last = { name: "", content: /** @type {Blob | undefined} */ (undefined) };
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (/** @type {Blob} */ blob) => {
      const address = create(blob);
      blobs.set(address, blob);
      return address;
    };
    HTMLAnchorElement.prototype.click = function () {
      Object.assign(last, { name: this.download, content: blobs.get(this.href) });
    };
    return last;
  });
  return () => last.evaluate(async ({ name, content }) => ({ name, content: new TextDecoder("utf-8", { ignoreBOM: true }).decode(await content?.arrayBuffer()) }));
}

/** What the clipboard holds. @param {import("./browser.mjs").Page} page */
const clipboard = (page) => page.evaluate(async () => {
  const [item] = await navigator.clipboard.read();
  return Promise.all(["text/plain", "text/html"].map(async (type) => (item?.types.includes(type) ? (await item.getType(type)).text() : "")));
});

test("each format is saved, whole, with a name from the headline and without a request but for the sheet itself", async ({ page, requests }) => {
  const before = requests.length;
  await openSheet(page);
  const saved = await noteSaved(page);
  assert.deepEqual(await page.locator("#format option").allTextContents(), [...FILES.map(([name]) => name), "Corrected names (JSON)"], "the last is in naming.test.mjs");
  for (const [name, ending, holds] of FILES) {
    await page.selectOption("#format", { label: name });
    await page.click("#saving button[type=submit]");
    assert.equal(await page.locator("#saved").textContent(), `Saved as ${NAME}${ending}`);
    const file = await saved();
    assert.equal(file.name, NAME + ending);
    assert.match(file.content, holds, name);
  }
  const asked = requests.slice(before).filter((url) => !url.startsWith("blob:"));
  assert.deepEqual(asked.map((url) => new URL(url).pathname), ["/pkg/later/export.js"]);
});

test("the web page has the page's look, and runs and asks for nothing", async ({ page, context }) => {
  await openSheet(page);
  await page.selectOption("#format", { label: "Web page" });
  const { content } = await downloaded(page, "#saving button[type=submit]");
  const other = await context.newPage();
  /** @type {string[]} */
  const asked = [];
  other.on("request", (request) => asked.push(request.url()));
  await other.setContent(content);
  const looks = (/** @type {import("./browser.mjs").Page} */ of) => of.locator("mark.person").first().evaluate((mark) => {
    const { textDecorationLine, textDecorationColor, fontSize, fontFamily } = getComputedStyle(mark);
    return [textDecorationLine, textDecorationColor, fontSize, fontFamily, look(".date").backgroundImage, look(".quote").backgroundSize];
    /** @param {string} kind */
    function look(kind) {
      return getComputedStyle(/** @type {Element} */ (document.querySelector(`article mark${kind}`)));
    }
  });
  assert.deepEqual(await looks(other), await looks(page));
  assert.equal(await other.locator("script, [tabindex], button").count(), 0);
  assert.deepEqual(asked, []);
});

test("what is saved is of the date that the reader gives", async ({ page }) => {
  await setText(page, "Ana Ruiz left yesterday.\n");
  await page.fill("#date", "2022-01-03");
  await openSheet(page);
  await page.selectOption("#format", "csv-dates");
  const { name, content } = await downloaded(page, "#saving button[type=submit]");
  assert.equal(name, "article-dates.csv", "without a headline");
  assert.match(content, /yesterday,date,2022-01-02/);
});

test("no cell of a spreadsheet is a formula", async ({ page }) => {
  await setText(page, "Ana Ruiz said: =HYPERLINK(\"x\") is late.\n\nPaul Mercier said +1 is ready.\n");
  await openSheet(page);
  await page.selectOption("#format", "quotes");
  const { content } = await downloaded(page, "#saving button[type=submit]");
  assert.doesNotMatch(content, /(^|,|\n)"?[=+@-]/);
});

test("a quote sheet is copied with its look", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openSheet(page);
  await page.click("#copy");
  await page.waitForFunction(() => document.getElementById("saved")?.textContent === "Quote sheet (Word) copied");
  const [text, html] = await clipboard(page);
  assert.match(text ?? "", /^# Bridge to open/);
  assert.match(html ?? "", /<h2[^>]*>Ana Ruiz, Mayor<\/h2>/);
});

test("a quote is copied with its source, and can be selected and dragged", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.fill("#publication", "Riverside Ledger");
  await page.locator(".said .said-copy").first().click();
  await page.waitForFunction(() => document.querySelector(".said .said-copy")?.textContent === "Copied");
  const [text, html] = await clipboard(page);
  const cited = "“We will build it,” … “=It is late.” Ana Ruiz, Mayor, Riverside Ledger, March 4, 2026";
  assert.equal(text, cited);
  assert.match(html ?? "", /<b[^>]*>Ana Ruiz<\/b>, Mayor, <i[^>]*>Riverside Ledger<\/i>, March 4, 2026/);
  await page.getByRole("button", { name: "Copy all 2 quotes" }).click();
  await page.locator("#index-quotes > div > .said-tools", { hasText: "Copied" }).waitFor();
  assert.equal((await clipboard(page))[0], `${cited}\nthat Lisbon was ready (paraphrase), Paul Mercier, Riverside Ledger, March 4, 2026`);
  const dragged = await page.locator(".said-grip").first().evaluate((grip) => {
    const dataTransfer = new DataTransfer();
    grip.dispatchEvent(new DragEvent("dragstart", { dataTransfer, bubbles: true }));
    return dataTransfer.getData("text/plain");
  });
  assert.equal(dragged, cited);
  const words = page.locator(".said-text").first();
  await words.selectText();
  assert.equal(await page.evaluate(() => getSelection()?.toString()), "“We will build it,” … “=It is late.”");
});

test("where copying is blocked, it is said", async ({ page }) => {
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new Error("blocked"));
  });
  await page.locator(".said .said-copy").first().click();
  await page.locator(".said .said-copy", { hasText: "Copying is blocked" }).waitFor();
  await openSheet(page);
  await page.click("#copy");
  await page.locator("#saved", { hasText: "Copying is blocked in this browser. Use Download." }).waitFor();
});

test("a sheet that is not there says so, and the page goes on", async ({ browser }) => {
  const { page, context } = await open(browser, { serviceWorkers: "block" });
  await page.route("**/later/*.js", (route) => route.abort());
  await page.click("#show-sources");
  await page.locator("#noticed", { hasText: "not here yet" }).waitFor();
  await page.click("#show-export");
  await page.locator("#saved", { hasText: "not here yet" }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator("#article mark.person").first().click();
  assert.ok(await page.locator("#card").isVisible());
  await context.close();
});

plain("a citation has what is known, and no more", () => {
  const all = { words: "“So,”", isParaphrase: false, speaker: "Ana Ruiz", role: "mayor", publication: "Riverside Ledger", date: "14 October 2025" };
  assert.equal(citation(all), "“So,” Ana Ruiz, mayor, Riverside Ledger, 14 October 2025");
  assert.equal(citation({ ...all, role: "", publication: "", date: "" }), "“So,” Ana Ruiz");
  assert.equal(citation({ ...all, words: "“So”" }), "“So”, Ana Ruiz, mayor, Riverside Ledger, 14 October 2025");
  assert.equal(citation({ ...all, words: "that it was late", isParaphrase: true, publication: "" }), "that it was late (paraphrase), Ana Ruiz, mayor, 14 October 2025");
  assert.equal(citation({ ...all, speaker: "", role: "", publication: "", date: "" }), "“So,”");
});
