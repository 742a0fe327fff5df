// Where in a page the article stands. Readability finds it in a copy, as it changes what it looks at; what it kept leads back to the page's own
// elements. The page is only read.

import { Readability } from "@mozilla/readability";

/** A page of more elements, or of more characters, is not searched: that would take too long. */
const MOST = 30_000;
const LONGEST = 2_000_000;

/** An article found is one from so many characters on; less may be a note beside it. */
const LEAST = 250;

/** So much of the words that were found must stand in the element that is taken: strays elsewhere do not count. */
const SHARE = 0.9;

/** What holds an article with its headline has at most so many times its words. */
const HEAD = 2;

/** Tells the elements of the copy apart; it never stands in the page. */
const PLACE = "data-newsmark-place";

/**
 * @param {Document} page
 * @returns {{ root: Element, isWhole: boolean }}  `isWhole`: no article was found, and it is the whole page.
 */
export function articleIn(page) {
  const body = page.body ?? page.documentElement;
  const found = placeOf(page, body);
  if (found) return { root: withHeadline(found), isWhole: false };
  const said = page.querySelector("article") ? longest(page.querySelectorAll("article")) : page.querySelector("main, [role=main]");
  if (said && lengthOf(said) >= LEAST) return { root: said, isWhole: false };
  return { root: body, isWhole: true };
}

/** The innermost element that holds what Readability takes for the article. @param {Document} page  @param {Element} body */
function placeOf(page, body) {
  const live = page.querySelectorAll("*");
  if (live.length > MOST || (body.textContent?.length ?? 0) > LONGEST) return null;
  const copy = /** @type {Document} */ (page.cloneNode(true));
  copy.querySelectorAll("*").forEach((element, index) => element.setAttribute(PLACE, String(index)));
  /** How many characters of the article stand in an element of the page. @type {Map<Element, number>} */
  const weights = new Map();
  for (const [place, length] of wordsOf(read(copy))) {
    for (let at = /** @type {Element | null} */ (live[place] ?? null); at; at = at.parentElement) weights.set(at, (weights.get(at) ?? 0) + length);
  }
  const total = weights.get(body) ?? 0;
  if (total < LEAST) return null;
  /** @type {Element} */
  let at = body;
  for (;;) {
    const next = [...at.children].find((child) => (weights.get(child) ?? 0) >= SHARE * total);
    if (!next) return at;
    at = next;
  }
}

/** @param {Document} copy */
function read(copy) {
  try {
    /** @type {Readability<Node>} */
    const reader = new Readability(copy, { serializer: (node) => node, maxElemsToParse: MOST });
    return reader.parse()?.content ?? null;
  } catch {
    // Not as it expects: then the page's own elements have to tell.
    return null;
  }
}

/** The texts of an article, each as the place of its element and its length. @param {Node | null | undefined} article  @returns {[place: number, length: number][]} */
function wordsOf(article) {
  const texts = article?.ownerDocument?.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  /** @type {[number, number][]} */
  const words = [];
  while (texts?.nextNode()) {
    const place = texts.currentNode.parentElement?.closest(`[${PLACE}]`)?.getAttribute(PLACE);
    const length = texts.currentNode.nodeValue?.trim().length ?? 0;
    if (place && length > 0) words.push([Number(place), length]);
  }
  return words;
}

/** What holds the article's headline too, where the page has an element for that and little else in it. @param {Element} found */
function withHeadline(found) {
  const around = found.closest("article") ?? found.closest("main, [role=main]");
  return around && lengthOf(around) <= HEAD * lengthOf(found) ? around : found;
}

/** @param {Iterable<Element>} elements */
function longest(elements) {
  return [...elements].reduce((one, other) => (lengthOf(other) > lengthOf(one) ? other : one));
}

/** @param {Element} element */
function lengthOf(element) {
  return element.textContent?.replace(/\s+/g, " ").length ?? 0;
}
