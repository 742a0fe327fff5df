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

    /** Shows these in place of what was shown; what is the same is not touched. @param {Ranges} ranges */
    show(ranges) {
      for (const [kind, before] of shown) hide(kind, without(before, ranges[kind] ?? []));
      for (const [kind, list] of Object.entries(ranges)) {
        const own = shown.get(kind) ?? new Set();
        const added = without(list, own);
        if (added.length === 0) continue;
        const found = named(kind);
        for (const range of added) {
          found.add(range);
          own.add(range);
        }
        shown.set(kind, own);
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

/** Those of some ranges, each in one node, that stand where none of others does. @param {Iterable<StaticRange>} ranges  @param {Iterable<StaticRange>} others */
function without(ranges, others) {
  const key = (/** @type {StaticRange} */ { startOffset, endOffset }) => `${startOffset} ${endOffset}`;
  /** @type {Map<Node, Set<string>>} */
  const known = new Map();
  for (const range of others) {
    const places = known.get(range.startContainer) ?? new Set();
    known.set(range.startContainer, places.add(key(range)));
  }
  return [...ranges].filter((range) => !known.get(range.startContainer)?.has(key(range)));
}
