// TIMEX3 values as people type them, and the days that they cover.

/** @typedef {import("../core/engine.js").TimeExpr} TimeExpr */

const DAY = 86_400_000;

/** Values that can be written: a day, week, month, quarter, half, season, year or decade, each with X where it is open; a time; a length. */
const VALUE = /^(?:[\dX]{3,4}|[\dX]{4}-(?:[\dX]{2}(?:-[\dX]{2}(?:T(?:\d\d(?::\d\d)?|MO|AF|EV|NI))?)?|W[\dX]{2}(?:-[1-7]|-WE)?|Q[1-4X]|H[12X]|SP|SU|FA|WI)|PT?\d+(?:\.\d+)?[YMWDHSE]|PRESENT_REF|PAST_REF|FUTURE_REF)$/;

/** Whether this is a value, and, of one that names a day, whether that is one of the calendar. @param {string} value */
export function isValue(value) {
  const day = /^(\d{4}-\d\d(?:-\d\d)?)/.exec(value)?.[1];
  return VALUE.test(value) && (day === undefined || iso(Date.parse(`${day.padEnd(10, "-01")}T00:00:00Z`)).startsWith(day));
}

/**
 * What a date with this value is: its type, its first day and the day after its last.
 * @param {string} value
 * @returns {Pick<TimeExpr, "type" | "value" | "from" | "to">}
 */
export function valued(value) {
  const type = value.startsWith("P") && /\d/.test(value) ? "duration" : value.includes("T") && /^[\dX]/.test(value) ? "time" : "date";
  return { type, value, ...days(value) };
}

/** @param {string} value  @returns {{ from: string | null, to: string | null }} */
function days(value) {
  const found = /^(\d{3,4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?|-W(\d\d)|-Q(\d)|-H(\d))?$/.exec(value);
  if (!found) return { from: null, to: null };
  const [year, month, day, week, quarter, half] = found.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  const y = /** @type {number} */ (year);
  if (found[1]?.length === 3) return between(y * 10, 0, 120);
  if (week !== undefined) {
    // The week with the year's first Thursday is its first.
    const fourth = new Date(start(y, 0) + 3 * DAY);
    const monday = start(y, 0) + 3 * DAY - ((fourth.getUTCDay() + 6) % 7) * DAY + (week - 1) * 7 * DAY;
    return { from: iso(monday), to: iso(monday + 7 * DAY) };
  }
  if (quarter !== undefined) return between(y, quarter * 3 - 3, 3);
  if (half !== undefined) return between(y, half * 6 - 6, 6);
  if (month === undefined) return between(y, 0, 12);
  if (day === undefined) return between(y, month - 1, 1);
  return { from: iso(start(y, month - 1) + (day - 1) * DAY), to: iso(start(y, month - 1) + day * DAY) };
}

/** @param {number} year  @param {number} month  From 0.  @param {number} count  Of months. */
function between(year, month, count) {
  return { from: iso(start(year, month)), to: iso(start(year, month + count)) };
}

/** @param {number} year  @param {number} month */
function start(year, month) {
  // `Date.UTC` takes years below 100 for those of the last century.
  return new Date(0).setUTCFullYear(year, month, 1);
}

/** @param {number} time */
function iso(time) {
  return Number.isNaN(time) ? "" : new Date(time).toISOString().slice(0, 10);
}
