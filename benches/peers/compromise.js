import nlp from "compromise";

/** @param {string} text */
export function find(text) {
  const doc = nlp(text);
  return { names: doc.topics().json({ offset: true }).length, quotes: doc.quotations().json({ offset: true }).length, dates: 0 };
}
