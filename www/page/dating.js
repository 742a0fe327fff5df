// What the page says of the day that an article is of.

import { interval } from "../reading/calendar.js";

/** @param {import("../core/engine.js").Annotations["reference"]} reference  @returns {string} */
export function dated({ date, source }) {
  const day = date && interval(date, nextDay(date));
  return source === "text" ? `${day}, from the text`
    : source === "inferred" ? `${day}, inferred from the text`
    : source === "given" ? ""
    : "Not found: relative dates stay open";
}

/** @param {string} iso */
function nextDay(iso) {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
