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
