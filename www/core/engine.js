// The core, once it is loaded: plain calls that take and give plain objects. The only file that knows how the wasm is loaded.

import start, { annotate as annotateText, exportAs as exportTextAs, render as renderInto } from "../pkg/newsmark.js";

/** @typedef {import("../pkg/newsmark.js").Annotations} Annotations */
/** @typedef {import("../pkg/newsmark.js").Entity} Entity */
/** @typedef {import("../pkg/newsmark.js").Quote} Quote */
/** @typedef {import("../pkg/newsmark.js").TimeExpr} TimeExpr */
/** @typedef {import("../pkg/newsmark.js").ExportFormat} ExportFormat */
/** @typedef {{ text: string, annotations: Annotations }} Article  A text and what was found in it. */


/** @type {Promise<void> | null} */
let loading = null;

/**
 * Loads the core, once: later calls wait for the first. After a failure the next call tries again.
 * @param {import("../pkg/newsmark.js").InitInput | Promise<import("../pkg/newsmark.js").InitInput>} [source]  Left out, the file beside the glue.
 * @returns {Promise<void>}
 */
export function load(source) {
  loading ??= start(source === undefined ? undefined : { module_or_path: source }).then(
    () => undefined,
    (error) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/**
 * Finds what an article holds. Throws an `Error` whose message can be shown where the date cannot be used.
 * @param {string} text
 * @param {string} date  `YYYY-MM-DD`, or "" to look for the article's own.
 * @returns {Annotations}
 */
export function annotate(text, date) {
  return annotateText(text, date ? { date } : {});
}

/**
 * An article with what it holds, in a format for other programs.
 * @param {Article} article
 * @param {ExportFormat} format
 */
export function exportAs({ text, annotations }, format) {
  return exportTextAs(text, annotations, format);
}

/**
 * Fills an element with an article and its marks. Of what it held before, the same beginning and end stay in place.
 * @param {HTMLElement} root
 * @param {Article} article
 */
export function render(root, { text, annotations }) {
  renderInto(root, text, annotations);
}
