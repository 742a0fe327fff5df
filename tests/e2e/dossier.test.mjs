// A dossier: many articles in one tab, from adding them to taking everything away again.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { pageTests, setText } from "./browser.mjs";
import { BRIDGE, FERRY, NURSE, OPENED, archive, dossierOf, rowsOf, settled } from "./dossiers.mjs";

const test = pageTests();

/** @typedef {import("./browser.mjs").Page} Page */

/** What the line at the foot says. @param {Page} page */
const said = (page) => page.textContent("#dossier .dossier-notice [role=status]");

test("articles are added from files, listed in order of time, and kept apart from the page's own", async ({ page }) => {
  await page.click("#show-dossier");
  await page.getByText("Read many articles together").waitFor();
  await page.setInputFiles("#dossier input[type=file]", [FERRY, BRIDGE, OPENED]);
  await settled(page, 3);
  assert.deepEqual(await rowsOf(page), [
    ["Council to decide on bridge", "March 4, 2026 · bridge.txt · 2 quotes"],
    ["Ferry stops for the winter", "March 20, 2026 · ferry.txt · 2 quotes"],
    ["Bridge opens at last", "April 2, 2026 · opened.txt · 2 quotes"],
  ]);
  assert.equal(await said(page), "3 articles added");
  assert.equal(await page.textContent("#dossier-sum"), "3 articles, 6 quotes. Everything stays on your device.");
  await page.setInputFiles("#dossier input[type=file]", [FERRY]);
  await page.getByText("0 articles added; 1 was here already").waitFor();
  await page.keyboard.press("Escape");
  assert.ok(await page.locator("#dossier").isHidden());
  assert.match((await page.textContent("#article")) ?? "", /^Trieste and Rijeka/, "the page shows what it did");
  assert.equal(await page.textContent("#show-dossier"), "Dossier: 3");
});

test("a zip, a JSONL file and several files at once come in through the page, too, and what cannot be read is named", async ({ page }) => {
  const jsonl = [{ text: BRIDGE.buffer.toString(), date: "2026-03-05", publication: "Riverside Ledger" }, { headline: "no text" }].map((line) => JSON.stringify(line)).join("\n");
  await page.setInputFiles("#file", [
    { name: "month.zip", mimeType: "application/zip", buffer: archive({ "march/ferry.txt": FERRY.buffer, "march/.DS_Store": Buffer.from("x"), "march/scan.gif": Buffer.from("GIF89a") }) },
    { name: "list.jsonl", mimeType: "", buffer: Buffer.from(jsonl) },
    { name: "broken.zip", mimeType: "", buffer: Buffer.from("PK\x03\x04 and nothing else") },
  ]);
  await settled(page, 2);
  assert.deepEqual(await rowsOf(page), [
    ["Council to decide on bridge", "March 5, 2026 · Riverside Ledger · list.jsonl · 2 quotes"],
    ["Ferry stops for the winter", "March 20, 2026 · ferry.txt · 2 quotes"],
  ]);
  const refused = page.locator("#dossier .dossier-refused");
  await refused.getByText("3 files could not be added").click();
  assert.deepEqual(await refused.locator("li").allTextContents(), [
    "march/scan.gif is a picture. newsmark cannot read the words in pictures.",
    "Line 2 of list.jsonl is no JSON object with a “text”.",
    "broken.zip is damaged or protected by a password, and cannot be unpacked.",
  ]);
});

test("text is pasted, and the page's own article is added; neither changes the page", async ({ page }) => {
  await setText(page, NURSE.buffer.toString());
  await page.click("#done");
  const before = await page.textContent("#article");
  await page.click("#show-dossier");
  await page.getByRole("button", { name: "Add “Night shifts at the" }).click();
  await page.locator("#dossier .dossier-article").waitFor();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, BRIDGE.buffer.toString());
  await page.locator("#dossier .dossier-article").nth(1).waitFor();
  assert.equal(await page.textContent("#article"), before);
  assert.ok(await page.getByRole("button", { name: /^Add “/ }).isHidden(), "it is here");
  await page.keyboard.press("Control+z");
  await page.locator("#dossier .dossier-article").nth(1).waitFor({ state: "detached" });
  assert.match((await said(page)) ?? "", /^Undone: /);
});

test("people are joined by full name and role; their quotes stand in order of time", async ({ page }) => {
  await dossierOf(page, [OPENED, NURSE, BRIDGE, FERRY]);
  await page.click("#tab-dossier-people");
  const who = await page.locator("#dossier .dossier-who").evaluateAll((all) => all.map((row) => [...row.children].map((part) => part.textContent).join(" | ")));
  assert.ok(who.includes("Ana Ruiz | Mayor · 2 articles · 2 quotes"), who.join("\n"));
  assert.ok(who.includes("Ana Ruiz | nurse at the Eastgate Clinic · 1 article · 1 quote"), who.join("\n"));
  assert.equal(who.filter((row) => /^Mercier \|/.test(row)).length, 1, `a surname alone is joined to nobody: ${who.join("\n")}`);
  await page.locator("#dossier .dossier-who", { hasText: "Mayor · 2 articles" }).click();
  assert.ok(await page.evaluate(() => document.activeElement?.textContent === "Ana Ruiz" && document.activeElement.matches("h3")));
  assert.deepEqual(await page.locator("#dossier .dossier-detail .group-title").allTextContents(), ["March 4, 2026", "April 2, 2026"]);
  assert.deepEqual(await page.locator("#dossier .dossier-detail .said-words").allTextContents(), ["“We will build it,”", "“It is ours,”"]);
  assert.equal(await page.locator("#dossier .dossier-perhaps .quiet").textContent(), "Perhaps the same as Ana Ruiz, nurse at the Eastgate Clinic, 1 article");
});

test("who is who is decided by hand: join, take apart, rename, and back", async ({ page }) => {
  await dossierOf(page, [OPENED, NURSE, BRIDGE]);
  await page.click("#tab-dossier-people");
  const facts = page.locator("#dossier .dossier-detail > .hint");
  await page.locator("#dossier .dossier-who", { hasText: "2 articles · 2 quotes" }).click();
  await page.getByRole("button", { name: "Join with Ana Ruiz" }).click();
  assert.match((await facts.textContent()) ?? "", /3 articles · 3 quotes$/);
  await page.getByRole("button", { name: "The Ana Ruiz of “Night shifts at the clinic” is someone else" }).click();
  assert.match((await facts.textContent()) ?? "", /2 articles · 2 quotes$/);
  await page.locator("#dossier summary", { hasText: "Rename" }).click();
  await page.getByRole("textbox", { name: "New name" }).fill("Ana Ruiz (Riverside)");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#dossier h3.dossier-name").textContent(), "Ana Ruiz (Riverside)");
  await page.locator("#dossier summary", { hasText: "Same as" }).click();
  await page.getByRole("combobox", { name: "Name to join with" }).fill("Nobody here");
  await page.keyboard.press("Enter");
  await page.getByText("Choose a name from the list.").waitFor();
  await page.locator("#dossier h3.dossier-name").focus();
  for (const left of ["Ana Ruiz", "Ana Ruiz", "Ana Ruiz"]) {
    await page.keyboard.press("Control+z");
    assert.equal(await page.locator("#dossier h3.dossier-name").textContent(), left);
  }
  assert.match((await facts.textContent()) ?? "", /2 articles · 2 quotes$/);
});

test("all articles are searched, and sources and dates are of all of them", async ({ page }) => {
  await dossierOf(page, [OPENED, NURSE, BRIDGE, FERRY]);
  await page.click("#tab-dossier-search");
  await page.getByRole("searchbox", { name: "Search in all articles" }).fill("\"we will");
  await page.getByText("1 match in 1 article").waitFor();
  await page.locator("#dossier .dossier-place").click();
  assert.ok(await page.locator("#dossier").isHidden());
  assert.match((await page.textContent("#article")) ?? "", /^Council to decide on bridge/);
  assert.equal(await page.textContent("#found"), "1 of 1");
  await page.click("#show-dossier");
  await page.click("#tab-dossier-sources");
  const table = await page.locator("#dossier tbody tr").evaluateAll((all) => all.map((row) => [row.querySelector(".source-name")?.textContent, ...[...row.querySelectorAll(".number")].map((cell) => cell.textContent)].join(" ")));
  assert.equal(table[0], "Ana Ruiz 2 2 0 7");
  assert.match((await page.textContent("#dossier .sources-sum")) ?? "", /^\d named sources in 4 articles\.$/);
  await page.getByLabel("From this day on").fill("2026-03-15");
  assert.equal(await page.textContent("#dossier tbody tr .number"), "1", "of these days alone");
  await page.getByLabel("Up to this day").fill("2026-03-16");
  assert.ok(await page.getByText("Nobody is quoted in articles of these days.").isVisible());
  for (const field of ["From this day on", "Up to this day"]) await page.getByLabel(field).fill("");
  await page.locator("#dossier tbody").getByRole("button", { name: "Ana Ruiz" }).first().click();
  assert.equal(await page.locator("#dossier h3.dossier-name").textContent(), "Ana Ruiz");
  await page.click("#tab-dossier-timeline");
  const days = await page.locator("#dossier .date-row").evaluateAll((all) => all.map((row) => [...row.children].map((part) => part.textContent)));
  assert.deepEqual(days[0]?.slice(0, 2), ["1987", "The old bridge fell in 1987."]);
  await page.locator("#dossier .date-row").first().click();
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "1987");
});

test("an article is corrected in the page, and what was corrected comes back", async ({ page }) => {
  await dossierOf(page, [FERRY, BRIDGE]);
  await page.getByRole("button", { name: "Ferry stops for the winter" }).click();
  await page.locator("#article mark", { hasText: /^Oda Lind$/ }).first().click();
  await page.selectOption("#card [data-control=type]", "organization");
  await page.keyboard.press("Escape");
  await page.fill("#publication", "Riverside Ledger");
  await page.click("#show-dossier");
  await page.locator("#dossier .dossier-article", { hasText: "Riverside Ledger" }).waitFor();
  await page.click("#tab-dossier-people");
  assert.equal(await page.locator("#dossier .dossier-who.organization", { hasText: "Oda Lind" }).count(), 1);
  assert.equal(await page.locator("#dossier .dossier-who.person", { hasText: "Oda Lind" }).count(), 0);
});

test("two versions are compared", async ({ page }) => {
  const later = { ...BRIDGE, name: "bridge-2.txt", buffer: Buffer.from(BRIDGE.buffer.toString().replace("“We will build it,”", "“We will build it well,”").replace("Paul Mercier", "Ines Duarte")) };
  await dossierOf(page, [BRIDGE, later]);
  for (const box of await page.locator("#dossier .dossier-article input").all()) await box.check();
  await page.getByRole("button", { name: "Compare these two" }).click();
  assert.ok(await page.evaluate(() => document.activeElement?.textContent === "What changed"), "what is read first has the focus");
  const sheet = page.locator(".dossier-comparison");
  assert.deepEqual(await sheet.locator("h3").allTextContents(), ["Quotes that changed", "Names that were added", "Names that are gone"]);
  assert.match(await sheet.innerText(), /“We will build it,”[^]*“We will build it well,”/);
  assert.match(await sheet.innerText(), /Names that were added\s+Ines Duarte/);
  await sheet.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByText("Read many articles together").waitFor();
  await page.keyboard.press("Control+z");
  await page.locator("#dossier .dossier-article").nth(1).waitFor();
});

test("a dossier is saved as a file and opened again, with everything decided and corrected", async ({ page }) => {
  await dossierOf(page, [OPENED, NURSE, BRIDGE]);
  await page.fill("#dossier-name", "The bridge");
  await page.click("#tab-dossier-people");
  await page.locator("#dossier .dossier-who", { hasText: "2 articles · 2 quotes" }).click();
  await page.getByRole("button", { name: "Join with Ana Ruiz" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save", exact: true }).click()]);
  assert.equal(download.suggestedFilename(), "the-bridge.newsmark.json");
  const buffer = await readFile(await download.path());
  await page.reload();
  await page.click("#show-dossier");
  await page.setInputFiles("#dossier input[type=file]", [{ name: "the-bridge.newsmark.json", mimeType: "application/json", buffer }]);
  await page.locator("#dossier .dossier-article").nth(2).waitFor();
  assert.equal(await page.inputValue("#dossier-name"), "The bridge");
  await page.click("#tab-dossier-people");
  await page.locator("#dossier .dossier-who", { hasText: "3 articles · 3 quotes" }).waitFor();
  await page.setInputFiles("#dossier input[type=file]", [{ name: "other.newsmark.json", mimeType: "application/json", buffer: Buffer.from("[]") }]);
  await page.locator("#dossier .dossier-refused").getByText("1 file could not be added").click();
  assert.equal(await page.locator("#dossier .dossier-refused li").textContent(), "other.newsmark.json is not a dossier.");
});

test("everything is exported as tables and as JSON lines", async ({ page }) => {
  await dossierOf(page, [OPENED, NURSE, BRIDGE]);
  await page.getByRole("button", { name: "Export", exact: true }).last().click();
  /** @param {string} format */
  const file = async (format) => {
    await page.selectOption("#dossier-format", format);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download" }).last().click()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  };
  const quotes = await file("quotes");
  assert.equal(quotes.name, "untitled-dossier-quotes.csv");
  assert.match(quotes.text, /^\ufeffPublished,Article,[^]*\r\n2026-03-04,Council to decide on bridge,,bridge\.txt,Ana Ruiz,Mayor,Quote,"“We will build it,”",\r\n/);
  assert.match((await file("people")).text, /\r\nAna Ruiz,Person,Mayor,2,/);
  assert.match((await file("sources")).text, /\r\nAna Ruiz,Person,Mayor,,2,2,0,7,/);
  assert.match((await file("dates")).text, /\r\n1987-01-01,[^,]*,1987,The old bridge fell in 1987\.,Bridge opens at last,2026-04-02\r\n/);
  const lines = (await file("jsonl")).text.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(lines.map(({ title, schema }) => [title, schema]), [["Council to decide on bridge", 2], ["Night shifts at the clinic", 2], ["Bridge opens at last", 2]]);
});
