// The index beside the article: quotes, names, dates. Every row leads to its place in the text.

import * as words from "../../words/reading.js";
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
 * @param {object} [options]
 * @param {() => string} [options.publication]  Where the article is from, for citations.
 * @param {() => Node[]} [options.none]         What is said besides where a list is empty.
 */
export function createPanel(root, visit, { publication = () => "", none = () => [] } = {}) {
  const [quotes, names, dates] = [element("div"), element("div"), element("div")];
  const tabs = createTabs(root, words.indexOf, [
    { id: "quotes", name: words.quotesTab, content: quotes },
    { id: "names", name: words.namesTab, content: names },
    { id: "dates", name: words.datesTab, content: dates },
  ]);
  /** @param {Node[]} sections  @param {number} count  @param {string} said */
  const orNone = (sections, count, said) => (count > 0 ? sections : [element("p", { class: "none" }, said), ...none()]);

  return {
    /** @param {Article} article */
    show(article) {
      const { annotations } = article;
      quotes.replaceChildren(...orNone(quoteSections(article, visit, publication), annotations.quotes.length, words.noQuotes));
      names.replaceChildren(...orNone(nameSections(article, visit), annotations.entities.length, words.noNames));
      dates.replaceChildren(...orNone(dateSections(article, visit), annotations.dates.length, words.noDates));
      tabs.setCount("quotes", annotations.quotes.length);
      tabs.setCount("names", annotations.entities.length);
      tabs.setCount("dates", annotations.dates.length);
    },

    /** Opens a list. @param {"quotes" | "names" | "dates"} id */
    open: (id) => tabs.open(id),
  };
}
