// Dates in words: the pieces from which a date is built. The browser provides the names of months and days.

/** @type {Record<string, string>} */
export const REFERENCES = { PRESENT_REF: "Now", PAST_REF: "In the past", FUTURE_REF: "In the future" };

/** @type {Record<string, string>} */
export const MODIFIERS = {
  BEFORE: "before", AFTER: "after", ON_OR_BEFORE: "on or before", ON_OR_AFTER: "on or after",
  LESS_THAN: "less than", MORE_THAN: "more than", EQUAL_OR_LESS: "at most", EQUAL_OR_MORE: "at least",
  START: "early", MID: "mid", END: "late", APPROX: "about",
};

/** One and many. @type {Record<string, [one: string, many: string]>} */
export const DATE_UNITS = {
  Y: ["year", "years"], M: ["month", "months"], W: ["week", "weeks"], D: ["day", "days"], Q: ["quarter", "quarters"],
  WE: ["weekend", "weekends"], DE: ["decade", "decades"], CE: ["century", "centuries"],
};

/** @type {Record<string, [one: string, many: string]>} */
export const TIME_UNITS = { H: ["hour", "hours"], M: ["minute", "minutes"], S: ["second", "seconds"] };

/** @type {Record<string, string>} */
export const DAY_PARTS = { MO: "morning", MI: "midday", AF: "afternoon", EV: "evening", NI: "night", DT: "daytime" };

/** @type {Record<string, string>} */
export const SEASONS = { SP: "spring", SU: "summer", FA: "autumn", WI: "winter" };

/** @param {string} units */
export const several = (units) => `several ${units}`;
/** @param {string} length */
export const every = (length) => `every ${length}`;
/** How often in a length of time. @param {number} count */
export const timesOver = (count) => ["once", "twice"][count - 1] ?? `${count} times`;
/** @param {string} number  @param {string} year */
export const quarterOf = (number, year) => `quarter ${number} of ${year}`;
/** @param {boolean} isFirst  @param {string} year */
export const halfOf = (isFirst, year) => `${isFirst ? "first" : "second"} half of ${year}`;
/** @param {string} day */
export const until = (day) => `until ${day}`;
/** @param {string} day */
export const from = (day) => `from ${day}`;
/** @param {string} what */
export const weekUnknown = (what) => `${what} (week unknown)`;
/** @param {string} what */
export const monthUnknown = (what) => `${what} (month unknown)`;
/** @param {string} what */
export const yearUnknown = (what) => `${what} (year unknown)`;
export const weekend = "weekend";
/** @param {string} number */
export const dayNumber = (number) => `day ${number}`;
/** @param {string} number */
export const quarter = (number) => `quarter ${number}`;
