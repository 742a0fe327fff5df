import * as chrono from "chrono-node";

/** @param {string} text */
export function find(text) {
  return { names: 0, quotes: 0, dates: chrono.parse(text, new Date(2024, 2, 14)).length };
}
