// What the parts of the extension say to one another. The browser carries it; nobody outside of the extension can listen or answer.

/** @typedef {import("../www/core/engine.js").Annotations} Annotations */
/** @typedef {import("../www/core/engine.js").AnnotateOptions} AnnotateOptions */

/** @typedef {"pdf" | "empty" | "language" | "length" | "core"} Reason  Why a page is not marked. */

/**
 * How things stand in a page. `moved`: the reader has gone on to another one, without the browser loading it.
 * @typedef {{ is: "off" | "reading" | "moved" } | { is: "marked", counts: import("./words.js").Counts } | { is: "failed", why: Reason }} Status
 */

/**
 * What was found in a page.
 * @typedef {object} Found
 * @property {string} text
 * @property {Annotations} annotations
 * @property {string} title
 * @property {string} publication       The site's name for itself, or "".
 * @property {string} date              The day that the page says it is of, or "".
 * @property {"article" | "page" | "selection"} what  What of the page was read.
 * @property {[start: number, end: number]} read  Where in the text that stands.
 */

/** @typedef {{ ask: "annotate", text: string, options: AnnotateOptions }} Annotate  To the background, which answers with `Answer`. */
/** @typedef {{ annotations: Annotations } | { error: string }} Answer  `error` is the kind of a `NewsmarkError`. */
/** @typedef {{ tell: "status", status: Status, tab?: number }} Told  To whoever listens; of `tab` where it is not the sender's. */
/** @typedef {{ status: Status, found: Found | null }} State */

/**
 * To a page, which answers with its `State`.
 * @typedef {{ do: "toggle" | "state" | "clear" } | { do: "read", everything: boolean } | { do: "visit", sort: "entity" | "quote" | "date", id: number }} Request
 */

/**
 * Asks the page of a tab. Rejected where no script of ours runs in it.
 * @param {number} tab
 * @param {Request} request
 * @returns {Promise<State>}
 */
export async function askPage(tab, request) {
  return chrome.tabs.sendMessage(tab, request);
}

/** Tells all parts how a page stands. @param {Told} told */
export function tellAll(told) {
  // Nobody may be listening.
  chrome.runtime.sendMessage(told).catch(() => {});
}
