// From a point in the window to the annotation that is seen there.

import { offsetOf } from "../core/engine.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("../core/engine.js").PageText} PageText */
/** @typedef {import("../reading/subject.js").Subject} Subject */

/**
 * @param {Document | ShadowRoot} tree
 * @param {PageText} page
 * @param {{ x: number, y: number }} point
 * @returns {number | null}  An offset in the page's text.
 */
export function offsetAt(tree, page, { x, y }) {
  const document = tree.ownerDocument ?? /** @type {Document} */ (tree);
  const caret = caretAt(document, tree, x, y);
  if (!caret) return null;
  const range = document.createRange();
  // The caret stands before or after the letter that is pointed at, and is found from afar, too.
  for (const start of [caret.offset, caret.offset - 1]) {
    if (start < 0 || start >= (caret.node.nodeValue?.length ?? 0)) continue;
    range.setStart(caret.node, start);
    range.setEnd(caret.node, start + 1);
    const isIn = [...range.getClientRects()].some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom);
    if (isIn) return offsetOf(page, caret.node, start) ?? null;
  }
  return null;
}

/** @param {Document} document  @param {Document | ShadowRoot} tree  @param {number} x  @param {number} y */
function caretAt(document, tree, x, y) {
  if (document.caretPositionFromPoint) {
    const shadowRoots = tree === document ? [] : [/** @type {ShadowRoot} */ (tree)];
    const position = document.caretPositionFromPoint(x, y, { shadowRoots });
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/**
 * The marks of an article in the order of the text, of those kinds that show.
 * @param {Article} article
 * @param {readonly string[]} kinds
 * @returns {(Subject & { start: number, end: number })[]}
 */
export function marksIn({ annotations: { entities, mentions, quotes, dates } }, kinds) {
  const of = (/** @type {Subject["sort"]} */ sort, /** @type {number} */ index, /** @type {{ start: number, end: number }} */ { start, end }) => ({ sort, index, start, end });
  return [
    ...mentions.flatMap((mention, index) => (kinds.includes(entities[mention.entity]?.type ?? "other") ? of("mention", index, mention) : [])),
    ...quotes.flatMap((quote, index) => (kinds.includes("quote") ? quote.parts.map((part) => of("quote", index, part)) : [])),
    ...dates.flatMap((date, index) => (kinds.includes("date") ? of("date", index, date) : [])),
  ].sort((one, other) => one.start - other.start || other.end - one.end);
}

/** The innermost of marks at an offset. @param {ReturnType<typeof marksIn>} marks  @param {number} offset */
export function markAt(marks, offset) {
  const around = marks.filter(({ start, end }) => start <= offset && offset < end);
  return around.reduce((/** @type {typeof around[0] | null} */ inner, mark) => (!inner || mark.end - mark.start < inner.end - inner.start ? mark : inner), null);
}
