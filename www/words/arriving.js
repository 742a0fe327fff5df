// Words about a text that arrives: what was left out, its language, its date.

// What came along.

/** @param {string} left */
export const leftOut = (left) => `Left out: ${left}.`;
/** @param {string} left */
export const original = (left) => `This is the original, with ${left}.`;
export const showOriginal = "Show original";
export const showArticle = "Show the article alone";
export const cannotOpen = "Files can’t be opened right now. Check your connection and try again.";

// The language.

/** @param {string} language  Its name; "" where nothing tells it. */
export const foreign = (language) =>
  `This article ${language ? `seems to be in ${language}` : "does not seem to be in English"}. newsmark reads only English for now, and leaves the rest unmarked.`;
export const readAsEnglish = "This article is read as if it were in English. Expect mistakes.";
export const highlightAnyway = "Highlight it anyway";
export const removeHighlights = "Remove the highlights";

// The day.

/** @param {string} day */
export const inText = (day) => `${day}, found in the text`;
/** @param {string} day */
export const inferred = (day) => `${day}, worked out from the text`;
/** @param {string} day  @param {string} from */
export const dayFrom = (day, from) => `${day}, ${from}`;
/** @param {string} day  @param {string} [from] */
export const useDay = (day, from) => `Use ${day}, ${from}`;
/** @param {readonly string[]} open  Dates that wait for it, in the article's words. */
export const noDay = (open) => (open.length === 0 ? "No date found" : `No date found. Add one to settle ${open.map((date) => `“${date}”`).join(" and ")}.`);
export const publishedToday = "Published today";
