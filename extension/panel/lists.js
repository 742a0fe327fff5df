// The lists of the panel: who said what, who is named, when, and whom the article quotes. The first three are those of newsmark's page.

import { percent } from "../../www/words/locale.js";
import { datesTab, namesTab, indexOf, noDates, noNames, noQuotes, noSpeaker, quotesTab } from "../../www/words/reading.js";
import { element } from "../../www/reading/dom.js";
import { dateSections } from "../../www/reading/panel/dates.js";
import { nameSections } from "../../www/reading/panel/names.js";
import { quoteSections } from "../../www/reading/panel/quotes.js";
import { rows } from "../../www/reading/panel/rows.js";
import { createTabs } from "../../www/reading/panel/tabs.js";
import { sourcesOf } from "../../www/reading/sources.js";
import * as words from "../words.js";

/** @typedef {import("../../www/core/engine.js").Article} Article */
/** @typedef {import("../../www/reading/panel/panel.js").Visit} Visit */

/**
 * @param {HTMLElement} root
 * @param {Visit} visit
 * @param {() => string} publication  Where the article is from, for citations.
 */
export function createLists(root, visit, publication) {
  /** @type {[id: string, name: string, none: string, of: (article: Article) => number, made: (article: Article) => Node[]][]} */
  const lists = [
    ["quotes", quotesTab, noQuotes, ({ annotations }) => annotations.quotes.length, (article) => quoteSections(article, visit, publication)],
    ["names", namesTab, noNames, ({ annotations }) => annotations.entities.length, (article) => nameSections(article, visit)],
    ["dates", datesTab, noDates, ({ annotations }) => annotations.dates.length, (article) => dateSections(article, visit)],
    ["sources", words.sourcesTab, words.noSources, (article) => sourcesOf(article).length, (article) => sourceSections(article, visit)],
  ];
  const made = lists.map(([id, name]) => ({ id, name, content: element("div") }));
  const tabs = createTabs(root, indexOf, made);

  return {
    /** @param {Article} article */
    show(article) {
      lists.forEach(([id, , none, of, sections], index) => {
        const count = of(article);
        made[index]?.content.replaceChildren(...(count > 0 ? sections(article) : [element("p", { class: "none" }, none)]));
        tabs.setCount(id, count);
      });
    },
  };
}

/** Whom the article quotes, those with the most words first; a line leads to their first quote. @param {Article} article  @param {Visit} visit */
function sourceSections(article, visit) {
  return [rows(sourcesOf(article), ({ name, role, quotes, share }) => {
    const button = element("button", { type: "button", class: "row" },
      element("span", { class: "row-name" }, name || noSpeaker),
      ...(role ? [element("span", { class: "row-note" }, role)] : []),
      element("span", { class: "row-note" }, words.saysShare(quotes.length, percent(share))));
    button.addEventListener("click", () => visit("quote", quotes[0] ?? 0, button));
    return button;
  })];
}
