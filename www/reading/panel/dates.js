// The article's dates in the order of the calendar; what has no place on it comes after, in the order of the text.

import { interval, meaning } from "../calendar.js";
import { element } from "../dom.js";
import { rows } from "./rows.js";
import { timeline } from "./timeline.js";

/** @typedef {import("../../core/engine.js").Article} Article */

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
    section("On the calendar", placed),
    section("Lengths, repetitions and open dates", others),
  ].flat();

  /** @param {string} title  @param {typeof all} dates */
  function section(title, dates) {
    if (dates.length === 0) return [];
    const list = rows(dates, ({ date, index }) => {
      const words = meaning(date);
      const days = date.type === "duration" && interval(date.from, date.to);
      const button = element("button", { type: "button", class: "row date-row" },
        element("span", { class: "row-name" }, words || date.value),
        element("span", { class: "row-note" }, [`“${date.text.replace(/\s+/g, " ")}”`, days].filter(Boolean).join(", ")),
        element("span", { class: "row-context" }, sentence(article, date)));
      button.addEventListener("click", () => visit("date", index, button));
      return button;
    });
    return [element("section", {}, element("h3", { class: "group-title" }, title), list)];
  }
}

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentence that a date stands in. @param {Article} article  @param {import("../../core/engine.js").TimeExpr} date */
function sentence({ text, annotations }, date) {
  const block = annotations.blocks.find(({ start, end }) => start <= date.start && date.end <= end);
  if (!block) return "";
  const found = sentences.segment(text.slice(block.start, block.end)).containing(date.start - block.start);
  return found?.segment.replace(/\s+/g, " ").trim() ?? "";
}

/** ISO dates sort as text. @param {string | null | undefined} a  @param {string | null | undefined} b */
function compare(a, b) {
  return (a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0;
}
