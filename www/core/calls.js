// The calls of the package, which load the core on first use. They are the same for a browser, for Node and for the file with the wasm inside.
// `newsmark.js` documents them for callers.

import * as engine from "./engine.js";
import { checkOptions, isNewsmarkError } from "./errors.js";

/** @typedef {import("./engine.js").Annotations} Annotations */
/** @typedef {import("./engine.js").AnnotateOptions} AnnotateOptions */
/** @typedef {import("./engine.js").ExportFormat} ExportFormat */
/** @typedef {Parameters<typeof engine.load>[0]} Source */

/**
 * The synchronous calls of a loaded core.
 * @typedef {object} Calls
 * @property {(text: string, options?: AnnotateOptions) => Annotations} annotate  Finds the entities, quotes and dates of an article.
 * @property {(text: string, annotations: Annotations, format: ExportFormat) => string} exportAs  Writes an article with its annotations
 *   in a file format.
 */

/**
 * @param {() => Source} [source]  Where the wasm comes from; by default, the file next to the code.
 * @param {() => Source} [patternsSource]  The same for the wasm that matches patterns.
 */
export function callsFrom(source, patternsSource) {
  /** @type {Calls} */
  const calls = {
    annotate(text, options) {
      checkOptions(options);
      return engine.annotate(text, options);
    },
    exportAs: (text, annotations, format) => engine.exportAs({ text, annotations }, format),
  };

  /** @param {Source} [other]  @returns {Promise<Calls>} */
  async function load(other) {
    await engine.load(other ?? source?.());
    return calls;
  }

  /** @param {Source} [other] */
  async function loadPatterns(other) {
    await engine.loadPatterns(other ?? patternsSource?.());
  }

  /** @param {string} text  @param {AnnotateOptions} [options] */
  async function annotate(text, options) {
    await Promise.all([load(), engine.needsPatterns(options) && loadPatterns()]);
    return calls.annotate(text, options);
  }

  /** @param {string} text  @param {Annotations} annotations  @param {ExportFormat} format */
  async function exportAs(text, annotations, format) {
    await load();
    return calls.exportAs(text, annotations, format);
  }

  return { load, loadPatterns, annotate, exportAs, isNewsmarkError };
}
