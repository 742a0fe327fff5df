import nlp from "compromise";
import dates from "compromise-dates";

nlp.plugin(dates);

/** @param {string} text */
export function find(text) {
  const doc = nlp(text);
  return {
    names: doc.topics().json({ offset: true }).length,
    quotes: doc.quotations().json({ offset: true }).length,
    dates: doc.dates().json({ offset: true }).length,
  };
}
