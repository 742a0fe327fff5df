// Who is named in a dossier: a list to choose from, and beside it everything that the one who is chosen says, in order of time.

import * as words from "../../../words/dossier.js";
import { KINDS } from "../../../words/reading.js";
import { element } from "../../../reading/dom.js";
import { rows } from "../../../reading/panel/rows.js";
import { patternOf } from "../../../reading/sought.js";
import { keyOf } from "../../../dossier/joining.js";
import { createPerson } from "./person.js";
import { press } from "./press.js";

/** @typedef {import("../../../dossier/joining.js").Party} Party */
/** @typedef {import("../dossier.js").Model} Model */

/** @param {import("./frame.js").Acts} acts */
export function createPeople(acts) {
  const filter = element("input", { type: "search", placeholder: words.filterNames, "aria-label": words.filterNames, autocomplete: "off", spellcheck: "false" });
  const kind = element("select", { "aria-label": words.show },
    ...[["", words.everyone], ["person", words.onlyPeople], ["organization", words.onlyOrganizations]].map(([value = "", name = ""]) => element("option", { value }, name)));
  const list = element("div", { class: "dossier-list" });
  const detail = element("div", { class: "dossier-detail", tabindex: "-1" });
  const side = element("div", { class: "dossier-side" }, element("p", { class: "dossier-filter" }, filter, kind), list);
  const content = element("div", { class: "dossier-people" }, side, detail);
  const person = createPerson(acts, (party) => choose(party));
  /** @type {readonly Party[]} */
  let parties = [];
  /** Who is chosen, by their key. */
  let chosen = "";

  function showList() {
    const sought = filter.value.trim() === "" ? null : patternOf(filter.value.trim());
    const wanted = parties.filter(({ type, name, roles }) =>
      type !== "place" && (kind.value === "" || kind.value === type) && (!sought || name.search(sought) >= 0 || roles.some((role) => role.search(sought) >= 0)));
    list.replaceChildren(wanted.length > 0 ? rows(wanted, row)
      : element("p", { class: "none" }, parties.length === 0 ? words.nobody : words.noneMatch));
  }

  /** @param {Party} party */
  function row(party) {
    const { name, type, roles, articles, quotes, key } = party;
    const button = press("", () => choose(party), `row dossier-who ${type}`);
    button.dataset.key = key;
    if (key === chosen) button.setAttribute("aria-current", "true");
    const facts = [roles[0] ?? (type === "person" ? "" : KINDS[type]?.one), words.inArticles(articles), quotes.length > 0 && words.quotes(quotes.length)].filter(Boolean);
    button.append(element("span", { class: "row-name" }, name), element("span", { class: "row-note" }, facts.join(" · ")));
    return button;
  }

  function showDetail() {
    const party = parties.find(({ key }) => key === chosen);
    content.classList.toggle("is-chosen", party !== undefined);
    detail.replaceChildren(...(party ? [press(words.allNames, () => {
      chosen = "";
      showDetail();
      showList();
      filter.focus();
    }, "quiet dossier-back"), ...person(party, parties)] : [element("p", { class: "none" }, parties.length > 0 ? words.choose : "")]));
  }

  /** @param {Party} party */
  function choose(party) {
    chosen = party.key;
    list.querySelector("[aria-current]")?.removeAttribute("aria-current");
    list.querySelector(`[data-key="${CSS.escape(chosen)}"]`)?.setAttribute("aria-current", "true");
    showDetail();
    detail.scrollTop = 0;
    detail.querySelector("h3")?.focus();
  }

  filter.addEventListener("input", showList);
  kind.addEventListener("change", showList);

  return {
    content,
    choose,
    /** @param {Model} model */
    show(model) {
      parties = model.parties;
      // Whoever was chosen may be one with others now.
      if (chosen && !parties.some(({ key }) => key === chosen)) chosen = parties.find(({ members }) => members.some((member) => keyOf(member) === chosen))?.key ?? "";
      showList();
      showDetail();
    },
  };
}
