// The loaded core: synchronous calls that take and return plain objects. Only this file knows how to load the wasm, and the second wasm that
// matches patterns, which it loads only if there are any.

import start, * as core from "../pkg/newsmark.js";
import { errorOf } from "./errors.js";

/** @typedef {import("../pkg/newsmark.js").Annotations} Annotations */
/** @typedef {import("../pkg/newsmark.js").AnnotateOptions} AnnotateOptions */
/** @typedef {import("../pkg/newsmark.js").Entity} Entity */
/** @typedef {import("../pkg/newsmark.js").Mention} Mention */
/** @typedef {import("../pkg/newsmark.js").Quote} Quote */
/** @typedef {import("../pkg/newsmark.js").TimeExpr} TimeExpr */
/** @typedef {Mention | Quote | TimeExpr} Annotated  One thing that is marked. */
/** @typedef {import("../pkg/newsmark.js").NewsmarkError} NewsmarkError */
/** @typedef {import("../pkg/newsmark.js").ExportFormat | "json"} ExportFormat */
/** @typedef {import("../pkg/newsmark.js").InitInput | Promise<import("../pkg/newsmark.js").InitInput>} Source  Where a wasm comes from. */
/** @typedef {{ text: string, annotations: Annotations }} Article  A text and what was found in it. */

/** @type {Promise<void> | null} */
let loading = null;
/** @type {Promise<void> | null} */
let loadingPatterns = null;
/** What finds patterns, once it is loaded. @type {import("../pkg/newsmark.js").Matcher | undefined} */
let matcher;

/**
 * Loads the core, once; later calls wait for the first. After a failure, the next call tries again.
 * @param {Source} [source]  By default, the file next to the glue.
 * @returns {Promise<void>}
 */
export function load(source) {
  loading ??= start(source === undefined ? undefined : { module_or_path: source }).then(
    () => undefined,
    (error) => {
      loading = null;
      throw errorOf("core", `the core could not be loaded (${error.message})`, { cause: error });
    },
  );
  return loading;
}

/**
 * Loads the pattern matcher, once. After a failure, the next call tries again.
 * @param {Source} [source]  By default, the file next to its glue.
 * @returns {Promise<void>}
 */
export function loadPatterns(source) {
  loadingPatterns ??= startPatterns(source).catch((error) => {
    loadingPatterns = null;
    throw error;
  });
  return loadingPatterns;
}

/** @param {Source} [source] */
async function startPatterns(source) {
  const patterns = await import("../pkg/newsmark_patterns.js");
  await patterns.default(source === undefined ? undefined : { module_or_path: source });
  const find = guarded(patterns.findMatches, patterns.__wbg_reset_state);
  matcher = (...given) => {
    try {
      return find(...given);
    } catch (problem) {
      // The matcher throws a string if a pattern is invalid.
      throw typeof problem === "string" ? errorOf("patterns", `options.${problem}`) : problem;
    }
  };
}

/**
 * Loads what a call with these options needs.
 * @param {AnnotateOptions | null} [options]
 */
export async function loadFor(options) {
  await Promise.all([load(), needsPatterns(options) && loadPatterns()]);
}

/** @param {AnnotateOptions | null} [options] */
export function needsPatterns(options) {
  return Boolean(options?.patterns?.length);
}

/**
 * Wraps a call so that it survives a crash: after a trap or a stack overflow, the core's memory cannot be trusted, and the next call gets
 * a fresh core.
 * @template {unknown[]} A
 * @template R
 * @param {(...given: A) => R} call
 * @param {() => void} reset
 * @returns {(...given: A) => R}
 */
function guarded(call, reset = core.__wbg_reset_state) {
  return (...given) => {
    try {
      return call(...given);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
      reset();
      throw errorOf("core", `the core crashed and was restarted (${error.message})`, { cause: error });
    }
  };
}

/** A text as it is read: its lines joined to paragraphs, its broken words whole. */
export const asRead = guarded(core.asRead);

const annotateText = guarded(core.annotate);
const exportTextAs = guarded(core.exportAs);
const renderInto = guarded(core.render);

/**
 * Finds the entities, quotes and dates of an article.
 * @param {string} text
 * @param {AnnotateOptions} [options]
 * @returns {Annotations}
 * @throws {import("../pkg/newsmark.js").NewsmarkError} if an option is invalid; its message can be shown to readers.
 */
export function annotate(text, options) {
  return annotateText(text, options?.date ? { ...options, date: dayOf(options.date) } : options, matcher);
}

/** The day of a time stamp as it is written, of a `Date` in UTC; what is neither is left to the core to refuse. @param {unknown} date */
export function dayOf(date) {
  if (date instanceof Date && !Number.isNaN(date.valueOf())) return date.toISOString().slice(0, 10);
  return typeof date === "string" ? date.replace(/^(\d{4}-\d\d-\d\d)[T ]\d\d.*$/s, "$1") : /** @type {any} */ (date);
}

/**
 * Writes an article with its annotations in a format for other programs.
 * @param {Article} article
 * @param {ExportFormat} format
 */
export function exportAs({ text, annotations }, format) {
  return format === "json" ? `${JSON.stringify({ text, ...annotations }, null, 2)}\n` : exportTextAs(text, annotations, format);
}

/**
 * Fills an element with an article and its marks. An unchanged beginning and end of its previous content stay in place.
 * @param {HTMLElement} root
 * @param {Article} article
 */
export function render(root, { text, annotations }) {
  renderInto(root, text, annotations);
}
