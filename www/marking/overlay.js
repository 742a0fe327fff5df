// What stands over a page with marks: the card of the mark that is pointed at, and one tab stop from which arrow keys lead from mark to
// mark. All of it is in one element of ours at the end of the body, in a shadow root; of the page's own elements none is touched.

import { rangesOf } from "../core/engine.js";
import * as words from "../words/reading.js";
import { sheetOf } from "../element/sheets.js";
import { createCard } from "../reading/card.js";
import { describe } from "../reading/describe.js";
import { element } from "../reading/dom.js";
import { canHighlight, highlight, unhighlight } from "./highlights.js";
import { markAt, marksIn, offsetAt } from "./pointing.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("../core/engine.js").PageText} PageText */
/** @typedef {ReturnType<typeof marksIn>[0]} Mark */

/** How long the pointer rests before a card opens, and is away before it closes, in milliseconds. */
const OPENING = 120;
const CLOSING = 250;

/**
 * @param {Element} root     What is marked.
 * @param {AbortSignal} signal  Ends it.
 */
export function createOverlay(root, signal) {
  const { ownerDocument: document } = root;
  const window = /** @type {Window} */ (document.defaultView);
  const host = element("div", { class: "overlay", role: "region", "aria-label": words.marksRegion });
  const cardElement = element("div", { class: "card", id: "card", role: "tooltip", hidden: true });
  const stop = element("button", { type: "button", class: "stop", "aria-describedby": "keys" });
  const keys = element("span", { id: "keys" }, words.marksKeys);
  const said = element("p", { class: "unseen", role: "status" });
  const shadow = host.attachShadow({ mode: "open" });
  document.body.append(host);
  shadow.adoptedStyleSheets = [sheetOf(document)];
  shadow.append(element("div", { class: "stop-bar" }, stop, " ", keys), cardElement, said);

  const card = createCard(cardElement);
  /** @type {{ article: Article, page: PageText, marks: Mark[] } | null} */
  let shown = null;
  /** The mark whose card is open. @type {Mark | null} */
  let current = null;
  /** @type {import("./highlights.js").Ranges} */
  let lit = {};
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function close() {
    clearTimeout(timer);
    card.hide();
    current = null;
    light([]);
  }

  /** Shows where else the same thing stands. @param {StaticRange[]} ranges */
  function light(ranges) {
    if (!canHighlight(window)) return;
    unhighlight(window, lit);
    lit = ranges.length > 0 ? { current: ranges } : {};
    highlight(window, lit);
  }

  /** @param {Mark} mark  @param {{ x: number, y: number }} [pointer] */
  function open(mark, pointer) {
    clearTimeout(timer);
    if (!shown) return;
    const { article, page, marks } = shown;
    current = mark;
    light(marks.filter(isSame(article, mark)).flatMap(({ start, end }) => rangesOf(page, start, end)));
    const around = markAt(marks.filter(({ sort, end, start }) => sort === "quote" && end - start > mark.end - mark.start), mark.start);
    card.show(lines(mark), describe(mark, article, around?.index), { pointer });
  }

  /** The lines that a mark covers. @param {Mark} mark */
  function lines({ start, end }) {
    const range = document.createRange();
    return shown ? rangesOf(shown.page, start, end).flatMap(({ startContainer, startOffset, endOffset }) => {
      range.setStart(startContainer, Math.min(startOffset, startContainer.nodeValue?.length ?? 0));
      range.setEnd(startContainer, Math.min(endOffset, startContainer.nodeValue?.length ?? 0));
      return [...range.getClientRects()];
    }) : [];
  }

  /** @param {PointerEvent | MouseEvent} event */
  function pointed({ clientX: x, clientY: y }) {
    const offset = shown && offsetAt(/** @type {Document | ShadowRoot} */ (root.getRootNode()), shown.page, { x, y });
    return offset === null || !shown ? null : markAt(shown.marks, offset);
  }

  /** @param {string} type  @param {(event: any) => void} listener  @param {EventTarget} [target] */
  const listen = (type, listener, target = root) => target.addEventListener(type, listener, { signal });
  listen("pointermove", (event) => {
    if (event.pointerType !== "mouse" || event.buttons !== 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const mark = pointed(event);
      if (mark && mark !== current) open(mark, { x: event.clientX, y: event.clientY });
      else if (!mark && current) timer = setTimeout(close, CLOSING);
    }, OPENING);
  });
  listen("pointerleave", () => {
    clearTimeout(timer);
    timer = setTimeout(close, CLOSING);
  });
  listen("pointerenter", () => clearTimeout(timer), cardElement);
  listen("pointerleave", () => {
    timer = setTimeout(close, CLOSING);
  }, cardElement);
  listen("click", (event) => {
    const selected = window.getSelection();
    const mark = selected && !selected.isCollapsed ? null : pointed(event);
    if (mark) open(mark, { x: event.clientX, y: event.clientY });
    else close();
  });
  listen("keydown", (event) => {
    if (event.key === "Escape" && current) close();
  }, document);

  /** Goes to the mark so many further on. @param {number} by */
  function go(by) {
    if (!shown || shown.marks.length === 0) return;
    const { marks } = shown;
    const at = current ? marks.indexOf(current) : by > 0 ? -1 : marks.length;
    const mark = marks[Math.max(0, Math.min(marks.length - 1, at + by))];
    if (!mark) return;
    const first = lines(mark)[0];
    if (!first || first.top < 0 || first.bottom > window.innerHeight) {
      rangesOf(shown.page, mark.start, mark.end)[0]?.startContainer.parentElement?.scrollIntoView({ block: "center" });
    }
    open(mark);
    said.textContent = `${shown.article.text.slice(mark.start, mark.end)}: ${cardElement.innerText.replace(/\s+/g, " ")}`;
  }
  listen("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }[/** @type {string} */ (event.key)];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(by);
  }, stop);
  listen("click", () => go(1), stop);
  listen("blur", close, stop);

  signal.addEventListener("abort", () => {
    close();
    host.remove();
  });

  return {
    /** @param {Article} article  @param {PageText} page  @param {readonly string[]} kinds */
    show(article, page, kinds) {
      close();
      shown = { article, page, marks: marksIn(article, kinds) };
      stop.textContent = words.marksInText(shown.marks.length);
      host.hidden = shown.marks.length === 0;
    },
  };
}

/** Whether another mark is of the same thing. @param {Article} article  @param {Mark} mark  @returns {(other: Mark) => boolean} */
function isSame({ annotations: { mentions } }, mark) {
  if (mark.sort !== "mention") return (other) => other.sort === mark.sort && other.index === mark.index;
  const entity = mentions[mark.index]?.entity;
  return (other) => other.sort === "mention" && mentions[other.index]?.entity === entity;
}
