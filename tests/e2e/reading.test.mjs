// Reading: the keyboard, the index beside the article, copying.

import assert from "node:assert/strict";
import { pageTests, setText } from "./browser.mjs";

const ARTICLE = `“We will build it,” Ana Ruiz said on March 4, 2026.

Paul Mercier said that Lisbon was ready. Ruiz agreed.
`;

const test = pageTests(async (page) => {
  await setText(page, ARTICLE);
  await page.click("#done");
});

/** @param {import("./browser.mjs").Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.textContent);

test("the article is one tab stop, and arrows go from mark to mark", async ({ page }) => {
  const marks = await page.locator("#article mark[tabindex]").allTextContents();
  assert.ok(marks.length >= 6, marks.join(" | "));
  assert.equal(await page.locator("#article mark[tabindex='0']").count(), 1);
  await page.locator("#article mark[tabindex='0']").focus();
  const seen = [await focused(page)];
  for (let step = 1; step < marks.length; step += 1) {
    await page.keyboard.press("ArrowRight");
    seen.push(await focused(page));
  }
  assert.deepEqual(seen, marks, "every mark, in order");
  await page.keyboard.press("ArrowRight");
  assert.equal(await focused(page), marks.at(-1), "and it stops at the last");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await focused(page), marks.at(-2));
  assert.ok(await page.locator("#card").isVisible());
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.closest("#article")), null, "Tab leaves");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await focused(page), marks.at(-2), "and comes back to where it was");
});

test("kinds that are off are passed over", async ({ page }) => {
  await page.click("#filters summary");
  const people = page.locator("#legend button", { hasText: "People" });
  await people.focus();
  await page.keyboard.press("Space");
  await page.locator("#article mark[tabindex='0']").focus();
  const count = await page.locator("#article mark[tabindex]:not(.person)").count();
  for (let step = 0; step < count + 2; step += 1) {
    assert.ok(await page.evaluate(() => !document.activeElement?.matches(".person")));
    await page.keyboard.press("ArrowRight");
  }
});

test("focus can be seen", async ({ page }) => {
  await page.locator("#edit").focus();
  await page.keyboard.press("Tab");
  for (let step = 0; step < 25; step += 1) {
    const outline = await page.evaluate(() => {
      const active = document.activeElement;
      return active && active !== document.body ? `${active.tagName}#${active.id} ${getComputedStyle(active).outlineStyle}` : "left";
    });
    if (outline === "left") break;
    assert.doesNotMatch(outline, / none$/);
    await page.keyboard.press("Tab");
  }
});

test("the index leads to the text, mention by mention, and back", async ({ page }) => {
  await page.click("#tab-names");
  const row = page.locator("#index-names button", { hasText: "Ana Ruiz" });
  await row.focus();
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), "Ana Ruiz");
  assert.ok(await page.locator("#card").isVisible());
  await page.keyboard.press("Escape");
  assert.ok(await row.evaluate((row) => row === document.activeElement), "Escape returns to the row");
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), "Ana Ruiz");
  await row.click();
  assert.equal(await focused(page), "Ruiz", "the next mention");
});

test("who said what, by speaker", async ({ page }) => {
  await page.click("#tab-quotes");
  const speakers = page.locator("#index-quotes .speaker-name");
  assert.deepEqual(await speakers.allTextContents(), ["Ana Ruiz", "Paul Mercier"]);
  await page.locator("#index-quotes .said-text", { hasText: "We will build it" }).click();
  assert.match((await focused(page)) ?? "", /We will build it/);
});

test("dates in the order of the calendar", async ({ page }) => {
  await setText(page, "It began on May 3, 2026, after talks on March 4, 2026, and a vote in 2019. It lasts three weeks.");
  await page.click("#tab-dates");
  const rows = await page.locator("#index-dates .date-row .row-name").allTextContents();
  assert.deepEqual(rows, ["2019", "Wednesday, March 4, 2026", "Sunday, May 3, 2026", "3 weeks"]);
});

test("the timeline has each date of the calendar, in order, and leads to the text", async ({ page }) => {
  await setText(page, "It began on May 3, 2026, after talks on March 4, 2026, and a vote in 2019. It lasts three weeks.");
  await page.fill("#date", "2026-04-01");
  await page.click("#tab-dates");
  const bars = page.locator(".timeline .span");
  assert.deepEqual(await bars.evaluateAll((all) => all.map((bar) => bar.getAttribute("aria-label"))), [
    "2019: “2019”",
    "Wednesday, March 4, 2026: “March 4, 2026”",
    "Sunday, May 3, 2026: “May 3, 2026”",
  ]);
  const edges = await bars.evaluateAll((all) => all.map((bar) => Number(bar.getAttribute("x"))));
  assert.deepEqual(edges, [...edges].sort((a, b) => a - b));
  const today = Number(await page.getAttribute(".timeline .today", "x1"));
  assert.ok(edges[1] < today && today < edges[2], `the article's day stands between: ${edges} ${today}`);
  await bars.nth(1).focus();
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), "March 4, 2026");
  assert.match(await page.locator("#index-dates .row-context").first().innerText(), /^It began on May 3.*2019\.$/s);
});

test("one date alone, and dates without a day to measure from", async ({ page }) => {
  await page.click("#tab-dates");
  await setText(page, "It began on May 3, 2026.");
  await page.waitForFunction(() => document.querySelectorAll("#index-dates .date-row").length === 1);
  assert.equal(await page.locator(".timeline").count(), 0);
  await setText(page, "It began in 1931 and ended in 1950.");
  await page.waitForFunction(() => document.querySelectorAll(".timeline .span").length === 2);
  assert.deepEqual(await page.locator(".timeline .tick").allTextContents(), ["January 1, 1931", "December 31, 1950"]);
});

test("tabs follow the arrow keys", async ({ page }) => {
  await page.focus("#tab-quotes");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.getAttribute("#tab-names", "aria-selected"), "true");
  assert.ok(await page.locator("#index-names").isVisible());
  assert.ok(await page.locator("#index-quotes").isHidden());
  await page.keyboard.press("End");
  assert.equal(await page.getAttribute("#tab-dates", "aria-selected"), "true");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.getAttribute("#tab-quotes", "aria-selected"), "true");
});

test("what is copied is the article, exactly", async ({ page }) => {
  const copied = await page.evaluate(() => {
    const article = document.querySelector("#article");
    if (!article) return null;
    getSelection()?.selectAllChildren(article);
    const event = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
    article.dispatchEvent(event);
    return [event.clipboardData?.getData("text/plain"), event.clipboardData?.getData("text/html")];
  });
  assert.equal(copied?.[0], ARTICLE);
  assert.match(copied?.[1] ?? "", /^<(p|h2)>“We will build it,” Ana Ruiz said on March 4, 2026\.<\/\1>\s*<p>Paul Mercier said that Lisbon was ready\. Ruiz agreed\.<\/p>\s*$/, "paragraphs, and no marks");
});
