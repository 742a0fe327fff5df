// What the page says of the day that an article is of.

import * as words from "../words/arriving.js";
import { interval } from "../reading/calendar.js";

/**
 * @param {import("../core/engine.js").Annotations["reference"]} reference
 * @param {string} [from]  What told the day that was given, in words, if the reader did not.
 * @returns {string}
 */
export function dated({ date, source }, from) {
  const day = date ? dayInWords(date) : "";
  return source === "text" ? words.inText(day)
    : source === "inferred" ? words.inferred(day)
    : source === "given" ? (from ? words.dayFrom(day, from) : "")
    : words.noDay;
}

/** @param {string} iso */
export function dayInWords(iso) {
  return interval(iso, nextDay(iso));
}

/** @param {string} iso */
function nextDay(iso) {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
