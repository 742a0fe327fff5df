// What a mark stands for: one annotation, by its list and index.

/** @typedef {"mention" | "quote" | "date"} Sort */
/** @typedef {{ sort: Sort, index: number }} Subject */

/** @param {HTMLElement} mark  @returns {Subject | null} */
export function subjectOf({ dataset: { mention, quote, date } }) {
  if (mention) return { sort: "mention", index: Number(mention) };
  if (quote) return { sort: "quote", index: Number(quote) };
  return date ? { sort: "date", index: Number(date) } : null;
}

/** The annotation itself. @param {Subject} subject  @param {import("../core/engine.js").Annotations} annotations */
export function annotationOf({ sort, index }, { mentions, quotes, dates }) {
  return { mention: mentions, quote: quotes, date: dates }[sort][index];
}

/** Where the lines of an index lead: a name that is asked for again leads to its next mention. */
export function createWays() {
  /** The entity that was last gone to, and at which of its mentions. */
  let last = { id: -1, turn: 0 };
  return {
    /** @param {"entity" | "quote" | "date"} sort  @param {number} id  @param {import("../core/engine.js").Annotations} annotations  @returns {Subject | null} */
    to(sort, id, { entities }) {
      if (sort !== "entity") return { sort, index: id };
      const mentions = entities[id]?.mentions ?? [];
      last = { id, turn: last.id === id ? (last.turn + 1) % mentions.length : 0 };
      const index = mentions[last.turn];
      return index === undefined ? null : { sort: "mention", index };
    },
  };
}
