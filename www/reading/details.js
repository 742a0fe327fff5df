// What a card shows besides its description once it stays open: links to the other mentions of the same entity, its quotes and, for those who
// ask, the codes.

import * as words from "../words/reading.js";
import { lastDay } from "./calendar.js";
import { isSaidBy } from "./credit.js";
import { element } from "./dom.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("./subject.js").Subject} Subject */
/** @typedef {(subject: Subject, control: string) => void} Go  To another mark; `control` is the one that was used. */

/** So many quotes, and so many characters of each, fit a card. */
const QUOTES = 4;
const CHARACTERS = 90;

/** The words of the two lists that can be walked. */
const WALKS = {
  mention: { at: words.mentionOf, previous: words.previousMention, next: words.nextMention },
  quote: { at: words.quoteOf, previous: words.previousQuote, next: words.nextQuote },
};

/**
 * @param {Subject} subject
 * @param {Article} article
 * @param {Go} go
 * @returns {Node[]}
 */
export function details(subject, { annotations }, go) {
  const { sort, index } = subject;
  const mention = sort === "mention" ? annotations.mentions[index] : undefined;
  const ids = mention ? [mention.entity] : (sort === "quote" && annotations.quotes[index]?.speaker?.entities) || [];
  const quotes = annotations.quotes.flatMap((quote, index) => (ids.some((id) => isSaidBy(id)(quote)) ? [index] : []));
  const mentions = mention ? annotations.entities[mention.entity]?.mentions ?? [] : [];
  const around = mention ? steps("mention", mentions, index, go) : steps("quote", quotes, index, go);
  if (!mention || quotes.length === 0) return around;
  const said = quotes.slice(0, QUOTES).map((quote) => {
    const button = element("button", { type: "button", class: "card-quote", "data-control": `quote ${quote}` }, short(annotations.quotes[quote]?.text ?? ""));
    button.addEventListener("click", () => go({ sort: "quote", index: quote }, ""));
    return element("li", {}, button);
  });
  const more = quotes.length - QUOTES;
  return [...around, element("ul", { class: "card-quotes", "aria-label": words.said }, ...said,
    ...(more > 0 ? [element("li", {}, words.moreQuotes(more))] : []))];
}

/**
 * The codes of a date or quote, folded away.
 * @param {Subject} subject
 * @param {Article} article
 * @returns {Node[]}
 */
export function codes({ sort, index }, { annotations }) {
  const date = sort === "date" ? annotations.dates[index] : undefined;
  const rule = date?.rule ?? (sort === "quote" ? annotations.quotes[index]?.rule : undefined);
  if (rule === undefined) return [];
  const last = date?.from && date.to ? lastDay(date.to) : "";
  const days = date?.from && last ? (date.from === last ? last : words.fromTo(date.from, last)) : "";
  /** @type {[name: string, value: string][]} */
  const facts = [...(date ? [/** @type {[string, string]} */ ([words.dateCode, date.value])] : []), [words.covers, days], [words.howFound, rule]];
  return [element("details", { class: "card-codes" }, element("summary", {}, words.details),
    element("dl", { class: "card-values" }, ...facts.filter(([, value]) => value).flatMap(([name, value]) =>
      [element("dt", {}, name), element("dd", {}, element("code", {}, value))])))];
}

/**
 * Two buttons that lead from one of a list to the next; nothing where it is the only one.
 * @param {"mention" | "quote"} sort
 * @param {readonly number[]} list
 * @param {number} index
 * @param {Go} go
 */
function steps(sort, list, index, go) {
  if (list.length < 2) return [];
  const at = list.indexOf(index);
  const named = WALKS[sort];
  const step = (/** @type {string} */ control, /** @type {string} */ name, /** @type {string} */ sign, /** @type {number} */ by) => {
    const to = list[at + by];
    const button = element("button", { type: "button", class: "step", "data-control": control, "aria-label": name, disabled: to === undefined }, sign);
    button.addEventListener("click", () => to !== undefined && go({ sort, index: to }, control));
    return button;
  };
  return [element("p", { class: "card-steps" }, step("Previous", named.previous, "‹", -1), element("span", {}, named.at(at + 1, list.length)), step("Next", named.next, "›", 1))];
}

/** @param {string} text */
function short(text) {
  const line = text.replace(/\s+/g, " ");
  return line.length > CHARACTERS ? `${line.slice(0, CHARACTERS).replace(/\s+\S*$/, "")} …` : line;
}
