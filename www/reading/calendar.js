// Dates and intervals in words, in the order and with the names of the reader's browser. All calendar arithmetic is in UTC: there is no time zone
// and no clock.

import { locale } from "../words/locale.js";
import * as words from "../words/dates.js";

/** @typedef {import("../core/engine.js").TimeExpr} TimeExpr */

const DAY = 86_400_000;

/** A Sunday. */
const SUNDAY = Date.UTC(2023, 0, 1);

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** Making a format takes longer than using it. @param {Intl.DateTimeFormatOptions} options */
function format(options) {
  const key = Object.keys(options).join();
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  formats.set(key, made);
  return made;
}

const full = () => format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const dayOfYear = () => format({ day: "numeric", month: "long", year: "numeric" });
const monthOfYear = () => format({ month: "long", year: "numeric" });

/**
 * What a time expression means, in words: "Sunday, January 2, 2022", "about 3 weeks". "" where it says no more than its text.
 * @param {TimeExpr} date
 */
export function meaning(date) {
  if (!date.mod) return capitalised(bareMeaning(date));
  // The interval has the modifier in it already, the value has not.
  const value = duration(date.value) || partOfYear(date.value) || calendarDay(date.value);
  return capitalised(value ? `${words.MODIFIERS[date.mod]} ${value}` : interval(date.from, date.to));
}

/** @param {TimeExpr} date */
function bareMeaning({ value, type, freq, from, to }) {
  if (words.REFERENCES[value]) return words.REFERENCES[value];
  const length = duration(value);
  if (length) return type === "set" ? `${times(freq)}${words.every(length.replace(/^1 /, ""))}` : length;
  const days = partOfYear(value) || interval(from, to) || open(value);
  return [days, days && timeOfDay(value)].filter(Boolean).join(", ");
}

/** @param {string | undefined} freq  "2X" */
function times(freq) {
  const count = parseInt(freq ?? "", 10);
  return count ? `${words.timesOver(count)} ` : "";
}

/** @param {string} value  "P3W", "PT30M" */
function duration(value) {
  const [, time, number, unit] = /^P(T?)([\d.]+|X+)([A-Z]{1,2})$/.exec(value) ?? [];
  const [one, many] = (unit && (time ? words.TIME_UNITS : words.DATE_UNITS)[unit]) || [];
  if (!number || !one || !many) return "";
  return /X/.test(number) ? words.several(many) : `${number} ${number === "1" ? one : many}`;
}

/** @param {string} value  "2022-Q1", "2022-SU", "2022-W02-WE" */
function partOfYear(value) {
  const [, year, quarter, half, season] = /^(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))$/.exec(value) ?? [];
  if (!year) return "";
  if (quarter) return words.quarterOf(quarter, year);
  if (half) return words.halfOf(half === "1", year);
  return season ? `${words.SEASONS[season]} ${year}` : "";
}

/** What is known of a day that is not: "Friday (week unknown)". @param {string} value  "XXXX-WXX-5", "XXXX-01-09", "XXXX-SU" */
function open(value) {
  const [, weekday, month, day, season, quarter] = /^XXXX-(?:WXX-([1-7]|WE)|(\d\d|XX)(?:-(\d\d))?|(SP|SU|FA|WI)|Q([1-4]))(?:T|$)/.exec(value) ?? [];
  if (weekday === "WE") return words.weekUnknown(words.weekend);
  if (weekday) return words.weekUnknown(format({ weekday: "long" }).format(SUNDAY + Number(weekday) * DAY));
  if (month === "XX") return day ? words.monthUnknown(words.dayNumber(String(Number(day)))) : "";
  // A leap year has every day that there is.
  if (month) return words.yearUnknown(format(day ? { day: "numeric", month: "long" } : { month: "long" }).format(Date.UTC(2024, Number(month) - 1, Number(day ?? 1))));
  if (season) return words.yearUnknown(words.SEASONS[season] ?? "");
  return quarter ? words.yearUnknown(words.quarter(quarter)) : "";
}

/** @param {string} value  "2022", "2022-01", "2022-01-09" */
function calendarDay(value) {
  const [, year, month, rest] = /^(\d{4})(?:-(\d\d)(-\d\d)?)?$/.exec(value) ?? [];
  if (rest) return interval(value, value);
  const first = month && day(`${year}-${month}-01`);
  return first ? monthOfYear().format(first) : year ?? "";
}

/** @param {string} value  "2022-01-09T14:30", "2022-01-09TNI" */
function timeOfDay(value) {
  const [, part, clock] = /T(?:([A-Z]{2})|(\d\d(?::\d\d)?)).*$/.exec(value) ?? [];
  return part ? words.DAY_PARTS[part] ?? "" : clock ? (clock.length === 2 ? `${clock}:00` : clock) : "";
}

/**
 * An interval in words: "Sunday, January 2, 2022", "January 9 – 10, 2022", "January 2022", "2010–2019".
 * @param {string | null} from
 * @param {string | null} to  The day after the last.
 */
export function interval(from, to) {
  const first = from === null ? null : day(from);
  const after = to === null ? null : day(to);
  const last = after && new Date(after.getTime() - DAY);
  if (!first) return last ? words.until(dayOfYear().format(last)) : "";
  if (!last || !after) return words.from(dayOfYear().format(first));
  if (last <= first) return full().format(first);
  if (first.getUTCDate() !== 1 || after.getUTCDate() !== 1) return dayOfYear().formatRange(first, last);
  if (first.getUTCMonth() !== 0 || after.getUTCMonth() !== 0) return monthOfYear().formatRange(first, last);
  const [year, lastYear] = [first.getUTCFullYear(), last.getUTCFullYear()];
  return year === lastYear ? `${year}` : `${year}–${lastYear}`;
}

/** A day as a citation has it: "March 4, 2026". @param {string} iso */
export function dayInWords(iso) {
  const date = day(iso);
  return date ? dayOfYear().format(date) : "";
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

/** @param {string} text */
function capitalised(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
