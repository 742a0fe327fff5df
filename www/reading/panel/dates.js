// A chronology: what happened when, one line for each sentence with a date, and who is in it. Dates without a place on the calendar come last, in
// the order of the text.

import * as words from "../../words/reading.js";
import { interval, meaning } from "../calendar.js";
import { element } from "../dom.js";
import { rows } from "./rows.js";
import { timeline } from "./timeline.js";

/** @typedef {import("../../core/engine.js").Article} Article */
/** @typedef {import("../../core/engine.js").TimeExpr} TimeExpr */
/** @typedef {{ date: TimeExpr, index: number }} Placed */

/** Of those who are in a sentence, so many are named. */
const NAMED = 4;

/**
 * @param {Article} article
 * @param {import("./panel.js").Visit} visit
 */
export function dateSections(article, visit) {
  const all = article.annotations.dates.map((date, index) => ({ date, index }));
  const placed = all.filter(({ date }) => date.from ?? date.to);
  const others = all.filter(({ date }) => !(date.from ?? date.to));
  placed.sort((a, b) => compare(a.date.from ?? a.date.to, b.date.from ?? b.date.to) || compare(a.date.to, b.date.to));
  return [
    timeline(placed, article.annotations.reference.date, visit),
    section(words.inDateOrder, events(article, placed)),
    section(words.otherDates, events(article, others)),
  ].flat();

  /** @param {string} title  @param {ReturnType<typeof events>} lines */
  function section(title, lines) {
    if (lines.length === 0) return [];
    const list = rows(lines, ({ date, index, sentence }) => {
      const told = meaning(date);
      const text = date.text.replace(/\s+/g, " ");
      const days = date.type === "duration" ? interval(date.from, date.to) : "";
      const names = namesIn(article, sentence);
      const button = element("button", { type: "button", class: "row date-row" },
        element("span", { class: "row-name" }, told || `“${text}”`),
        ...(days ? [element("span", { class: "row-note" }, days)] : []),
        element("span", { class: "row-context" }, article.text.slice(sentence.start, sentence.end).replace(/\s+/g, " ")),
        ...(names.length > 0 ? [element("span", { class: "row-note" }, words.withNames(names.join(", ")))] : []));
      button.addEventListener("click", () => visit("date", index, button));
      return button;
    });
    return [element("section", {}, element("h3", { class: "group-title" }, title), list)];
  }
}

/** Each date with its sentence; of one day that a sentence names twice, the first. @param {Article} article  @param {readonly Placed[]} dates */
function events(article, dates) {
  /** @type {Set<string>} */
  const told = new Set();
  return dates.flatMap(({ date, index }) => {
    const sentence = sentenceOf(article, date);
    const key = [sentence.start, date.type, date.value, date.from, date.to].join();
    if (told.has(key)) return [];
    told.add(key);
    return [{ date, index, sentence }];
  });
}

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/** Where the sentence that a date stands in is. @param {Article} article  @param {TimeExpr} date */
function sentenceOf({ text, annotations }, date) {
  const block = annotations.blocks.find(({ start, end }) => start <= date.start && date.end <= end);
  if (!block) return date;
  const { index = 0, segment = "" } = sentences.segment(text.slice(block.start, block.end)).containing(date.start - block.start) ?? {};
  const start = block.start + index;
  return { start, end: start + segment.trimEnd().length };
}

/** The people and organisations named between two places. @param {Article} article  @param {{ start: number, end: number }} span */
function namesIn({ annotations: { entities, mentions } }, { start, end }) {
  const inside = mentions.filter((mention) => start <= mention.start && mention.end <= end).flatMap(({ entity }) => entities[entity] ?? []);
  const who = [...new Set(inside.filter(({ type }) => type === "person" || type === "organization"))];
  return who.slice(0, NAMED).map(({ name }) => name);
}

/** ISO dates sort as text. @param {string | null | undefined} a  @param {string | null | undefined} b */
function compare(a, b) {
  return (a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0;
}
