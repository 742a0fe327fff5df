// Marks as elements around a page's text, and back: for browsers and colours that highlights do not work in.
//
// A text node that holds a mark gives way to new nodes with the same text. It is kept, so that the page gets the very same node back.

import { stretches } from "./marks.js";
import { WRAPPER } from "./reading.js";

/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {import("./reading.js").PageText} PageText */
/** @typedef {{ node: Text, parts: ChildNode[] }} Wrapped */

/**
 * Puts an element of the class `newsmark-LOOK` around every mark.
 * @param {PageText} page
 * @param {readonly Mark[]} marks
 * @param {(element: Element | null) => string} ending  What the class ends with in an element of the page.
 * @returns {Wrapped[]}
 */
export function wrap({ runs }, marks, ending) {
  /** What of each text node is marked, in order. @type {Map<Text, { from: number, to: number, marks: Mark[] }[]>} */
  const cuts = new Map();
  let first = 0;
  for (const { start, end, marks: around } of stretches(marks)) {
    while (first < runs.length && endOf(runs[first]) <= start) first += 1;
    for (let at = first; at < runs.length; at += 1) {
      const run = /** @type {typeof runs[0]} */ (runs[at]);
      if (run.start >= end) break;
      const list = cuts.get(run.node) ?? [];
      cuts.set(run.node, list);
      const cut = { from: run.from + Math.max(0, start - run.start), to: run.from + Math.min(run.length, end - run.start), marks: around };
      const last = list.at(-1);
      // White space between the words of a mark is in it.
      if (last && last.marks === around) last.to = cut.to;
      else list.push(cut);
    }
  }
  // All is made before anything is changed: between changes a browser would work out its styles anew.
  const wrapped = [...cuts].filter(([node]) => node.parentNode).map(([node, list]) => ({ node, parts: partsOf(node, list, ending(node.parentElement)) }));
  for (const { node, parts } of wrapped) node.replaceWith(...parts);
  return wrapped;
}

/** @param {import("./reading.js").Run | undefined} run */
function endOf(run) {
  return run ? run.start + run.length : 0;
}

/** A text node's text as new nodes. @param {Text} node  @param {{ from: number, to: number, marks: Mark[] }[]} cuts  @param {string} ending */
function partsOf(node, cuts, ending) {
  const { ownerDocument: document, data } = node;
  /** @type {ChildNode[]} */
  const parts = [];
  /** @type {{ mark: Mark, element: Element }[]} */
  let open = [];
  let at = 0;
  const put = (/** @type {ChildNode} */ part) => {
    const around = open.at(-1)?.element;
    if (around) around.append(part);
    else parts.push(part);
  };
  const say = (/** @type {number} */ to) => {
    if (to > at) put(document.createTextNode(data.slice(at, to)));
    at = Math.max(at, to);
  };
  for (const { from, to, marks } of cuts) {
    const kept = open.findIndex(({ mark }, index) => mark !== marks[index]);
    // What lies between two stretches of one mark is in it.
    open = open.slice(0, kept < 0 ? open.length : kept);
    if (from > at) {
      const both = open;
      if (both.length === 0 || at === 0) open = [];
      say(from);
      open = both;
    }
    for (const mark of marks.slice(open.length)) {
      const element = document.createElement(WRAPPER);
      element.className = `newsmark-${mark.look}${ending}`;
      put(element);
      open = [...open, { mark, element }];
    }
    say(to);
  }
  open = [];
  say(data.length);
  return parts;
}

/** Takes the elements away: what has not been changed since is as it was, node by node; elsewhere the text stays as it is now. @param {Wrapped[]} wrapped */
export function unwrap(wrapped) {
  for (const { node, parts } of wrapped) {
    const [first] = parts;
    const isWhole = first?.parentNode && parts.every((part, index) => index === 0 || parts[index - 1]?.nextSibling === part)
      && parts.map(({ textContent }) => textContent).join("") === node.data;
    if (isWhole) {
      first.before(node);
      for (const part of parts) part.remove();
    } else {
      for (const part of parts) if (part.nodeType === 1) part.replaceWith(part.textContent ?? "");
    }
  }
}
