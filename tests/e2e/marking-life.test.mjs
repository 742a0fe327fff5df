// From the first mark to the last: what comes before, between and after, on pages that change by themselves.

import assert from "node:assert/strict";
import { address, markingTests } from "./browser.mjs";

const test = markingTests();

const ARTICLE = `<article id="text"><p>“We will build it,” <b>Ana Ruiz</b> said in Lisbon.</p><p>Paul Mercier left.</p><p id="clock">1</p></article>`;

/** The names of our highlights, the elements and sheets of ours that a page has. @param {import("./browser.mjs").Page} page */
const left = (page) => page.evaluate(() => [[...CSS.highlights.keys()].filter((name) => name.startsWith("newsmark-")).length,
  document.querySelectorAll("newsmark-overlay, newsmark-mark").length, document.adoptedStyleSheets.length]);

/** What is highlighted as a person. @param {import("./browser.mjs").Page} page */
const people = (page) => page.evaluate(() => [...CSS.highlights.get("newsmark-person") ?? []].map(({ startContainer, startOffset, endOffset }) => startContainer.nodeValue?.slice(startOffset, endOffset)).join("|"));

/** Marks with a function that notes every text it is given. @param {import("./browser.mjs").Page} page  @param {object} [options] */
const mark = (page, options = {}) => page.evaluate(async ([address, options]) => {
  const { mark } = await import(`${address}pkg/mark.js`);
  const { load } = await import(`${address}pkg/index.js`);
  const { annotate } = await load();
  const asked = /** @type {string[]} */ ([]);
  const marking = await mark(document.querySelector("#text"), { annotate: (/** @type {string} */ text, /** @type {object} */ options) => {
    asked.push(text);
    return annotate(text, options);
  }, ...options });
  Object.assign(window, { marking, asked });
}, /** @type {const} */ ([address, options]));

test("unmark() wins over a mark() that is under way", async ({ page, show }) => {
  await show(ARTICLE);
  const outcome = await page.evaluate(async (address) => {
    const { mark, unmark } = await import(`${address}pkg/mark.js`);
    const root = document.querySelector("#text");
    const pending = mark(root);
    unmark(root);
    const first = await pending;
    const [second, third] = await Promise.all([mark(root), mark(root)]);
    return [first.isMarked, first.annotations.mentions.length, second.isMarked, third.isMarked, CSS.highlights.get("newsmark-person")?.size];
  }, address);
  assert.deepEqual(outcome, [false, 0, false, true, 2]);
});

test("two clicks on the example's button while the core loads show nothing", async ({ page }) => {
  await page.goto(`${address}examples/marking.html`);
  const loaded = page.waitForResponse(/newsmark_bg\.wasm/);
  await page.evaluate(() => {
    const toggle = /** @type {HTMLElement} */ (document.querySelector("#toggle"));
    toggle.click();
    toggle.click();
  });
  await (await loaded).finished();
  await page.evaluate(async (address) => {
    const { annotate } = await import(`${address}pkg/index.js`);
    await annotate("Ana Ruiz left.");
  }, address);
  assert.deepEqual(await left(page), [0, 0, 0]);
});

test("a mark() that fails leaves nothing", async ({ page, show }) => {
  await show(ARTICLE);
  const kinds = await page.evaluate(async (address) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    const root = /** @type {Element} */ (document.querySelector("#text"));
    const kind = (/** @type {any} */ error) => `${error.name} ${error.kind}`;
    const told = [];
    for (const [element, options] of [
      [document.createElement("p"), {}], [root, { annotations: { schema: 1 } }], [root, { annotate: () => ({}) }], [root, { annotate: () => { throw Object.assign(new Error("x"), { name: "Mine" }); } }],
      [root, { date: "2026-02-30" }],
    ]) told.push(await mark(element, options).then(() => "", kind));
    return told;
  }, address);
  assert.deepEqual(kinds, ["NewsmarkError options", "NewsmarkError annotations", "NewsmarkError annotations", "Mine undefined", "NewsmarkError date"]);
  assert.deepEqual(await left(page), [0, 0, 0]);
});

for (const wrap of [false, true]) {
  test(`a root that leaves the page takes everything with it${wrap ? ", elements too" : ""}`, async ({ page, show }) => {
    await show(`<main>${ARTICLE}</main>`);
    const before = await page.evaluate(() => document.querySelector("#text")?.outerHTML);
    await mark(page, { wrap });
    const after = await page.evaluate(async () => {
      const root = /** @type {Element} */ (document.querySelector("#text"));
      document.querySelector("main")?.remove();
      await new Promise((resolve) => setTimeout(resolve));
      return [root.outerHTML, /** @type {any} */ (window).marking.isMarked];
    });
    assert.deepEqual(after, [before, false]);
    assert.deepEqual(await left(page), [0, 0, 0]);
  });
}

test("a root that is moved within the page stays marked", async ({ page, show }) => {
  await show(`<main></main>${ARTICLE}`);
  await mark(page);
  await page.evaluate(() => document.querySelector("main")?.append(/** @type {Element} */ (document.querySelector("#text"))));
  assert.equal(await people(page), "Ana Ruiz|Paul Mercier");
});

test("200 routes of a site leave nothing", async ({ page, show }) => {
  await show("<main></main>");
  await page.evaluate(async (address) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    for (let route = 0; route < 200; route += 1) {
      document.querySelector("main")?.replaceChildren();
      const root = document.createElement("article");
      root.textContent = `Ana Ruiz met Paul Mercier in Lisbon, route ${route}.`;
      document.querySelector("main")?.append(root);
      await mark(root, { watch: true });
    }
  }, address);
  assert.equal(await page.locator("newsmark-overlay").count(), 1);
  assert.equal(await people(page), "Ana Ruiz|Paul Mercier");
  await page.evaluate(async () => {
    document.querySelector("main")?.replaceChildren();
    await new Promise((resolve) => setTimeout(resolve));
  });
  assert.deepEqual(await left(page), [0, 0, 0]);
});

test("where the words are the same, nothing is looked at again, and new nodes are marked", async ({ page, show }) => {
  await show(ARTICLE);
  await mark(page, { watch: true });
  await page.evaluate(() => {
    const text = /** @type {Element} */ (document.querySelector("#text"));
    text.replaceChildren(...[...text.childNodes].map((node) => node.cloneNode(true)));
  });
  await page.waitForFunction(() => [...CSS.highlights.get("newsmark-person") ?? []].filter(({ startContainer }) => startContainer.isConnected).length === 2);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).asked.length), 1);
});

test("an open card and the place of the keys outlast changes elsewhere", async ({ page, show }) => {
  await show(ARTICLE);
  await mark(page, { watch: true });
  const tick = async () => {
    const before = await page.evaluate(() => {
      (/** @type {Text} */ (document.querySelector("#clock")?.firstChild)).data += "2";
      return /** @type {any} */ (window).asked.length;
    });
    await page.waitForFunction((before) => /** @type {any} */ (window).asked.length > before, before);
  };
  const card = page.locator("newsmark-overlay .card");
  await page.locator("#text b").hover();
  await card.getByText("Ana Ruiz").waitFor();
  await tick();
  assert.ok(await card.isVisible());
  await page.locator("newsmark-overlay .stop").focus();
  for (const key of ["Home", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  assert.match(await card.innerText(), /Lisbon/);
  await tick();
  await page.keyboard.press("ArrowRight");
  assert.match(await card.innerText(), /Paul Mercier/);
});

test("words that have changed are unmarked at once, and marked anew when changes pause", async ({ page, show }) => {
  await show(ARTICLE);
  await mark(page, { watch: true });
  const at = await page.evaluate(async () => {
    const text = /** @type {Text} */ (document.querySelector("#text b")?.firstChild);
    text.data = "Mayor Marta Oyelaran";
    await Promise.resolve();
    return [...CSS.highlights.get("newsmark-person") ?? []].some(({ startContainer }) => startContainer === text);
  });
  assert.equal(at, false);
  await page.waitForFunction(() => [...CSS.highlights.get("newsmark-person") ?? []].some(({ startContainer, startOffset }) => startContainer.nodeValue?.slice(startOffset) === "Marta Oyelaran"));
});

test("many changes are looked at together", async ({ page, show }) => {
  await show(ARTICLE);
  await mark(page, { watch: true });
  await page.evaluate(async () => {
    for (let turn = 0; turn < 50; turn += 1) {
      (/** @type {Element} */ (document.querySelector("#clock"))).textContent = `turn ${turn}`;
      await Promise.resolve();
    }
  });
  await page.waitForFunction(() => /** @type {any} */ (window).asked.at(-1).endsWith("turn 49"));
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).asked.length), 2);
});

test("text that a class, an attribute or <details> shows is followed", async ({ page, show }) => {
  await show(`<article id="text"><p>Ana Ruiz left.</p><p class="hid">Paul Mercier came.</p><p hidden>Marta Oyelaran stayed.</p><details><summary>x</summary><p>Pilar Storm slept.</p></details></article>`);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".hid { display: none }");
    document.adoptedStyleSheets = [sheet];
  });
  await mark(page, { watch: true });
  const shown = (/** @type {string} */ wanted) => page.waitForFunction((wanted) =>
    [...CSS.highlights.get("newsmark-person") ?? []].map(({ startContainer, startOffset, endOffset }) => startContainer.nodeValue?.slice(startOffset, endOffset)).join("|") === wanted, wanted);
  await shown("Ana Ruiz");
  await page.evaluate(() => document.querySelector(".hid")?.classList.remove("hid"));
  await shown("Ana Ruiz|Paul Mercier");
  await page.evaluate(() => document.querySelector("[hidden]")?.removeAttribute("hidden"));
  await shown("Ana Ruiz|Paul Mercier|Marta Oyelaran");
  await page.evaluate(() => document.querySelector("details")?.setAttribute("open", ""));
  await shown("Ana Ruiz|Paul Mercier|Marta Oyelaran|Pilar Storm");
  await page.evaluate(() => ((/** @type {HTMLElement} */ (document.querySelector("p"))).style.display = "none"));
  await shown("Paul Mercier|Marta Oyelaran|Pilar Storm");
});

test("highlights, style sheets and the overlay come back when the page clears them", async ({ page, show }) => {
  await show(`<main>${ARTICLE}</main>`);
  await mark(page, { watch: true });
  await page.evaluate(() => {
    CSS.highlights.clear();
    document.adoptedStyleSheets = [];
  });
  await page.waitForFunction(() => CSS.highlights.get("newsmark-person")?.size === 2 && document.adoptedStyleSheets.length === 1);
  await page.evaluate(() => document.querySelector("newsmark-overlay")?.remove());
  await page.locator("newsmark-overlay").waitFor({ state: "attached" });
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).asked.length), 1, "nothing is looked at again");
});

test("a later answer does not take the place of an earlier one's text", async ({ page, show }) => {
  await show(ARTICLE);
  const shown = await page.evaluate(async (address) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    const { load } = await import(`${address}pkg/index.js`);
    const core = await load();
    /** @type {(() => void)[]} */
    const waiting = [];
    const marking = mark(document.querySelector("#text"), { annotate: async (/** @type {string} */ text, /** @type {object} */ options) => {
      await new Promise((resolve) => waiting.push(() => resolve(undefined)));
      return core.annotate(text, options);
    } });
    await new Promise((resolve) => setTimeout(resolve));
    // The page changes while the answer is on its way: only words that still stand are marked.
    (/** @type {Text} */ (document.querySelector("#text b")?.firstChild)).data = "No, Ana";
    waiting[0]?.();
    await marking;
    return [...CSS.highlights.get("newsmark-person") ?? []].map(({ startContainer, startOffset, endOffset }) => startContainer.nodeValue?.slice(startOffset, endOffset));
  }, address);
  assert.deepEqual(shown, ["Paul Mercier"]);
});
