// Texts that come from files and from links.

import assert from "node:assert/strict";
import { address, pageTests, ready, setText } from "./browser.mjs";
import { choose, drop, paste, shows } from "./paste.mjs";

const test = pageTests();

test("a text file is shown as it is", async ({ page }) => {
  await page.click("#edit");
  await choose(page, "article.txt", "“It is late,” Ana Ruiz said.\r\n\r\nShe left.\n");
  await shows(page, "“It is late,” Ana Ruiz said.\n\nShe left.\n");
  assert.ok(await page.locator("#article mark", { hasText: "Ana Ruiz" }).first().isVisible());
});

test("of an HTML file the text is taken, and nothing in it runs or loads", async ({ page, requests }) => {
  const before = requests.length;
  await page.click("#edit");
  await choose(page, "article.html", `<!doctype html><title>T</title><nav>Menu</nav><script>alert(1)</script>
    <style>@import "//evil.example/x.css";</style><h1>Bridge &amp; town</h1>
    <p>“It is <em>late</em>,” Ana<br>Ruiz said. <img src="//evil.example/y.png" onerror="alert(1)"></p><!-- <p>No.</p> --><p title="a > b">She &#x201C;left&rdquo; &bogus; 1 < 2.</p>`);
  await shows(page, "Bridge & town\n\n“It is late,” Ana\nRuiz said.\n\nShe “left” &bogus; 1 < 2.");
  assert.deepEqual(requests.slice(before).filter((address) => !address.includes("/pkg/page-files")), []);
});

test("of rich text that is pasted the words are taken", async ({ page, requests }) => {
  const before = requests.length;
  const rich = `<p>“Late,” <b>Ana Ruiz</b> said.</p><img src="//evil.example/y.png" onerror="alert(1)">`;
  await paste(page, { "text/html": rich });
  await shows(page, "“Late,” Ana Ruiz said.");
  await paste(page, { "text/html": "<b>Ana Ruiz</b> left.", "text/plain": "Ana Ruiz left." });
  await shows(page, "Ana Ruiz left.");
  await drop(page, { "text/html": rich, "text/plain": "“Late,” Ana Ruiz said." });
  await shows(page, "“Late,” Ana Ruiz said.");
  assert.deepEqual(requests.slice(before).filter((address) => !address.includes("/pkg/page-files")), []);
});

test("what is no text is refused in words", async ({ page }) => {
  const shown = await page.textContent("#article");
  await page.click("#edit");
  await choose(page, "photo.txt", Buffer.from([0x89, 0x50, 0, 0, 1]));
  await page.waitForSelector("#failure:not([hidden])");
  assert.equal(await page.textContent("#failure"), "photo.txt is not a kind of file that newsmark can read. Copy the text and paste it here.");
  assert.equal(await page.textContent("#article"), shown);
});

test("a file can be dropped anywhere", async ({ page }) => {
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["Ana Ruiz left on Monday."], "a.md", { type: "text/markdown" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await shows(page, "Ana Ruiz left on Monday.");
});

test("a link holds the text and its date, and no request tells of it", async ({ page, requests }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const text = "“Είναι αργά 🙂,” Ana Ruiz said yesterday.";
  await setText(page, text);
  await page.fill("#date", "2022-01-03");
  await page.click("#show-export");
  await page.click("#share");
  await page.waitForFunction(() => document.getElementById("saved")?.textContent?.startsWith("Link copied"));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(link.startsWith(`${address}#text=`), link);
  const other = await page.context().newPage();
  await other.goto(link);
  await shows(other, text);
  assert.equal(await other.inputValue("#date"), "2022-01-03");
  assert.ok(requests.every((url) => !url.includes("text=")), "nothing after the # is sent");
});

test("a link carries the corrections, and says so", async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await setText(page, "Ana Ruiz of Vienna said that the bridge was safe.");
  await page.locator("#article mark.place").click();
  await page.locator("#card select[data-control=type]").selectOption("person");
  await page.keyboard.press("Escape");
  await page.click("#show-export");
  await page.click("#share");
  await page.waitForFunction(() => document.getElementById("saved")?.textContent?.endsWith("Your corrections are included."));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  // What this browser keeps is not asked.
  await page.evaluate(() => [localStorage, sessionStorage].forEach((kept) => kept.clear()));
  const other = await page.context().newPage();
  await other.goto(link);
  await ready(other);
  await other.waitForSelector("#article mark.person >> text=Vienna");
  assert.equal(await other.textContent("#corrected"), "1 correction, saved in this browser");
});

test("a date that the text tells fills the field; where it tells none, today is offered", async ({ page }) => {
  await setText(page, "LISBON, March 4, 2026 — Ana Ruiz left the town on Tuesday.");
  assert.equal(await page.inputValue("#date"), "2026-03-04");
  assert.match(await page.innerText("#dated"), /found in the text$/);
  assert.ok(await page.locator("#use-date").isHidden());
  await setText(page, "Ana Ruiz left the town on Tuesday.");
  assert.equal(await page.inputValue("#date"), "");
  assert.equal(await page.innerText("#dated"), "No date found. Add one to settle “Tuesday”.");
  assert.equal(await page.innerText("#use-date"), "Published today");
  await page.click("#use-date");
  assert.equal(await page.inputValue("#date"), await page.evaluate(() => new Date().toLocaleDateString("sv")));
  assert.ok(await page.locator("#use-date").isHidden());
});

test("a link that is damaged says so, and a text too long gets none", async ({ page }) => {
  const other = await page.context().newPage();
  for (const hash of ["#text=%%%", "#text=AAAA", "#text=", "#other"]) {
    await other.goto(`${address}${hash}`);
    await other.reload();
    await ready(other);
    const said = await other.locator("#failure:visible").allTextContents();
    assert.match(said.join(), hash === "#other" ? /^$/ : /^This link is damaged/, hash);
    assert.ok(await other.locator("#article mark").first().isVisible());
  }
  // Letters at random cannot be compressed.
  let seed = 1605;
  const letter = () => String.fromCharCode(97 + ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 16) % 26);
  const long = Array.from({ length: 60_000 }, (_, at) => (at % 9 === 8 ? " " : letter())).join("");
  await page.evaluate((long) => {
    const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("text"));
    field.value = long;
    field.dispatchEvent(new Event("input"));
  }, long);
  await shows(page, long);
  await page.click("#show-export");
  await page.click("#share");
  await page.waitForFunction(() => document.getElementById("saved")?.textContent?.startsWith("This article is too long"));
});
