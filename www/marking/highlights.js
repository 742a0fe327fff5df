// The document's highlights of our own names. Those of the page, and what another copy of newsmark has put into ours, stay.

/** What lies over what, lowest first. */
const ORDER = ["doubtful", "reported", "quote", "date", "current"];

/** @typedef {Record<string, StaticRange[]>} Ranges  By what is marked. */

/** Whether a window can highlight. @param {Window} window */
export function canHighlight(window) {
  return "highlights" in (/** @type {any} */ (window).CSS ?? {});
}

/** @param {Window} window  @param {Ranges} ranges */
export function highlight(window, ranges) {
  const { CSS, Highlight } = /** @type {typeof globalThis} */ (/** @type {unknown} */ (window));
  for (const [kind, list] of Object.entries(ranges)) {
    const name = `newsmark-${kind}`;
    let found = CSS.highlights.get(name);
    if (!found) {
      found = new Highlight();
      found.priority = ORDER.indexOf(kind);
      CSS.highlights.set(name, found);
    }
    for (const range of list) found.add(range);
  }
}

/** @param {Window} window  @param {Ranges} ranges  What `highlight` was given. */
export function unhighlight(window, ranges) {
  const { CSS } = /** @type {typeof globalThis} */ (/** @type {unknown} */ (window));
  for (const [kind, list] of Object.entries(ranges)) {
    const found = CSS.highlights.get(`newsmark-${kind}`);
    for (const range of list) found?.delete(range);
    if (found?.size === 0) CSS.highlights.delete(`newsmark-${kind}`);
  }
}
