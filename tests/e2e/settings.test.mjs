// What a reader sets, and what a newsroom fills in, is there again: in this tab, and in the browser once its reader has agreed.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { ready, pageTests, setText } from "./browser.mjs";

/** @typedef {import("playwright-core").Page} Page */

const test = pageTests();

const ARTICLE = `Bridge to open

LISBON, March 4, 2026 — “We will build it, and we will build it well,” Mayor Ana Ruiz said. She said that the cables were strong.

Paul Mercier, director of the Lisbon Port Authority, said that the port was ready.

“Nobody asked us,” a source said.
`;
const NEXT = "A new quay\n\n“The quay is next,” said Paul Mercier on Friday.\n\n“We wait,” said Bo Lind, a fisher.\n";

/** @param {Page} page  @param {string} name */
async function addColumn(page, name) {
  await page.fill("#add-column", name);
  await page.locator("#sources .own-adding button").click();
}

/** What stands in the reader's own cells, by row. @param {Page} page */
const cells = (page) => page.locator("#sources .table tbody tr").evaluateAll((rows) =>
  rows.map((row) => [row.querySelector("th button")?.textContent, ...[...row.querySelectorAll("input")].map((field) => field.value)]));

test("columns of the newsroom are filled in by hand, summed up, remembered for a person, and in the spreadsheet", async ({ page }) => {
  await setText(page, ARTICLE);
  await page.click("#show-sources");
  await addColumn(page, "Community");
  await addColumn(page, "community");
  assert.deepEqual(await page.locator("#sources thead th.own").allInnerTexts(), ["Community×"], "a column is there once");
  await page.getByLabel("Community of Ana Ruiz").fill("  North   side ");
  await page.getByLabel("Community of Paul Mercier").fill("Harbour");
  await page.keyboard.press("Tab");
  assert.equal(await page.locator("#sources tr.unnamed input").count(), 0, "who has no name is not remembered");
  const sum = (await page.innerText("#sources .own-sums")).replaceAll(/\s+/g, " ");
  assert.match(sum, /^By Community North side 1 source \d+% Harbour 1 source \d+%$/);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save-sources")]);
  const table = await readFile(await download.path(), "utf8");
  assert.match(table, /,Last at,Community\r\n/);
  assert.match(table, /\r\nAna Ruiz,.*,North side\r\n/);
  await page.locator("#sources").getByRole("button", { name: "Close" }).click();

  await setText(page, NEXT);
  await page.click("#show-sources");
  await page.getByLabel("Community of Bo Lind").waitFor();
  assert.deepEqual((await cells(page)).sort(), [["Bo Lind", ""], ["Paul Mercier", "Harbour"]]);
  assert.match((await page.innerText("#sources .own-sums")).replaceAll(/\s+/g, " "), /Harbour 1 source \d+% Not filled in 1 source \d+%$/);

  await page.getByRole("button", { name: "Remove the column Community" }).click();
  assert.equal(await page.locator("#sources input[aria-label^=Community]").count(), 0);
  await addColumn(page, "Community");
  assert.deepEqual((await cells(page)).sort(), [["Bo Lind", ""], ["Paul Mercier", "Harbour"]], "what was filled in comes back with its column");
});

test("the same columns audit a dossier", async ({ page }) => {
  await setText(page, ARTICLE);
  await page.click("#show-sources");
  await addColumn(page, "Community");
  await page.getByLabel("Community of Paul Mercier").fill("Harbour");
  await page.locator("#sources").getByRole("button", { name: "Close" }).click();
  await page.click("#show-dossier");
  await page.setInputFiles("#dossier input[type=file]", [ARTICLE, NEXT].map((text, at) => ({ name: `${at}.txt`, mimeType: "text/plain", buffer: Buffer.from(text) })));
  await page.locator("#dossier .dossier-article", { hasText: "A new quay" }).filter({ hasText: "2 quotes" }).waitFor();
  await page.click("#tab-dossier-sources");
  assert.equal(await page.locator("#dossier").getByLabel("Community of Paul Mercier").inputValue(), "Harbour");
  await page.locator("#dossier").getByLabel("Community of Bo Lind").fill("Harbour");
  await page.keyboard.press("Tab");
  assert.match((await page.innerText("#dossier .own-sums")).replaceAll(/\s+/g, " "), /By Community Harbour 2 sources \d+% Not filled in 1 source/);
});

test("view, kinds and keys are there again after a reload, and what is not highlighted is said", async ({ page }) => {
  await page.check("input[name=view][value=quotes]");
  await page.click("#filters > summary");
  await page.click("#legend [data-kind=quote]");
  await page.keyboard.press("Escape");
  await page.click("#show-keys");
  await page.uncheck("#letters");
  await page.keyboard.press("Escape");
  await page.reload();
  await ready(page);
  assert.ok(await page.isChecked("input[name=view][value=quotes]"));
  assert.ok(!await page.isChecked("#letters"));
  assert.equal(await page.getAttribute("#legend [data-kind=quote]", "aria-pressed"), "false");
  assert.deepEqual((await page.getAttribute("#article", "data-off"))?.split(" ").includes("person"), true);
  const chip = page.getByRole("button", { name: "Remove filter: Not highlighted: Quotes" });
  await chip.click();
  assert.equal(await page.getAttribute("#legend [data-kind=quote]", "aria-pressed"), "true");
  assert.ok(await chip.isHidden());
});

test("settings outlive the tab only once the reader agrees, and are gone with everything else", async ({ page, context }) => {
  await page.check("input[name=view][value=names]");
  const other = async () => {
    const tab = await context.newPage();
    await tab.goto(page.url());
    await ready(tab);
    const view = await tab.locator("input[name=view]:checked").inputValue();
    await tab.close();
    return view;
  };
  assert.equal(await other(), "all");
  await page.click("#show-dossier");
  await page.getByLabel("Keep my articles in this browser").check();
  await page.getByText("kept in this browser, on this device alone").waitFor();
  assert.equal(await other(), "names");
  await page.getByRole("button", { name: "Delete everything" }).click();
  await page.locator("dialog .primary", { hasText: "Delete everything" }).click();
  await page.getByText("Everything was deleted.").waitFor();
  assert.equal(await other(), "all");
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
});

test("settings that others wrote and that are none do no harm", async ({ page }) => {
  for (const given of ["{", "null", "[]", "7", '{"view":7,"off":"x","columns":[1],"people":{"ana":7},"letters":"no"}', '{"view":"\\"]<b>","off":["none"],"columns":["<img>"],"people":{}}']) {
    await page.evaluate((given) => sessionStorage.setItem("newsmark.settings", given), given);
    await page.reload();
    await ready(page);
    await page.click("#show-sources");
    await page.locator("#sources table").first().waitFor();
    assert.equal(await page.locator("#sources img").count(), 0);
  }
});
