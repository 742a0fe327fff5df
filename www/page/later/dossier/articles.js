// The articles of a dossier as a list, in order of time. Some can be selected: to be removed, or two of them to be compared.

import * as words from "../../../words/dossier.js";
import { titleOf } from "../../../dossier/digest.js";
import { dayInWords } from "../../../reading/calendar.js";
import { element } from "../../../reading/dom.js";
import { rows } from "../../../reading/panel/rows.js";
import { isForeign } from "../../../core/language.js";
import { showComparison } from "./comparison.js";
import { press } from "./press.js";

/** @typedef {import("../../../dossier/digest.js").Entry} Entry */
/** @typedef {import("../dossier.js").Model} Model */

/** @param {import("./frame.js").Acts} acts */
export function createArticles({ openArticle, remove }) {
  /** @type {Set<import("../../../dossier/digest.js").Story>} */
  const selected = new Set();
  const count = element("span", { role: "status" });
  const compare = press(words.compare, () => {
    const [one, other] = entries.filter(({ story }) => selected.has(story));
    if (one?.digest && other?.digest) showComparison(content, /** @type {any} */ (one), /** @type {any} */ (other));
  }, "plain");
  const chosen = element("p", { class: "dossier-chosen", hidden: true }, count, compare, press(words.remove, () => {
    remove([...selected]);
  }, "plain"));
  const list = element("div");
  const content = element("div", { class: "dossier-articles" }, chosen, list);
  /** @type {readonly Entry[]} */
  let entries = [];

  function showChosen() {
    chosen.hidden = selected.size === 0;
    count.textContent = words.selected(selected.size);
    compare.hidden = selected.size !== 2 || entries.some(({ story, digest }) => selected.has(story) && !digest);
  }

  /** @param {Entry} entry */
  function row(entry) {
    const { story } = entry;
    const title = titleOf(entry);
    const check = element("input", { type: "checkbox", "aria-label": words.select(title) });
    check.checked = selected.has(story);
    check.addEventListener("change", () => {
      if (check.checked) selected.add(story);
      else selected.delete(story);
      showChosen();
    });
    const open = press(title, () => openArticle(story), "quiet dossier-title");
    return element("div", { class: "dossier-article" }, check, element("div", {}, open, element("p", { class: "hint" }, factsOf(entry).join(" · "))));
  }

  return {
    content,
    /** @param {Model} model */
    show(model) {
      entries = model.entries;
      const here = new Set(entries.map(({ story }) => story));
      for (const story of selected) if (!here.has(story)) selected.delete(story);
      showChosen();
      list.replaceChildren(rows(entries, row));
    },
  };
}

/** @param {Entry} entry */
function factsOf({ story, digest, problem }) {
  const file = story.file.split("/").at(-1) ?? "";
  if (!digest) return [file, problem ? words.unreadable(problem) : words.notYet].filter(Boolean);
  const isRead = digest.named.length + digest.quotes.length > 0 || !isForeign(digest.language || undefined);
  return [digest.day ? dayInWords(digest.day) : words.noDay, story.publication, digest.title ? file : "", isRead ? words.quotesIn(digest.quotes.length) : words.foreign].filter(Boolean);
}
