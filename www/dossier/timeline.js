// The dates of all articles, in the order of the calendar. Pure.

import { compare } from "./digest.js";

/** @typedef {import("./digest.js").Reading} Reading */
/** @typedef {import("./digest.js").Dated} Dated */
/** @typedef {{ reading: Reading, dated: Dated }} Event */

/** Of one day that a paragraph names twice, the first is told. @param {readonly Reading[]} readings  @returns {Event[]} */
export function datesOf(readings) {
  const events = readings.flatMap((reading) => {
    const told = new Set();
    return reading.digest.dates.flatMap((dated) => {
      const key = `${dated.block.start} ${dated.date.from} ${dated.date.to}`;
      if (told.has(key)) return [];
      told.add(key);
      return [{ reading, dated }];
    });
  });
  return events.sort((one, other) => compare(one.dated.date.from ?? "", other.dated.date.from ?? "") || compare(one.dated.date.to ?? "9999", other.dated.date.to ?? "9999"));
}

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/** Where the sentence that a date stands in is. @param {Reading} reading  @param {Dated} dated */
export function sentenceOf({ story }, { date, block }) {
  const { index = 0, segment = "" } = sentences.segment(story.text.slice(block.start, block.end)).containing(date.start - block.start) ?? {};
  const start = block.start + index;
  return { start, end: start + segment.trimEnd().length };
}
