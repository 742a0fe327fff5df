// The article that is being worked on, for a reload in this tab: the browser forgets it with the tab. Nothing else can read it.

const NAME = "newsmark.draft";

/**
 * @typedef {object} Draft
 * @property {string} text
 * @property {string} date         The day that the reader gave, or "".
 * @property {string} publication
 * @property {readonly import("../corrections/correct.js").Correction[]} corrections
 * @property {string} own          What the reader last pasted or typed.
 * @property {string} sample       Which example is shown; "" for their own text.
 */

/**
 * @param {Draft | null} draft  Null forgets it.
 * @returns {"kept" | "blocked" | "full"}
 */
export function keepDraft(draft) {
  try {
    if (draft) sessionStorage.setItem(NAME, JSON.stringify(draft));
    else sessionStorage.removeItem(NAME);
    return "kept";
  } catch (error) {
    return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "blocked";
  }
}

/** What others wrote there is no draft. @returns {Draft | null} */
export function keptDraft() {
  try {
    const draft = JSON.parse(sessionStorage.getItem(NAME) ?? "null");
    const isText = [draft?.text, draft?.date, draft?.publication, draft?.own, draft?.sample].every((part) => typeof part === "string");
    return isText && Array.isArray(draft.corrections) && /^(\d{4}-\d{2}-\d{2})?$/.test(draft.date) ? draft : null;
  } catch {
    return null;
  }
}
