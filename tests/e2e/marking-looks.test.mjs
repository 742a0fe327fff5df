// How marks look on pages of others: they can be seen on every ground, take little from the letters, and differ where colours are the system's.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { address, launch } from "./browser.mjs";

/** @type {import("./browser.mjs").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const ARTICLE = `<p>“We will build it,” <b>Ana Ruiz</b> said in Lisbon on March 4, 2026. Ruiz said that <a href="#x">Paul Mercier</a> left.</p>`;

/**
 * A page of a site that allows styles, marked.
 * @param {string} html
 * @param {object} [options]
 * @param {import("./browser.mjs").ContextOptions} [set]
 */
async function marked(html, options = {}, set = {}) {
  const context = await browser.newContext(set);
  const page = await context.newPage();
  await page.route(`${address}site.html`, (route) => route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }));
  await page.goto(`${address}site.html`);
  await page.evaluate(async ([address, options]) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    for (const root of document.querySelectorAll("article")) Object.assign(window, { marking: await mark(root, options) });
  }, /** @type {const} */ ([address, options]));
  return { page, context };
}

/** A ground, and letters that can be read on it, links among them. @type {[ground: string, ...letters: string[]][]} */
const GROUNDS = [
  ["#fff", "#222", "#c00", "#00e"], ["#fbf9f4", "#211e1a", "#a8351a"], ["#f4ecd8", "#433422", "#8a2f17"], ["#ffe14d", "#000"],
  ["#111", "#eee", "#8ab4f8"], ["#000", "#fff"], ["#1a1a2e", "#e0e0e0", "#8ab4f8"], ["#0b3d91", "#fff"], ["#c00", "#fff"], ["#2e7d32", "#fff"],
];

/** What lies over one another. */
const STACKS = [["quote"], ["reported"], ["date"], ["linked"], ["current"], ["quote", "linked"], ["quote", "current"], ["date", "current"], ["quote", "linked", "current"]];

for (const [ground, ...letters] of GROUNDS) {
  test(`washes can be seen on ${ground}, and letters be read on them`, async () => {
    const { page, context } = await marked(`<!doctype html><style>body { background: ${ground}; color: ${letters[0]} }</style><article>${ARTICLE}</article>`);
    const contrasts = await page.evaluate(([ground, letters, stacks]) => {
      const canvas = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
      const paragraph = /** @type {Element} */ (document.querySelector("p"));
      /** The luminance of colours that are painted over one another. @param {string[]} colours */
      const luminance = (colours) => {
        for (const colour of colours) {
          canvas.fillStyle = colour;
          canvas.fillRect(0, 0, 1, 1);
        }
        const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const contrast = (/** @type {string[]} */ one, /** @type {string[]} */ other) => {
        const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
      };
      return stacks.map((names) => {
        const fills = [ground, ...names.map((name) => getComputedStyle(paragraph, `::highlight(newsmark-${name})`).backgroundColor)];
        return { names: names.join(" and "), seen: contrast(fills, [ground]), read: letters.map((letter) => contrast(fills, [letter])) };
      });
    }, /** @type {const} */ ([ground, letters, STACKS]));
    for (const { names, seen, read } of contrasts) {
      read.forEach((contrast, index) => assert.ok(contrast >= 4.5, `${letters[index]} on ${names}: ${contrast}`));
      const least = { quote: 1.09, date: 1.09 }[names] ?? 1.04;
      assert.ok(seen >= least, `${names}: ${seen}`);
    }
    await context.close();
  });
}

test("each part of a page has the looks for its ground, and a page that turns dark gets others", async () => {
  const { page, context } = await marked(`<!doctype html><style>body.dark, .hero { background: #111; color: #eee } .hero b { color: #8ab4f8 }</style>
    <article>${ARTICLE}</article><article class="hero">${ARTICLE}</article>`, { watch: true });
  const shown = () => page.evaluate(() => [...CSS.highlights].filter(([name]) => name.startsWith("newsmark-place")).map(([name, ranges]) => `${name} ${ranges.size}`).sort());
  assert.deepEqual(await shown(), ["newsmark-place 1", "newsmark-place-on-dark 1"]);
  const style = (/** @type {string} */ name) => page.evaluate((name) => getComputedStyle(/** @type {Element} */ (document.querySelector("p")), `::highlight(${name})`).textDecorationColor, name);
  const [light, dark] = [await style("newsmark-place"), await style("newsmark-place-on-dark")];
  assert.notEqual(light, dark);
  await page.evaluate(() => document.body.classList.add("dark"));
  await page.waitForFunction((dark) => getComputedStyle(/** @type {Element} */ (document.querySelector("p")), "::highlight(newsmark-place)").textDecorationColor === dark, dark);
  await page.waitForFunction(() => CSS.highlights.get("newsmark-place")?.size === 2);
  await context.close();
});

test("in forced colours elements stand around the marks, and kinds differ by lines and frames", async () => {
  const { page, context } = await marked(`<!doctype html><article>${ARTICLE}</article>`, {}, { forcedColors: "active" });
  assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
  const looks = await page.evaluate(() => Object.fromEntries(["person", "place", "quote", "reported", "date"].map((kind) => {
    const { textDecorationLine, textDecorationStyle, outlineStyle, backgroundColor } = getComputedStyle(/** @type {Element} */ (document.querySelector(`.newsmark-${kind}`)));
    return [kind, [textDecorationLine, textDecorationStyle, outlineStyle, /^rgba\(.*, 0\)$/.test(backgroundColor)].join(" ")];
  })));
  assert.deepEqual(looks, {
    person: "underline solid none true", place: "underline dashed none true", quote: "none solid solid true", reported: "none solid dotted true", date: "none solid solid true",
  });
  await context.close();
});

test("marks change with the system's colours, and elements are never put where that is not wanted", async () => {
  const { page, context } = await marked(`<!doctype html><article>${ARTICLE}</article>`);
  const before = await page.evaluate(() => document.querySelector("article")?.outerHTML);
  const wrapped = () => page.evaluate(() => [/** @type {any} */ (window).marking.isWrapped, document.querySelectorAll("newsmark-mark").length > 0, CSS.highlights.has("newsmark-person")]);
  assert.deepEqual(await wrapped(), [false, false, true]);
  await page.emulateMedia({ forcedColors: "active" });
  await page.locator("newsmark-mark.newsmark-person").first().waitFor();
  assert.deepEqual(await wrapped(), [true, true, false]);
  await page.emulateMedia({ forcedColors: "none" });
  await page.waitForFunction(() => CSS.highlights.has("newsmark-person"));
  assert.equal(await page.evaluate(() => document.querySelector("article")?.outerHTML), before);
  await context.close();
  const other = await marked(`<!doctype html><article>${ARTICLE}</article>`, { wrap: false }, { forcedColors: "active" });
  assert.equal(await other.page.locator("newsmark-mark").count(), 0);
  await other.context.close();
});

test("rules of the page for elements do not reach marks that are elements, and nothing moves", async () => {
  const css = "mark, span, b > * { padding: 9px; border: 3px solid; background: yellow !important; font-size: 2em } .post p mark { background: yellow }";
  const html = `<!doctype html><style>${css}</style><article class="post">${ARTICLE.replaceAll(/<\/?b>/g, "")}</article>`;
  const { page, context } = await marked(html, { wrap: true });
  const wrapped = await page.evaluate(() => {
    const { padding, backgroundColor, borderStyle } = getComputedStyle(/** @type {Element} */ (document.querySelector(".newsmark-person")));
    return [padding, backgroundColor, borderStyle, document.querySelector("p")?.getBoundingClientRect().height];
  });
  const plain = await page.evaluate(() => {
    /** @type {any} */ (window).marking.unmark();
    return document.querySelector("p")?.getBoundingClientRect().height;
  });
  assert.deepEqual(wrapped, ["0px", "rgba(0, 0, 0, 0)", "none", plain]);
  await context.close();
});
