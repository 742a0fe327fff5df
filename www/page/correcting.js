// Correcting what was found: controls in the card that stays, a bar that says how many corrections there are, and marks for text that is
// selected.
//
// What was found and what a reader made of it are kept apart: corrections are applied to whatever is found, before it is shown or saved.

import * as words from "../words/page.js";
import { annotate } from "../core/engine.js";
import { correct, moved } from "../corrections/correct.js";
import { isCorrection, keep, recall } from "../corrections/store.js";
import { byId, element } from "../reading/dom.js";
import { kinds } from "../reading/kinds.js";
import { annotationOf } from "../reading/subject.js";
import { correctingTools } from "./tools.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("../corrections/correct.js").Correction} Correction */
/** @typedef {import("../reading/subject.js").Subject} Subject */
/** @typedef {{ sort: Subject["sort"], start: number, end: number, control: string }} Place  A mark to go to once the correction is made. */

/**
 * @param {object} page
 * @param {() => Article | null} page.changed  Shows the article anew; what it shows.
 * @param {(subject: Subject, control?: string) => void} page.hold  Opens the card of a mark.
 * @param {() => void} page.selecting  Words are being selected: a card would lie over the offer.
 * @param {(what: string) => void} page.record  To be told what is done, before it is.
 */
export function createCorrecting({ changed, hold, selecting, record }) {
  const bar = byId("corrections", HTMLElement);
  const said = byId("corrected", HTMLElement);
  const forget = byId("forget", HTMLButtonElement);
  const discardAll = forget.textContent;
  let text = "";
  /** @type {readonly Correction[]} */
  let done = [];
  /** What is shown, corrected.  @type {Article | null} */
  let shown = null;

  function showBar() {
    const isKept = keep(text, done);
    bar.hidden = done.length === 0;
    forget.textContent = discardAll;
    said.textContent = done.length === 0 ? "" : words.corrections(done.length, isKept);
  }

  /** Makes a correction, and goes to what it made. @param {Correction} correction  @param {Place} [place]  @param {string} [note]  Said besides. */
  function make(correction, place, note = "") {
    record([words.DONE[correction.does], note].filter(Boolean).join(". "));
    done = [...done, correction];
    showBar();
    const view = changed()?.annotations;
    const list = place && view ? { mention: view.mentions, quote: view.quotes, date: view.dates }[place.sort] : [];
    const index = list.findIndex(({ start, end }) => start === place?.start && end === place.end);
    if (place && index >= 0) hold({ sort: place.sort, index }, place.control);
    // What had the focus is gone.
    else if (document.activeElement === document.body) byId("article", HTMLElement).focus({ preventScroll: true });
  }

  // Asked once, with the same button; whoever goes elsewhere has said no.
  forget.addEventListener("blur", showBar);
  forget.addEventListener("click", () => {
    if (forget.textContent !== words.discard) {
      said.textContent = words.askDiscard(done.length);
      return void (forget.textContent = words.discard);
    }
    record(words.DONE.discarded);
    done = [];
    showBar();
    changed();
    // The button is gone; beside it is the way back.
    byId("notice-act", HTMLButtonElement).focus();
  });

  setUpSelecting(byId("article", HTMLElement), byId("selecting", HTMLElement), selecting, ({ start, end }, kind) => {
    const at = { start, end };
    if (kind === "quote") return make({ does: "add", sort: "quote", at }, { sort: "quote", start, end, control: "" });
    if (kind === "date") return make({ does: "add", sort: "date", at, value: valueOf(text.slice(start, end)) ?? "XXXX" }, { sort: "date", start, end, control: "value" });
    make({ does: "add", sort: "mention", at, type: /** @type {any} */ (kind), all: true }, { sort: "mention", start, end, control: "" });
  });

  /** The value of a date in somebody's words. @param {string} told  @returns {string | undefined} */
  function valueOf(told) {
    return annotate(told, { date: shown?.annotations.reference.date ?? null, everything: true }).dates[0]?.value;
  }

  return {
    /**
     * What was found, as corrected.
     * @param {Article} found
     * @param {boolean} isEdited  Whether the text came about by editing the one before: corrections move along.
     * @returns {Article}
     */
    apply(found, isEdited) {
      if (found.text !== text) {
        const kept = recall(found.text);
        done = kept.length > 0 ? kept : isEdited ? moved(done, text, found.text) : [];
        text = found.text;
      }
      showBar();
      shown = { text, annotations: correct(text, found.annotations, done) };
      return shown;
    },

    /** What was corrected so far. */
    get done() {
      return done;
    },

    /** Takes a text with its corrections. @param {string} of  @param {readonly Correction[]} corrections */
    restore(of, corrections) {
      text = of;
      done = corrections.filter(isCorrection);
    },

    make,

    /** @param {Subject} subject  @param {Article} article */
    tools: (subject, article) => (annotationOf(subject, article.annotations) && shown ? correctingTools(subject, article, shown, make, valueOf) : []),
  };
}

/**
 * Offers to mark what is selected in the article.
 * @param {HTMLElement} article
 * @param {HTMLElement} offer
 * @param {() => void} began  Words are selected.
 * @param {(span: { start: number, end: number }, kind: string) => void} add
 */
function setUpSelecting(article, offer, began, add) {
  /** @type {{ start: number, end: number } | null} */
  let span = null;
  const choice = byId("mark-as", HTMLSelectElement);
  choice.append(element("option", { value: "" }, words.choose), ...kinds.map(({ id, one }) => element("option", { value: id }, one)));

  function follow() {
    const selection = getSelection();
    // Focusing the offer keeps the selection, and what it is an offer for.
    if (offer.contains(document.activeElement)) return;
    const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    span = range && article.contains(range.commonAncestorContainer) ? spanOf(article, range) : null;
    offer.hidden = !span;
    if (!span || !range) return;
    began();
    const lines = range.getClientRects();
    const last = lines[lines.length - 1];
    if (!last) return;
    offer.style.setProperty("--left", `${Math.round(Math.max(8, Math.min(last.left + scrollX, document.documentElement.clientWidth - offer.offsetWidth - 8)))}px`);
    offer.style.setProperty("--top", `${Math.round(last.bottom + scrollY + 8)}px`);
  }
  document.addEventListener("selectionchange", follow);
  choice.addEventListener("change", () => {
    const kind = choice.value;
    choice.value = "";
    offer.hidden = true;
    getSelection()?.removeAllRanges();
    if (span && kind) add(span, kind);
  });
  offer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    offer.hidden = true;
    article.focus();
  });
}

/** Where a range is in the article's text, without white space at its ends. @param {HTMLElement} article  @param {Range} range */
function spanOf(article, range) {
  const before = document.createRange();
  before.selectNodeContents(article);
  before.setEnd(range.startContainer, range.startOffset);
  const selected = range.toString();
  const start = before.toString().length + selected.length - selected.trimStart().length;
  const end = start + selected.trim().length;
  return start < end ? { start, end } : null;
}
