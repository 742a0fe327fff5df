// What axe-core finds wrong in each view: nothing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, isClean, modes } from "./axe.mjs";
import { address, launch, open } from "./browser.mjs";

/** @type {import("./browser.mjs").Browser} */
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser.close());

for (const [name, options] of modes) {
  test(`axe-core finds nothing wrong: ${name}`, async () => {
    const { page, context } = await open(browser, options);
    await page.evaluate(axe);
    await isClean(page, "quotes");
    for (const tab of ["names", "dates"]) {
      await page.click(`#tab-${tab}`);
      await isClean(page, tab);
    }
    await page.locator("#article mark.person").first().focus();
    await isClean(page, "a card");
    await page.keyboard.press("Enter");
    await isClean(page, "a card that stays");
    await page.locator("#card select").first().selectOption("group");
    await page.keyboard.press("Escape");
    await isClean(page, "corrections");
    await page.click("#show-keys");
    await isClean(page, "the keys");
    await page.keyboard.press("Escape");
    await page.click("#filters summary");
    await page.selectOption("#kind", "direct");
    await isClean(page, "filters");
    await page.click("#filters-close");
    await page.click("#show-export");
    await page.locator("#format option").first().waitFor({ state: "attached" });
    await isClean(page, "export");
    await page.keyboard.press("Escape");
    await page.click("#show-sources");
    await page.locator("#sources table").waitFor();
    await isClean(page, "sources");
    await page.keyboard.press("Escape");
    await page.click("#show-checks");
    await isClean(page, "a doubtful finding");
    await page.keyboard.press("Escape");
    await page.click("#edit");
    await isClean(page, "editing");
    await page.fill("#text", "");
    await isClean(page, "no text");
    await page.setInputFiles("#file", "tests/files/columns.pdf");
    await page.locator("#arrival").waitFor();
    await isClean(page, "what was left out");
    await page.setInputFiles("#file", "tests/files/undated.pdf");
    await page.locator("#use-date").waitFor();
    await isClean(page, "a day that is offered");
    await page.fill("#text", "Der Stadtrat von Solvik hat am Montag beschlossen, dass die Brücke nicht geöffnet wird.");
    await page.locator("#language").waitFor();
    await isClean(page, "another language");
    await page.setInputFiles("#file", "tests/files/scan.pdf");
    await page.locator("#failure").waitFor();
    await isClean(page, "a file that is refused");
    await context.close();
  });
}

test("axe-core finds nothing wrong with a page that is marked", async () => {
  const { page, context } = await open(browser);
  await page.goto(`${address}examples/marking.html`);
  await page.click("#toggle");
  await page.locator("newsmark-overlay .stop").press("ArrowRight");
  await page.evaluate(axe);
  await isClean(page, "the marked page");
  await context.close();
});

test("axe-core finds nothing wrong with the element on a page, and would find what is", async () => {
  const { page, context } = await open(browser);
  await page.goto(`${address}examples/element.html`);
  await page.locator("news-mark .line").waitFor();
  await page.evaluate(axe);
  await isClean(page, "the element");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await isClean(page, "the ways into it");
  await page.keyboard.press("Enter");
  await isClean(page, "its first mark");
  await page.keyboard.press("Escape");
  for (const tab of ["Quotes", "Names", "Dates"]) {
    await page.locator("news-mark [role=tab]", { hasText: tab }).click();
    await isClean(page, tab);
  }
  await page.locator("news-mark .panel").evaluate((panel) => panel.append(document.createElement("button")));
  await assert.rejects(isClean(page, "a button without a name"), /button-name/);
  await context.close();
});
