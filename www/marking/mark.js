// Annotating text that stands in a page already, where it stands.
//
// The page's elements stay as they are: marks are CSS custom highlights of our own names. Where a browser has none, or colours are the
// system's, or it is asked for, elements are put around the marks, and `unmark` gives the page its own nodes back.

import { annotate as annotateHere, dayOf, loadFor } from "../core/engine.js";
import { checkFound, checkLanguage } from "../core/language.js";
import { publishedOn } from "../files/published.js";
import { kinds } from "../reading/kinds.js";
import { annotationOf } from "../reading/subject.js";
import { checkAnnotations } from "./given.js";
import { canHighlight, createHighlights } from "./highlights.js";
import { marksIn } from "./marks.js";
import { checkOptions, checkTypes, leavesOut } from "./options.js";
import { overlayOf } from "./overlay.js";
import { rangesOf, stands } from "./places.js";
import { readPage } from "./reading.js";
import { endings, restyleMarks, styleMarks, suitMarks, unstyleMarks } from "./sheet.js";
import { watch, watchBriefly } from "./watching.js";
import { unwrap, wrap } from "./wrapping.js";

/** @typedef {import("../core/engine.js").Annotations} Annotations */
/** @typedef {import("../core/engine.js").Annotated} Annotated */
/** @typedef {import("./options.js").MarkOptions} MarkOptions */
/** @typedef {import("./options.js").Selected} Selected */
/** @typedef {import("./reading.js").PageText} PageText */

/**
 * @typedef {object} Marking
 * @property {string} text                The element's text as it was read: the offsets of `annotations` are in it. "" where it was unmarked before.
 * @property {Annotations} annotations
 * @property {"json-ld" | "meta" | "time" | null} dateFrom  What of the page told the day that dates are counted from, `annotations.reference.date`;
 *   null where the options or the text did, or nothing.
 * @property {boolean} isMarked           Until it is unmarked, or its element leaves the page.
 * @property {boolean} isWrapped          Whether elements stand around the marks.
 * @property {readonly string[]} types    The kinds that are marked. They can be set.
 * @property {(annotation: { start: number, end: number }) => StaticRange[]} rangesOf  Where words of the text stand in the page.
 * @property {(annotation: { start: number, end: number }) => void} scrollTo  Shows them, and their card.
 * @property {() => void} focus          Brings the keyboard to the first mark; Escape brings it back.
 * @property {() => Promise<void>} update  Reads the element anew.
 * @property {() => void} unmark          Takes the marks away.
 */

/** @type {WeakMap<Element, Marking>} */
const markings = new WeakMap();

/**
 * Marks the entities, quotes and dates in the text of an element. What was marked in it before is marked anew.
 * @param {Element} root
 * @param {MarkOptions} [options]
 * @returns {Promise<Marking>} rejected with a `NewsmarkError` where an argument cannot be used. If the element is unmarked meanwhile, nothing is
 *   marked.
 */
export async function mark(root, options = {}) {
  checkOptions(root, options);
  if (!options.everything) checkLanguage(root, options.lang);
  unmark(root);
  const { marking, begin } = createMarking(root, options);
  markings.set(root, marking);
  try {
    await begin();
  } catch (error) {
    marking.unmark();
    throw error;
  }
  return marking;
}

/** Takes the marks of an element away: the page is as it was. @param {Element} root */
export function unmark(root) {
  markings.get(root)?.unmark();
}

/** What is known of a text before it is read. @returns {Annotations} */
const nothing = () => ({ schema: 2, offsets: "utf-16", reference: { date: null, source: "none" }, blocks: [], entities: [], mentions: [], quotes: [], dates: [] });

/** @param {Element} root  @param {MarkOptions} options */
function createMarking(root, { types, annotations: given, annotate, least = 0, cards = true, card, onSelect, onUpdate, onError, watch: follows = false, wrap: wraps, exclude, lang: _, ...options }) {
  const window = /** @type {Window} */ (root.ownerDocument.defaultView);
  const tree = /** @type {Document | ShadowRoot} */ (root.getRootNode());
  const how = { isLeftOut: leavesOut(exclude), everything: options.everything ?? false, ...(follows ? { kept: new Map() } : {}) };
  const highlights = canHighlight(window) ? createHighlights(window) : null;
  const forced = window.matchMedia("(forced-colors: active)");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  let shownKinds = typesFrom(types);
  let isOver = false;
  /** @type {PageText} */
  let page = { text: "", runs: [] };
  let annotations = nothing();
  /** What the page says of its day; undefined before it is asked. @type {ReturnType<typeof publishedOn> | undefined} */
  let published;
  /** @type {import("./marks.js").Mark[]} */
  let marks = [];
  /** Whether the page has changed while its text was looked at: some words stand elsewhere, or no longer. */
  let isMoved = false;
  /** Whether some marks were taken away because their words had changed. */
  let isStale = false;
  /** @type {import("./wrapping.js").Wrapped[] | null} */
  let wrapped = null;
  /** @type {ReturnType<typeof watch> | null} */
  let watching = null;
  /** @type {ReturnType<ReturnType<typeof overlayOf>["join"]> | null} */
  let seat = null;
  /** What the text of the page was seen to stand on. @type {ReturnType<typeof suitMarks>} */
  let ground;
  /** What looks end with in each element, until more than words changes. @type {ReturnType<typeof endings> | null} */
  let ending = null;
  /** The core on its way, while the page is read. @type {Promise<unknown> | null} */
  let loading = null;
  /** Which reading is the last. */
  let turn = 0;

  /** @param {string} text */
  async function find(text) {
    if (given) return given;
    if (published === undefined) published = options.date ? null : publishedOn(root.ownerDocument, root);
    const asked = { ...options, date: options.date ? dayOf(options.date) : published?.date ?? null };
    if (annotate) return annotate(text, asked);
    await (loading ?? loadFor(options));
    loading = null;
    return annotateHere(text, asked);
  }

  /** Finds what is in the text that stands there now, and marks it. @param {PageText} asked  @param {boolean} [isFirst]  What changes later is marked where it is English. */
  async function read(asked, isFirst = false) {
    turn += 1;
    const own = turn;
    const ended = watchBriefly(root);
    let hasChanged = false;
    const found = await find(asked.text).finally(() => (hasChanged = ended()));
    if (isOver || own !== turn) return;
    if (given || annotate) checkAnnotations(found, asked.text);
    if (isFirst && !given && !options.everything) checkFound(found);
    const now = hasChanged || wrapped ? readBare() : asked;
    isMoved = now.text !== asked.text;
    isStale = isMoved;
    annotations = found;
    page = isMoved ? asked : now;
    if (isFirst) settle();
    paint();
    onUpdate?.(marking);
    if (isMoved && follows) watching?.soon();
  }

  function erase() {
    highlights?.clear();
    if (wrapped) unwrap(wrapped);
    wrapped = null;
    watching?.skip();
  }

  /** Reads the page without elements of ours. */
  function readBare() {
    erase();
    return readPage(root, how);
  }

  function paint() {
    const before = ground;
    ground = suitMarks(tree);
    if (ground !== before) ending = null;
    const article = { text: page.text, annotations };
    marks = marksIn(article, shownKinds, least).filter(({ start, end }) => !isMoved || stands(page, start, end));
    if (wraps ?? (!highlights || forced.matches)) {
      wrapped = wrap(page, marks, endings(tree));
      // The same text, in the nodes that it now stands in.
      if (!isMoved) page = readPage(root, how);
      watching?.skip();
    } else {
      highlights?.show(rangesByLook());
    }
    seat?.show({ article, page, marks });
  }

  function rangesByLook() {
    /** @type {import("./highlights.js").Ranges} */
    const ranges = {};
    ending ??= endings(tree);
    for (const { start, end, look, sort } of marks) {
      for (const range of rangesOf(page, start, end)) {
        const around = range.startContainer.parentElement;
        (ranges[`${look}${ending(around)}`] ??= []).push(range);
        // The line of a link hides that of a name.
        if (sort === "mention" && around?.closest("a[href]")) (ranges[`linked${ending(around)}`] ??= []).push(range);
      }
    }
    return ranges;
  }

  /** Marks the same findings anew. */
  function repaint() {
    if (isOver || !watching) return;
    ending = null;
    const now = readBare();
    if (now.text !== page.text) return void read(readPage(root, how)).catch(tell);
    page = now;
    isStale = false;
    paint();
  }

  /** Reads anew what may have changed; words that are the same are not looked at again. @param {Iterable<Node> | null} [changed]  The text nodes that alone have. */
  async function update(changed = null) {
    if (isOver || !watching) return;
    if (!changed) ending = null;
    const now = readPage(root, how, wrapped ? null : changed);
    if (now.text !== page.text || isMoved) return read(now);
    const isSame = now.runs.length === page.runs.length && now.runs.every(({ node, from }, index) => node === page.runs[index]?.node && from === page.runs[index].from);
    if (!isSame || isStale) repaint();
  }

  /** What lives as long as the marks. */
  function settle() {
    styleMarks(tree, root);
    if (cards || onSelect) {
      const select = onSelect && ((/** @type {import("./marks.js").Mark} */ { sort, index }) => {
        const annotation = annotationOf({ sort, index }, annotations);
        if (annotation) onSelect({ sort, index, annotation });
      });
      seat = overlayOf(root.ownerDocument).join(root, { cards, card, select });
    }
    watching = watch(root, follows, {
      changed(nodes) {
        highlights?.drop(nodes);
        isStale = true;
      },
      stirred() {
        seat?.check();
        restore();
      },
      left: unmark,
      update: (changed) => void update(changed).catch(tell),
      looking() {
        suit();
        restore();
      },
    });
    forced.addEventListener("change", repaint);
    dark.addEventListener("change", suit);
  }

  /** The page may have turned dark, or light. */
  function suit() {
    if (suitMarks(tree) !== ground) repaint();
  }

  /** Shows again what the page has taken away without knowing of us. */
  function restore() {
    restyleMarks(tree);
    highlights?.restore();
    seat?.restore();
  }

  function unmark() {
    if (isOver) return;
    isOver = true;
    watching?.end();
    seat?.leave();
    erase();
    forced.removeEventListener("change", repaint);
    dark.removeEventListener("change", suit);
    if (watching) unstyleMarks(tree);
    if (markings.get(root) === marking) markings.delete(root);
  }

  /** Tells whoever looks after the page; that a worker has given one text up for the next is no fault. @param {any} error */
  function tell(error) {
    if (error?.name !== "AbortError") (onError ?? reportError)(error);
  }

  /** @param {{ start: number, end: number }} annotation */
  function spansOf(annotation) {
    return "speaker" in annotation ? /** @type {import("../core/engine.js").Quote} */ (annotation).parts : [annotation];
  }

  /** @type {Marking} */
  const marking = {
    get text() {
      return page.text;
    },
    get annotations() {
      return annotations;
    },
    get dateFrom() {
      return published?.dateFrom ?? null;
    },
    get isMarked() {
      return !isOver;
    },
    get isWrapped() {
      return wrapped !== null;
    },
    get types() {
      return shownKinds;
    },
    set types(value) {
      checkTypes(value);
      shownKinds = typesFrom(value);
      repaint();
    },
    rangesOf: (annotation) => spansOf(annotation).flatMap(({ start, end }) => rangesOf(page, start, end)),
    scrollTo(annotation) {
      const [first] = spansOf(annotation);
      const mark = first && marks.find(({ start, end }) => start === first.start && end === first.end);
      const [range] = first ? rangesOf(page, first.start, first.end) : [];
      if (isOver || !range) return;
      if (mark && cards) seat?.visit(mark);
      else range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
    },
    focus: () => seat?.focus(),
    update: () => update(),
    unmark,
  };
  return {
    marking,
    begin() {
      if (!given && !annotate) loading = loadFor(options);
      // What is wrong with it is told where it is waited for.
      loading?.catch(() => undefined);
      return read(readPage(root, how), true);
    },
  };
}

/** @param {readonly string[] | undefined} types */
function typesFrom(types) {
  return kinds.map(({ id }) => id).filter((id) => types?.includes(id) ?? true);
}

