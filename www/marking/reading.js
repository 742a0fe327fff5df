// The text of an element as a reader sees it, and where each stretch of it stands in the page.
//
// Blocks come out as paragraphs and white space as one space. What is hidden, can be edited, belongs to a form or is in another language is left
// out. The page is only looked at: nothing in it is changed, and shadow roots and frames in it are not read.

import { isEnglish } from "../core/language.js";
import { isReference, quotesOf } from "./notation.js";
import { isUnseen, isUnslotted } from "./seeing.js";

/** An element of ours around a mark, which no rule of the page means. */
export const WRAPPER = "newsmark-mark";

/**
 * A stretch of the text that stands in one text node as it is.
 * @typedef {{ node: Text, from: number, start: number, length: number }} Run  `from` is where in the node, `start` where in the text.
 */
/** @typedef {{ text: string, runs: Run[] }} PageText  Runs are in the order of the text; what stands between two is in no node. */

/**
 * @typedef {object} How
 * @property {(element: Element) => boolean} [isLeftOut]  What else is left out.
 * @property {boolean} [everything]   Whether other languages are read, too.
 * @property {Map<Element, Kept | null>} [kept]  What was read of each block that has no other in it, for the next time; null where nothing was.
 */

/**
 * The text of a block, with offsets in it, and the words that stood before it.
 * @typedef {{ text: string, runs: Run[], before: string, last: string }} Kept
 */

/** Elements whose words are no part of the text. */
const SILENT = "script, style, noscript, template, textarea, select, button, label, legend, datalist, output, meter, progress, "
  + "svg, math, iframe, object, canvas, audio, video, rt, rp, news-mark, newsmark-overlay";

/** Elements that are blocks unless somebody makes them something else, and those of a site's own. */
const BLOCK = /-|^(?:address|article|aside|blockquote|d[dlt]|div|fig(?:ure|caption)|footer|h[1-6]|header|li|main|nav|[ou]l|p|section|t(?:able|d|h|r))$/;

/** White space of HTML; characters that nobody sees, as soft hyphens; words with single spaces between. */
const PIECES = /([ \t\n\r\f]+)|[\u00AD\u200B\u2060\uFEFF]+|[^ \t\n\r\f\u00AD\u200B\u2060\uFEFF]+(?: [^ \t\n\r\f\u00AD\u200B\u2060\uFEFF]+)*/g;

/** As wide as a space, in ems. */
const SPACE = 0.25;
/** What is put beside the line is a letter that begins it, if it has no more characters; a block of its own, if it has more. */
const INITIAL = 3;
const ASIDE = 80;

/**
 * Reads the text of an element.
 * @param {Element} root
 * @param {How} [how]
 * @param {Iterable<Node> | null} [changed]  The text nodes that alone have changed since it was last read: blocks without them are not looked at again.
 * @returns {PageText}
 */
export function readPage(root, how = {}, changed = null) {
  if (!changed) how.kept?.clear();
  for (const node of changed ?? []) for (let at = node.parentElement; at; at = at.parentElement) how.kept?.delete(at);
  const reader = new Reader(/** @type {Window} */ (root.ownerDocument.defaultView), how);
  if (!isUnread(root)) reader.walk(root);
  return { text: reader.text, runs: reader.runs };
}

/** Whether a root cannot be seen or can be edited. @param {Element} root */
function isUnread(root) {
  const window = /** @type {Window} */ (root.ownerDocument.defaultView);
  let box = /** @type {Element | null} */ (root);
  // What has no box of its own is seen in that of its parent.
  while (box && window.getComputedStyle(box).display === "contents") box = box.parentElement;
  return /** @type {HTMLElement} */ (root).isContentEditable || box?.checkVisibility?.() === false;
}

/**
 * An element whose children are being read.
 * @typedef {object} Frame
 * @property {Element} element
 * @property {Frame | null} parent
 * @property {ChildNode | null} next
 * @property {CSSStyleDeclaration} style
 * @property {boolean} isBlock
 * @property {boolean} isBox         A box of its own in the line.
 * @property {boolean} isApart       Put beside the line, or a time.
 * @property {boolean} keeps         White space is kept as it is.
 * @property {boolean} isInvisible
 * @property {boolean} isForeign
 * @property {number} start          How long the text was.
 * @property {number} first          How many runs there were.
 * @property {string | null} before  The words before it, where it can be kept: a block that holds none, and in no quote without marks.
 * @property {readonly [string, string] | null} quotes  Marks around it that stand in no node.
 * @property {boolean} isSaid        Each of its paragraphs begins with such a mark.
 * @property {{ isOpen: boolean } | null} said  The quote that it stands in.
 */

/** @typedef {{ style: CSSStyleDeclaration, side: "Left" | "Right" }} Side */

class Reader {
  text = "";
  /** @type {Run[]} */
  runs = [];
  /** Line ends that stand before the next word, if one comes. */
  #breaks = 0;
  /** The white space before the next word. @type {{ node: Text, from: number } | null} */
  #space = null;
  /** What stands before the next word without being in the text: a gap, the end of a box, of an element, and the beginning of another. */
  #edges = { gap: false, boxEnd: false, box: false, end: false, both: false };
  /** Sides of inline elements before the next word. @type {Side[]} */
  #sides = [];
  /** The last words. */
  #last = "";
  /** Marks that open before the next word. */
  #opening = "";
  /** The quote that is being read, if its marks stand in no node. @type {{ isOpen: boolean } | null} */
  #said = null;

  /** @param {Window} window  @param {How} how */
  constructor(window, how) {
    this.window = window;
    this.how = how;
  }

  /** Reads what is below an element. No recursion: pages nest as deeply as they like. @param {Element} root */
  walk(root) {
    /** @type {Frame | null} */
    let frame = this.#frame(root, null, this.window.getComputedStyle(root));
    while (frame) {
      const node = frame.next;
      if (!node) {
        this.#leave(frame);
        frame = frame.parent;
        continue;
      }
      frame.next = node.nextSibling;
      if (node.nodeType === 3) {
        const isSeen = !frame.isInvisible && !frame.isForeign && !isUnslotted(/** @type {Text} */ (node), frame.element);
        if (isSeen) this.#read(/** @type {Text} */ (node), frame.keeps);
      } else if (node.nodeType === 1) {
        frame = this.#enter(/** @type {Element} */ (node), frame) ?? frame;
      }
    }
  }

  /** @param {Element} element  @param {Frame} parent  @returns {Frame | null} */
  #enter(element, parent) {
    if (element.localName === "br") {
      this.#breaks = Math.min(this.#breaks + 1, 2);
      return null;
    }
    const kept = this.how.kept?.get(element);
    if (kept === null) return null;
    if (kept && kept.before === this.#last && this.#isPlain()) {
      this.#repeat(kept, parent);
      return null;
    }
    if (element.matches(SILENT) || /** @type {HTMLElement} */ (element).isContentEditable) return null;
    const style = this.window.getComputedStyle(element);
    if (style.display !== "none" && isReference(element, style, this.#last)) return null;
    if (style.display === "none" || this.how.isLeftOut?.(element) || isUnseen(element, parent.element, style)) {
      this.how.kept?.set(element, null);
      return null;
    }
    const frame = this.#frame(element, parent, style);
    if (frame.isBlock) this.#begin(parent);
    else if (element.localName !== WRAPPER) this.#edge(frame);
    if (frame.isSaid) {
      this.#said = { isOpen: false };
    } else if (this.#said && /^(?:footer|cite|figcaption)$/.test(element.localName)) {
      this.#closeSaid();
      this.#said = null;
    }
    if (frame.quotes && !frame.isSaid) this.#opening += frame.quotes[0];
    return frame;
  }

  /** @param {Element} element  @param {Frame | null} parent  @param {CSSStyleDeclaration} style  @returns {Frame} */
  #frame(element, parent, style) {
    const { display } = style;
    const isOut = style.float !== "none" || /^(?:absolute|fixed)$/.test(style.position);
    const isPhrase = !BLOCK.test(element.localName);
    const isBeside = isOut && isPhrase && (element.textContent?.length ?? 0) <= ASIDE;
    const isBox = isBeside || /^inline-/.test(display);
    const language = !this.how.everything && parent ? element.getAttribute("lang") : null;
    const quotes = parent && quotesOf(element, style);
    return {
      element, parent, style, isBox, quotes,
      next: element.firstChild,
      isBlock: !isBeside && (!/^(?:inline|contents|ruby)/.test(display) || (isBox && !isPhrase)),
      isApart: isBeside || element.localName === "time",
      keeps: /^(?:pre|break-spaces)/.test(style.whiteSpace),
      isInvisible: style.visibility !== "visible" || style.fontSize === "0px" || parseFloat(style.textIndent) < -999,
      isForeign: language ? !isEnglish(language) : parent?.isForeign ?? false,
      start: this.text.length,
      first: this.runs.length,
      before: this.how.kept && parent && this.#isPlain() ? this.#last : null,
      isSaid: quotes !== null && element.localName === "blockquote",
      said: this.#said,
    };
  }

  /** Whether what is read does not depend on a quote whose marks stand in no node. */
  #isPlain() {
    return this.#opening === "" && this.#said === null;
  }

  /** Begins a block: what it stands in holds one. @param {Frame} parent */
  #begin(parent) {
    this.#breaks = 2;
    for (let at = /** @type {Frame | null} */ (parent); at && at.before !== null; at = at.parent) at.before = null;
  }

  /** Reads a block as it was read before. @param {Kept} kept  @param {Frame} parent */
  #repeat({ text, runs, last }, parent) {
    this.#begin(parent);
    if (text === "") return;
    if (this.text !== "") this.text += "\n\n";
    for (const { node, from, start, length } of runs) this.runs.push({ node, from, start: this.text.length + start, length });
    this.text += text;
    this.#last = last;
    this.#space = null;
    this.#edges = { gap: false, boxEnd: false, box: false, end: false, both: false };
    this.#sides = [];
  }

  /** Keeps what was read of a block. @param {Frame} frame  @param {string} before */
  #keep({ element, start, first }, before) {
    const begin = start > 0 && this.text.length > start ? start + 2 : start;
    const runs = this.runs.slice(first).map((run) => ({ ...run, start: run.start - begin }));
    this.how.kept?.set(element, { text: this.text.slice(begin), runs, before, last: this.#last });
  }

  /** @param {Frame} frame */
  #leave(frame) {
    const { isBlock, isBox, isApart, start, element, style, quotes, isSaid, said, before } = frame;
    const isEmpty = this.text.length === start;
    if (isSaid) this.#closeSaid();
    this.#said = said;
    if (quotes && !isSaid) {
      if (isEmpty) this.#opening = this.#opening.slice(0, -1);
      else this.#close(quotes[1]);
    }
    if (isBlock) {
      if (before !== null && quotes === null && this.#isPlain()) this.#keep(frame, before);
      this.#breaks = 2;
      return;
    }
    if (isEmpty || element.localName === WRAPPER) return;
    const length = this.text.length - start;
    this.#edges.boxEnd ||= isBox && length > 1;
    this.#edges.end = true;
    if (isApart && (length > INITIAL || element.localName === "time")) this.#edges.gap = true;
    else if (!isApart) this.#sides.push({ style, side: "Right" });
  }

  /** Notes what the beginning of an inline element does to what stands before it. @param {Frame} frame */
  #edge({ isBox, isApart, element, style }) {
    const edges = this.#edges;
    edges.both ||= edges.end;
    edges.box ||= isBox && edges.boxEnd && (element.textContent?.trim().length ?? 0) > 1;
    if (isApart) edges.gap ||= element.localName === "time" || (element.textContent?.trim().length ?? 0) > INITIAL;
    else this.#sides.push({ style, side: "Left" });
  }

  #closeSaid() {
    if (!this.#said?.isOpen) return;
    this.#close("”");
    this.#said.isOpen = false;
  }

  /** @param {string} mark */
  #close(mark) {
    this.text += mark;
    this.#last = mark;
  }

  /** @param {Text} node  @param {boolean} keeps */
  #read(node, keeps) {
    const { data } = node;
    if (keeps) {
      if (data) this.#take(node, 0, data);
      return;
    }
    for (const { 0: piece, 1: space, index } of data.matchAll(PIECES)) {
      if (space) {
        this.#space ??= { node, from: index };
      } else if (!/^[\u00AD\u200B\u2060\uFEFF]/.test(piece)) {
        this.#take(node, index, piece);
      }
    }
  }

  /** Adds a part of a node as it is, after what stands before it. @param {Text} node  @param {number} from  @param {string} part */
  #take(node, from, part) {
    const isFirst = this.text === "" || this.#breaks > 0;
    if (this.text !== "") {
      if (this.#breaks > 0) this.text += "\n".repeat(this.#breaks);
      else if (this.#space) this.#add(this.#space.node, this.#space.from, " ");
      else if (this.#isSpaced(part)) this.text += " ";
    }
    if (this.#said && (isFirst || !this.#said.isOpen)) {
      this.text += "“";
      this.#said.isOpen = true;
    }
    this.text += this.#opening;
    this.#opening = "";
    this.#breaks = 0;
    this.#space = null;
    if (this.#edges.end || this.#edges.gap || this.#sides.length > 0) this.#edges = { gap: false, boxEnd: false, box: false, end: false, both: false };
    this.#sides = [];
    this.#add(node, from, part);
  }

  /** Whether what comes would be glued to what stands there, and does not belong to it. @param {string} part */
  #isSpaced(part) {
    const { gap, box, both } = this.#edges;
    if (!LAST.test(this.#last) || !FIRST.test(part)) return false;
    return gap || box || this.#sides.some(isWide) || (both && isSeam(this.#last, part));
  }

  /** @param {Text} node  @param {number} from  @param {string} part */
  #add(node, from, part) {
    this.runs.push({ node, from, start: this.text.length, length: part.length });
    this.text += part;
    this.#last = part;
  }
}

/** What a space may come after, and before. */
const LAST = /[\p{L}\p{N}.,;:!?%)\]”’]$/u;
const FIRST = /^[\p{L}\p{N}(“‘]/u;

/** Whether letters that meet where two elements do are of different words. @param {string} before  @param {string} after */
function isSeam(before, after) {
  return (/\p{Ll}$/u.test(before) && /^\p{Lu}/u.test(after)) || (/\p{L}$/u.test(before) && /^\p{N}/u.test(after)) || (/\p{N}$/u.test(before) && /^\p{L}/u.test(after));
}

/** Whether a side of an element is as wide as a space. @param {Side} side */
function isWide({ style, side }) {
  const widths = [style[`margin${side}`], style[`border${side}Width`], style[`padding${side}`]];
  const width = widths.reduce((sum, width) => sum + (parseFloat(width) || 0), 0);
  return width > 0 && width >= SPACE * parseFloat(style.fontSize);
}
