// The index beside the article: names, who said what, dates. Every row leads to its place in the text.

import { element } from "../dom.js";
import { dateSections } from "./dates.js";
import { nameSections } from "./names.js";
import { quoteSections } from "./quotes.js";
import { createTabs } from "./tabs.js";

/** @typedef {import("../../core/engine.js").Article} Article */
/** @typedef {(sort: "entity" | "quote" | "date", id: number, origin: HTMLElement) => void} Visit  Goes to a thing in the text. */

/**
 * @param {HTMLElement} root
 * @param {Visit} visit
 */
export function createPanel(root, visit) {
  const names = element("div");
  const quotes = element("div");
  const dates = element("div");
  const tabs = createTabs(root, "Index of the article", [
    { id: "names", name: "Names", content: names },
    { id: "quotes", name: "Who said what", content: quotes },
    { id: "dates", name: "Dates", content: dates },
  ]);

  return {
    /** @param {Article} article */
    show(article) {
      const { annotations } = article;
      names.replaceChildren(...orNone(nameSections(article, visit), annotations.entities.length, "Nobody and nothing is named."));
      quotes.replaceChildren(...orNone(quoteSections(article, visit), annotations.quotes.length, "Nobody is quoted."));
      dates.replaceChildren(...orNone(dateSections(article, visit), annotations.dates.length, "No dates are given."));
      tabs.setCount("names", annotations.entities.length);
      tabs.setCount("quotes", annotations.quotes.length);
      tabs.setCount("dates", annotations.dates.length);
    },
  };
}

/** @param {Node[]} sections  @param {number} count  @param {string} none */
function orNone(sections, count, none) {
  return count > 0 ? sections : [element("p", { class: "none" }, none)];
}
