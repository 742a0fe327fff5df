// From a point in the window to a place in the text that is seen there, and back to the lines that a mark covers.

import { offsetOf, rangesOf } from "./places.js";

/** @typedef {import("./reading.js").PageText} PageText */

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
    if (isIn) return offsetOf(page, caret.node, start);
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
 * The lines in the window that a stretch of the text covers.
 * @param {PageText} page
 * @param {number} start
 * @param {number} end
 */
export function linesOf(page, start, end) {
  return rangesOf(page, start, end).flatMap(({ startContainer: node, startOffset, endOffset }) => {
    const length = node.nodeValue?.length ?? 0;
    const range = /** @type {Document} */ (node.ownerDocument).createRange();
    range.setStart(node, Math.min(startOffset, length));
    range.setEnd(node, Math.min(endOffset, length));
    return [...range.getClientRects()];
  });
}

/** Whether a line shows in the window, and in every part of the page around it that scrolls. @param {DOMRect} line  @param {Element | null} around */
export function isInView({ top, bottom, left, right }, around) {
  const window = around?.ownerDocument.defaultView;
  if (!window || bottom <= 0 || right <= 0 || top >= window.innerHeight || left >= window.innerWidth) return false;
  for (let at = /** @type {Element | null} */ (around); at; at = at.parentElement) {
    if (at.scrollHeight <= at.clientHeight || at.clientHeight === 0 || /visible/.test(window.getComputedStyle(at).overflowY)) continue;
    if (at === at.ownerDocument.documentElement || at === at.ownerDocument.body) continue;
    const part = at.getBoundingClientRect();
    if (bottom <= part.top || top >= part.bottom) return false;
  }
  return true;
}
