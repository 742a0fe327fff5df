// The reading view: one tab stop with arrow keys from mark to mark, and the card of the mark that is pointed at or focused.
//
// The elements are made by the core (`src/web/render.rs`, which lists their classes and data); this file only lives with them.

import { createCard } from "./card.js";
import { describe } from "./describe.js";
import { isElement } from "./dom.js";
import { subjectOf } from "./subject.js";
import { render } from "../core/engine.js";

/** @typedef {import("../core/engine.js").Article} Article */

/** How long the pointer rests before a card opens, and is away before it closes, in milliseconds. */
const OPENING = 120;
const CLOSING = 200;

/**
 * @param {HTMLElement} root         The article's element, in the page or in a shadow root.
 * @param {HTMLElement} cardElement  In the same tree.
 * @param {AbortSignal} [signal]     Ends the listening to the document.
 */
export function createReader(root, cardElement, signal) {
  const card = createCard(cardElement);
  const tree = /** @type {Document | ShadowRoot} */ (root.getRootNode());
  /** @type {Article | null} */
  let shown = null;
  /** The mark that Tab reaches. @type {HTMLElement | null} */
  let entry = null;
  /** What was last gone to from outside, and from where. @type {{ key: string, turn: number, origin: HTMLElement } | null} */
  let visit = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {Element} mark */
  function isOff(mark) {
    return (root.dataset.off ?? "").split(" ").some((kind) => kind && mark.classList.contains(kind));
  }

  /** The innermost mark around a node that is switched on. @param {EventTarget | null} target */
  function markAround(target) {
    let mark = isElement(target) ? target.closest("mark") : null;
    while (mark && isOff(mark)) mark = mark.parentElement?.closest("mark") ?? null;
    return mark && root.contains(mark) ? mark : null;
  }

  /** @param {Node} from  @param {"nextNode" | "previousNode"} step */
  function neighbour(from, step) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT, (node) =>
      isElement(node) && node.matches("mark[tabindex]") && !isOff(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
    walker.currentNode = from;
    return /** @type {HTMLElement | null} */ (walker[step]());
  }

  /** @param {HTMLElement | null} mark */
  function setEntry(mark) {
    if (entry !== mark) entry?.setAttribute("tabindex", "-1");
    entry = mark;
    entry?.setAttribute("tabindex", "0");
  }

  /** Shows which other marks are of the same thing. @param {Element | null} mark */
  function setCurrent(mark) {
    for (const old of root.querySelectorAll(".current")) old.classList.remove("current");
    if (!mark) return;
    for (const same of root.querySelectorAll(sameAs(mark))) same.classList.add("current");
  }

  /** @param {HTMLElement} mark  @param {{ x: number, y: number }} [pointer] */
  function open(mark, pointer) {
    clearTimeout(timer);
    if (!shown) return;
    setCurrent(mark);
    const subject = subjectOf(mark);
    if (!subject) return;
    const around = mark.parentElement?.closest("mark.quote");
    const quote = around && !isOff(around) ? Number(around.getAttribute("data-quote")) : undefined;
    card.show([...mark.getClientRects()], describe(subject, shown, quote), { pointer, owner: mark });
  }

  function close() {
    clearTimeout(timer);
    setCurrent(null);
    card.hide();
  }

  /** After the pointer has left: back to the focused mark, if there is one. */
  function settle() {
    const focused = markAround(tree.activeElement);
    if (focused) open(focused);
    else close();
  }

  root.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || event.buttons !== 0) return;
    const mark = markAround(event.target);
    clearTimeout(timer);
    const pointer = { x: event.clientX, y: event.clientY };
    timer = mark ? setTimeout(() => open(mark, pointer), card.isOpen() ? OPENING / 2 : OPENING) : setTimeout(settle, CLOSING);
  });
  root.addEventListener("pointerleave", () => {
    clearTimeout(timer);
    timer = setTimeout(settle, CLOSING);
  });
  cardElement.addEventListener("pointerenter", () => clearTimeout(timer));
  cardElement.addEventListener("pointerleave", () => {
    timer = setTimeout(settle, CLOSING);
  });

  root.addEventListener("focusin", (event) => {
    const mark = isElement(event.target) && event.target.matches("mark") ? event.target : null;
    if (!mark) return;
    setEntry(mark);
    open(mark);
  });
  root.addEventListener("focusout", () => {
    if (!cardElement.matches(":hover")) close();
  });
  root.addEventListener("click", (event) => {
    const selected = getSelection();
    const mark = selected && !selected.isCollapsed ? null : markAround(event.target);
    if (!mark) return;
    firstPiece(mark).focus({ preventScroll: true });
    open(mark, { x: event.clientX, y: event.clientY });
  });

  root.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !isElement(event.target) || !event.target.matches("mark")) return;
    const step = event.key === "ArrowRight" ? "nextNode" : event.key === "ArrowLeft" ? "previousNode" : null;
    const to = step && neighbour(event.target, step);
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !card.isOpen()) return;
    close();
    if (visit && root.contains(tree.activeElement)) visit.origin.focus();
    visit = null;
  }, { signal });

  // What is copied is the article itself: its own line breaks, and nothing that style sheets add.
  root.addEventListener("copy", (event) => {
    const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : null;
    if (!range || range.collapsed || !event.clipboardData) return;
    event.clipboardData.setData("text/plain", range.toString());
    event.preventDefault();
  });

  return {
    /** @param {Article} article */
    show(article) {
      close();
      shown = article;
      visit = null;
      render(root, article);
      setEntry(neighbour(root, "nextNode"));
    },

    /** Keeps the tab stop on a mark that is switched on. */
    refresh() {
      close();
      if (!entry || isOff(entry)) setEntry(neighbour(root, "nextNode"));
    },

    /**
     * Goes to the marks of one thing, each time to the next. Escape leads back to `origin`.
     * @param {"entity" | "quote" | "date"} sort
     * @param {number} id
     * @param {HTMLElement} origin
     */
    visit(sort, id, origin) {
      const key = `mark[data-${sort}="${id}"]:not(.again)`;
      const marks = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(key));
      const turn = visit?.key === key ? (visit.turn + 1) % marks.length : 0;
      const mark = marks[turn];
      if (!mark) return;
      visit = { key, turn, origin };
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      mark.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
      mark.focus({ preventScroll: true });
    },
  };

  /** The focusable piece of a mark that was cut. @param {HTMLElement} mark */
  function firstPiece(mark) {
    const { sort, index } = subjectOf(mark) ?? {};
    const first = mark.classList.contains("again") ? root.querySelector(`mark[data-${sort}="${index}"]:not(.again)`) : mark;
    return isElement(first) ? first : mark;
  }
}

/** Everything in the article that belongs to the same thing. @param {Element} mark */
function sameAs(mark) {
  const { entity, quote, date } = /** @type {HTMLElement} */ (mark).dataset;
  const [sort, id] = entity ? ["entity", entity] : quote ? ["quote", quote] : ["date", date];
  return `[data-${sort}="${id}"]`;
}
