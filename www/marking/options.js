// What the caller may ask of `mark()`: looked at once, before anything is done, so that a slip of the pen is told and not passed over.

import { errorOf } from "../core/errors.js";
import { kinds } from "../reading/kinds.js";

/** @typedef {import("../core/engine.js").Annotations} Annotations */
/** @typedef {import("../core/engine.js").AnnotateOptions} AnnotateOptions */
/** @typedef {import("../core/engine.js").Annotated} Annotated */

/**
 * What the reader has chosen.
 * @typedef {import("../reading/subject.js").Subject & { annotation: Annotated }} Selected
 */

/**
 * @typedef {object} Own
 * @property {readonly string[]} [types]       The kinds to mark: "person", "organization", "place", "group", "event", "work", "product", "other",
 *   "quote", "date". All, if left out.
 * @property {Annotations | null} [annotations]  To be shown in place of what would be found; of `text` as a marking gives it.
 * @property {(text: string, options: AnnotateOptions) => Annotations | Promise<Annotations>} [annotate]  What finds them, as in a worker or on a
 *   server. Then the core is not loaded.
 * @property {number} [least]                  The lowest score that is marked, 0 to 1; of a quote, the lower of its own and its speaker's. 0 if left out.
 * @property {boolean} [cards]                 Whether a card opens for the mark that is pointed at, and keys lead from mark to mark. True if left out.
 * @property {(annotation: Annotated, anchor: Element) => Node | null} [card]  What a card says of an annotation whose words begin in an element
 *   of the page. It is shown as it is; where there is none, the card says what it says without this.
 * @property {(selected: Selected) => void} [onSelect]  Told which mark is clicked or tapped, or chosen by Enter.
 * @property {(marking: import("./mark.js").Marking) => void} [onUpdate]  Told each time that the text was read and marked, the first time, too.
 * @property {(error: Error) => void} [onError]  Told what goes wrong when changes are followed. If left out, the window is.
 * @property {boolean} [watch]                 Whether the page's later changes are followed. False if left out.
 * @property {boolean} [wrap]                  Whether elements are put around the marks: true for always, false for never. Left out, where highlights
 *   cannot be had or seen.
 * @property {string} [exclude]                Selectors of what is left out, "" for none. Left out, code, navigation, footers, forms and what is
 *   there to be shared.
 * @property {string} [lang]                   The language of the text, or else that of the page.
 */
/** @typedef {AnnotateOptions & Own} MarkOptions */

/** What stands in an article and is none of it: by its tag, by its role, by a word of its class. */
const TAGS = /^(?:code|footer|form|kbd|nav|pre|samp)$/;
const ROLES = /^(?:navigation|search|contentinfo)$/;
const CLASSES = /(?:^|[\s_-])(?:share|sharing|social|related|comments|newsletter)(?:$|[\s_-])/i;

/** What holds one of these is the article, whatever it is called. */
const ARTICLE = "h1, main, article";

/** Types of options that are of one type. */
const TYPES = { annotate: "function", card: "function", onSelect: "function", onUpdate: "function", onError: "function", least: "number", exclude: "string", lang: "string" };

/**
 * @param {unknown} root
 * @param {MarkOptions} options
 * @throws {import("../core/engine.js").NewsmarkError} of kind `options` where something cannot be used.
 */
export function checkOptions(root, options) {
  const element = /** @type {Element | null | undefined} */ (root);
  if (element?.nodeType !== 1) throw errorOf("options", "mark() takes an element of the page, such as document.querySelector(\"article\")");
  if (!element.isConnected || !element.ownerDocument.defaultView) throw errorOf("options", "the element is in no page: only what is shown can be marked");
  if (typeof options !== "object" || options === null) throw errorOf("options", "the options must be an object, such as { watch: true }");
  const given = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (options));
  for (const [name, type] of Object.entries(TYPES)) {
    if (given[name] !== undefined && given[name] !== null && typeof given[name] !== type) throw errorOf("options", `options.${name} must be a ${type}`);
  }
  if (options.types !== undefined && options.types !== null) checkTypes(options.types);
  if (typeof options.least === "number" && !(options.least >= 0 && options.least <= 1)) throw errorOf("options", "options.least must be a score, from 0 to 1");
  try {
    if (options.exclude) element.matches(options.exclude);
  } catch {
    throw errorOf("options", `options.exclude is no list of selectors: "${options.exclude}"`);
  }
}

/** @param {unknown} types */
export function checkTypes(types) {
  const known = kinds.map(({ id }) => id);
  const wrong = Array.isArray(types) ? types.find((type) => !known.includes(type)) : types;
  if (!Array.isArray(types) || wrong !== undefined) {
    throw errorOf("options", `options.types must be a list of ${known.map((id) => `"${id}"`).join(", ")}, and has ${JSON.stringify(wrong) ?? String(wrong)}`);
  }
}

/** What is left out of the text. @param {string | undefined | null} exclude  @returns {(element: Element) => boolean} */
export function leavesOut(exclude) {
  if (exclude === "") return () => false;
  if (exclude) return (element) => element.matches(exclude);
  return (element) => isAround(element) && !element.querySelector(ARTICLE);
}

/** @param {Element} element */
function isAround(element) {
  // Whom a quote is of often stands at its foot.
  if (TAGS.test(element.localName)) return element.localName !== "footer" || !element.closest("blockquote");
  return ROLES.test(element.getAttribute("role") ?? "") || CLASSES.test(element.getAttribute("class") ?? "");
}
