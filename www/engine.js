// The one place where the page meets the Rust core. Everything else sees plain objects and elements.

import start, { annotate as annotateText, exportAs as exportTextAs, render as renderInto } from "./pkg/newsmark.js";

/** @typedef {import("./pkg/newsmark.js").Annotations} Annotations */
/** @typedef {import("./pkg/newsmark.js").Entity} Entity */
/** @typedef {import("./pkg/newsmark.js").Quote} Quote */
/** @typedef {import("./pkg/newsmark.js").TimeExpr} TimeExpr */
/** @typedef {import("./pkg/newsmark.js").ExportFormat} ExportFormat */
/** @typedef {{ text: string, annotations: Annotations }} Article  A text and what was found in it. */

/** Settled once the core is loaded: the only request the page makes for it. */
export const ready = start();

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
 * @param {string} text
 * @param {ExportFormat} format
 * @param {string} date  As for `annotate`.
 */
export function exportAs(text, format, date) {
  return exportTextAs(text, format, date ? { date } : {});
}

/**
 * Fills an element with an article and its marks.
 * @param {HTMLElement} root
 * @param {Article} article
 */
export function render(root, { text, annotations }) {
  renderInto(root, text, annotations);
}
