// What came along with a text from outside: the day it is of, and what was left out of it, which can be had back.

import * as words from "../words/arriving.js";
import { byId } from "../reading/dom.js";
import { dated, dayInWords } from "./dating.js";

/** @typedef {import("../files/words.js").Told} Told */

/**
 * @param {(text: string) => void} show     Shows the text with what was left out, or without it again.
 * @param {(date: string) => void} setDate  Sets the article's day.
 */
export function createArrival(show, setDate) {
  const line = byId("arrival", HTMLElement);
  const said = byId("arrival-said", HTMLElement);
  const other = byId("show-original", HTMLButtonElement);
  const hint = byId("use-date", HTMLButtonElement);
  /** @type {Told | null} */
  let read = null;
  let isOriginal = false;

  function tell() {
    const left = read?.left ?? "";
    line.hidden = left === "";
    other.hidden = !read?.original;
    said.textContent = (isOriginal ? words.original : words.leftOut)(left);
    other.textContent = isOriginal ? words.showArticle : words.showOriginal;
  }

  other.addEventListener("click", () => {
    if (!read?.original) return;
    isOriginal = !isOriginal;
    show(isOriginal ? read.original : read.text);
    tell();
  });
  /** The day that is offered. */
  let offered = "";
  hint.addEventListener("click", () => setDate(offered));

  return {
    /** The day that a text brings along, or "". A PDF's is offered, no more. @param {Told} arrived */
    take(arrived) {
      read = arrived;
      isOriginal = false;
      tell();
      return arrived.isHint ? "" : arrived.date ?? "";
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

    /** What is said of the article's day; where none was found, one is offered. @param {import("../core/engine.js").Annotations} annotations */
    dated(annotations) {
      const { reference } = annotations;
      const isHint = read?.isHint && read.date;
      offered = (isHint && read?.date) || today();
      hint.hidden = reference.source !== "none";
      hint.textContent = isHint ? words.useDay(dayInWords(offered), read?.dayFrom) : words.publishedToday;
      return dated(annotations, reference.date === read?.date ? read?.dayFrom : "");
    },
  };
}

/** The day that it is here. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
