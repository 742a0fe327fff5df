// Finds what is at the top and foot of each page but not part of the article: page numbers and running heads.

/** @typedef {import("./pdf-lines.js").Page} Page */
/** @typedef {import("./pdf-lines.js").Line} Line */

/** The margins in which they stand, as shares of a page's height. */
const TOP = 0.12;
const FOOT = 0.88;
/** A head may be on every other page, with another opposite. */
const SHARE = 0.4;

/** A number alone, as pages bear it: "3", "– 3 –", "Page 3 of 7", "3/7". */
const NUMBER = /^[\s\-–—|]*(page\s+)?\d{1,4}(\s*(\/|of)\s*\d{1,4})?[\s\-–—|]*$/i;

/** @typedef {{ head: Line[], body: Line[], foot: Line[] }} Parts  Of a page. */

/**
 * @param {readonly Page[]} pages
 * @returns {Parts[]}
 */
export function partsOf(pages) {
  /** On how many pages a line stands. @type {Map<string, number>} */
  const counts = new Map();
  for (const page of pages) {
    for (const name of new Set(page.lines.filter((line) => isAtEdge(line, page)).map(nameOf))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const often = Math.max(2, pages.length * SHARE);
  return pages.map((page) => {
    /** @type {Parts} */
    const parts = { head: [], body: [], foot: [] };
    for (const line of page.lines) {
      const isOutside = isAtEdge(line, page) && (NUMBER.test(line.text) || (counts.get(nameOf(line)) ?? 0) >= often);
      parts[!isOutside ? "body" : line.base < page.height / 2 ? "head" : "foot"].push(line);
    }
    return parts;
  });
}

/** A line without the numbers in it: they differ from page to page. @param {Line} line */
function nameOf({ text }) {
  return text.replace(/\d+/g, "#");
}

/** @param {Line} line  @param {Page} page */
function isAtEdge({ base }, { height }) {
  return base < height * TOP || base > height * FOOT;
}
