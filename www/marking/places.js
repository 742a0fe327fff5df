// Between offsets in the text that was read and places in the page's text nodes.

/** @typedef {import("./reading.js").PageText} PageText */

/** The first run of each text node. @type {WeakMap<PageText, Map<Node, number>>} */
const firsts = new WeakMap();

/**
 * The ranges of one stretch of the text: one for each text node that it lies in.
 * @param {PageText} page
 * @param {number} start
 * @param {number} end
 * @returns {StaticRange[]}
 */
export function rangesOf({ runs }, start, end) {
  /** @type {{ node: Text, from: number, to: number }[]} */
  const found = [];
  for (let at = firstEndingAfter(runs, start); at < runs.length; at += 1) {
    const run = /** @type {typeof runs[0]} */ (runs[at]);
    if (run.start >= end) break;
    const from = run.from + Math.max(0, start - run.start);
    const to = run.from + Math.min(run.length, end - run.start);
    const last = found.at(-1);
    if (last?.node === run.node) last.to = to;
    else found.push({ node: run.node, from, to });
  }
  return found.map(({ node, from, to }) => new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to }));
}

/** Whether a stretch of the text still stands where it was read. @param {PageText} page  @param {number} start  @param {number} end */
export function stands({ text, runs }, start, end) {
  for (let at = firstEndingAfter(runs, start); at < runs.length; at += 1) {
    const { node, from, start: first, length } = /** @type {typeof runs[0]} */ (runs[at]);
    if (first >= end) break;
    if (!node.isConnected || node.data.slice(from, from + length) !== text.slice(first, first + length)) return false;
  }
  return true;
}

/** @param {PageText["runs"]} runs  @param {number} offset */
function firstEndingAfter(runs, offset) {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = /** @type {typeof runs[0]} */ (runs[middle]);
    if (run.start + run.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The offset in the text of a place in a text node; null where there is none, as in white space that was left out.
 * @param {PageText} page
 * @param {Node} node
 * @param {number} offset
 */
export function offsetOf(page, node, offset) {
  const { runs } = page;
  let first = firsts.get(page);
  if (!first) {
    first = new Map();
    for (let at = runs.length - 1; at >= 0; at -= 1) first.set(/** @type {typeof runs[0]} */ (runs[at]).node, at);
    firsts.set(page, first);
  }
  for (let at = first.get(node) ?? runs.length; runs[at]?.node === node; at += 1) {
    const { from, start, length } = /** @type {typeof runs[0]} */ (runs[at]);
    if (from <= offset && offset <= from + length) return start + offset - from;
  }
  return null;
}
