// What the page marks: its order, its names, and how many of it an article has.

/** @typedef {import("../core/engine.js").Annotations} Annotations */
/** @typedef {import("../core/engine.js").Entity} Entity */

/**
 * @typedef {object} Kind
 * @property {string} id    The class of its marks.
 * @property {string} one
 * @property {string} many
 */

/** The types of entities. @type {readonly Kind[]} */
export const entityKinds = [
  { id: "person", one: "Person", many: "People" },
  { id: "organization", one: "Organization", many: "Organizations" },
  { id: "place", one: "Place", many: "Places" },
  { id: "group", one: "Group", many: "Groups" },
  { id: "event", one: "Event", many: "Events" },
  { id: "work", one: "Work", many: "Works" },
  { id: "product", one: "Product", many: "Products" },
  { id: "other", one: "Other name", many: "Other names" },
];

/** Everything that the legend switches. @type {readonly Kind[]} */
export const kinds = [
  ...entityKinds,
  { id: "quote", one: "Quote", many: "Quotes" },
  { id: "date", one: "Date", many: "Dates" },
];

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

/**
 * "1 mention", "2 mentions".
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function counted(count, one, many = `${one}s`) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
