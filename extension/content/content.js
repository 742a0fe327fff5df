// Runs in the page that the reader asks for, apart from the page's own scripts: finds the article, has it annotated by the background, and marks
// it where it stands. It asks for nothing from anywhere, and leaves the page as it was when the marks are taken away.

import { groundOf } from "../../www/marking/ground.js";
import { mark, unmark } from "../../www/marking/mark.js";
import { annotationOf, createWays } from "../../www/reading/subject.js";
import { keptChoices, onChoices, styleOf, typesOf } from "../choices.js";
import { tellAll } from "../messages.js";
import { articleIn } from "./article.js";
import { onMove } from "./moving.js";
import { moved, placeIn, selectionIn } from "./selection.js";

/** @typedef {import("../messages.js").Status} Status */
/** @typedef {import("../messages.js").Found} Found */
/** @typedef {import("../messages.js").Reason} Reason */
/** @typedef {import("../../www/marking/mark.js").Marking} Marking */

/** What is read: an element of the page, and of it all or only some words. @typedef {{ root: Element, what: Found["what"], words: string | null }} Place */

/** What the core reads of one text, in UTF-16 code units. */
const LONGEST = 10_000_000;

/** @type {Status} */
let status = { is: "off" };
/** @type {Place | null} */
let place = null;
/** @type {Marking | null} */
let marking = null;
/** Where in the text that stands which is read. @type {[start: number, end: number]} */
let read = [0, 0];
/** Ends what lives as long as the marks. @type {() => void} */
let end = () => {};
/** Which reading is the last. */
let turn = 0;
/** Where the lines of the panel lead. */
const ways = createWays();

/** @param {Status} now */
function tell(now) {
  status = now;
  tellAll({ tell: "status", status });
}

/** Takes the marks away. @param {Status} now */
function clear(now) {
  turn += 1;
  if (place) unmark(place.root);
  end();
  end = () => {};
  place = marking = null;
  tell(now);
}

/** Reads the page and marks it. @param {boolean} everything  Whatever language it is in. */
async function start(everything) {
  clear({ is: "reading" });
  const own = turn;
  try {
    if (document.contentType === "application/pdf") return fail("pdf");
    const choices = await keptChoices();
    if (own !== turn) return;
    place = placeToRead();
    if ((place.root.textContent?.length ?? 0) > LONGEST) return fail("length");
    const now = await mark(place.root, { types: typesOf(choices), watch: true, everything, annotate });
    if (own !== turn) return;
    if (now.text.trim() === "") return fail("empty");
    marking = now;
    settle(choices);
    tellMarked();
  } catch (error) {
    if (own === turn) fail(reasonOf(error));
  }
}

/** @returns {Place} */
function placeToRead() {
  const selected = selectionIn(document);
  if (selected) return { ...selected, what: "selection" };
  const { root, isWhole } = articleIn(document);
  return { root, what: isWhole ? "page" : "article", words: null };
}

/** Has a text of the page annotated: by the background, as the page may allow no WebAssembly. @type {NonNullable<import("../../www/marking/mark.js").MarkOptions["annotate"]>} */
async function annotate(text, options) {
  read = (place?.words && placeIn(text, place.words)) || [0, text.length];
  const [from, to] = read;
  /** @type {import("../messages.js").Annotate} */
  const asked = { ask: "annotate", text: text.slice(from, to), options: { date: options.date ?? null, everything: options.everything ?? false } };
  /** @type {import("../messages.js").Answer} */
  const answer = await chrome.runtime.sendMessage(asked);
  if ("error" in answer) throw Object.assign(new Error(answer.error), { kind: answer.error });
  // The page has changed: it is marked anew after this, and so is what the panel shows.
  if (marking) setTimeout(tellMarked);
  return moved(answer.annotations, from);
}

function tellMarked() {
  if (!marking?.isMarked) return;
  const { annotations } = marking;
  tell({ is: "marked", counts: { names: annotations.entities.length, quotes: annotations.quotes.length, dates: annotations.dates.length } });
}

/** What lives as long as the marks. @param {import("../choices.js").Choices} choices */
function settle(choices) {
  const sheet = new CSSStyleSheet();
  const dress = (/** @type {import("../choices.js").Choices} */ chosen) => {
    if (place) sheet.replaceSync(styleOf(chosen, groundOf(place.root) === "light" ? "light" : "dark"));
  };
  dress(choices);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const chosen = onChoices((now) => {
    dress(now);
    if (marking) marking.types = typesOf(now);
  });
  const moving = onMove(() => marking?.isMarked ?? false, () => clear({ is: "moved" }));
  end = () => {
    chosen();
    moving();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}

/** @param {Reason} why */
function fail(why) {
  clear({ is: "failed", why });
}

/** @param {unknown} error  @returns {Reason} */
function reasonOf(error) {
  const kind = /** @type {{ kind?: string }} */ (error)?.kind;
  return kind === "language" || kind === "length" ? kind : "core";
}

/** Shows in the page what a line of the panel is about. @param {"entity" | "quote" | "date"} sort  @param {number} id */
function visit(sort, id) {
  if (!marking?.isMarked) return;
  const subject = ways.to(sort, id, marking.annotations);
  const annotation = subject && annotationOf(subject, marking.annotations);
  if (annotation) marking.scrollTo(annotation);
}

/** @returns {Found | null} */
function found() {
  if (!marking?.isMarked || !place) return null;
  const { text, annotations, dateFrom } = marking;
  const headline = annotations.blocks.find(({ kind }) => kind === "headline");
  return {
    text, annotations, read, what: place.what,
    title: (headline ? text.slice(headline.start, headline.end).replace(/\s+/g, " ").trim() : "") || document.title,
    publication: document.querySelector("meta[property='og:site_name']")?.getAttribute("content")?.trim() ?? "",
    date: dateFrom ? annotations.reference.date ?? "" : "",
  };
}

/** @param {import("../messages.js").Request} request  @param {chrome.runtime.MessageSender} _  @param {(state: import("../messages.js").State) => void} answer */
function listen(request, _, answer) {
  if (request.do === "toggle") {
    if (status.is === "reading" || status.is === "marked") clear({ is: "off" });
    else void start(false);
  } else if (request.do === "read") {
    void start(request.everything);
  } else if (request.do === "clear") {
    clear({ is: "off" });
  } else if (request.do === "visit") {
    visit(request.sort, request.id);
  }
  answer({ status, found: found() });
}

// After an update of the extension its new script may come into a page where the old one has left marks.
const world = /** @type {{ endNewsmark?: () => void }} */ (globalThis);
world.endNewsmark?.();
world.endNewsmark = () => {
  turn += 1;
  if (place) unmark(place.root);
  end();
};

chrome.runtime.onMessage.addListener(listen);
