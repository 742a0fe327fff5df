// Who is heard over all articles, or over those of some days, as a table: the audit of a month.

import * as words from "../../../words/dossier.js";
import { voicesOf } from "../../../dossier/heard.js";
import { SOURCES } from "../../../words/export.js";
import { showMore } from "../../../words/reading.js";
import { number, percent } from "../../../words/locale.js";
import { element } from "../../../reading/dom.js";
import { namedSources } from "../../../reading/sources.js";
import { bars } from "../bars.js";
import { columnCells, columnHeads, columnsBelow } from "../columns.js";
import { press } from "./press.js";

/** @typedef {import("../../../dossier/heard.js").Voice} Voice */
/** @typedef {import("../../../dossier/joining.js").Party} Party */
/** @typedef {import("../dossier.js").Model} Model */

const PORTION = 100;

/** @param {(party: Party) => void} choose  Shows what somebody says. */
export function createSources(choose) {
  const [from, to] = [day(words.from), day(words.to)];
  const days = element("p", { class: "dossier-filter" }, element("span", { class: "hint" }, words.published), from, element("span", { class: "hint", "aria-hidden": "true" }, "–"), to);
  const result = element("div");
  const content = element("div", { class: "sources dossier-sources" }, days, result);
  /** @type {Model | null} */
  let model = null;
  for (const field of [from, to]) field.addEventListener("change", showTable);

  /** @param {Voice} voice  @param {() => void} filled */
  function row(voice, filled) {
    const { name, kind, role, organization, articles, direct, reported, words: count, share, party } = voice;
    const shown = name || words.noSpeaker;
    const facts = [kind === "named" ? "" : SOURCES[kind], role, role.includes(organization) ? "" : organization].filter(Boolean);
    const isListed = party && party.type !== "place";
    return element("tr", { class: `source ${kind}` },
      element("th", { scope: "row" }, isListed ? press(shown, () => choose(party), "quiet source-name") : element("span", { class: "source-name" }, shown),
        ...(facts.length > 0 ? [element("span", { class: "hint" }, facts.join(" · "))] : [])),
      ...[articles, direct, reported, count].map((value) => element("td", { class: "number" }, number(value))),
      element("td", {}, bars("voice", words.voiceOf(shown, share), [[0, share]]), element("span", { class: "hint", "aria-hidden": "true" }, percent(share))),
      ...columnCells(voice, filled));
  }

  function showTable() {
    if (!model) return;
    const [first, last] = [from.value, to.value];
    const isIn = (/** @type {string | null} */ day) => day !== null && (!first || day >= first) && (!last || day <= last);
    const readings = first || last ? model.readings.filter(({ digest }) => isIn(digest.day)) : model.readings;
    const voices = readings === model.readings ? model.voices : voicesOf(readings, model.parties);
    if (voices.length === 0) return result.replaceChildren(element("p", { class: "none" }, readings === model.readings ? words.noSources : words.noneThen));
    const own = columnsBelow(voices, () => {
      showTable();
      result.querySelector("form")?.querySelector("input")?.focus();
    });
    const body = element("tbody");
    const more = press("", () => {
      const at = body.rows.length;
      add();
      body.rows[at]?.querySelector("button")?.focus();
    });
    const add = () => {
      body.append(...voices.slice(body.rows.length, body.rows.length + PORTION).map((voice) => row(voice, own.show)));
      more.hidden = body.rows.length === voices.length;
      more.textContent = showMore(voices.length - body.rows.length);
    };
    add();
    const heads = [words.source, words.inStories, words.direct, words.paraphrases, words.wordsGiven, words.voice];
    result.replaceChildren(
      element("p", { class: "sources-sum" }, words.sourcesSum(namedSources(/** @type {any} */ (voices)).length, readings.length)),
      element("div", { class: "table", role: "region", "aria-label": words.tableOf, tabindex: "0" }, element("table", {},
        element("thead", {}, element("tr", {}, ...heads.map((head, at) => element("th", { scope: "col", class: at > 0 && at < 5 ? "number" : "" }, head)), ...columnHeads(showTable))), body)),
      more, own.content, element("p", { class: "hint" }, words.sourcesNote));
  }

  return {
    content,
    /** @param {Model} now */
    show(now) {
      model = now;
      days.hidden = now.voices.length === 0;
      showTable();
    },
  };
}

/** @param {string} name */
function day(name) {
  return element("input", { type: "date", "aria-label": name, min: "1000-01-01", max: "9999-12-31" });
}
