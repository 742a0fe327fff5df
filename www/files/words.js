// What the page says about a file that it read: what was left out, and where the date came from.

/** @typedef {import("./files.js").Read} Read */
/** @typedef {Pick<Read, "text" | "original" | "date" | "isBroken"> & { left: string, dayFrom: string, isHint: boolean }} Told  A text as the page is told of it. */

/** What may be left out. @type {Record<import("./files.js").Cleaned, string[]>} */
const LEFT_OUT = {
  "line-breaks": ["line breaks"],
  surroundings: ["everything around the article"],
  pictures: ["pictures"],
  "running-heads": ["running heads", "page numbers"],
  "mail-header": ["the mail’s header"],
};

/** Where a day is from. @type {Record<NonNullable<Read["dateFrom"]>, string>} */
const DAY_FROM = {
  "json-ld": "from the page’s own data",
  meta: "from the page’s own data",
  time: "from the time given on the page",
  mail: "from the mail’s header",
  pdf: "when the PDF was made",
};

/** @param {Read} read  @returns {Told} */
export function told({ text, original, date, isBroken, cleaned, dateFrom }) {
  const left = new Intl.ListFormat("en-GB").format(cleaned.flatMap((each) => LEFT_OUT[each]));
  return { text, original, date, isBroken, left, dayFrom: dateFrom ? DAY_FROM[dateFrom] : "", isHint: dateFrom === "pdf" };
}
