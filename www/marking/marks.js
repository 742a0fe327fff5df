// What is marked of what was found: an ordered list of marks, and how marks that overlap nest. Pure: nothing here knows the page.

import { doubts } from "../reading/credit.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("../reading/subject.js").Subject} Subject */

/** @typedef {Subject & { start: number, end: number, look: string }} Mark  `look` is an entity's type, "quote", "reported", "doubtful" or "date". */

/** Marks nest no deeper; what would stand deeper is left out, so that no annotations make the work more than linear. */
const DEPTH = 8;

/**
 * The marks of an article in the order of its text, the longer first.
 * @param {Article} article
 * @param {readonly string[]} kinds  Those that show.
 * @param {number} least             The lowest score that shows; of a quote, the lower of its own and its credit's.
 * @returns {Mark[]}
 */
export function marksIn({ annotations: { entities, mentions, quotes, dates } }, kinds, least) {
  /** @type {Mark[]} */
  const marks = [];
  mentions.forEach(({ start, end, entity, score }, index) => {
    const look = entities[entity]?.type ?? "other";
    if (score >= least && kinds.includes(look)) marks.push({ sort: "mention", index, start, end, look });
  });
  quotes.forEach((quote, index) => {
    if (!kinds.includes("quote") || quote.score < least || (quote.speaker?.score ?? 1) < least) return;
    const look = doubts(quote).length > 0 ? "doubtful" : quote.kind === "direct" ? "quote" : "reported";
    for (const { start, end } of quote.parts) marks.push({ sort: "quote", index, start, end, look });
  });
  dates.forEach(({ start, end, score }, index) => {
    if (score >= least && kinds.includes("date")) marks.push({ sort: "date", index, start, end, look: "date" });
  });
  return marks.filter(({ start, end }) => start < end).sort((one, other) => one.start - other.start || other.end - one.end || layer(one) - layer(other));
}

/** Quotes stand around what they hold. @param {Mark} mark */
function layer({ sort }) {
  return ["quote", "mention", "date"].indexOf(sort);
}

/** The innermost of marks at an offset. @param {readonly Mark[]} marks  @param {number} offset  @returns {Mark | null} */
export function markAt(marks, offset) {
  /** @type {Mark | null} */
  let inner = null;
  for (const mark of marks) {
    if (mark.start > offset) break;
    if (offset < mark.end && (!inner || mark.end - mark.start <= inner.end - inner.start)) inner = mark;
  }
  return inner;
}

/** Whether another mark is of the same thing. @param {Article} article  @param {Mark} mark  @returns {(other: Mark) => boolean} */
export function isSame({ annotations: { mentions } }, mark) {
  if (mark.sort !== "mention") return (other) => other.sort === mark.sort && other.index === mark.index;
  const entity = mentions[mark.index]?.entity;
  return (other) => other.sort === "mention" && mentions[other.index]?.entity === entity;
}

/**
 * The text cut where marks begin and end: every stretch that has some, with them from the outermost to the innermost. Where two cross, the one
 * that is found inside of others is cut.
 * @param {readonly Mark[]} marks  In order.
 * @returns {Generator<{ start: number, end: number, marks: Mark[] }>}
 */
export function* stretches(marks) {
  /** @type {Mark[]} */
  let open = [];
  let at = 0;
  /** @param {number} to  @returns {Generator<{ start: number, end: number, marks: Mark[] }>} */
  function* advance(to) {
    while (open.length > 0 && at < to) {
      const end = Math.min(to, ...open.map((mark) => mark.end));
      if (end > at) yield { start: at, end, marks: [...open] };
      at = end;
      open = open.filter((mark) => mark.end > at);
    }
    at = to;
  }
  for (const mark of marks) {
    yield* advance(mark.start);
    if (open.length >= DEPTH) continue;
    let place = open.length;
    for (let other = open[place - 1]; other && other.end < mark.end && layer(other) > layer(mark); other = open[place - 1]) place -= 1;
    open.splice(place, 0, mark);
  }
  yield* advance(Infinity);
}
