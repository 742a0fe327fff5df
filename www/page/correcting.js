// Correcting what was found: controls in the card that stays, a bar with undo and redo, and marks for text that is selected.
//
// What was found and what a reader made of it are kept apart: corrections are applied to whatever is found, before it is shown or saved.

import { annotate } from "../core/engine.js";
import { correct, moved } from "../corrections/correct.js";
import { keep, recall } from "../corrections/store.js";
import { byId, element } from "../reading/dom.js";
import { counted, kinds } from "../reading/kinds.js";
import { annotationOf } from "../reading/subject.js";
import { correctingTools } from "./tools.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("../corrections/correct.js").Correction} Correction */
/** @typedef {import("../reading/subject.js").Subject} Subject */
/** @typedef {{ sort: Subject["sort"], start: number, end: number, control: string }} Place  A mark to go to once the correction is made. */

/**
 * @param {() => Article | null} changed  Shows the article anew; what it shows.
 * @param {(subject: Subject, control?: string) => void} hold  Opens the card of a mark.
 */
export function createCorrecting(changed, hold) {
  const bar = byId("corrections", HTMLElement);
  const said = byId("corrected", HTMLElement);
  const undoButton = byId("undo", HTMLButtonElement);
  const redoButton = byId("redo", HTMLButtonElement);
  let text = "";
  /** @type {Correction[]} */
  let done = [];
  /** @type {Correction[]} */
  let undone = [];
  /** What is shown, corrected.  @type {Article | null} */
  let shown = null;

  /** @param {string} [note] */
  function showBar(note = "") {
    const isKept = keep(text, done);
    bar.hidden = done.length === 0 && undone.length === 0;
    const where = isKept ? "kept in this browser" : "not kept: this browser does not allow it";
    said.textContent = note || `${counted(done.length, "correction")}${done.length > 0 ? `, ${where}` : ""}`;
    undoButton.disabled = done.length === 0;
    redoButton.disabled = undone.length === 0;
    // A button that cannot be pressed any more keeps no focus.
    const [isUndo, isRedo] = [document.activeElement === undoButton, document.activeElement === redoButton];
    if (isUndo && undoButton.disabled) redoButton.focus();
    else if (isRedo && redoButton.disabled) undoButton.focus();
  }

  /** Makes a correction, and goes to what it made. @param {Correction} correction  @param {Place} [place] */
  function make(correction, place) {
    done.push(correction);
    undone = [];
    showBar();
    const view = changed()?.annotations;
    const list = place && view ? { mention: view.mentions, quote: view.quotes, date: view.dates }[place.sort] : [];
    const index = list.findIndex(({ start, end }) => start === place?.start && end === place.end);
    if (place && index >= 0) hold({ sort: place.sort, index }, place.control);
  }

  /** @param {Correction[]} from  @param {Correction[]} to */
  function step(from, to) {
    const correction = from.pop();
    if (!correction) return;
    to.push(correction);
    showBar();
    changed();
  }
  const undo = () => step(done, undone);
  const redo = () => step(undone, done);

  undoButton.addEventListener("click", undo);
  redoButton.addEventListener("click", redo);
  byId("forget", HTMLButtonElement).addEventListener("click", () => {
    done = [];
    undone = [];
    showBar();
    changed();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
    if (isTyping || event.altKey || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || bar.hidden) return;
    event.preventDefault();
    if (event.shiftKey) redo();
    else undo();
  });

  setUpSelecting(byId("article", HTMLElement), byId("selecting", HTMLElement), ({ start, end }, kind) => {
    const sort = kind === "quote" || kind === "date" ? kind : "mention";
    const at = { start, end };
    const value = sort === "date" ? annotate(text.slice(start, end), { date: shown?.annotations.reference.date ?? null }).dates[0]?.value ?? "XXXX" : undefined;
    /** @type {Correction} */
    const correction = sort === "mention" ? { does: "add", sort, at, type: /** @type {any} */ (kind) } : { does: "add", sort, at, ...(value ? { value } : {}) };
    make(correction, { sort, start, end, control: "" });
  });

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
        undone = [];
        text = found.text;
        showBar();
      }
      shown = { text, annotations: correct(text, found.annotations, done) };
      return shown;
    },

    /** @param {Subject} subject  @param {Article} article */
    tools: (subject, article) => (annotationOf(subject, article.annotations) ? correctingTools(subject, article, make) : []),
  };
}

/**
 * Offers to mark what is selected in the article.
 * @param {HTMLElement} article
 * @param {HTMLElement} offer
 * @param {(span: { start: number, end: number }, kind: string) => void} add
 */
function setUpSelecting(article, offer, add) {
  /** @type {{ start: number, end: number } | null} */
  let span = null;
  const choice = byId("mark-as", HTMLSelectElement);
  choice.append(...kinds.map(({ id, one }) => element("option", { value: id }, one)));

  function follow() {
    const selection = getSelection();
    // Focusing the offer keeps the selection, and what it is an offer for.
    if (offer.contains(document.activeElement)) return;
    const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    span = range && article.contains(range.commonAncestorContainer) ? spanOf(article, range) : null;
    offer.hidden = !span;
    if (!span || !range) return;
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
