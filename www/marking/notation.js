// What a page's elements say without words: that something is a quote, or only the number of a note.

const MARKS = /["“”„«»]/;
const OUTER = /** @type {const} */ (["“", "”"]);
const INNER = /** @type {const} */ (["‘", "’"]);

/** Longer than the number of a note is. */
const LONGEST = 16;

/**
 * The quotation marks of an element that has none in its text.
 * @param {Element} element
 * @param {CSSStyleDeclaration} style
 * @returns {readonly [string, string] | null}
 */
export function quotesOf(element, style) {
  const { localName, ownerDocument } = element;
  if (localName === "q") {
    const before = ownerDocument.defaultView?.getComputedStyle(element, "::before").content ?? "none";
    if (!/quote/.test(before) || MARKS.test(element.textContent?.trim()[0] ?? "")) return null;
    return element.parentElement?.closest("q") ? INNER : OUTER;
  }
  const isSaid = localName === "blockquote" && style.display !== "inline" && !MARKS.test(element.textContent ?? "");
  return isSaid ? OUTER : null;
}

/** What a note can be of: a word, or the end of a sentence, and no unit or figure. */
const NOTED = /(?:\p{L}{4}|[.,;:!?)\]”’"])$/u;

/**
 * Whether an element is only a sign that leads to a note: "[13]", or a raised "4" or "*".
 * @param {Element} element
 * @param {CSSStyleDeclaration} style
 * @param {string} before  What stands before it.
 */
export function isReference(element, style, before) {
  const { localName } = element;
  const isLink = localName === "a" && (element.getAttribute("href") ?? "").includes("#");
  const isRaised = localName === "sup" || style.position === "absolute" || style.verticalAlign === "super";
  if (!isLink && !isRaised) return false;
  const text = (element.textContent ?? "").trim();
  if (text === "" || text.length > LONGEST) return false;
  if (/^(?:\[[^\]]+\]\s*)+$/.test(text)) return true;
  if (!isRaised) return false;
  return /^[*†‡§¶]+$/.test(text) || (/^\d{1,3}(?:[,–-]\s*\d{1,3})*$/.test(text) && (NOTED.test(before) || element.querySelector("a[href*='#']") !== null || element.closest("a[href*='#']") !== null));
}
