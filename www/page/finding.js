// Finding words in the article: every place is highlighted, and Enter leads from one to the next.

import * as words from "../words/page.js";
import { byId } from "../reading/dom.js";
import { patternOf } from "../reading/sought.js";

/** So many places are highlighted; further ones are counted no more. */
const PLACES = 1000;

/** @param {HTMLElement} article */
export function createFinding(article) {
  const form = byId("finding", HTMLFormElement);
  const field = byId("find", HTMLInputElement);
  const said = byId("found", HTMLElement);
  /** @type {Range[]} */
  let places = [];
  let current = -1;

  function show() {
    places = field.value.trim() === "" ? [] : rangesOf(article, field.value.trim());
    current = -1;
    said.textContent = field.value.trim() === "" ? "" : places.length === 0 ? words.noMatches : words.matches(places.length, places.length === PLACES);
    paint("newsmark-found", places);
    paint("newsmark-found-current", []);
  }

  /** @param {number} by */
  function step(by) {
    if (places.length === 0) return;
    current = (current + by + (current < 0 && by < 0 ? 1 : 0) + places.length) % places.length;
    const place = places[current];
    if (!place) return;
    paint("newsmark-found-current", [place]);
    said.textContent = words.matchOf(current + 1, places.length);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    place.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  }

  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Enter") return step(event.shiftKey ? -1 : 1);
    field.value = "";
    show();
    article.focus({ preventScroll: true });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("find-previous", HTMLButtonElement).addEventListener("click", () => step(-1));
  byId("find-next", HTMLButtonElement).addEventListener("click", () => step(1));

  return {
    focus() {
      field.focus();
      field.select();
    },
    /** The article has changed. */
    refresh() {
      if (field.value !== "") show();
    },
  };
}

/** @param {string} name  @param {Range[]} ranges */
function paint(name, ranges) {
  // Where a browser cannot highlight, the places are gone to all the same.
  if (!("highlights" in CSS)) return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, Object.assign(new Highlight(...ranges), { priority: name.endsWith("current") ? 1 : 0 }));
}

/** Where some words stand, in any case, whatever white space is between them. @param {HTMLElement} article  @param {string} sought */
function rangesOf(article, sought) {
  const pattern = patternOf(sought);
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  let start = 0;
  /** Moves on to the node that an offset lies in, or ends in. @param {number} offset  @param {boolean} isEnd */
  const seek = (offset, isEnd) => {
    while (node) {
      const length = node.nodeValue?.length ?? 0;
      if (offset < start + length || (isEnd && offset === start + length)) return { node, at: offset - start };
      start += length;
      node = walker.nextNode();
    }
    return null;
  };
  const ranges = [];
  for (const found of (article.textContent ?? "").matchAll(pattern)) {
    const from = seek(found.index, false);
    const to = seek(found.index + found[0].length, true);
    if (!from || !to || ranges.length === PLACES) break;
    const range = document.createRange();
    range.setStart(from.node, from.at);
    range.setEnd(to.node, to.at);
    ranges.push(range);
  }
  return ranges;
}
