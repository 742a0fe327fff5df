// The ways to a place in an article, once the page shows it.

/** @param {string} selector */
const goTo = (selector) => (/** @type {Document} */ page) => {
  const mark = page.querySelector(selector);
  if (!(mark instanceof HTMLElement)) return;
  mark.scrollIntoView({ block: "center" });
  mark.focus({ preventScroll: true });
};

/** @param {number} at  Its index in the article. */
export const goToQuote = (at) => goTo(`#article mark[data-quote="${at}"]`);
/** @param {number} at */
export const goToDate = (at) => goTo(`#article mark[data-date="${at}"]`);

/** The way to a place where words stand, by the page's own finding. @param {string} sought  @param {number} turn  The how many-th place, from 0. */
export const goToWords = (sought, turn) => (/** @type {Document} */ page) => {
  const field = page.querySelector("#find");
  const next = page.querySelector("#find-next");
  if (!(field instanceof HTMLInputElement) || !(next instanceof HTMLElement)) return;
  field.value = sought;
  field.dispatchEvent(new Event("input"));
  for (let at = 0; at <= turn; at += 1) next.click();
};
