// Checks the language of a text on a page: newsmark reads only English.

import { errorOf } from "./errors.js";

/**
 * Returns the declared language of an element's text.
 * @param {Element} element
 * @param {string} [given]  Overrides what the page says.
 * @returns {string}
 * @throws {Error & { kind: "language" }} a `NewsmarkError` if it is not English.
 */
export function checkLanguage(element, given) {
  const language = given || element.closest("[lang]")?.getAttribute("lang") || "en";
  if (isEnglish(language)) return language;
  throw foreign(`the text is declared to be in "${language}"`);
}

/** Whether a page's language tag means English: many sites write "en_US", and some "eng". @param {string} tag */
export function isEnglish(tag) {
  return /^eng?(?![a-z])/i.test(tag);
}

/**
 * Checks the language that the words themselves show, whatever the page declares. If part of the text is in English, that part is marked.
 * @param {import("./engine.js").Annotations} annotations
 * @throws {Error & { kind: "language" }} a `NewsmarkError` if none of it is English.
 */
export function checkFound({ language, mentions, quotes, dates }) {
  if (!isForeign(language) || mentions.length + quotes.length + dates.length > 0) return;
  throw foreign(language === "und" ? "the text is not in English" : `the text is in "${language}"`);
}

/** Whether a text is in a language other than English; a few words are too little to tell. @param {string | undefined} language */
export function isForeign(language) {
  return language !== undefined && language !== "en";
}

/** @param {string} why */
function foreign(why) {
  return errorOf("language", `newsmark reads English, and ${why}`);
}
