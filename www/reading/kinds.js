// The kinds of marks: their order, their names, and how many of each an article has.

import { KINDS } from "../words/reading.js";

/** @typedef {import("../core/engine.js").Annotations} Annotations */
/** @typedef {import("../core/engine.js").Entity} Entity */

/**
 * @typedef {object} Kind
 * @property {string} id    The class of its marks.
 * @property {string} one
 * @property {string} many
 */

/** Everything that the legend switches. @type {readonly Kind[]} */
export const kinds = Object.entries(KINDS).map(([id, names]) => ({ id, ...names }));

/** The types of entities. */
export const entityKinds = kinds.filter(({ id }) => id !== "quote" && id !== "date");

/**
 * How many things of each kind an article has.
 * @param {Annotations} annotations
 * @returns {Map<string, number>}
 */
export function counts(annotations) {
  const found = new Map([["quote", annotations.quotes.length], ["date", annotations.dates.length]]);
  for (const { type } of annotations.entities) found.set(type, (found.get(type) ?? 0) + 1);
  return found;
}
