// What the browser keeps of a dossier: nothing before its reader agrees, everything after; two tabs do not overwrite each other; and where
// a browser keeps nothing, that is said and work goes on.

import assert from "node:assert/strict";
import { address, pageTests, ready } from "./browser.mjs";
import { BRIDGE, FERRY, NURSE, OPENED, dossierOf, rowsOf, settled } from "./dossiers.mjs";

const test = pageTests();

/** @typedef {import("./browser.mjs").Page} Page */

/** The checkbox. @param {Page} page */
const keep = (page) => page.getByRole("checkbox", { name: "Keep my articles in this browser" });
const KEPT = "Your articles and corrections are kept in this browser, on this device alone.";

/** What the database of the page has. @param {Page} page */
const databases = (page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

/** @param {Page} page */
async function agree(page) {
  await keep(page).check();
  await page.getByText(KEPT).waitFor();
}

/** Another tab of the same browser, with the dossier open. @param {import("playwright-core").BrowserContext} context */
async function tab(context) {
  const page = await context.newPage();
  await page.goto(address);
  await ready(page);
  await page.click("#show-dossier");
  await page.locator("#dossier[open]").waitFor();
  return page;
}

/** @param {Page} page */
async function reopen(page) {
  await page.reload();
  await ready(page);
  await page.click("#show-dossier");
}

test("nothing is kept before the reader agrees; then everything is, corrections and decisions too", async ({ page }) => {
  await dossierOf(page, [BRIDGE, NURSE, OPENED]);
  assert.deepEqual(await databases(page), []);
  await agree(page);
  await page.fill("#dossier-name", "The bridge");
  await page.click("#tab-dossier-people");
  await page.locator("#dossier .dossier-who", { hasText: "2 articles · 2 quotes" }).click();
  await page.getByRole("button", { name: "Join with Ana Ruiz" }).click();
  await page.getByRole("button", { name: "Night shifts at the clinic", exact: true }).click();
  await page.locator("#article mark", { hasText: "Eastgate Clinic" }).first().click();
  await page.selectOption("#card [data-control=type]", "place");
  await page.keyboard.press("Escape");
  await page.click("#show-dossier");
  await page.locator("#dossier .dossier-who", { hasText: "3 articles · 3 quotes" }).waitFor();
  await reopen(page);
  await settled(page, 3);
  assert.equal(await page.inputValue("#dossier-name"), "The bridge");
  assert.ok(await keep(page).isChecked());
  await page.click("#tab-dossier-people");
  await page.locator("#dossier .dossier-who", { hasText: "3 articles · 3 quotes" }).waitFor();
  assert.equal(await page.locator("#dossier .dossier-who", { hasText: "Eastgate Clinic" }).count(), 0, "it is a place");
});

test("two tabs join what each adds and decides; going back in one loses nothing of the other", async ({ page, context }) => {
  await dossierOf(page, [BRIDGE]);
  await agree(page);
  const other = await tab(context);
  await settled(other, 1);
  await other.setInputFiles("#dossier input[type=file]", [NURSE]);
  await settled(other, 2);
  await settled(page, 2);
  await page.setInputFiles("#dossier input[type=file]", [FERRY]);
  await settled(page, 3);
  await settled(other, 3);
  await other.setInputFiles("#dossier input[type=file]", [OPENED]);
  await settled(other, 4);
  await settled(page, 4);
  await page.locator("#dossier-title").click();
  await page.keyboard.press("Control+z");
  const left = ["Council to decide on bridge", "Night shifts at the clinic", "Bridge opens at last"];
  await settled(page, 3);
  assert.deepEqual((await rowsOf(page)).map(([title]) => title), left);
  await settled(other, 3);
  await reopen(page);
  await settled(page, 3);
  assert.deepEqual((await rowsOf(page)).map(([title]) => title), left);
});

test("deleting everything asks first, and reaches the other tabs", async ({ page, context }) => {
  await dossierOf(page, [BRIDGE, FERRY]);
  await agree(page);
  const other = await tab(context);
  await settled(other, 2);
  await page.getByRole("button", { name: "Delete everything" }).click();
  const sheet = page.getByRole("dialog", { name: "Delete everything?" });
  await sheet.getByRole("button", { name: "Cancel" }).click();
  assert.equal((await rowsOf(page)).length, 2);
  await page.getByRole("button", { name: "Delete everything" }).click();
  await sheet.getByRole("button", { name: "Delete everything" }).click();
  await page.getByText("Everything was deleted.").waitFor();
  assert.ok(await page.locator("#dossier .empty").isVisible());
  await other.getByText("Everything was deleted in another tab. What you see stays until you close this one.").waitFor();
  assert.equal((await rowsOf(other)).length, 2);
  assert.ok(!(await keep(other).isChecked()));
  assert.equal(await page.evaluate(() => Object.keys(localStorage).join()), "");
  await reopen(page);
  await page.locator("#dossier .empty").waitFor();
});

test("a browser without a database is said, and work goes on", async ({ page }) => {
  await page.evaluate(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("not here", "SecurityError");
    };
  });
  await dossierOf(page, [BRIDGE]);
  await keep(page).click();
  await page.getByText("Your browser does not let this page keep articles. Save the dossier as a file instead. Everything else works.").waitFor();
  assert.ok(!(await keep(page).isChecked()));
  await page.setInputFiles("#dossier input[type=file]", [FERRY]);
  await settled(page, 2);
});

test("a browser without room is said, and what is in the tab stays", async ({ page }) => {
  await dossierOf(page, [BRIDGE]);
  await agree(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await page.setInputFiles("#dossier input[type=file]", [FERRY]);
  await page.getByText("There is no room left in this browser, so the last changes are not kept. Save the dossier as a file. Everything else works.").waitFor();
  await settled(page, 2);
  assert.ok(await page.evaluate(() => {
    const leaving = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(leaving);
    return leaving.defaultPrevented;
  }), "who leaves is asked first");
});
