// The card and the keys over pages that know nothing of them: in view and on top, whatever the page's styles and layers are.

import assert from "node:assert/strict";
import { address, launch, markingTests } from "./browser.mjs";
import { after, before, test as plain } from "node:test";

const test = markingTests();
/** @type {import("./browser.mjs").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const ARTICLE = `<p>“We will build it,” <b>Ana Ruiz</b> said in Lisbon on March 4, 2026.</p>`;

/**
 * A page of a site that allows styles, marked.
 * @param {string} html  From the doctype on.
 * @param {import("./browser.mjs").ContextOptions} [options]
 * @param {string} [root]
 */
async function marked(html, options, root = "#text") {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.route(`${address}site.html`, (route) => route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }));
  await page.goto(`${address}site.html`);
  await mark(page, root);
  return { page, context };
}

/** @param {import("./browser.mjs").Page} page  @param {string} [root]  @param {object} [options] */
const mark = (page, root = "#text", options = {}) => page.evaluate(async ([address, root, options]) => {
  const { mark } = await import(`${address}pkg/mark.js`);
  const marking = await mark(document.querySelector(root), options);
  Object.assign(window, { marking });
}, /** @type {const} */ ([address, root, options]));

const CARD = "newsmark-overlay .card";

/** Whether the card is seen, in the window, with nothing over it. @param {import("./browser.mjs").Page} page */
async function isOnTop(page) {
  await page.locator(CARD).waitFor();
  return page.evaluate(() => {
    const host = document.querySelector("newsmark-overlay");
    const card = host?.shadowRoot?.querySelector(".card");
    if (!host || !card) return "no card";
    const { left, top, right, bottom } = card.getBoundingClientRect();
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) return `at ${left} ${top} ${right} ${bottom} of ${innerWidth} ${innerHeight}`;
    const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return seen === host || `under ${seen?.outerHTML.slice(0, 80)}`;
  });
}

const STYLES = {
  "a class of the same name": ".overlay { position: fixed; inset: 0; background: #0009; z-index: 9 }",
  "a class that is hidden": ".overlay { display: none }",
  "all but the article": "body > :not(article) { display: none }",
  "all but the article, with force": "body > :not(article) { display: none !important; position: static !important; opacity: 0 !important; transform: scale(0) !important }",
  "everything": "* { position: relative; z-index: 0 } body { transform: translateX(0); overflow: hidden }",
  "popovers": "[popover] { display: none; inset: 50%; width: 300px; border: 9px solid red; margin: auto; padding: 9px }",
};

for (const [name, css] of Object.entries(STYLES)) {
  plain(`rules of the page do not reach the card: ${name}`, async () => {
    const { page, context } = await marked(`<!doctype html><style>${css}</style><article id=text>${ARTICLE}</article>`);
    assert.equal(await page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight - 40)?.localName !== "newsmark-overlay"), true, "the page can be used");
    await page.locator("b").hover();
    assert.equal(await isOnTop(page), true);
    await context.close();
  });
}

plain("in a dialog, in full screen and in a popover the card is over them", async () => {
  const { page, context } = await marked(`<!doctype html><dialog><article id=text>${ARTICLE}</article></dialog><div popover id=pop><p id=in>Paul Mercier left.</p></div>
    <div id=full><p id=large>Marta Oyelaran came.</p></div><p id=plain>Pilar Storm stayed.</p>`, {}, "#plain");
  const over = async (/** @type {string} */ selector) => {
    await mark(page, selector);
    await page.locator(selector).locator(selector === "#text" ? "b" : "xpath=.").hover({ position: { x: 10, y: 8 } });
    assert.equal(await isOnTop(page), true, selector);
  };
  await over("#plain");
  await page.evaluate(() => document.querySelector("dialog")?.showModal());
  await over("#text");
  await page.locator("newsmark-overlay .stop").focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await isOnTop(page), true, "the keys work where all else is inert");
  await page.evaluate(() => document.querySelector("dialog")?.close());
  await page.waitForFunction(() => document.querySelector("newsmark-overlay")?.parentElement === document.body);
  await over("#plain");
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#pop")).showPopover());
  await over("#in");
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#pop")).hidePopover());
  await page.locator("#full").evaluate((element) => element.requestFullscreen());
  await over("#large");
  await context.close();
});

plain("without a doctype, and at the end of a long page, the card is in the window", async () => {
  const { page, context } = await marked(`<article id=text>${"<p>Ana Ruiz left.</p>".repeat(80)}</article>`, { viewport: { width: 600, height: 500 } });
  await page.locator("newsmark-overlay .stop").focus();
  for (const key of ["Home", "End", "ArrowLeft"]) {
    await page.keyboard.press(key);
    assert.equal(await isOnTop(page), true, key);
  }
  await context.close();
});

plain("a card goes with its words when a part of the page is scrolled, and closes when they are out of view", async () => {
  const { page, context } = await marked(`<!doctype html><style>#part { height: 300px; overflow: auto }</style><div id=part><article id=text><p>x</p><p>x</p>${ARTICLE}${"<p>x</p>".repeat(60)}</article></div>`);
  await page.locator("b").hover();
  await page.locator(CARD).waitFor();
  const apart = () => page.evaluate(() => {
    const card = document.querySelector("newsmark-overlay")?.shadowRoot?.querySelector(".card")?.getBoundingClientRect();
    return Math.round((card?.top ?? 0) - (document.querySelector("b")?.getBoundingClientRect().bottom ?? 0));
  });
  const before = await apart();
  await page.locator("#part").evaluate((part) => part.scrollBy(0, 40));
  await page.waitForFunction((before) => {
    const card = document.querySelector("newsmark-overlay")?.shadowRoot?.querySelector(".card")?.getBoundingClientRect();
    return Math.round((card?.top ?? 0) - (document.querySelector("b")?.getBoundingClientRect().bottom ?? 0)) === before;
  }, before);
  await page.locator("#part").evaluate((part) => part.scrollBy(0, 900));
  await page.locator(CARD).waitFor({ state: "hidden" });
  await context.close();
});

plain("a card whose words the page has changed closes, and other words are not marked", async () => {
  const { page, context } = await marked(`<!doctype html><article id=text>${ARTICLE}</article>`);
  await page.locator("b").hover();
  await page.locator(CARD).waitFor();
  await page.evaluate(() => (/** @type {Text} */ (document.querySelector("b")?.firstChild).data = "Nobody"));
  await page.locator(CARD).waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => CSS.highlights.has("newsmark-person")), false);
  assert.equal(await page.evaluate(() => CSS.highlights.get("newsmark-place")?.size), 1, "what has not changed stays");
  await context.close();
});

plain("letters are as large as anywhere on a page with small rems, and grow with large ones", async () => {
  for (const [css, size] of /** @type {const} */ ([["html { font-size: 62.5% }", 14], ["html { font-size: 150% }", 21]])) {
    const { page, context } = await marked(`<!doctype html><style>${css}</style><article id=text>${ARTICLE}</article>`);
    await page.locator("b").hover();
    await page.locator(CARD).waitFor();
    assert.equal(await page.locator(CARD).evaluate((card) => parseFloat(getComputedStyle(card).fontSize)), size);
    await context.close();
  }
});

test("one overlay and one tab stop for all that is marked", async ({ page, show }) => {
  await show(Array.from({ length: 20 }, (_, index) => `<article id="a${index}"><p>Ana Ruiz left.</p></article>`).join(""));
  for (const index of [3, 0, 19]) await mark(page, `#a${index}`);
  assert.equal(await page.locator("newsmark-overlay").count(), 1);
  await page.getByRole("button", { name: "3 highlights in this text" }).focus();
  const at = () => page.evaluate(() => [...CSS.highlights.get("newsmark-current") ?? []].map(({ startContainer }) => startContainer.parentElement?.closest("article")?.id)[0]);
  /** @type {(string | undefined)[]} */
  const seen = [];
  for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"]) {
    await page.keyboard.press(key);
    seen.push(await at());
  }
  assert.deepEqual(seen, ["a0", "a3", "a19", "a19"], "in the order of the page");
  await page.evaluate(async (address) => {
    const { unmark } = await import(`${address}pkg/mark.js`);
    for (const article of document.querySelectorAll("article")) unmark(article);
  }, address);
  assert.equal(await page.locator("newsmark-overlay").count(), 0);
});

test("a root in a root has one card, and the keys meet each mark once", async ({ page, show }) => {
  await show(`<div id="text"><p>Paul Mercier came.</p><p id="inner">Ana Ruiz left.</p></div>`);
  await mark(page);
  await mark(page, "#inner");
  await page.getByRole("button", { name: "2 highlights in this text" }).waitFor({ state: "attached" });
  await page.locator("#inner").hover({ position: { x: 10, y: 8 } });
  await page.locator(CARD).getByText("Ana Ruiz").waitFor();
  assert.equal(await page.locator(CARD).count(), 1);
});

test("of two copies of newsmark on a page, one shows its card", async ({ page, show }) => {
  await page.route("**/copy/**", (route) => route.continue({ url: route.request().url().replace("/copy/", "/") }));
  await show(`<p id="text">Ana Ruiz left.</p>`);
  await mark(page);
  await page.evaluate(async (address) => {
    const { mark } = await import(`${address}copy/pkg/mark.js`);
    await mark(document.querySelector("#text"));
  }, address);
  assert.equal(await page.locator("newsmark-overlay").count(), 2);
  await page.locator("#text").hover({ position: { x: 10, y: 8 } });
  await page.waitForFunction(() => [...document.querySelectorAll("newsmark-overlay")].some((host) => !(/** @type {HTMLElement} */ (host.shadowRoot?.querySelector(".card")).hidden)));
  await page.mouse.move(12, 14);
  const open = await page.evaluate(() => [...document.querySelectorAll("newsmark-overlay")].filter((host) => !(/** @type {HTMLElement} */ (host.shadowRoot?.querySelector(".card")).hidden)).length);
  assert.equal(open, 1);
});

plain("on a phone the sheet is never over the words that were tapped", async () => {
  const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };
  const head = `<!doctype html><meta name=viewport content="width=device-width">`;
  for (const [name, html] of [
    ["the last line of a page", `${head}<div style="height: 690px"></div><article id=text>${ARTICLE}</article>`],
    ["a long page", `${head}<div style="height: 690px"></div><article id=text>${ARTICLE}</article><div style="height: 2000px"></div>`],
    ["a part that scrolls", `${head}<style>body { margin: 0 } main { height: 780px; overflow: auto }</style><main><div style="height: 690px"></div><article id=text>${ARTICLE}</article></main>`],
  ]) {
    const { page, context } = await marked(html ?? "", phone);
    await page.locator("b").tap();
    assert.equal(await isOnTop(page), true, name);
    const covered = await page.evaluate(() => {
      const card = document.querySelector("newsmark-overlay")?.shadowRoot?.querySelector(".card")?.getBoundingClientRect();
      const words = document.querySelector("b")?.getBoundingClientRect();
      return !card || !words || (words.bottom > card.top && words.top < card.bottom);
    });
    assert.equal(covered, false, name);
    await context.close();
  }
});

plain("on a dark page the card is dark, whether the page says that it is or not", async () => {
  for (const [css, isDark] of /** @type {const} */ ([["body { background: #111; color: #eee }", true], ["", false], [":root { color-scheme: dark }", true]])) {
    const { page, context } = await marked(`<!doctype html><style>${css}</style><article id=text>${ARTICLE}</article>`);
    await page.locator("b").hover();
    await page.locator(CARD).waitFor();
    const [red = 0] = await page.locator(CARD).evaluate((card) => (/** @type {string[]} */ (getComputedStyle(card).backgroundColor.match(/\d+/g))).map(Number));
    assert.equal(red < 128, isDark, css);
    await context.close();
  }
});
