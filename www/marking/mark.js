// Annotating text that stands in a page already, where it stands.
//
// The page's elements stay as they are: marks are CSS custom highlights of our own names. Where a browser has none, or where it is asked
// for, elements are put around the marks, and `unmark` gives the page its own nodes back.

import { annotate, loadFor, markRanges, readPage, unwrapMarks, wrapMarks } from "../core/engine.js";
import { checkFound, checkLanguage } from "../core/language.js";
import { kinds } from "../reading/kinds.js";
import { canHighlight, highlight, unhighlight } from "./highlights.js";
import { createOverlay } from "./overlay.js";
import { styleMarks, unstyleMarks } from "./sheet.js";

/** @typedef {import("../core/engine.js").Annotations} Annotations */

/**
 * @typedef {object} Own
 * @property {readonly string[]} [types]       The kinds to mark: "person", "organization", "place", "group", "event", "work", "product", "other",
 *   "quote", "date". All, if left out.
 * @property {Annotations | null} [annotations]  To be shown in place of what would be found; of `text` as a marking gives it.
 * @property {boolean} [cards]                 Whether a card opens for the mark that is pointed at, and keys lead from mark to mark. True if left out.
 * @property {boolean} [watch]                 Whether the page's later changes are followed. False if left out.
 * @property {boolean} [wrap]                  Whether elements are put around the marks although the browser can highlight.
 * @property {string} [lang]                   The language of the text, or else that of the page.
 */
/** @typedef {import("../core/engine.js").AnnotateOptions & Own} MarkOptions */

/**
 * @typedef {object} Marking
 * @property {string} text                The element's text as it was read: the offsets of `annotations` are in it.
 * @property {Annotations} annotations
 * @property {() => void} update          Reads the element anew.
 * @property {() => void} unmark          Takes the marks away.
 */

/** @type {WeakMap<Element, Marking>} */
const markings = new WeakMap();
/** How many markings need the looks of marks in a tree. @type {WeakMap<Document | ShadowRoot, number>} */
const styled = new WeakMap();

/**
 * Marks the entities, quotes and dates in the text of an element. What was marked in it before is marked anew.
 * @param {Element} root
 * @param {MarkOptions} [options]
 * @returns {Promise<Marking>} rejected with a `NewsmarkError` where an argument cannot be used.
 */
export async function mark(root, options = {}) {
  await loadFor(options);
  if (!options.everything) checkLanguage(root, options.lang);
  unmark(root);
  const made = createMarking(root, options);
  markings.set(root, made);
  return made;
}

/** Takes the marks of an element away: the page is as it was. @param {Element} root */
export function unmark(root) {
  markings.get(root)?.unmark();
}

/** @param {Element} root  @param {MarkOptions} options  @returns {Marking} */
function createMarking(root, { types, annotations: given, cards = true, watch = false, wrap = false, date, names, patterns, everything }) {
  const window = /** @type {Window} */ (root.ownerDocument.defaultView);
  const tree = /** @type {Document | ShadowRoot} */ (root.getRootNode());
  const shownKinds = kinds.map(({ id }) => id).filter((id) => types?.includes(id) ?? true);
  const isWrapped = wrap || !canHighlight(window);
  const abort = new AbortController();
  const observer = watch ? new MutationObserver(changed) : null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function changed() {
    clearTimeout(timer);
    timer = setTimeout(update);
  }

  function observe() {
    observer?.observe(root, { childList: true, characterData: true, subtree: true });
  }

  /** @param {boolean} [isFirst]  What changes later is marked where it is English. */
  function paint(isFirst = false) {
    let page = readPage(root);
    const annotations = given ?? annotate(page.text, { date, names, patterns, everything });
    if (isFirst && !given && !everything) checkFound(annotations);
    let erase;
    if (isWrapped) {
      const wrapped = wrapMarks(page, annotations, shownKinds);
      erase = () => unwrapMarks(wrapped);
      // The same text, in the nodes that it now stands in.
      page = readPage(root);
    } else {
      const ranges = markRanges(page, annotations, shownKinds);
      highlight(window, ranges);
      erase = () => unhighlight(window, ranges);
    }
    return { article: { text: page.text, annotations }, page, erase };
  }

  function update() {
    if (abort.signal.aborted) return;
    observer?.disconnect();
    painted.erase();
    painted = paint();
    overlay?.show(painted.article, painted.page, shownKinds);
    observe();
  }

  // What cannot be used is said before anything is left in the page.
  let painted = paint(true);
  styled.set(tree, (styled.get(tree) ?? 0) + 1);
  styleMarks(tree);
  const overlay = cards ? createOverlay(root, abort.signal) : null;
  overlay?.show(painted.article, painted.page, shownKinds);
  observe();

  return {
    get text() {
      return painted.article.text;
    },
    get annotations() {
      return painted.article.annotations;
    },
    update,
    unmark() {
      if (abort.signal.aborted) return;
      abort.abort();
      clearTimeout(timer);
      observer?.disconnect();
      painted.erase();
      markings.delete(root);
      const left = (styled.get(tree) ?? 1) - 1;
      styled.set(tree, left);
      if (left === 0) unstyleMarks(tree);
    },
  };
}
