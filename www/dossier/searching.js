// Finding words in all articles. Pure, and done in turns: between two of them a page can do something else.

import { patternOf } from "../reading/sought.js";

/** @typedef {import("./digest.js").Entry} Entry */
/** @typedef {{ start: number, end: number }} Span */
/** @typedef {{ entry: Entry, places: Span[], count: number }} Hit  Where the words stand in an article: the first places, and how many there are. */

/** So many places of an article are shown. */
const PLACES = 5;
/** How long a turn takes, in milliseconds. */
const TURN = 12;

/**
 * @param {readonly Entry[]} entries
 * @param {string} sought
 * @param {() => Promise<void>} rest   Lets the page do something else.
 * @param {AbortSignal} signal         Other words are looked for.
 * @returns {Promise<Hit[]>} in the order of the articles.
 */
export async function search(entries, sought, rest, signal) {
  const pattern = patternOf(sought.trim());
  /** @type {Hit[]} */
  const hits = [];
  let began = performance.now();
  for (const entry of entries) {
    const places = [];
    let count = 0;
    for (const { index, 0: found } of entry.story.text.matchAll(pattern)) {
      if (places.length < PLACES) places.push({ start: index, end: index + found.length });
      count += 1;
    }
    if (count > 0) hits.push({ entry, places, count });
    if (performance.now() - began < TURN) continue;
    await rest();
    signal.throwIfAborted();
    began = performance.now();
  }
  return hits;
}

/** How much of the text is shown around a place, in characters. */
const AROUND = 90;

/** The words before a place, in it and after it, on one line. @param {string} text  @param {Span} place */
export function around(text, { start, end }) {
  const line = (/** @type {string} */ part) => part.replace(/\s+/g, " ");
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  return {
    before: (from > 0 ? "… " : "") + line(text.slice(from, start)).replace(from > 0 ? /^\S*\s/ : /^/, ""),
    found: line(text.slice(start, end)),
    after: line(text.slice(end, to)).replace(to < text.length ? /\s\S*$/ : /$/, "") + (to < text.length ? " …" : ""),
  };
}
