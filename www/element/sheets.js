// The style sheet of what is ours, one for each document that it stands in: constructable, so that no policy for inline styles applies.

import css from "../pkg/style.js";

/** @type {WeakMap<Document, CSSStyleSheet>[]} */
const sheets = [new WeakMap(), new WeakMap()];

/**
 * @param {Document} document
 * @param {{ isFloored?: boolean }} [how]  Whether sizes are no smaller than they are on a page of the usual 16 pixels, as on one with `html { font-size: 62.5% }`.
 */
export function sheetOf(document, { isFloored = false } = {}) {
  const made = /** @type {WeakMap<Document, CSSStyleSheet>} */ (sheets[Number(isFloored)]);
  let sheet = made.get(document);
  if (!sheet) {
    // A document takes only sheets that its own window made.
    sheet = new (document.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(isFloored ? floored(css) : css);
    made.set(document, sheet);
  }
  return sheet;
}

/** Lengths in `rem`, but for those in the conditions of media and containers. @param {string} css */
function floored(css) {
  return css.replace(/^(?!@).*$/gm, (line) => line.replace(/(?<![\w.-])(\d*\.?\d+)rem\b/g, (rem, number) => `max(${rem}, ${16 * Number(number)}px)`));
}
