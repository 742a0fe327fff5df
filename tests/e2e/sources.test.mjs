// Whom an article quotes, at a glance and in a table; what is doubtful, one key each; dates and spelling as the browser has them.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test as plain } from "node:test";
import { namedSources, sourcesOf } from "../../www/reading/sources.js";
import { open, pageTests, setText } from "./browser.mjs";

const test = pageTests();

const ARTICLE = `Bridge to open

LISBON, March 4, 2026 — “We will build it, and we will build it well,” Mayor Ana Ruiz said. She said that the cables were strong.

Paul Mercier, director of the Lisbon Port Authority, said that the port was ready.

“Nobody asked us,” a source said.

“It will rain.”
`;

test("the row of controls counts the sources, and the table tells them apart", async ({ page }) => {
  await setText(page, ARTICLE);
  const button = page.locator("#show-sources");
  assert.equal(await button.textContent(), "Sources: 2");
  await button.click();
  await page.locator("#sources table").waitFor();
  const rows = await page.locator("#sources tbody tr").evaluateAll((all) => all.map((row) => [row.className, row.querySelector("th")?.innerText.replaceAll(/\s*\n\s*/g, " | "),
    ...[...row.querySelectorAll("td.number")].map((cell) => cell.textContent)]));
  assert.deepEqual(rows.slice(0, 2), [
    ["source named", "Ana Ruiz | Mayor · In the text: she", "1", "1", "15"],
    ["source named", "Paul Mercier | director of the Lisbon Port Authority", "0", "1", "5"],
  ]);
  assert.ok(rows.some(([kind, name]) => kind === "source unnamed" && /^a source/.test(String(name))), JSON.stringify(rows));
  assert.match(await page.innerText("#sources .sources-sum"), /^Named sources: 2 people\. 1 source without a name\.$/);
  assert.match(await page.innerText("#sources .points"), /Ana Ruiz has \d+% of all quoted words\.\s+1 quote from a source without a name: a source/);
  assert.match((await page.getAttribute("#sources .strip.voice", "aria-label")) ?? "", /^Ana Ruiz: \d+%$/);
  assert.match((await page.getAttribute("#sources .strip.where", "aria-label")) ?? "", /^From \d+% to \d+% of the article$/);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save-sources")]);
  assert.equal(download.suggestedFilename(), "bridge-to-open-sources.csv");
  assert.match(await readFile(await download.path(), "utf8"), /^\ufeffSource,Kind,[^]*\r\nAna Ruiz,Person,Mayor,,she,1,1,15,/);
  await page.locator("#sources").getByRole("button", { name: "Show the first quote of Paul Mercier" }).click();
  assert.ok(await page.locator("#sources").isHidden());
  assert.match((await page.evaluate(() => document.activeElement?.textContent)) ?? "", /port was ready/);
  await page.keyboard.press("Escape");
  assert.ok(await button.evaluate((button) => button === document.activeElement), "and Escape leads back");
});

test("on paper the open table stands alone", async ({ page }) => {
  await page.click("#show-sources");
  await page.locator("#sources table").waitFor();
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator("#sources table").isVisible());
  for (const hidden of ["#article", "#panel", "#bar", "#save-sources"]) assert.ok(await page.locator(hidden).isHidden(), hidden);
});

plain("one source is pointed out, what may be no quote does not count, and who speak together each said it", () => {
  const text = "“So,” Ana and Bo said. No.";
  const at = (/** @type {string} */ words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, text: words });
  const quote = (/** @type {number[]} */ entities, /** @type {number} */ score) =>
    ({ ...at("“So,”"), parts: [at("“So,”")], kind: "direct", cue: null, rule: "turn", score, speaker: { ...at("Ana and Bo"), entities, score: 1 } });
  const article = (/** @type {any[]} */ ...quotes) => /** @type {any} */ ({ text, annotations: {
    entities: ["Ana", "Bo"].map((name, id) => ({ id, type: "person", name, roles: [], mentions: [id] })),
    mentions: ["Ana", "Bo"].map((name, entity) => ({ ...at(name), entity, form: "name", score: 1 })), quotes, dates: [], blocks: [] } });
  assert.deepEqual(sourcesOf(article(quote([0, 1], 0.9))).map(({ name, words, share }) => [name, words, share]), [["Ana", 1, 0.5], ["Bo", 1, 0.5]]);
  assert.deepEqual(sourcesOf(article(quote([0], 0.4))), []);
  assert.equal(namedSources(sourcesOf(article(quote([0], 0.9), { ...quote([], 0.9), speaker: null }))).length, 1);
  assert.deepEqual(sourcesOf(article({ ...quote([], 0.9), speaker: { ...at("Ana"), text: "the report", entities: [], score: 1 } })).map(({ kind }) => kind), ["document"]);
});

test("what is doubtful is walked through: right, wrong, mend", async ({ page }) => {
  const count = async () => Number(/\d+/.exec((await page.textContent("#show-checks")) ?? "")?.[0]);
  const all = await count();
  assert.ok(all >= 3);
  await page.click("#show-checks");
  const first = await page.locator("#card .card-title").textContent();
  await page.keyboard.press("r");
  assert.equal(await count(), all - 1);
  const marks = await page.locator("#article mark[tabindex]").count();
  await page.keyboard.press("w");
  assert.equal(await page.locator("#article mark[tabindex]").count(), marks - 1);
  assert.equal(await page.textContent("#noticed"), "Highlight removed");
  await page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector("#letters")).click());
  const left = await count();
  await page.keyboard.press("r");
  assert.equal(await count(), left, "single letters are off");
  await page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector("#letters")).click());
  await page.keyboard.press("m");
  assert.ok(await page.evaluate(() => document.activeElement?.matches("#card select")), "the controls that mend it");
  await page.keyboard.press("Escape");
  for (let left = await count(); left > 0; left -= 1) {
    await page.click("#show-checks");
    await page.keyboard.press("r");
  }
  assert.ok(await page.locator("#show-checks").isHidden());
  assert.match((await page.textContent("#noticed")) ?? "", /All doubtful findings are checked$/);
  assert.ok(await page.evaluate(() => document.activeElement?.id === "article"), "the focus is not lost");
  assert.ok(first);
});

test("a date is corrected in words, and what is none is refused in words", async ({ page }) => {
  await setText(page, "Ana Ruiz left on Friday.");
  await page.locator("#article mark.date").click();
  assert.match(await page.innerText("#card"), /^Date\s+Friday \(week unknown\)\s+Set the article’s date/);
  assert.doesNotMatch(await page.innerText("#card"), /XXXX/, "no code, but under Details");
  const field = page.locator("#card [data-control=value]");
  await field.fill("soonish");
  await field.press("Enter");
  assert.equal(await page.textContent("#value-help"), "That isn’t a date we can read. Try 15 Oct 2025, May 2026 or 3 days.");
  for (const [written, read] of [["15 Oct 2025", "Wednesday, October 15, 2025"], ["May 2026", "May 2026"], ["3 days", "3 days"]]) {
    await field.fill(written ?? "");
    await field.press("Enter");
    assert.equal(await page.locator("#card .card-title").textContent(), read);
  }
  await page.click("#card summary");
  assert.match(await page.innerText("#card .card-codes"), /Date code\s+P3D/);
});

test("one line for each dated sentence, with who is in it", async ({ page }) => {
  await setText(page, "Ana Ruiz met Paul Mercier on May 3, 2026. The bridge opened in 2019.");
  await page.click("#tab-dates");
  const rows = await page.locator("#index-dates .date-row").evaluateAll((all) => all.map((row) => [...row.children].map((part) => part.textContent)));
  assert.deepEqual(rows, [["2019", "The bridge opened in 2019."], ["Sunday, May 3, 2026", "Ana Ruiz met Paul Mercier on May 3, 2026.", "With Ana Ruiz, Paul Mercier"]]);
});

test("no two labels of the timeline touch", async ({ page }) => {
  for (const date of ["2026-03-04", "2025-12-30", "2024-02-01", "2031-01-01"]) {
    await page.fill("#date", date);
    await page.click("#tab-dates");
    const boxes = await page.locator(".timeline .tick").evaluateAll((all) => all.map((tick) => tick.getBoundingClientRect()).map(({ left, right }) => [left, right]).sort(([a], [b]) => (a ?? 0) - (b ?? 0)));
    for (const [index, box] of boxes.entries()) assert.ok(index === 0 || (box[0] ?? 0) >= (boxes[index - 1]?.[1] ?? 0), `${date}: ${JSON.stringify(boxes)}`);
  }
});

for (const [locale, day, organizations] of /** @type {const} */ ([["en-GB", /^Wednesday,? 4 March 2026/, "Organisations"], ["en-US", /^Wednesday, March 4, 2026/, "Organizations"], ["fr-FR", /^Wednesday,? 4 March 2026/, "Organisations"]])) {
  test(`dates and spelling are those of ${locale}`, async ({ browser }) => {
    const { page, context } = await open(browser, { locale });
    assert.match((await page.textContent("#dated")) ?? "", day);
    assert.equal(await page.locator("#legend .sample.organization").textContent(), organizations);
    await context.close();
  });
}

test("on a phone the sheet never covers what was tapped, and has a cross and every control", async ({ browser }) => {
  const { page, context } = await open(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const marks = page.locator("#article mark.person");
  await marks.nth(3).evaluate((mark) => scrollBy(0, mark.getBoundingClientRect().top - 790));
  await marks.nth(3).tap();
  const [mark, card] = [await marks.nth(3).boundingBox(), await page.locator("#card").boundingBox()];
  assert.ok(mark && card && mark.y + mark.height <= card.y && mark.y >= 0, JSON.stringify([mark, card]));
  assert.equal(await page.getAttribute("#card", "role"), "dialog");
  assert.ok(await page.locator("#card select[data-control=type]").isVisible());
  for (const target of await page.locator("#bar :is(button, summary, input[type=search], .views label), #card :is(button, select, summary), .masthead :is(button, select)").all()) {
    if (!(await target.isVisible())) continue;
    const box = await target.boundingBox();
    assert.ok(box && box.height >= 44, `${await target.evaluate((element) => element.outerHTML)} ${box?.height}`);
  }
  await page.locator("#card").getByRole("button", { name: "Close" }).tap();
  assert.ok(await page.locator("#card").isHidden());
  await context.close();
});

test("what is looked for stays in sight, and the controls are one row", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.fill("#find", "test crossing");
  await page.press("#find", "Enter");
  assert.ok(await page.evaluate(() => scrollY > 200), "the place is far down");
  const box = await page.locator("#find").boundingBox();
  assert.ok(box && box.y >= 0 && box.y < 40, JSON.stringify(box));
  const bar = await page.locator("#bar").boundingBox();
  assert.ok(bar && bar.height < 60, `${bar?.height}`);
  await page.fill("#find", '"we have argued');
  assert.equal(await page.textContent("#found"), "1 match", "any form of quotation mark is found");
});
