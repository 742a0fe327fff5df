// Dates and intervals in words. Calendar arithmetic is done in UTC throughout: no time zone, and no clock.

/** @typedef {import("../core/engine.js").TimeExpr} TimeExpr */

const DAY = 86_400_000;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** @type {Record<string, string>} */
const REFERENCES = { PRESENT_REF: "Now", PAST_REF: "In the past", FUTURE_REF: "In the future" };

/** @type {Record<string, string>} */
const MODIFIERS = {
  BEFORE: "before", AFTER: "after", ON_OR_BEFORE: "on or before", ON_OR_AFTER: "on or after",
  LESS_THAN: "less than", MORE_THAN: "more than", EQUAL_OR_LESS: "at most", EQUAL_OR_MORE: "at least",
  START: "early", MID: "mid", END: "late", APPROX: "about",
};

/** @type {Record<string, string>} */
const DATE_UNITS = { Y: "year", M: "month", W: "week", D: "day", Q: "quarter", WE: "weekend", DE: "decade", CE: "century" };

/** @type {Record<string, string>} */
const TIME_UNITS = { H: "hour", M: "minute", S: "second" };

/** @type {Record<string, string>} */
const DAY_PARTS = { MO: "morning", MI: "midday", AF: "afternoon", EV: "evening", NI: "night", DT: "daytime" };

/** @type {Record<string, string>} */
const SEASONS = { SP: "spring", SU: "summer", FA: "autumn", WI: "winter" };

/**
 * What a time expression means, in words: "Sunday 2 January 2022", "about 3 weeks". "" where it says no more than its text.
 * @param {TimeExpr} date
 */
export function meaning(date) {
  if (!date.mod) return capitalised(bareMeaning(date));
  // The interval has the modifier in it already, the value has not.
  const words = duration(date.value) || partOfYear(date.value) || calendarDay(date.value);
  return capitalised(words ? `${MODIFIERS[date.mod]} ${words}` : interval(date.from, date.to));
}

/** @param {TimeExpr} date */
function bareMeaning({ value, type, freq, from, to }) {
  if (REFERENCES[value]) return REFERENCES[value];
  const length = duration(value);
  if (length) return type === "set" ? `${times(freq)}every ${length.replace(/^1 /, "")}` : length;
  const part = partOfYear(value);
  if (part) return part;
  const days = interval(from, to);
  return [days, days && timeOfDay(value)].filter(Boolean).join(", ");
}

/** @param {string | undefined} freq  "2X" */
function times(freq) {
  const count = parseInt(freq ?? "", 10);
  if (!count) return "";
  return `${["once", "twice"][count - 1] ?? `${count} times`} `;
}

/** @param {string} value  "P3W", "PT30M" */
function duration(value) {
  const [, time, number, unit] = /^P(T?)([\d.]+|X+)([A-Z]{1,2})$/.exec(value) ?? [];
  const name = unit && (time ? TIME_UNITS : DATE_UNITS)[unit];
  if (!number || !name) return "";
  const plural = name === "century" ? "centuries" : `${name}s`;
  return /X/.test(number) ? `some ${plural}` : `${number} ${number === "1" ? name : plural}`;
}

/** @param {string} value  "2022-Q1", "2022-SU", "2022-W02-WE" */
function partOfYear(value) {
  const [, year, quarter, half, season] = /^(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))$/.exec(value) ?? [];
  if (quarter) return `quarter ${quarter} of ${year}`;
  if (half) return `${half === "1" ? "first" : "second"} half of ${year}`;
  return season ? `${SEASONS[season]} ${year}` : "";
}

/** @param {string} value  "2022", "2022-01", "2022-01-09" */
function calendarDay(value) {
  const [, year, month, rest] = /^(\d{4})(?:-(\d\d)(-\d\d)?)?$/.exec(value) ?? [];
  if (rest) return interval(value, value);
  return [month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** @param {string} value  "2022-01-09T14:30", "2022-01-09TNI" */
function timeOfDay(value) {
  const [, part, clock] = /T(?:([A-Z]{2})|(\d\d(?::\d\d)?)).*$/.exec(value) ?? [];
  return part ? DAY_PARTS[part] ?? "" : clock ? (clock.length === 2 ? `${clock}:00` : clock) : "";
}

/**
 * An interval in words: "Sunday 2 January 2022", "9–10 January 2022", "January 2022", "2010–2019".
 * @param {string | null} from
 * @param {string | null} to  The day after the last.
 */
export function interval(from, to) {
  const first = from === null ? null : day(from);
  const after = to === null ? null : day(to);
  const last = after && new Date(after.getTime() - DAY);
  if (!first) return last ? `until ${dayOf(last)}` : "";
  if (!last || !after) return `from ${dayOf(first)}`;
  if (last <= first) return `${WEEKDAYS[first.getUTCDay()]} ${dayOf(first)}`;
  const [year, lastYear] = [first.getUTCFullYear(), last.getUTCFullYear()];
  const [month, lastMonth] = [MONTHS[first.getUTCMonth()], MONTHS[last.getUTCMonth()]];
  if (first.getUTCDate() === 1 && after.getUTCDate() === 1) {
    if (first.getUTCMonth() === 0 && after.getUTCMonth() === 0) return year === lastYear ? `${year}` : `${year}–${lastYear}`;
    if (year !== lastYear) return `${month} ${year} – ${lastMonth} ${lastYear}`;
    return month === lastMonth ? `${month} ${year}` : `${month}–${lastMonth} ${year}`;
  }
  if (year !== lastYear) return `${dayOf(first)} – ${dayOf(last)}`;
  if (month !== lastMonth) return `${first.getUTCDate()} ${month} – ${dayOf(last)}`;
  return `${first.getUTCDate()}–${dayOf(last)}`;
}

/**
 * The last day of an interval, from the day after it: ISO dates both.
 * @param {string} to
 */
export function lastDay(to) {
  const after = day(to);
  return after ? new Date(after.getTime() - DAY).toISOString().slice(0, 10) : to;
}

/** @param {string} iso */
function day(iso) {
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** @param {Date} date */
function dayOf(date) {
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** @param {string} text */
function capitalised(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
