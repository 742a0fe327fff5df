// The dated sentences of all articles, in the order of the calendar.

import * as words from "../../../words/dossier.js";
import { titleOf } from "../../../dossier/digest.js";
import { datesOf, sentenceOf } from "../../../dossier/timeline.js";
import { meaning } from "../../../reading/calendar.js";
import { element } from "../../../reading/dom.js";
import { rows } from "../../../reading/panel/rows.js";
import { goToDate } from "./places.js";
import { press } from "./press.js";

/** @typedef {import("../../../dossier/timeline.js").Event} Event */
/** @typedef {import("../dossier.js").Model} Model */

/** @param {import("./frame.js").Acts} acts */
export function createTimeline({ openArticle }) {
  const content = element("div", { class: "dossier-timeline" });

  /** @param {Event} event */
  function row({ reading, dated }) {
    const { start, end } = sentenceOf(reading, dated);
    const button = press("", () => openArticle(reading.story, goToDate(dated.at)), "row date-row");
    button.append(
      element("span", { class: "row-name" }, meaning(dated.date) || dated.date.text.replace(/\s+/g, " ")),
      element("span", { class: "row-context" }, reading.story.text.slice(start, end).replace(/\s+/g, " ")),
      element("span", { class: "row-note" }, titleOf(reading)));
    return button;
  }

  return {
    content,
    /** @param {Model} model */
    show({ readings }) {
      const events = datesOf(readings);
      content.replaceChildren(events.length > 0 ? rows(events, row) : element("p", { class: "none" }, words.noDates));
    },
  };
}
