// The article's dates as a drawing on a line. Time counts from the article's own day, and is compressed with distance: a day, a week, a month, a
// year and a decade away are about equally far apart. Without such a day, the scale is even.

import * as words from "../../words/reading.js";
import { dayInWords, interval, meaning } from "../calendar.js";
import { element } from "../dom.js";

/** @typedef {import("../../core/engine.js").Article} Article */
/** @typedef {import("../../core/engine.js").TimeExpr} TimeExpr */
/** @typedef {{ date: TimeExpr, index: number }} Placed */

const DAY = 86_400_000;
const WIDTH = 320;
const MARGIN = 8;
const LANE = 14;
const BAR = 8;
const AXIS = 22;
/** More dates than this are a history; the drawing shows the first ones, the list all. */
const MOST = 200;
const LANES = 12;

/** What distances are labelled, in days. */
const TICKS = Object.keys(words.AWAY).map(Number);
/** How wide a letter of a label is, on the whole, and how much room stays between two. */
const LETTER = 5.6;
const SPACE = 6;

/**
 * @param {readonly Placed[]} placed  Dates with an interval, in the order of the calendar.
 * @param {string | null} reference  The article's day.
 * @param {import("./panel.js").Visit} visit
 * @returns {Element[]}
 */
export function timeline(placed, reference, visit) {
  const dates = placed.slice(0, MOST);
  if (dates.length < 2) return [];
  const origin = reference === null ? null : days(reference);
  const stretches = dates.map(({ date }) => stretch(date, origin));
  const scale = origin === null ? even(stretches) : fromOrigin(stretches, origin);
  /** @type {number[]} where each lane is free again */
  const lanes = [];
  const bars = dates.map(({ date, index }, at) => {
    const { from, to } = /** @type {{ from: number, to: number }} */ (stretches[at]);
    const x = scale(from);
    const width = Math.max(scale(to) - x, BAR);
    const free = lanes.findIndex((end) => end + 2 <= x);
    const lane = free === -1 && lanes.length < LANES ? lanes.length : Math.max(free, 0);
    lanes[lane] = x + width;
    return { date, index, x, width, lane };
  });
  const height = lanes.length * LANE + AXIS;
  const drawing = svg("svg", {
    class: "timeline",
    viewBox: `0 0 ${WIDTH} ${height}`,
    role: "group",
    "aria-label": words.timelineOf(dates.length),
  });
  drawing.append(...axis(height, origin, stretches, scale));
  for (const { date, index, x, width, lane } of bars) {
    const name = `${meaning(date) || date.text}: “${date.text.replace(/\s+/g, " ")}”`;
    const bar = svg("rect", {
      class: date.from && date.to ? "span" : "span open",
      x: x.toFixed(1),
      y: String(lane * LANE + 2),
      width: width.toFixed(1),
      height: String(BAR),
      rx: "3",
      tabindex: "0",
      role: "button",
      "aria-label": name,
    });
    const title = svg("title", {});
    title.textContent = name;
    bar.append(title);
    const go = () => visit("date", index, /** @type {HTMLElement} */ (/** @type {unknown} */ (bar)));
    bar.addEventListener("click", go);
    bar.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      go();
    });
    drawing.append(bar);
  }
  return [drawing, ...(placed.length > MOST ? [element("p", { class: "row-note" }, words.timelinePart(MOST, placed.length))] : [])];
}

/** The axis: where the article's day is, and how far away is how far; of labels that would touch, the nearer to that day stays. @param {number} height  @param {number | null} origin  @param {{ from: number, to: number }[]} stretches  @param {(day: number) => number} scale */
function axis(height, origin, stretches, scale) {
  const base = height - AXIS + 4;
  const parts = [svg("line", { class: "axis", x1: "0", y1: String(base), x2: String(WIDTH), y2: String(base) })];
  const [first, last] = [Math.min(...stretches.map(({ from }) => from)), Math.max(...stretches.map(({ to }) => to))];
  if (origin === null) {
    return [...parts, label(MARGIN, height, "start", dayInWords(iso(first))), label(WIDTH - MARGIN, height, "end", dayInWords(iso(last - 1)))];
  }
  const at = scale(origin + 0.5);
  const day = interval(iso(origin), iso(origin + 1));
  const half = (day.length * LETTER) / 2;
  const middle = Math.max(half, Math.min(WIDTH - half, at));
  parts.push(svg("line", { class: "today", x1: at.toFixed(1), y1: "0", x2: at.toFixed(1), y2: String(base + 3) }), label(middle, height, "middle", day));
  const taken = [middle - half - SPACE, middle + half + SPACE];
  for (const sign of [-1, 1]) {
    for (const away of TICKS) {
      const x = scale(origin + sign * away);
      const name = `${sign < 0 ? "−" : "+"}${words.AWAY[away]}`;
      const reach = (name.length * LETTER) / 2;
      const isFree = sign < 0 ? x + reach < /** @type {number} */ (taken[0]) : x - reach > /** @type {number} */ (taken[1]);
      if (origin + sign * away < first || origin + sign * away > last || x < reach || x > WIDTH - reach || !isFree) continue;
      parts.push(svg("line", { class: "axis", x1: x.toFixed(1), y1: String(base), x2: x.toFixed(1), y2: String(base + 3) }), label(x, height, "middle", name));
      taken[sign < 0 ? 0 : 1] = x + sign * (reach + SPACE);
    }
  }
  return parts;
}

/** @param {number} x  @param {number} height  @param {string} anchor  @param {string} words */
function label(x, height, anchor, words) {
  const made = svg("text", { class: "tick", x: x.toFixed(1), y: String(height - 4), "text-anchor": anchor });
  made.textContent = words;
  return made;
}

/** Where a date begins and ends, in days; what is open on a side reaches a little way. @param {TimeExpr} date  @param {number | null} origin */
function stretch({ from, to }, origin) {
  const begins = from === null ? null : days(from);
  const ends = to === null ? null : days(to);
  const reach = 30;
  return {
    from: begins ?? (ends ?? origin ?? 0) - reach,
    to: ends ?? (begins ?? origin ?? 0) + reach,
  };
}

/** Even time. @param {{ from: number, to: number }[]} stretches */
function even(stretches) {
  const first = Math.min(...stretches.map(({ from }) => from));
  const last = Math.max(...stretches.map(({ to }) => to));
  return (/** @type {number} */ day) => MARGIN + ((day - first) / Math.max(last - first, 1)) * (WIDTH - 2 * MARGIN - BAR);
}

/** Time that is denser the further it is from a day. @param {{ from: number, to: number }[]} stretches  @param {number} origin */
function fromOrigin(stretches, origin) {
  const bent = (/** @type {number} */ day) => Math.sign(day - origin) * Math.log1p(Math.abs(day - origin));
  const first = Math.min(bent(origin), ...stretches.map(({ from }) => bent(from)));
  const last = Math.max(bent(origin + 1), ...stretches.map(({ to }) => bent(to)));
  return (/** @type {number} */ day) => MARGIN + ((bent(day) - first) / Math.max(last - first, 1)) * (WIDTH - 2 * MARGIN - BAR);
}

/** @param {string} iso */
function days(iso) {
  return Date.parse(`${iso}T00:00:00Z`) / DAY;
}

/** @param {number} day */
function iso(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** @param {string} tag  @param {Record<string, string>} attributes */
function svg(tag, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
