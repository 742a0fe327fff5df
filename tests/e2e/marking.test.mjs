// Marks in a page's own text: what a reader sees, and that the page is as it was.

import assert from "node:assert/strict";
import { address, highlighted, markingTests } from "./browser.mjs";

const test = markingTests();

const ARTICLE = `<article id="text"><h1>Bridge to open</h1>
  <p>“We will <em>build</em> it,” <a href="#ana">Ana <b>Ruiz</b></a> said in Lisbon on March 4, 2026.</p>
  <p>Ruiz left with Paul Mercier.<button type="button">Paul Mercier</button></p></article>`;

/** @param {import("./browser.mjs").Page} page  @param {object} [options] */
const mark = (page, options = {}) => page.evaluate(async ([address, options]) => {
  const { mark } = await import(`${address}pkg/mark.js`);
  const marking = await mark(document.querySelector("#text"), options);
  Object.assign(window, { marking });
  return { text: marking.text, entities: marking.annotations.entities.length };
}, /** @type {const} */ ([address, options]));

/** @param {import("./browser.mjs").Page} page */
const unmark = (page) => page.evaluate(async (address) => {
  const { unmark } = await import(`${address}pkg/mark.js`);
  unmark(document.querySelector("#text"));
}, address);

/** The page's body, as markup. @param {import("./browser.mjs").Page} page */
const body = (page) => page.evaluate(() => document.body.innerHTML);

test("names, quotes and dates are highlighted, and no element is touched", async ({ page, show }) => {
  await show(ARTICLE);
  await page.evaluate(() => CSS.highlights.set("their-own", new Highlight()));
  const before = await body(page);
  const { text } = await mark(page, { cards: false });
  assert.equal(text, "Bridge to open\n\n“We will build it,” Ana Ruiz said in Lisbon on March 4, 2026.\n\nRuiz left with Paul Mercier.");
  assert.deepEqual(await highlighted(page), {
    "their-own": "",
    "newsmark-date": "March 4, 2026",
    "newsmark-linked": "Ana |Ruiz",
    "newsmark-person": "Ana |Ruiz|Ruiz|Paul Mercier",
    "newsmark-place": "Lisbon",
    "newsmark-quote": "“We will |build| it,”",
  });
  assert.equal(await body(page), before);
  await unmark(page);
  assert.deepEqual(await highlighted(page), { "their-own": "" });
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
});

test("marks can be seen, and kinds are told apart", async ({ page, show }) => {
  await show(ARTICLE);
  await mark(page);
  const look = (/** @type {string} */ kind, /** @type {string} */ property) => page.evaluate(([kind, property]) =>
    getComputedStyle(/** @type {Element} */ (document.querySelector("#text p")), `::highlight(newsmark-${kind})`).getPropertyValue(property ?? ""),
    [kind, property]);
  assert.equal(await look("person", "text-decoration-line"), "underline");
  assert.notEqual(await look("person", "text-decoration-style"), await look("place", "text-decoration-style"));
  assert.notEqual(await look("person", "text-decoration-color"), await look("place", "text-decoration-color"));
  assert.notEqual(await look("quote", "background-color"), await look("date", "background-color"));
});

test("two parts of a page are marked and unmarked apart", async ({ page, show }) => {
  await show(`<p id="text">Ana Ruiz left.</p><p id="other">Paul Mercier stayed.</p>`);
  await mark(page);
  await page.evaluate(async (address) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    await mark(document.querySelector("#other"));
  }, address);
  assert.deepEqual(await highlighted(page), { "newsmark-person": "Ana Ruiz|Paul Mercier" });
  await mark(page);
  assert.deepEqual(await highlighted(page), { "newsmark-person": "Paul Mercier|Ana Ruiz" }, "marked anew, not twice");
  await unmark(page);
  assert.deepEqual(await highlighted(page), { "newsmark-person": "Paul Mercier" });
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 1, "the other still needs its looks");
});

test("a card opens for what is pointed at", async ({ page, show }) => {
  await show(ARTICLE);
  await mark(page);
  const card = page.locator("newsmark-overlay .card");
  assert.ok(await card.isHidden());
  await page.locator("#text b").hover();
  await card.getByText("Ana Ruiz").waitFor();
  assert.equal((await highlighted(page))["newsmark-current"], "Ana |Ruiz|Ruiz", "wherever else the name stands");
  await page.locator("#text em").hover();
  await card.getByText("Quote").waitFor();
  await page.mouse.move(2, 2);
  await card.waitFor({ state: "hidden" });
  assert.equal((await highlighted(page))["newsmark-current"], undefined);
  await page.locator("#text b").click();
  assert.ok(await card.isVisible(), "a tap or click opens it at once");
  assert.equal(new URL(page.url()).hash, "#ana", "and the link goes where it goes");
  await page.keyboard.press("Escape");
  assert.ok(await card.isHidden());
});

test("keys lead from mark to mark", async ({ page, show }) => {
  await show(ARTICLE);
  await mark(page);
  const card = page.locator("newsmark-overlay .card");
  await page.locator("#text button").focus();
  await page.keyboard.press("Tab");
  const stop = page.getByRole("button", { name: "6 highlights in this text" });
  assert.ok(await stop.evaluate((button) => button.matches(":focus")));
  await page.keyboard.press("ArrowRight");
  await card.locator(".card-label", { hasText: "Quote" }).waitFor();
  await page.keyboard.press("ArrowRight");
  assert.match(await card.innerText(), /Person\s+Ana Ruiz/);
  assert.match(await page.locator("newsmark-overlay [role=status]").innerText(), /^Ana Ruiz: Person Ana Ruiz/, "it is said, too");
  await page.keyboard.press("End");
  assert.match(await card.innerText(), /Paul Mercier/);
  await page.keyboard.press("ArrowLeft");
  assert.match(await card.innerText(), /Ana Ruiz/);
  await page.keyboard.press("Tab");
  assert.ok(await card.isHidden());
});

test("where it is asked for, elements are put around marks, and taken away to the same nodes", async ({ page, show }) => {
  await show(ARTICLE);
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    Object.assign(window, { nodes });
  });
  const before = await body(page);
  await mark(page, { wrap: true });
  assert.deepEqual(await page.locator("#text newsmark-mark.newsmark-person").allTextContents(), ["Ana ", "Ruiz", "Ruiz", "Paul Mercier"]);
  assert.equal(await page.locator("#text newsmark-mark.newsmark-person").first().evaluate((mark) => getComputedStyle(mark).textDecorationLine), "underline");
  assert.equal(await page.locator("#text newsmark-mark.newsmark-person").first().evaluate((mark) => getComputedStyle(mark).backgroundColor), "rgba(0, 0, 0, 0)");
  await page.locator("#text b").hover();
  await page.locator("newsmark-overlay .card").getByText("Ana Ruiz").waitFor();
  await unmark(page);
  assert.equal(await body(page), before);
  assert.ok(await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body);
    return /** @type {any} */ (window).nodes.every((/** @type {Node} */ node) => walker.nextNode() === node) && !walker.nextNode();
  }));
});

test("a browser without highlights gets elements", async ({ page, show }) => {
  await show(ARTICLE);
  await page.evaluate(() => Reflect.deleteProperty(CSS, "highlights"));
  await mark(page);
  assert.equal(await page.locator("#text newsmark-mark.newsmark-place").textContent(), "Lisbon");
  await page.locator("#text newsmark-mark.newsmark-place").hover();
  await page.locator("newsmark-overlay .card").getByText("Place").waitFor();
});

for (const wrap of [false, true]) {
  test(`later changes are followed where that is asked for${wrap ? ", among elements of ours" : ""}`, async ({ page, show }) => {
    await show(ARTICLE);
    await mark(page, { watch: true, wrap });
    await page.evaluate(() => {
      const more = document.createElement("p");
      more.textContent = "Marta Oyelaran came.";
      document.querySelector("#text")?.append(more);
    });
    await page.waitForFunction(() => /** @type {any} */ (window).marking.text.endsWith("Oyelaran came."));
    if (wrap) await page.locator("newsmark-mark.newsmark-person", { hasText: "Marta Oyelaran" }).waitFor();
    else assert.match((await highlighted(page))["newsmark-person"] ?? "", /Marta Oyelaran/);
    await unmark(page);
    assert.equal(await page.locator("#text newsmark-mark").count(), 0);
    assert.deepEqual(await highlighted(page), {});
  });
}

test("types, dates and names can be given", async ({ page, show }) => {
  await show(`<p id="text">Ana Ruiz met the TDL in Lisbon yesterday.</p>`);
  await mark(page, { types: ["organization", "date"], date: "2026-03-04", names: [{ name: "TDL", type: "organization" }] });
  assert.deepEqual(await highlighted(page), { "newsmark-date": "yesterday", "newsmark-organization": "TDL" });
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).marking.annotations.dates[0].value), "2026-03-03");
});

test("what cannot be used is refused, and leaves nothing", async ({ page, show }) => {
  await show(`<p id="text" lang="fr">Ana Ruiz est partie.</p>`);
  const kind = (/** @type {object} */ options) => mark(page, options).catch((error) => /newsmark|options/.exec(String(error))?.[0]);
  assert.equal(await kind({}), "newsmark");
  assert.equal(await kind({ lang: "en", date: "2026-02-30" }), "options");
  assert.deepEqual(await highlighted(page), {});
  assert.equal(await page.locator("newsmark-overlay").count(), 0);
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
});

test("a text that is not in English is refused by its words, unless everything is to be marked", async ({ page, show }) => {
  const german = "Der Stadtrat von Solvik hat am Montag beschlossen, dass die Brücke von Ana Ruiz nicht geöffnet wird.";
  await show(`<p id="text" lang="en_US">${german}</p>`);
  const refused = await mark(page, {}).then(() => "", String);
  assert.match(refused, /newsmark reads English, and the text is in "de"/);
  assert.deepEqual(await highlighted(page), {});
  await mark(page, { everything: true });
  assert.ok(JSON.stringify(await highlighted(page)).includes("Ana Ruiz"));
  await show(`<div id="text" lang="en"><p>${german} ${german}</p><p>The council decided on Monday that the bridge will not open, Ana Ruiz said.</p></div>`);
  await mark(page, {});
  assert.equal((await highlighted(page))["newsmark-person"], "Ana Ruiz", "the part that is in English is marked");
});

test("hostile text stays text", async ({ page, show }) => {
  await show(`<p id="text"></p>`);
  await page.locator("#text").evaluate((text) => {
    text.textContent = `“<img src=x onerror=alert(1)>,” said Ana "><script>alert(1)</script> Ruiz on March 4, 2026.`;
  });
  await mark(page, { wrap: true });
  for (let step = 0; step < 6; step += 1) {
    await page.locator("newsmark-overlay .stop").press("ArrowRight");
    assert.equal(await page.locator("#text img, #text script, newsmark-overlay img, newsmark-overlay script").count(), 0);
  }
});

test("the example page marks and unmarks itself", async ({ page }) => {
  await page.goto(`${address}examples/marking.html`);
  const before = await page.locator("#article").evaluate((article) => article.outerHTML);
  await page.click("#toggle");
  await page.waitForFunction(() => CSS.highlights.has("newsmark-person"));
  const { "newsmark-person": people, "newsmark-quote": quotes } = await highlighted(page);
  assert.match(people ?? "", /Ruth Vandeleur.*Pilar Storm/);
  assert.match(quotes ?? "", /People come here/);
  await page.click("#toggle");
  assert.deepEqual(await highlighted(page), {});
  assert.equal(await page.locator("#article").evaluate((article) => article.outerHTML), before);
});
