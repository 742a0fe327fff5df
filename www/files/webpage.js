// Web pages and rich text: extracts the article, with its headline, byline and day.
//
// linkedom makes the document from plain objects, so nothing in it can run, load anything or be reported to a page's policy, and it is the same in a
// page, in a worker and in Node. It is parsed and read, and never shown.

import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { publishedOn } from "./published.js";
import { wordsOf } from "./structure.js";

/** @typedef {import("./files.js").Read} Read */

/** A page of more elements is read by its structure alone: finding its article would take too long. */
const MOST = 30_000;

/** An article found is one from so many characters on; less may be a note beside it. */
const LEAST = 250;

/** What is left out around an article by who wrote it, if not by structure. */
const PARTS = "nav, main, article, [role=navigation], [role=main], body > header, body > footer";
/** What a paste must have for its structure to tell more than its lines. */
const BLOCKS = "p, h1, h2, h3, h4, h5, h6, blockquote, li, div, table, br, time";

/**
 * A whole page, as a file or as it was copied with all that is around the article.
 * @param {string} html
 * @returns {Read}
 */
export function readPage(html) {
  const page = documentOf(html);
  const published = publishedOn(page);
  const whole = wordsOf(page.body, true);
  const plain = wordsOf(page.body);
  const headline = headlineOf(page);
  const title = headline ?? titleOf(page);
  const found = articleOf(page);
  if (!found) return { text: plain.text, original: differs(whole.text, plain.text), cleaned: cleanedOf(plain), title, ...published };
  const text = [...head(found, headline), found.text].join("\n\n");
  const around = whole.text.length > text.length ? 1 : 0;
  return { text, original: differs(whole.text, text), cleaned: cleanedOf({ pictures: whole.pictures, around }), title: title ?? found.title, ...published };
}

/**
 * Rich text that was copied; null where it has no structure, and its plain text tells as much.
 * @param {string} html
 * @returns {Read | null}
 */
export function readFragment(html) {
  const page = documentOf(html);
  if (!page.querySelector(BLOCKS)) return null;
  if (page.querySelector(PARTS)) return readPage(html);
  const published = publishedOn(page);
  const words = wordsOf(page.body);
  return { text: words.text, original: differs(wordsOf(page.body, true).text, words.text), cleaned: cleanedOf(words), title: headlineOf(page), ...published };
}

/** How a page begins that has a head. */
const HEADED = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:html|head)[\s>]/i;

/**
 * A document of markup. The parser is no browser's: what a page may leave out, its `body` above all, is put there first.
 * @param {string} html
 * @returns {Document}
 */
function documentOf(html) {
  const end = HEADED.test(html) ? (/<\/head\s*>|<body[\s>]/i.exec(html)?.index ?? 0) : 0;
  const bare = (/** @type {string} */ part) => part.replace(/<!doctype[^>]*>|<\/?(?:html|head|body)(?:\s[^>]*)?>/gi, "");
  return parseHTML(`<html><head>${bare(html.slice(0, end))}</head><body>${bare(html.slice(end))}</body></html>`).document;
}

/** @typedef {{ text: string, title: string | null, byline: string }} Found */

/** What Readability takes for the article, and takes out of the page. @param {Document} page  @returns {Found | null} */
function articleOf(page) {
  try {
    /** @type {Readability<Node>} */
    const reader = new Readability(page, { serializer: (node) => node, maxElemsToParse: MOST });
    const found = reader.parse();
    const text = found?.content ? wordsOf(found.content).text : "";
    if (text.length < LEAST) return null;
    return { text, title: clean(found?.title), byline: clean(found?.byline) ?? "" };
  } catch {
    // Deeper than its stack, larger than it may be, or not as it expects: then the structure has to tell.
    return null;
  }
}

/** The lines above an article that are not in it. @param {Found} found  @param {string | null} headline */
function head({ text, title, byline }, headline) {
  const above = headline ?? title ?? "";
  const has = (/** @type {string} */ words) => plainly(text.slice(0, 400 + words.length)).includes(plainly(words));
  const by = /^by\b/i.test(byline) ? byline : `By ${byline}`;
  return [...(above && !has(above) ? [above] : []), ...(byline && byline.length < 120 && !has(byline) ? [by] : [])];
}

/** The heading that the page's title repeats: not the site's name, which many pages have as a heading too. @param {Document} page */
function headlineOf(page) {
  const headings = [...page.querySelectorAll("h1")].map((heading) => clean(heading.textContent) ?? "").filter(Boolean);
  const titles = [page.title, ...metas(page)].map(plainly);
  return headings.find((heading) => titles.some((title) => title.includes(plainly(heading)) && plainly(heading).includes(" "))) ?? (headings.length === 1 ? headings[0] ?? null : null);
}

/** @param {Document} page */
function titleOf(page) {
  return clean(metas(page)[0]) ?? clean(page.title);
}

/** @param {Document} page */
function metas(page) {
  return [...page.querySelectorAll("meta[property='og:title'], meta[name='twitter:title']")].map((meta) => meta.getAttribute("content") ?? "");
}

/** @param {string | null | undefined} words */
function clean(words) {
  return words?.replace(/\s+/g, " ").trim() || null;
}

/** Words as they are compared. @param {string} words */
function plainly(words) {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** @param {{ pictures: number, around: number }} left  @returns {import("./files.js").Cleaned[]} */
function cleanedOf({ pictures, around }) {
  return [...(pictures > 0 ? [/** @type {const} */ ("pictures")] : []), ...(around > 0 ? [/** @type {const} */ ("surroundings")] : [])];
}

/** A text as it was, where it was another. @param {string} before  @param {string} after */
function differs(before, after) {
  return plainly(before) === plainly(after) ? null : before;
}
