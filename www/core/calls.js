// The calls of the package, which load the core by themselves: the same for a browser, for Node and for the file with the wasm inside.

import * as engine from "./engine.js";

/** @typedef {import("./engine.js").Annotations} Annotations */
/** @typedef {import("./engine.js").AnnotateOptions} AnnotateOptions */
/** @typedef {import("./engine.js").ExportFormat} ExportFormat */
/** @typedef {Parameters<typeof engine.load>[0]} Source  Bytes, a module, an address or an answer. */

/**
 * @param {() => Source} [source]  Where the wasm comes from; left out, the file beside the code.
 * @param {() => Source} [patternsSource]  Likewise that for patterns.
 */
export function callsFrom(source, patternsSource) {
  /**
   * Loads the core, if that has not been done, and gives its calls without waiting: for many short texts.
   * @param {Source} [other]  The wasm from somewhere else.
   */
  async function load(other) {
    await engine.load(other ?? source?.());
    return {
      annotate: engine.annotate,
      /** @param {string} text  @param {Annotations} annotations  @param {ExportFormat} format */
      exportAs: (text, annotations, format) => engine.exportAs({ text, annotations }, format),
    };
  }

  /**
   * Loads what the option `patterns` needs, a file of its own, for calls that do not wait; those that do load it by themselves.
   * @param {Source} [other]  The wasm from somewhere else.
   */
  async function loadPatterns(other) {
    await engine.loadPatterns(other ?? patternsSource?.());
  }

  /**
   * Finds the entities, quotes and dates of an article. Offsets are UTF-16 code units: `text.slice(start, end)` is the span.
   * @param {string} text
   * @param {AnnotateOptions} [options]
   * @returns {Promise<Annotations>} rejected with a `NewsmarkError` where an argument cannot be used.
   */
  async function annotate(text, options) {
    const [core] = await Promise.all([load(), engine.needsPatterns(options) && loadPatterns()]);
    return core.annotate(text, options);
  }

  /**
   * An article with its annotations, as a file of a format. Offsets in it are Unicode code points, in JSON UTF-16 code units.
   * @param {string} text
   * @param {Annotations} annotations
   * @param {ExportFormat} format
   * @returns {Promise<string>}
   */
  async function exportAs(text, annotations, format) {
    const core = await load();
    return core.exportAs(text, annotations, format);
  }

  return { load, loadPatterns, annotate, exportAs };
}
