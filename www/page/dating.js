// What the page says of the day that an article is of.

import * as words from "../words/arriving.js";
import { interval } from "../reading/calendar.js";

/** So many dates that wait for the article's day are named. */
const NAMED = 2;

/**
 * @param {Pick<import("../core/engine.js").Annotations, "reference" | "dates">} annotations
 * @param {string} [from]  What told the day that was given, in words, if the reader did not.
 * @returns {string}
 */
export function dated({ reference: { date, source }, dates }, from) {
  const open = dates.flatMap(({ type, from, to, text }) => (type === "date" && from === null && to === null ? text.replace(/\s+/g, " ") : []));
  const day = date ? dayInWords(date) : "";
  return source === "text" ? words.inText(day)
    : source === "inferred" ? words.inferred(day)
    : source === "given" ? (from ? words.dayFrom(day, from) : "")
    : words.noDay([...new Set(open)].slice(0, NAMED));
}

/** @param {string} iso */
export function dayInWords(iso) {
  return interval(iso, nextDay(iso));
}

/** @param {string} iso */
function nextDay(iso) {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
