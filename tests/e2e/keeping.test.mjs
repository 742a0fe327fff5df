// Nothing is lost: everything can be undone, whatever has the focus; a reload brings the work back; and what goes wrong is said.

import assert from "node:assert/strict";
import { address, open, pageTests, ready, setText } from "./browser.mjs";

const test = pageTests();

const ARTICLE = `“We will build it,” Ana Ruiz said on March 4, 2026.

Paul Mercier said that Lisbon was ready. Ruiz left Lisbon.
`;

/** @typedef {import("./browser.mjs").Page} Page */

/** @param {Page} page */
const shown = (page) => page.textContent("#article");
/** @param {Page} page  @param {string | null} text */
const shows = (page, text) => page.waitForFunction((text) => document.querySelector("#article")?.textContent === text, text);
/** What the line at the foot says. @param {Page} page */
const said = (page) => page.textContent("#noticed");

/** Pastes into the page. @param {Page} page  @param {string} text */
const paste = (page, text) => page.evaluate((text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}, text);

test("clearing, pasting and choosing an example are taken back, each with its corrections", async ({ page }) => {
  await paste(page, ARTICLE);
  assert.equal(await said(page), "Article replaced");
  await page.locator("#article mark", { hasText: /^Lisbon$/ }).first().click();
  await page.selectOption("#card [data-control=type]", "person");
  await page.keyboard.press("Escape");
  await page.click("#edit");
  await page.click("#clear");
  assert.equal(await shown(page), "");
  assert.equal(await said(page), "Article cleared");
  await page.keyboard.press("Control+z");
  await shows(page, ARTICLE);
  assert.equal(await page.locator("#article mark.person", { hasText: /^Lisbon$/ }).count(), 2, "with what was corrected");
  await page.keyboard.press("Control+z");
  assert.equal(await page.locator("#article mark.place", { hasText: /^Lisbon$/ }).count(), 2);
  const sample = await page.evaluate(() => document.querySelector("#article")?.textContent);
  await page.selectOption("#sample", "1");
  await page.waitForFunction((sample) => document.querySelector("#article")?.textContent !== sample, sample);
  await page.click("#notice-act");
  await shows(page, ARTICLE);
  await page.click("#notice-act");
  await page.waitForFunction((sample) => document.querySelector("#article")?.textContent !== sample, sample);
  assert.equal(await said(page), "Done again: Example opened");
});

test("Ctrl+Z works from a list, a slider and a view, and a field takes its own letters back first", async ({ page }) => {
  await paste(page, ARTICLE);
  await page.locator("#article mark.person").first().click();
  const type = page.locator("#card [data-control=type]");
  for (const focus of ["#sample", "#least", "input[name=view]"]) {
    await page.locator("#article mark", { hasText: /^Ana Ruiz$/ }).click();
    await type.selectOption("group");
    assert.equal(await page.locator("#article mark.group").count(), 2);
    await page.keyboard.press("Escape");
    if (focus === "#least") await page.click("#filters summary");
    await page.focus(focus);
    await page.keyboard.press("Control+z");
    assert.equal(await page.locator("#article mark.group").count(), 0, focus);
  }
  await page.keyboard.press("Escape");
  await page.focus("#find");
  await page.keyboard.type("x");
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => /** @type {HTMLInputElement} */ (document.querySelector("#find")).value === "");
  assert.equal(await shown(page), ARTICLE);
  await page.click("#edit");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("More.");
  await shows(page, `${ARTICLE}More.`);
  // A browser takes back letter by letter, or all that was typed at once.
  for (let letter = 0; letter < 5 && (await page.inputValue("#text")) !== ARTICLE; letter += 1) await page.keyboard.press("Control+z");
  await shows(page, ARTICLE);
});

test("a reload brings text, date and corrections back in this tab, and in no other", async ({ page, context }) => {
  await setText(page, ARTICLE);
  await page.fill("#date", "2026-03-05");
  await page.fill("#publication", "Riverside Ledger");
  await page.locator("#article mark", { hasText: /^Lisbon$/ }).first().click();
  await page.selectOption("#card [data-control=type]", "person");
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await ready(page);
  assert.equal(await shown(page), ARTICLE);
  assert.deepEqual([await page.inputValue("#date"), await page.inputValue("#publication"), await page.inputValue("#text")], ["2026-03-05", "Riverside Ledger", ARTICLE]);
  assert.equal(await page.locator("#article mark.person", { hasText: /^Lisbon$/ }).count(), 2);
  const other = await context.newPage();
  await other.goto(address);
  await ready(other);
  assert.notEqual(await shown(other), ARTICLE);
});

test("a text of one's own outlives the link that one came by", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await setText(page, ARTICLE);
  await page.click("#show-export");
  await page.click("#share");
  await page.waitForFunction(() => document.getElementById("saved")?.textContent?.startsWith("Link copied"));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await shows(other, ARTICLE);
  await paste(other, "Bo Lind left.");
  await shows(other, "Bo Lind left.");
  await other.reload();
  await ready(other);
  assert.equal(await shown(other), "Bo Lind left.");
  // The link again, in the same tab: their own text is one key away.
  await other.goto("about:blank");
  await other.goto(link);
  await shows(other, ARTICLE);
  await ready(other);
  await other.keyboard.press("Control+z");
  await shows(other, "Bo Lind left.");
  // And a link that is damaged takes nothing away.
  await other.goto("about:blank");
  await other.goto(`${address}#text=AAAA`);
  await ready(other);
  assert.equal(await other.textContent("#failure"), "This link is damaged: part of the article in it is missing. Ask for the link again, or paste the article.");
  assert.equal(await shown(other), "Bo Lind left.");
});

test("where storage is blocked, it is said once, and work goes on", async ({ browser }) => {
  const { page, context } = await open(browser);
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get: () => { throw new DOMException("blocked", "SecurityError"); } });
  });
  await page.reload();
  await ready(page);
  await paste(page, ARTICLE);
  await page.locator("#noticed", { hasText: "Your browser blocks storage" }).waitFor();
  await page.locator("#article mark", { hasText: /^Lisbon$/ }).first().click();
  await page.selectOption("#card [data-control=type]", "person");
  assert.equal(await page.textContent("#corrected"), "1 correction, not saved: your browser blocks storage");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  assert.equal(await page.locator("#article mark.place", { hasText: /^Lisbon$/ }).count(), 2);
  await context.close();
});

test("where storage is full, it is said in other words", async ({ page }) => {
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await paste(page, ARTICLE);
  await page.locator("#noticed", { hasText: "too long to be here after a reload" }).waitFor();
  assert.equal(await shown(page), ARTICLE);
});

test("a filter is seen as a chip, goes with its cross and with its article, and follows a name, not a number", async ({ page }) => {
  await setText(page, ARTICLE);
  await page.click("#done");
  await page.click("#filters summary");
  await page.selectOption("#kind", "reported");
  await page.selectOption("#only", { label: "Paul Mercier" });
  await page.click("#filters-close");
  assert.deepEqual(await page.locator("#chips .chip").allTextContents(), ["Only Paul Mercier ×", "Only paraphrases ×"]);
  assert.deepEqual(await page.locator("#index-quotes .said-text").allTextContents(), ["that Lisbon was ready"]);
  // A name before his is removed: he is another number, and still shown alone.
  await page.click("#chips .chip >> nth=0");
  await page.locator("#article mark", { hasText: /^Ana Ruiz$/ }).click();
  await page.locator("#card").getByRole("button", { name: "Remove all 2" }).click();
  await page.click("#filters summary");
  await page.selectOption("#only", { label: "Paul Mercier" });
  await page.click("#filters-close");
  await page.keyboard.press("Control+z");
  assert.equal(await page.locator("#chips .chip").first().textContent(), "Only Paul Mercier ×");
  assert.deepEqual(await page.locator("#article mark.person").allTextContents(), ["Paul Mercier"]);
  await paste(page, "“So,” Bo Lind said.");
  await shows(page, "“So,” Bo Lind said.");
  assert.ok(await page.locator("#chips").isHidden(), "another article has no filter");
  assert.equal(await page.locator("#index-quotes .said").count(), 1);
});

test("the table of sources leads to a quote that a filter hides", async ({ page }) => {
  await setText(page, ARTICLE);
  await page.click("#filters summary");
  await page.selectOption("#only", { label: "Paul Mercier" });
  await page.click("#filters-close");
  await page.click("#show-sources");
  await page.locator("#sources").getByRole("button", { name: "Show the first quote of Paul Mercier" }).click();
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "that Lisbon was ready");
  assert.ok(await page.locator("#chips").isVisible(), "it was shown already");
  await page.click("#show-sources");
  await page.locator("#sources").getByRole("button", { name: "Show the first quote of Ana Ruiz" }).click();
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "“We will build it,”");
  assert.ok(await page.locator("#chips").isHidden());
});

test("an empty list says that a filter is on, and takes it off", async ({ page }) => {
  await setText(page, "“So,” Bo Lind said.");
  await page.click("#filters summary");
  await page.selectOption("#kind", "reported");
  await page.click("#filters-close");
  assert.match(await page.innerText("#index-quotes"), /No quotes found\.\s+Nothing matches the filter\. Clear it/);
  await page.locator("#index-quotes").getByRole("button", { name: "Clear it" }).click();
  assert.equal(await page.locator("#index-quotes .said").count(), 1);
});
