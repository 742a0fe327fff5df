// Finding words in all articles: each place with the words around it.

import * as words from "../../../words/dossier.js";
import { titleOf } from "../../../dossier/digest.js";
import { around, search } from "../../../dossier/searching.js";
import { element } from "../../../reading/dom.js";
import { rows } from "../../../reading/panel/rows.js";
import { goToWords } from "./places.js";
import { press } from "./press.js";

/** @typedef {import("../../../dossier/searching.js").Hit} Hit */
/** @typedef {import("../dossier.js").Model} Model */

/** @param {import("./frame.js").Acts} acts */
export function createSearch({ openArticle }) {
  const field = element("input", { type: "search", placeholder: words.searchAll, "aria-label": words.searchAll, autocomplete: "off", spellcheck: "false" });
  const said = element("p", { class: "hint", role: "status" });
  const list = element("div");
  const content = element("div", { class: "dossier-search" }, field, said, list);
  /** @type {Model["entries"]} */
  let entries = [];
  let going = new AbortController();

  async function look() {
    going.abort();
    going = new AbortController();
    const { signal } = going;
    const sought = field.value.trim();
    if (sought === "") {
      said.textContent = "";
      return list.replaceChildren();
    }
    try {
      const hits = await search(entries, sought, () => new Promise((resolve) => setTimeout(resolve)), signal);
      said.textContent = words.found(hits.length, hits.reduce((sum, { count }) => sum + count, 0));
      list.replaceChildren(rows(hits, (hit) => article(hit, sought)));
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** @param {Hit} hit  @param {string} sought */
  function article({ entry, places, count }, sought) {
    return element("section", { class: "dossier-story" },
      element("h3", {}, press(titleOf(entry), () => openArticle(entry.story), "quiet dossier-title")),
      ...places.map((place, turn) => {
        const { before, found, after } = around(entry.story.text, place);
        const button = press("", () => openArticle(entry.story, goToWords(sought, turn)), "row dossier-place");
        button.append(before, element("mark", {}, found), after);
        return button;
      }),
      ...(count > places.length ? [element("p", { class: "hint" }, words.morePlaces(count - places.length))] : []));
  }

  field.addEventListener("input", () => void look());
  return {
    content,
    /** @param {Model} model */
    show(model) {
      entries = model.entries;
      void look();
    },
  };
}
