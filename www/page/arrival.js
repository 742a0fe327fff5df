// What came along with a text from outside: the day it is of, and what was left out of it, which can be had back.

import { byId } from "../reading/dom.js";
import { listed } from "../reading/credit.js";
import { dated, dayInWords } from "./dating.js";

/** @typedef {import("../files/files.js").Read} Read */

/** What may be left out, as it is told. @type {Record<import("../files/files.js").Cleaned, string[]>} */
const LEFT_OUT = {
  "line-breaks": ["line breaks"],
  surroundings: ["everything around the article"],
  pictures: ["pictures"],
  "running-heads": ["running heads", "page numbers"],
  "mail-header": ["the mail’s header"],
};

/**
 * @param {(text: string) => void} show     Shows the text with what was left out, or without it again.
 * @param {(date: string) => void} setDate  Sets the article's day.
 */
export function createArrival(show, setDate) {
  const line = byId("arrival", HTMLElement);
  const said = byId("arrival-said", HTMLElement);
  const other = byId("show-original", HTMLButtonElement);
  const hint = byId("use-date", HTMLButtonElement);
  /** @type {Read | null} */
  let read = null;
  let isOriginal = false;

  function tell() {
    const left = read?.cleaned.flatMap((each) => LEFT_OUT[each]) ?? [];
    line.hidden = left.length === 0;
    other.hidden = !read?.original;
    const all = listed(left);
    said.textContent = isOriginal ? `This is all that was there, with ${all}.` : `Left out: ${all}.`;
    other.textContent = isOriginal ? "Show the article alone" : "Show original";
  }

  other.addEventListener("click", () => {
    if (!read?.original) return;
    isOriginal = !isOriginal;
    show(isOriginal ? read.original : read.text);
    tell();
  });
  hint.addEventListener("click", () => read?.date && setDate(read.date));

  return {
    /** The day that a text brings along, or "". A PDF's is offered, no more. @param {Read} arrived */
    take(arrived) {
      read = arrived;
      isOriginal = false;
      tell();
      return arrived.dateFrom === "pdf" ? "" : arrived.date ?? "";
    },

    /** The text was changed: to show the other would lose that. */
    edited() {
      line.hidden = true;
    },

    /** Another text is there. */
    forget() {
      read = null;
      line.hidden = hint.hidden = true;
    },

    /** What is said of the article's day. @param {import("../core/engine.js").Annotations["reference"]} reference */
    dated(reference) {
      const isHinted = reference.source === "none" && read?.dateFrom === "pdf" && read.date;
      hint.hidden = !isHinted;
      if (isHinted && read?.date) hint.textContent = `Use ${dayInWords(read.date)}, when the PDF was made`;
      return dated(reference, reference.date === read?.date ? read?.dateFrom : null);
    },
  };
}
