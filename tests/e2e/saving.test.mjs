// Saving and copying what was found.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { pageTests, setText } from "./browser.mjs";

const ARTICLE = "“We will build it,” Ana Ruiz said on March 4, 2026.\n";

/** What a file of each format has in it, and how its name ends. */
const FILES = [
  { name: "JSON", ending: "json", holds: '"schema": 2' },
  { name: "Web Annotations (JSON-LD)", ending: "jsonld", holds: '"exact": "Ana Ruiz"' },
  { name: "HTML page", ending: "html", holds: "<!doctype html>" },
  { name: "Who said what (Markdown)", ending: "md", holds: "## Ana Ruiz" },
  { name: "TEI", ending: "xml", holds: "<persName>Ana Ruiz</persName>" },
  { name: "brat standoff", ending: "ann", holds: "\tAna Ruiz" },
  { name: "Training lines (CoNLL)", ending: "tsv", holds: "Ana\tB-PERSON\nRuiz\tI-PERSON" },
  { name: "Names (CSV)", ending: "csv", holds: "0,person,Ana Ruiz" },
  { name: "Quotes (CSV)", ending: "csv", holds: "“We will build it,”" },
  { name: "Dates (CSV)", ending: "csv", holds: "2026-03-04" },
];

const test = pageTests(async (page) => {
  await setText(page, ARTICLE);
  await page.click("#done");
});

test("each format is downloaded, whole and without a request", async ({ page, requests }) => {
  const before = requests.length;
  assert.deepEqual(await page.locator("#format option").allTextContents(), FILES.map(({ name }) => name));
  for (const { name, ending, holds } of FILES) {
    await page.selectOption("#format", { label: name });
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#saving button[type=submit]")]);
    assert.equal(download.suggestedFilename(), `article.${ending}`);
    const content = await readFile(await download.path(), "utf8");
    assert.ok(content.includes(holds), `${name}: ${content}`);
    assert.equal(await page.locator("#saved").textContent(), `Saved as article.${ending}`);
  }
  assert.deepEqual(requests.slice(before).filter((url) => !url.startsWith("blob:")), []);
});

test("what is saved is of the date that the reader gives", async ({ page }) => {
  await setText(page, "Ana Ruiz left yesterday.\n");
  await page.fill("#date", "2022-01-03");
  await page.selectOption("#format", { label: "Dates (CSV)" });
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#saving button[type=submit]")]);
  assert.match(await readFile(await download.path(), "utf8"), /yesterday,date,2022-01-02/);
});

test("what is copied is what would be saved", async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.selectOption("#format", { label: "Who said what (Markdown)" });
  await page.click("#copy");
  await page.waitForFunction(() => document.getElementById("saved")?.textContent === "Who said what (Markdown) copied");
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^# Who said what\n/);
});
