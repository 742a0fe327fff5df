// What sites and extensions ask of mark(): the day of their page, their own annotator, their own index, and to be told what is wrong.

import assert from "node:assert/strict";
import { address, markingTests } from "./browser.mjs";

const test = markingTests();

const ARTICLE = `<article id="text"><p>“We will <i>build</i> it,” <b>Ana Ruiz</b> said in Lisbon on Monday.</p><p>Paul Mercier left.</p></article>`;

/**
 * What the first date of a marked element is, and what told the day it is counted from.
 * @param {import("./browser.mjs").Page} page
 * @param {object} [options]
 */
const dated = (page, options = {}) => page.evaluate(async ([address, options]) => {
  const { mark } = await import(`${address}pkg/mark.js`);
  const { annotations: { dates, reference }, dateFrom } = await mark(document.querySelector("#text"), options);
  return [dates.at(-1)?.value, reference.date, dateFrom];
}, /** @type {const} */ ([address, options]));

const TEXT = `<p id="text">The bridge opened on Monday.</p>`;

test("the page says of what day it is: its data, then its meta elements, then its times", async ({ page, show }) => {
  const data = (/** @type {string} */ date, type = "NewsArticle") => `<script type="application/ld+json">{ "@graph": [{ "@type": "${type}", "datePublished": "${date}" }] }</script>`;
  /** @type {[name: string, html: string, found: (string | null)[]][]} */
  const table = [
    ["nothing", TEXT, ["XXXX-WXX-1", null, null]],
    ["all of them", `<meta property="article:published_time" content="2024-06-05"><time datetime="2024-07-05">x</time>${data("2024-05-17T23:30:00-05:00")}${TEXT}`, ["2024-05-13", "2024-05-17", "json-ld"]],
    ["data of something else", `${data("2024-05-17", "Organization")}<meta property="article:published_time" content="2024-06-07T08:00:00Z">${TEXT}`, ["2024-06-03", "2024-06-07", "meta"]],
    ["a time before it", `<time datetime="2024-07-05T01:00:00+02:00">x</time>${TEXT}<time datetime="2025-01-01">y</time>`, ["2024-07-01", "2024-07-05", "time"]],
    ["a time in it", `<article id="text"><time datetime="2024-07-05">5.7.</time><p>The bridge opened on Monday.</p></article>`, ["2024-07-01", "2024-07-05", "time"]],
    ["a time after it", `${TEXT}<time datetime="2025-01-01">y</time>`, ["XXXX-WXX-1", null, null]],
    ["the text", `<article id="text"><p>By Ana Ruiz, March 6, 2026</p><p>The bridge opened on Monday.</p></article>`, ["2026-03-02", "2026-03-06", null]],
    ["data that cannot be read", `<script type="application/ld+json">{ "@type": </script>${TEXT}`, ["XXXX-WXX-1", null, null]],
  ];
  for (const [name, html, found] of table) {
    await show(html);
    assert.deepEqual(await dated(page), found, name);
  }
});

test("a day that is given wins, as a day, a time stamp or a Date", async ({ page, show }) => {
  await show(`<meta property="article:published_time" content="2024-06-05">${TEXT}`);
  for (const date of ["2024-05-17", "2024-05-17T23:30:00-05:00", "2024-05-17 08:00"]) assert.deepEqual(await dated(page, { date }), ["2024-05-13", "2024-05-17", null], date);
  const found = await page.evaluate(async (address) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    const { annotate } = await import(`${address}pkg/index.js`);
    const date = new Date("2024-05-17T23:30:00Z");
    const wrong = await annotate("Monday", { date: new Date("x") }).catch((/** @type {any} */ error) => error.kind);
    return [(await mark(document.querySelector("#text"), { date })).annotations.reference.date, (await annotate("Monday", { date })).reference.date, wrong];
  }, address);
  assert.deepEqual(found, ["2024-05-17", "2024-05-17", "date"]);
});

test("arguments that cannot be used are refused, and what stands stays", async ({ page, show }) => {
  await show(ARTICLE);
  const told = await page.evaluate(async (address) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    const root = document.querySelector("#text");
    const first = await mark(root);
    const told = [];
    for (const [element, options] of [
      [null], [undefined], [document], ["#text"], [root, null], [root, "person"], [root, { types: ["persons"] }], [root, { types: "person" }], [root, { least: 2 }], [root, { least: NaN }],
      [root, { exclude: "a[" }], [root, { annotate: 1 }], [root, { onSelect: "x" }], [document.createElement("p")],
    ]) told.push(await mark(element, options).then(() => "marked", (/** @type {any} */ error) => `${error.name} ${error.kind}: ${error.message}`));
    return { told, isMarked: first.isMarked, people: CSS.highlights.get("newsmark-person")?.size };
  }, address);
  assert.deepEqual([told.isMarked, told.people], [true, 2]);
  for (const message of told.told) assert.match(message, /^NewsmarkError options: /);
  assert.match(told.told[6] ?? "", /"person", "organization".*has "persons"$/);
});

test("with an annotator of one's own no core is loaded, even where a policy forbids wasm", async ({ page, requests }) => {
  const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";
  await page.route(`${address}site.html`, (route) => route.fulfill({ body: `<!doctype html><html lang=en>${ARTICLE}`, contentType: "text/html; charset=utf-8", headers: { "content-security-policy": policy } }));
  // What a server or a service worker would have found.
  await page.goto(`${address}examples/element.html`);
  const found = await page.evaluate(async (address) => {
    const { annotate } = await import(`${address}pkg/index.js`);
    return annotate("“We will build it,” Ana Ruiz said in Lisbon on Monday.\n\nPaul Mercier left.", { date: "2024-05-17" });
  }, address);
  await page.goto(`${address}site.html`);
  requests.length = 0;
  const outcome = await page.evaluate(async ([address, found]) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    const root = document.querySelector("#text");
    const asked = /** @type {any[]} */ ([]);
    const marking = await mark(root, { date: "2024-05-17T08:00:00Z", annotate: (/** @type {string} */ text, /** @type {object} */ options) => {
      asked.push([text, options]);
      return Promise.resolve(found);
    } });
    const people = CSS.highlights.get("newsmark-person")?.size;
    const given = (await mark(root, { annotations: found })).annotations === found;
    const refused = await mark(root).catch((/** @type {any} */ error) => `${error.name} ${error.kind}`);
    return [marking.text === asked[0][0], asked[0][1], people, given, refused];
  }, /** @type {const} */ ([address, found]));
  assert.deepEqual(outcome, [true, { date: "2024-05-17" }, 2, true, "NewsmarkError core"]);
  assert.deepEqual(requests.filter((url) => /\.wasm$/.test(url)).length, 1, "only the last call asks for it");
}, { allows: /wasm|WebAssembly/i });

test("a worker annotates", async ({ page }) => {
  await page.route(`${address}site.html`, (route) => route.fulfill({ body: `<!doctype html><html lang=en>${ARTICLE}`, contentType: "text/html; charset=utf-8" }));
  await page.goto(`${address}site.html`);
  const outcome = await page.evaluate(async (address) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    const { createAnnotator } = await import(`${address}pkg/worker.js`);
    const annotator = createAnnotator();
    await mark(document.querySelector("#text"), { annotate: annotator.annotate });
    return [annotator.isThreaded, CSS.highlights.get("newsmark-person")?.size];
  }, address);
  assert.deepEqual(outcome, [true, 2]);
});

test("an index of one's own: ranges, scrolling, kinds, and what is selected", async ({ page, show }) => {
  await show(`<div class="space"></div>${ARTICLE}<div class="space"></div>`);
  const outcome = await page.evaluate(async (address) => {
    for (const space of document.querySelectorAll(".space")) /** @type {HTMLElement} */ (space).style.height = "3000px";
    const { mark } = await import(`${address}pkg/mark.js`);
    const selected = /** @type {any[]} */ ([]);
    const marking = await mark(document.querySelector("#text"), { onSelect: (/** @type {any} */ subject) => selected.push(subject) });
    Object.assign(window, { marking, selected });
    const { mentions, quotes, dates } = marking.annotations;
    const words = (/** @type {any} */ annotation) => marking.rangesOf(annotation).map((/** @type {StaticRange} */ { startContainer, startOffset, endOffset }) => startContainer.nodeValue?.slice(startOffset, endOffset)).join("|");
    return { ranges: [words(mentions[0]), words(quotes[0]), words(dates[0]), words(quotes[0].cue)], at: scrollY, types: marking.types.length };
  }, address);
  assert.deepEqual(outcome, { ranges: ["Ana Ruiz", "“We will |build| it,”", "Monday", "said"], at: 0, types: 10 });
  await page.evaluate(() => {
    const { marking } = /** @type {any} */ (window);
    marking.scrollTo(marking.annotations.mentions.at(-1));
  });
  const card = page.locator("newsmark-overlay .card");
  assert.match(await card.innerText(), /Paul Mercier/);
  assert.ok(await page.evaluate(() => scrollY > 2000));
  await page.locator("#text i").click();
  await page.locator("newsmark-overlay .stop").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const selected = await page.evaluate(() => /** @type {any} */ (window).selected.map((/** @type {any} */ { sort, index, annotation }) => [sort, index, annotation.text]));
  assert.deepEqual(selected, [["quote", 0, "“We will build it,”"], ["mention", 0, "Ana Ruiz"]]);
  const kinds = await page.evaluate(() => {
    const { marking } = /** @type {any} */ (window);
    marking.types = ["place", "date"];
    const some = [...CSS.highlights.keys()].filter((name) => name !== "newsmark-current").sort();
    try {
      marking.types = ["x"];
    } catch (error) {
      return [some, marking.types, /** @type {any} */ (error).kind];
    }
  });
  assert.deepEqual(kinds, [["newsmark-date", "newsmark-place"], ["place", "date"], "options"]);
});

test("onSelect is told without cards, too, and nothing is put into the page for it", async ({ page, show }) => {
  await show(ARTICLE);
  await page.evaluate(async (address) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    await mark(document.querySelector("#text"), { cards: false, onSelect: (/** @type {any} */ { annotation }) => Object.assign(window, { selected: annotation.text }) });
  }, address);
  await page.locator("#text b").click();
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).selected), "Ana Ruiz");
  assert.equal(await page.locator("newsmark-overlay").count(), 0);
});

test("a least score leaves out what is not sure enough, and changes no annotation", async ({ page, show }) => {
  await show(ARTICLE);
  const outcome = await page.evaluate(async (address) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    const root = document.querySelector("#text");
    const { annotations } = await mark(root);
    const given = structuredClone(annotations);
    given.mentions[0].score = 0.4;
    given.quotes[0].speaker.score = 0.4;
    const marking = await mark(root, { annotations: given, least: 0.5 });
    return [marking.annotations.mentions.length === annotations.mentions.length, CSS.highlights.get("newsmark-person")?.size, CSS.highlights.has("newsmark-doubtful"), CSS.highlights.has("newsmark-quote")];
  }, address);
  assert.deepEqual(outcome, [true, 1, false, false]);
});

test("a card of the page's own is a node, has its controls under the keyboard, and gives way to ours", async ({ page, show }) => {
  await show(`<a href="#before">before</a>${ARTICLE}`);
  await page.evaluate(async (address) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    const asked = /** @type {any[]} */ ([]);
    const marking = await mark(document.querySelector("#text"), {
      card(/** @type {any} */ annotation, /** @type {Element} */ anchor) {
        asked.push([annotation.text, anchor.localName]);
        if (annotation.text === "Lisbon") throw new Error("a slip of the page's");
        if (annotation.text === "Paul Mercier") return "<img src=x>";
        if (!("entity" in annotation)) return null;
        const link = Object.assign(document.createElement("a"), { href: "#topic", textContent: `All about ${marking.annotations.entities[annotation.entity].name}` });
        return link;
      },
    });
    addEventListener("error", (event) => event.preventDefault());
    Object.assign(window, { asked, marking });
  }, address);
  const card = page.locator("newsmark-overlay .card");
  const active = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className || document.activeElement?.shadowRoot?.activeElement?.textContent || document.activeElement?.textContent);
  await page.locator("a[href='#before']").focus();
  await page.evaluate(() => /** @type {any} */ (window).marking.focus());
  assert.match(await card.innerText(), /^Quote\s+Ana Ruiz/, "null is our own");
  await page.keyboard.press("ArrowRight");
  assert.equal(await card.innerText(), "All about Ana Ruiz");
  assert.equal(await card.getAttribute("role"), "dialog", "what can be used is no tooltip");
  await page.keyboard.press("Tab");
  assert.equal(await active(), "All about Ana Ruiz");
  await page.keyboard.press("Enter");
  assert.ok(page.url().endsWith("#topic"));
  await page.keyboard.press("Shift+Tab");
  assert.equal(await active(), "stop");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  assert.ok(await card.isHidden());
  assert.equal(await active(), "before");
  await page.locator("newsmark-overlay .stop").focus();
  await page.keyboard.press("End");
  assert.equal(await card.innerText(), "<img src=x>", "a string is text");
  assert.equal(await card.locator("img").count(), 0);
  await page.evaluate(() => {
    const { marking } = /** @type {any} */ (window);
    marking.scrollTo(marking.annotations.mentions.find((/** @type {any} */ { text }) => text === "Lisbon"));
  });
  assert.match(await card.innerText(), /^Place\s+Lisbon/, "where it fails, ours shows");
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).asked.slice(0, 2)), [["“We will build it,”", "p"], ["Ana Ruiz", "b"]]);
}, { allows: /a slip of the page's/ });

test("updates are told, and what goes wrong in them", async ({ page, show }) => {
  await show(ARTICLE);
  const told = await page.evaluate(async (address) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    const root = /** @type {Element} */ (document.querySelector("#text"));
    const told = /** @type {string[]} */ ([]);
    let isBroken = false;
    const { annotate } = await import(`${address}pkg/index.js`);
    /** @type {() => void} */
    let next = () => undefined;
    const note = (/** @type {string} */ words) => {
      told.push(words);
      next();
    };
    await mark(root, {
      watch: true,
      annotate: (/** @type {string} */ text) => (isBroken ? Promise.reject(new Error("no answer")) : annotate(text)),
      onUpdate: (/** @type {any} */ { text }) => note(text.split("\n").at(-1)),
      onError: (/** @type {Error} */ { message }) => note(message),
    });
    const change = (/** @type {string} */ words) => new Promise((resolve) => {
      next = () => resolve(undefined);
      root.append(words);
    });
    await change(" Lena Strand left.");
    isBroken = true;
    await change(" Olaf Berg left.");
    return told;
  }, address);
  assert.deepEqual(told, ["Paul Mercier left.", "Lena Strand left.", "no answer"]);
});
