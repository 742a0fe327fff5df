// Two articles side by side, as two versions of one: which quotes and names came, went and changed.

import * as words from "../../../words/dossier.js";
import { KINDS } from "../../../words/reading.js";
import { compared } from "../../../dossier/comparing.js";
import { titleOf } from "../../../dossier/digest.js";
import { dayInWords } from "../../../reading/calendar.js";
import { element } from "../../../reading/dom.js";
import { press } from "./press.js";

/** @typedef {import("../../../dossier/digest.js").Reading} Reading */
/** @typedef {import("../../../dossier/comparing.js").Line} Line */

/** @param {HTMLElement} root  @param {Reading} before  @param {Reading} after */
export function showComparison(root, before, after) {
  const { same, came, went, changed, names } = compared(before.digest, after.digest);
  const parts = [
    section(words.changedQuotes, changed.map((change) => element("div", { class: "dossier-change" },
      element("div", {}, element("p", { class: "group-title" }, words.before), quote(change.before)),
      element("div", {}, element("p", { class: "group-title" }, words.after), quote(change.after))))),
    section(words.cameQuotes, came.map(quote)),
    section(words.wentQuotes, went.map(quote)),
    section(words.cameNames, names.came.map(({ name, type }) => element("p", {}, name, " ", element("span", { class: "hint" }, KINDS[type]?.one ?? "")))),
    section(words.wentNames, names.went.map(({ name, type }) => element("p", {}, name, " ", element("span", { class: "hint" }, KINDS[type]?.one ?? "")))),
  ].flat();
  const sheet = element("dialog", { class: "sheet dossier-comparison", "aria-labelledby": "dossier-comparison-title" },
    element("h2", { id: "dossier-comparison-title", tabindex: "-1", autofocus: true }, words.comparison),
    element("p", { class: "hint" }, words.fromTo(called(before), called(after))),
    element("p", {}, parts.length === 0 ? words.nothingChanged : words.sameQuotes(same)),
    ...parts,
    element("p", { class: "sheet-actions" }, press(words.close, () => sheet.close(), "primary")));
  sheet.addEventListener("close", () => sheet.remove());
  root.append(sheet);
  sheet.showModal();
}

/** @param {Reading} reading */
function called(reading) {
  return [`“${titleOf(reading)}”`, reading.story.publication, reading.digest.day && dayInWords(reading.digest.day), reading.story.file.split("/").at(-1)].filter(Boolean).join(", ");
}

/** @param {string} title  @param {readonly Node[]} parts */
function section(title, parts) {
  return parts.length > 0 ? [element("section", {}, element("h3", {}, title), ...parts)] : [];
}

/** @param {Line} line */
function quote({ said, speaker }) {
  return element("div", { class: `said ${said.kind}` }, element("p", { class: "said-words" }, said.words), element("p", { class: "hint" }, speaker || words.noSpeaker));
}
