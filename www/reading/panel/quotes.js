// Who said what: quotes by speaker, in the order in which the speakers first speak; what several say together is listed under each, and what
// nobody is credited with comes last.

import { confidence, doubts, listed, speakerNames } from "../credit.js";
import { element } from "../dom.js";
import { rows } from "./rows.js";

/** @typedef {import("../../core/engine.js").Article} Article */
/** @typedef {import("../../core/engine.js").Quote} Quote */

/**
 * @param {Article} article
 * @param {import("./panel.js").Visit} visit
 */
export function quoteSections(article, visit) {
  /** @type {Map<string, { quote: Quote, index: number }[]>} */
  const bySpeaker = new Map();
  article.annotations.quotes.forEach((quote, index) => {
    const names = speakerNames(article.annotations, quote);
    for (const name of names.length > 0 ? names : [""]) {
      const said = bySpeaker.get(name);
      if (said) said.push({ quote, index });
      else bySpeaker.set(name, [{ quote, index }]);
    }
  });
  const speakers = [...bySpeaker].sort(([a], [b]) => Number(a === "") - Number(b === ""));
  return [rows(speakers, ([name, said]) => element("section", {},
    element("h3", { class: "speaker-name" }, name || "Nobody credited"),
    rows(said, ({ quote, index }) => {
      const names = speakerNames(article.annotations, quote);
      const notes = [
        ...(names.length > 1 ? [listed(names)] : []),
        ...(quote.kind === "direct" ? [] : [quote.kind === "mixed" ? "reported, partly quoted" : "reported"]),
        ...doubts(quote).map(({ words, score }) => `${words}. ${confidence(score)}`),
      ];
      const button = element("button", { type: "button", class: `row said ${quote.kind}${doubts(quote).length > 0 ? " doubtful" : ""}` },
        element("span", { class: "said-text" }, quote.parts.map(({ start, end }) => article.text.slice(start, end)).join(" … ")),
        ...notes.map((note) => element("span", { class: "row-note" }, note)));
      button.addEventListener("click", () => visit("quote", index, button));
      return button;
    })))];
}
