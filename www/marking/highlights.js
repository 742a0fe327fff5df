// The document's highlights of our own names. Those of the page, and what another copy of newsmark has put into ours, stay.

/** What lies over what, lowest first. */
const ORDER = ["doubtful", "reported", "quote", "date", "linked", "current"];

/** @typedef {Record<string, StaticRange[]>} Ranges  By what is marked. */

/** Whether a window can highlight. @param {Window} window */
export function canHighlight(window) {
  return "highlights" in (/** @type {any} */ (window).CSS ?? {});
}

/** Highlights that come and go together. @param {Window} window */
export function createHighlights(window) {
  const { CSS, Highlight } = /** @type {typeof globalThis} */ (/** @type {unknown} */ (window));
  /** @type {Map<string, Set<StaticRange>>} */
  const shown = new Map();

  /** @param {string} kind */
  function named(kind) {
    const name = `newsmark-${kind}`;
    let found = CSS.highlights.get(name);
    if (!found) {
      found = new Highlight();
      found.priority = ORDER.indexOf(kind.replace(/-on-.*/, ""));
      CSS.highlights.set(name, found);
    }
    return found;
  }

  /** @param {string} kind  @param {Iterable<StaticRange>} ranges */
  function hide(kind, ranges) {
    const found = CSS.highlights.get(`newsmark-${kind}`);
    for (const range of ranges) {
      found?.delete(range);
      shown.get(kind)?.delete(range);
    }
    if (found?.size === 0) CSS.highlights.delete(`newsmark-${kind}`);
  }

  function clear() {
    for (const [kind, ranges] of shown) hide(kind, [...ranges]);
    shown.clear();
  }

  return {
    clear,

    /** Shows these in place of what was shown. @param {Ranges} ranges */
    show(ranges) {
      clear();
      for (const [kind, list] of Object.entries(ranges)) {
        if (list.length === 0) continue;
        const found = named(kind);
        for (const range of list) found.add(range);
        shown.set(kind, new Set(list));
      }
    },

    /** No longer shows what stands in nodes that have changed: it may be other words now. @param {ReadonlySet<Node>} nodes */
    drop(nodes) {
      for (const [kind, ranges] of shown) hide(kind, [...ranges].filter(({ startContainer }) => nodes.has(startContainer)));
    },

    /** Shows again what the page has taken away, knowing nothing of it. */
    restore() {
      for (const [kind, ranges] of shown) {
        const [first] = ranges;
        if (!first || CSS.highlights.get(`newsmark-${kind}`)?.has(first)) continue;
        const found = named(kind);
        for (const range of ranges) found.add(range);
      }
    },
  };
}
