// The core, once it is loaded: plain calls that take and give plain objects. The only file that knows how the wasm is loaded.

import start, * as core from "../pkg/newsmark.js";

/** @typedef {import("../pkg/newsmark.js").Annotations} Annotations */
/** @typedef {import("../pkg/newsmark.js").AnnotateOptions} AnnotateOptions */
/** @typedef {import("../pkg/newsmark.js").Entity} Entity */
/** @typedef {import("../pkg/newsmark.js").Quote} Quote */
/** @typedef {import("../pkg/newsmark.js").TimeExpr} TimeExpr */
/** @typedef {import("../pkg/newsmark.js").ExportFormat | "json"} ExportFormat */
/** @typedef {import("../pkg/newsmark.js").PageText} PageText */
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
 * A call of the core that outlives it: after a trap, or a stack that is full, nothing in the core's memory can be relied on, and the
 * next call gets a fresh one.
 * @template {unknown[]} A
 * @template R
 * @param {(...given: A) => R} call
 * @returns {(...given: A) => R}
 */
function guarded(call) {
  return (...given) => {
    try {
      return call(...given);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
      core.__wbg_reset_state();
      const wrong = new Error(`the core broke down and was started anew (${error.message})`, { cause: error });
      throw Object.assign(wrong, { name: "NewsmarkError", kind: "core" });
    }
  };
}

/** A text as it is read: its lines joined to paragraphs, its broken words whole. */
export const asRead = guarded(core.asRead);
export const markRanges = guarded(core.markRanges);
export const offsetOf = guarded(core.offsetOf);
export const rangesOf = guarded(core.rangesOf);
export const readPage = guarded(core.readPage);
export const unwrapMarks = guarded(core.unwrapMarks);
export const wrapMarks = guarded(core.wrapMarks);

const annotateText = guarded(core.annotate);
const exportTextAs = guarded(core.exportAs);
const renderInto = guarded(core.render);

/**
 * Finds what an article holds.
 * @param {string} text
 * @param {AnnotateOptions} [options]
 * @returns {Annotations}
 * @throws {import("../pkg/newsmark.js").NewsmarkError} whose message can be shown, where an option cannot be used.
 */
export function annotate(text, options) {
  return annotateText(text, options);
}

/**
 * An article with what it holds, in a format for other programs.
 * @param {Article} article
 * @param {ExportFormat} format
 */
export function exportAs({ text, annotations }, format) {
  return format === "json" ? `${JSON.stringify({ text, ...annotations }, null, 2)}\n` : exportTextAs(text, annotations, format);
}

/**
 * Fills an element with an article and its marks. Of what it held before, the same beginning and end stay in place.
 * @param {HTMLElement} root
 * @param {Article} article
 */
export function render(root, { text, annotations }) {
  renderInto(root, text, annotations);
}
