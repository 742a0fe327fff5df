// The language of a text in a page: only English is read.

import { errorOf } from "./errors.js";

/**
 * The language that an element's text is said to be in.
 * @param {Element} element
 * @param {string} [given]  What is known better than the page.
 * @returns {string}
 * @throws {Error & { kind: "language" }} a `NewsmarkError` where that is not English.
 */
export function checkLanguage(element, given) {
  const language = given || element.closest("[lang]")?.getAttribute("lang") || "en";
  if (isEnglish(language)) return language;
  throw foreign(`the text is said to be in "${language}"`);
}

/** Whether a page's tag for a language is of English: many a site writes "en_US", and some "eng". @param {string} tag */
export function isEnglish(tag) {
  return /^eng?(?![a-z])/i.test(tag);
}

/**
 * Holds a text to what its own words say, whatever its page says of it. Where a part of it is in English, that is marked.
 * @param {import("./engine.js").Annotations} annotations
 * @throws {Error & { kind: "language" }} a `NewsmarkError` where nothing of it is.
 */
export function checkFound({ language, mentions, quotes, dates }) {
  if (!isForeign(language) || mentions.length + quotes.length + dates.length > 0) return;
  throw foreign(language === "und" ? "the words of the text are not" : `the words of the text are in "${language}"`);
}

/** Whether a text is in another language than English; of few words nothing is known. @param {string | undefined} language */
export function isForeign(language) {
  return language !== undefined && language !== "en";
}

/** @param {string} why */
function foreign(why) {
  return errorOf("language", `newsmark reads English, and ${why}`);
}
