// The element's style sheet, one for each document that it stands in: constructable, so that no policy for inline styles applies.

import css from "../pkg/style.js";

/** @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/** @param {Document} document */
export function sheetOf(document) {
  let sheet = sheets.get(document);
  if (!sheet) {
    // A document takes only sheets that its own window made.
    sheet = new (document.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(document, sheet);
  }
  return sheet;
}
