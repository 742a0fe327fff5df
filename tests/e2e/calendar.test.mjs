// Time expressions in words: a table, without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { interval, meaning } from "../../www/reading/calendar.js";

/** @type {[value: string, from: string | null, to: string | null, words: string, mod?: import("../../www/core/engine.js").TimeExpr["mod"]][]} */
const DATES = [
  ["2022-01-02", "2022-01-02", "2022-01-03", "Sunday, January 2, 2022"],
  ["2022-01", "2022-01-01", "2022-02-01", "January 2022"],
  ["2022", "2022-01-01", "2023-01-01", "2022"],
  ["201", "2010-01-01", "2020-01-01", "2010–2019"],
  ["2022-W02", "2022-01-10", "2022-01-17", "January 10 – 16, 2022"],
  ["2022-01-09/2022-01-10", "2022-01-09", "2022-01-11", "January 9 – 10, 2022"],
  ["2022-W05", "2022-01-31", "2022-02-07", "January 31 – February 6, 2022"],
  ["2021-W52", "2021-12-27", "2022-01-03", "December 27, 2021 – January 2, 2022"],
  ["2022-02/2022-03", "2022-02-01", "2022-04-01", "February – March 2022"],
  ["2021-11/2022-01", "2021-11-01", "2022-02-01", "November 2021 – January 2022"],
  ["2022-Q1", "2022-01-01", "2022-04-01", "Quarter 1 of 2022"],
  ["2022-H2", "2022-07-01", "2023-01-01", "Second half of 2022"],
  ["2022-SU", "2022-06-01", "2022-09-01", "Summer 2022"],
  ["2022", "2022-01-01", "2022-05-01", "Early 2022", "START"],
  ["2022-03", "2022-03-20", "2022-04-01", "Late March 2022", "END"],
  ["2022-03-04", null, "2022-03-04", "Before Friday, March 4, 2022", "BEFORE"],
  ["2022", null, null, "After 2022", "AFTER"],
  ["FUTURE_REF", null, null, "In the future"],
  ["XXXX-WXX-1", null, null, "Monday (week unknown)"],
  ["XXXX-WXX-WE", null, null, "Weekend (week unknown)"],
  ["XXXX-01-09", null, null, "January 9 (year unknown)"],
  ["XXXX-02", null, null, "February (year unknown)"],
  ["XXXX-XX-09", null, null, "Day 9 (month unknown)"],
  ["XXXX-SU", null, null, "Summer (year unknown)"],
  ["XXXX-Q3", null, null, "Quarter 3 (year unknown)"],
  ["XXXX-XX", null, null, ""],
  ["2022", "2022-01-01", null, "From January 1, 2022"],
  ["2022", null, "2022-01-01", "Until December 31, 2021"],
  ["0099-01-01", "0099-01-01", "0099-01-02", "Thursday, January 1, 99"],
];

test("dates", () => {
  for (const [value, from, to, words, mod] of DATES) {
    assert.equal(plain(meaning(expression("date", value, from, to, mod))), words, `${value} ${from} ${to}`);
  }
});

test("times, lengths and repetitions", () => {
  assert.equal(meaning(expression("time", "2022-01-09T14:30", "2022-01-09", "2022-01-10")), "Sunday, January 9, 2022, 14:30");
  assert.equal(meaning(expression("time", "2022-01-09TNI", "2022-01-09", "2022-01-10")), "Sunday, January 9, 2022, night");
  assert.equal(meaning(expression("duration", "P3W", null, null)), "3 weeks");
  assert.equal(meaning(expression("duration", "P1Y", null, null)), "1 year");
  assert.equal(meaning(expression("duration", "PT30M", null, null)), "30 minutes");
  assert.equal(meaning(expression("duration", "P2CE", null, null)), "2 centuries");
  assert.equal(meaning(expression("duration", "PXD", null, null)), "Several days");
  assert.equal(meaning(expression("duration", "P2Y", null, null, "APPROX")), "About 2 years");
  assert.equal(meaning(expression("set", "P1D", null, null)), "Every day");
  const often = (/** @type {string} */ freq, /** @type {string} */ value) => meaning({ ...expression("set", value, null, null), freq });
  assert.equal(often("1X", "P2W"), "Once every 2 weeks");
  assert.equal(often("2X", "P1M"), "Twice every month");
  assert.equal(often("12X", "P1D"), "12 times every day");
});

test("an interval that is no interval has no words", () => {
  assert.equal(interval(null, null), "");
  assert.equal(interval("not a day", null), "");
});

test("a day that nothing tells of but its name and hour", () => {
  assert.equal(meaning(expression("time", "XXXX-WXX-5T18:00", null, null)), "Friday (week unknown), 18:00");
});

/** With the blanks that a keyboard has: browsers put thin ones around dashes. @param {string} words */
const plain = (words) => words.replace(/\s/g, " ");

/**
 * @param {import("../../www/core/engine.js").TimeExpr["type"]} type
 * @param {string} value
 * @param {string | null} from
 * @param {string | null} to
 * @param {import("../../www/core/engine.js").TimeExpr["mod"]} [mod]
 * @returns {import("../../www/core/engine.js").TimeExpr}
 */
function expression(type, value, from, to, mod) {
  return { start: 0, end: 0, text: "", type, value, from, to, rule: "iso", score: 1, ...(mod ? { mod } : {}) };
}
