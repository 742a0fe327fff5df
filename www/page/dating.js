// What the page says of the day that an article is of.

import { interval } from "../reading/calendar.js";

/** Where a day is from that came along with the text. @type {Record<NonNullable<import("../files/files.js").Read["dateFrom"]>, string>} */
const FROM = {
  "json-ld": "from the page’s own data",
  meta: "from the page’s own data",
  time: "from the time given on the page",
  mail: "from the mail’s header",
  pdf: "when the PDF was made",
};

/**
 * @param {import("../core/engine.js").Annotations["reference"]} reference
 * @param {import("../files/files.js").Read["dateFrom"]} [from]  What told the day that was given, if the reader did not.
 * @returns {string}
 */
export function dated({ date, source }, from) {
  const day = date ? dayInWords(date) : "";
  return source === "text" ? `${day}, from the text`
    : source === "inferred" ? `${day}, inferred from the text`
    : source === "given" ? (from ? `${day}, ${FROM[from]}` : "")
    : "Not found: relative dates stay open";
}

/** @param {string} iso */
export function dayInWords(iso) {
  return interval(iso, nextDay(iso));
}

/** @param {string} iso */
function nextDay(iso) {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
