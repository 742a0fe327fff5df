// The language of a text in a page: only English is read.

/**
 * The language that an element's text is said to be in.
 * @param {Element} element
 * @param {string} [given]  What is known better than the page.
 * @returns {string}
 * @throws {Error & { kind: "language" }} a `NewsmarkError` where that is not English.
 */
export function checkLanguage(element, given) {
  const language = given || element.closest("[lang]")?.getAttribute("lang") || "en";
  if (/^en\b/i.test(language)) return language;
  const error = new Error(`newsmark reads English, and the text is said to be in "${language}"`);
  throw Object.assign(error, { name: "NewsmarkError", kind: "language" });
}
