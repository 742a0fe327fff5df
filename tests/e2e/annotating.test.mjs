// The main job: text goes in, and names, quotes and dates are marked in it.

import assert from "node:assert/strict";
import { pageTests, setText } from "./browser.mjs";

const ARTICLE = `Lisbon Opens Its New Bridge

LISBON, March 4, 2026 — Mayor Ana Ruiz opened the city's new bridge on Wednesday.

“It took us nine years,” Ruiz said. “It was worth every one of them.”

Engineer Paul Mercier said that the cables would last for a hundred years. French visitors came by train. The first inspection is planned for next Monday.
`;

const test = pageTests();

test("a sample is read and annotated at once", async ({ page }) => {
  assert.equal(await page.locator("#article").textContent(), await page.inputValue("#text"));
  for (const kind of ["person", "place", "quote", "date"]) {
    assert.ok(await page.locator(`#article mark.${kind}`).count() > 0, kind);
  }
  assert.match((await page.textContent("#status")) ?? "", /^[\d,]+ words\. Analyzed on your device; nothing was uploaded\.$/);
});

test("each sample can be chosen", async ({ page }) => {
  const samples = await page.locator("#sample option:not([hidden])").count();
  assert.ok(samples >= 2);
  const texts = new Set();
  for (let index = 0; index < samples; index += 1) {
    const before = await page.textContent("#article");
    await page.selectOption("#sample", String(index));
    if (index > 0) await page.waitForFunction((before) => document.querySelector("#article")?.textContent !== before, before);
    texts.add(await page.textContent("#article"));
    assert.ok(await page.locator("#article mark").count() > 10);
  }
  assert.equal(texts.size, samples);
});

test("choosing a sample does not lose one's own text", async ({ page }) => {
  await setText(page, "Ana Ruiz flew to Lisbon.");
  await page.selectOption("#sample", "1");
  await page.waitForFunction(() => document.querySelector("#article")?.textContent !== "Ana Ruiz flew to Lisbon.");
  await page.selectOption("#sample", { label: "My article" });
  assert.equal(await page.textContent("#article"), "Ana Ruiz flew to Lisbon.");
});

test("pasted text is marked by type, and stays what it was", async ({ page }) => {
  await setText(page, ARTICLE);
  assert.equal(await page.textContent("#article"), ARTICLE);
  assert.equal(await page.locator("#article mark.person", { hasText: "Ana Ruiz" }).count(), 1);
  assert.ok(await page.locator("#article mark.place", { hasText: /^lisbon$/i }).count() >= 1);
  assert.equal(await page.locator("#article mark.group", { hasText: "French" }).count(), 1);
  assert.equal(await page.locator("#article mark.quote.direct").count(), 2, "one quote of two parts");
  assert.equal(await page.locator("#article mark.quote.indirect", { hasText: "cables" }).count(), 1);
  assert.equal(await page.locator("#article mark.date", { hasText: "next Monday" }).count(), 1);
});

test("typing is annotated as it goes", async ({ page }) => {
  await page.click("#edit");
  await page.keyboard.type("Ana Ruiz flew to Lisbon.");
  await page.waitForFunction(() => document.querySelector("#article")?.textContent === "Ana Ruiz flew to Lisbon.");
  assert.equal(await page.locator("#article mark.person").textContent(), "Ana Ruiz");
  await page.keyboard.type(" On May 3, 2026, she left.");
  await page.locator("#article mark.date", { hasText: "May 3, 2026" }).waitFor();
});

test("pasting works anywhere on the page", async ({ page }) => {
  await page.locator("#article").focus();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    data.setData("text/html", `<b>${text}</b>`);
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, ARTICLE);
  assert.equal(await page.textContent("#article"), ARTICLE);
  assert.equal(await page.inputValue("#text"), ARTICLE, "the source stays editable");
});

test("a quote shows its speaker, in the margin and on hover", async ({ page }) => {
  await setText(page, ARTICLE);
  const paragraph = page.locator("#article p", { hasText: "nine years" });
  assert.equal(await paragraph.getAttribute("data-said-by"), "Ana Ruiz");
  await page.locator("#article mark.quote", { hasText: "nine years" }).hover();
  const card = page.locator("#card");
  await card.waitFor();
  assert.match((await card.textContent()) ?? "", /Quote.*Ana Ruiz.*Why: .*said/);
  await page.mouse.move(1, 1);
  await card.waitFor({ state: "hidden" });
});

test("a date shows its value on hover and on focus", async ({ page }) => {
  await setText(page, ARTICLE);
  const date = page.locator("#article mark.date", { hasText: "next Monday" });
  const card = page.locator("#card");
  await date.hover();
  await card.waitFor();
  assert.match((await card.textContent()) ?? "", /Monday, March 9, 2026/);
  await page.mouse.move(1, 1);
  await card.waitFor({ state: "hidden" });
  await date.focus();
  await card.waitFor();
  assert.match((await card.textContent()) ?? "", /Monday, March 9, 2026/);
  assert.equal(await date.getAttribute("aria-describedby"), "card");
  await page.keyboard.press("Escape");
  assert.ok(await card.isHidden());
});

test("a name shows what it is of", async ({ page }) => {
  await setText(page, ARTICLE);
  await page.locator("#article mark.person", { hasText: /^Ruiz$/ }).hover();
  const card = page.locator("#card");
  await card.waitFor();
  assert.match((await card.textContent()) ?? "", /Person.*Ana Ruiz.*Mayor.*2 mentions.*1 quote/);
  assert.equal(await page.locator("#article mark.mention.current").count(), 2, "both mentions light up");
});

test("the legend switches kinds off and on", async ({ page }) => {
  await setText(page, ARTICLE);
  const line = () => page.locator("#article mark.person", { hasText: "Ana Ruiz" }).evaluate((mark) => getComputedStyle(mark).textDecorationLine);
  await page.click("#filters summary");
  const button = page.locator("#legend button", { hasText: "People" });
  assert.equal(await button.getAttribute("aria-pressed"), "true");
  assert.equal(await line(), "underline");
  await button.click();
  assert.equal(await button.getAttribute("aria-pressed"), "false");
  assert.equal(await line(), "none");
  await page.keyboard.press("Escape");
  await page.locator("#article mark.person", { hasText: "Ana Ruiz" }).hover();
  await page.waitForTimeout(400);
  assert.ok(await page.locator("#card").isHidden(), "what is off has no card");
  await page.click("#filters summary");
  await button.click();
  assert.equal(await line(), "underline");
  await page.keyboard.press("Escape");
  await page.click("#filters summary");
  await page.locator("#legend button", { hasText: "Quotes" }).click();
  await setText(page, `${ARTICLE}\nMore.`);
  const wash = await page.locator("#article mark.quote").first().evaluate((mark) => getComputedStyle(mark).backgroundImage);
  assert.equal(wash, "none", "a switch holds for the next text");
});

test("the article's date changes what relative dates mean", async ({ page }) => {
  await setText(page, "Talks begin next Monday.");
  const value = async () => {
    await page.locator("#article mark.date").focus();
    return (await page.locator("#card").textContent()) ?? "";
  };
  assert.match(await value(), /Set the article’s date/);
  assert.match((await page.textContent("#dated")) ?? "", /^No date found/);
  await page.fill("#date", "2026-03-04");
  assert.match(await value(), /March 9, 2026/);
  await page.fill("#date", "2025-07-01");
  assert.match(await value(), /July 7, 2025/);
  await page.fill("#date", "");
  assert.match(await value(), /Set the article’s date/);
});

test("the page says where the date came from", async ({ page }) => {
  await setText(page, ARTICLE);
  assert.match((await page.textContent("#dated")) ?? "", /^Wednesday, March 4, 2026, .*found in the text$/);
});

test("a day that does not exist is refused, politely", async ({ page }) => {
  await setText(page, ARTICLE);
  await page.focus("#date");
  // The field takes month, day and year one after the other, in the order of the browser's language.
  await page.keyboard.type("02302026");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await page.textContent("#dated"), "That isn’t a valid date.");
  assert.equal(await page.getAttribute("#date", "aria-invalid"), "true");
  assert.equal(await page.textContent("#article"), ARTICLE, "the article stays");
  await page.fill("#date", "2026-03-05");
  assert.equal(await page.getAttribute("#date", "aria-invalid"), "false");
});

test("clearing the text shows how to begin", async ({ page }) => {
  await page.click("#edit");
  await page.click("#clear");
  assert.equal(await page.textContent("#article"), "");
  assert.ok(await page.locator("#empty").isVisible());
  await page.click("#filters summary");
  assert.equal(await page.locator("#legend button:visible").count(), 0);
});

test("what is typed into a long text arrives, however long annotating takes", async ({ page }) => {
  const long = ARTICLE.repeat(500);
  await page.click("#edit");
  await page.evaluate((text) => {
    const field = /** @type {HTMLTextAreaElement} */ (document.querySelector("#text"));
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.setSelectionRange(0, 0);
  }, long);
  await page.keyboard.type("Then ");
  await page.waitForFunction((length) => document.querySelector("#article")?.textContent?.length === length, long.length + 5, { timeout: 60_000 });
  assert.ok((await page.textContent("#article")) === `Then ${long}`);
});

test("a long text is annotated in a thread of its own, and shows that it is being read", async ({ page, requests }) => {
  // What is asked of the thread is kept back until the test lets it go, so that neither a quick nor a slow machine decides what is seen.
  const thread = await page.evaluateHandle(() => {
    const post = Worker.prototype.postMessage;
    /** @type {(() => void)[]} */
    const kept = [];
    Worker.prototype.postMessage = function (/** @type {any[]} */ ...args) {
      kept.push(() => post.apply(this, /** @type {any} */ (args)));
    };
    return { kept, letGo: () => kept.splice(0).forEach((send) => send()) };
  });
  const text = `${ARTICLE}\n`.repeat(600);
  assert.ok(text.length > 200_000);
  await page.click("#edit");
  const paste = (/** @type {string} */ text) => page.locator("#text").evaluate((field, text) => {
    /** @type {HTMLTextAreaElement} */ (field).select();
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await paste(text);
  await page.locator("#progress").waitFor();
  await thread.evaluate((thread) => thread.letGo());
  await page.waitForFunction((text) => document.querySelector("#article")?.textContent === text, text);
  assert.equal(await page.inputValue("#text"), text);
  assert.ok(await page.locator("#progress").isHidden());
  assert.ok(requests.some((url) => url.endsWith("pkg/page-worker.js")));
  assert.ok(await page.locator("#article mark.person").count() > 600);
  await paste(`${text}.`);
  await page.waitForFunction((thread) => thread.kept.length > 0, thread);
  await page.locator("#text").evaluate((field) => {
    /** @type {HTMLTextAreaElement} */ (field).value = "Ana Ruiz left.";
    field.dispatchEvent(new Event("input"));
  });
  await page.waitForFunction(() => document.querySelector("#article")?.textContent === "Ana Ruiz left.");
  await thread.evaluate((thread) => thread.letGo());
  await page.waitForTimeout(1200);
  assert.equal(await page.textContent("#article"), "Ana Ruiz left.", "what comes late is not shown");
});
