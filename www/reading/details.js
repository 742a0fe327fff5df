// What a card has beside its description once it is opened to stay: the way to the other mentions of the same thing, and its quotes.

import { isSaidBy } from "./credit.js";
import { element } from "./dom.js";
import { counted } from "./kinds.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("./subject.js").Subject} Subject */
/** @typedef {(subject: Subject, control: string) => void} Go  To another mark; `control` is the one that was used. */

/** So many quotes, and so many characters of each, fit a card. */
const QUOTES = 4;
const CHARACTERS = 90;

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
  const around = mention ? steps("Mention", "mention", mentions, index, go) : steps("Quote", "quote", quotes, index, go);
  if (!mention || quotes.length === 0) return around;
  const said = quotes.slice(0, QUOTES).map((quote) => {
    const button = element("button", { type: "button", class: "card-quote", "data-control": `quote ${quote}` }, short(annotations.quotes[quote]?.text ?? ""));
    button.addEventListener("click", () => go({ sort: "quote", index: quote }, ""));
    return element("li", {}, button);
  });
  const more = quotes.length - QUOTES;
  return [...around, element("ul", { class: "card-quotes", "aria-label": "Said" }, ...said,
    ...(more > 0 ? [element("li", {}, `and ${counted(more, "more quote")}`)] : []))];
}

/**
 * Two buttons that lead from one of a list to the next; nothing where it is the only one.
 * @param {string} name
 * @param {Subject["sort"]} sort
 * @param {readonly number[]} list
 * @param {number} index
 * @param {Go} go
 */
function steps(name, sort, list, index, go) {
  if (list.length < 2) return [];
  const at = list.indexOf(index);
  const step = (/** @type {string} */ control, /** @type {string} */ sign, /** @type {number} */ by) => {
    const to = list[at + by];
    const button = element("button", { type: "button", class: "step", "data-control": control, "aria-label": `${control} ${name.toLowerCase()}`, disabled: to === undefined }, sign);
    button.addEventListener("click", () => to !== undefined && go({ sort, index: to }, control));
    return button;
  };
  return [element("p", { class: "card-steps" }, step("Previous", "‹", -1), element("span", {}, `${name} ${at + 1} of ${list.length}`), step("Next", "›", 1))];
}

/** @param {string} text */
function short(text) {
  const line = text.replace(/\s+/g, " ");
  return line.length > CHARACTERS ? `${line.slice(0, CHARACTERS).replace(/\s+\S*$/, "")} …` : line;
}
