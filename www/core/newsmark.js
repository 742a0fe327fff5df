// The package in a browser or a worker: it fetches the wasm, a file next to the code, once. TypeScript and editors take the documentation of the
// calls from here, also for Node and for the file with the wasm inside.

import { callsFrom } from "./calls.js";

/** @typedef {import("../pkg/newsmark.js").Annotations} Annotations */
/** @typedef {import("../pkg/newsmark.js").AnnotateOptions} AnnotateOptions */
/** @typedef {import("../pkg/newsmark.js").Block} Block */
/** @typedef {import("../pkg/newsmark.js").Entity} Entity */
/** @typedef {import("../pkg/newsmark.js").EntityType} EntityType */
/** @typedef {import("../pkg/newsmark.js").KnownName} KnownName */
/** @typedef {import("../pkg/newsmark.js").Mention} Mention */
/** @typedef {import("../pkg/newsmark.js").Pattern} Pattern */
/** @typedef {import("../pkg/newsmark.js").Quote} Quote */
/** @typedef {import("../pkg/newsmark.js").Span} Span */
/** @typedef {import("../pkg/newsmark.js").Speaker} Speaker */
/** @typedef {import("../pkg/newsmark.js").TimeExpr} TimeExpr */
/** @typedef {import("../pkg/newsmark.js").TimePart} TimePart */
/** @typedef {import("./engine.js").ExportFormat} ExportFormat */
/** @typedef {import("./engine.js").Source} Source  Where a wasm comes from: an address, bytes, a module, an answer, or a promise of one. */
/** @typedef {import("./calls.js").Calls} Calls */
/** @typedef {import("./errors.js").ErrorKind} ErrorKind */
/** @typedef {import("./errors.js").NewsmarkError} NewsmarkError */

const calls = callsFrom();

/**
 * Finds the entities, quotes and dates of an article. Offsets are UTF-16 code units: `text.slice(start, end)` is the span.
 *
 * The promise rejects with a `NewsmarkError` if an argument is invalid.
 * @param {string} text  The article.
 * @param {AnnotateOptions} [options]  The publication date, names and patterns of your own, and so on.
 * @returns {Promise<Annotations>}
 * @example
 * const { quotes } = await annotate("“It is late,” said Ana Ruiz.", { date: "2024-05-17" });
 */
export function annotate(text, options) {
  return calls.annotate(text, options);
}

/**
 * Writes an article with its annotations in a file format. Offsets are Unicode code points, except in `json`, where they are UTF-16 code units.
 * @param {string} text  The article.
 * @param {Annotations} annotations  The result of `annotate`.
 * @param {ExportFormat} format
 * @returns {Promise<string>}
 */
export function exportAs(text, annotations, format) {
  return calls.exportAs(text, annotations, format);
}

/**
 * Loads the core, once, and returns synchronous calls: for many texts, or to load the wasm from elsewhere. Everything in the package then
 * uses the core that was loaded first.
 * @param {Source} [source]  The wasm: an address, bytes or a module. By default, the file next to the code.
 * @returns {Promise<Calls>}
 * @example
 * const { annotate } = await load();
 */
export function load(source) {
  return calls.load(source);
}

/**
 * Loads the separate file that the option `patterns` needs, for synchronous calls. Other calls load it themselves.
 * @param {Source} [source]  That wasm, from elsewhere.
 * @returns {Promise<void>}
 */
export function loadPatterns(source) {
  return calls.loadPatterns(source);
}

export { isNewsmarkError } from "./errors.js";
