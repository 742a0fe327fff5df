// The reading view: one tab stop, with arrow keys from mark to mark; the card of the mark under the pointer or the focus; and, after a click
// or Enter, the card that stays open, with its controls.
//
// The core makes the elements (`src/web/render.rs` lists their classes and data); this file only works with them.

import { createCard } from "./card.js";
import { describe } from "./describe.js";
import * as words from "../words/reading.js";
import { codes, details } from "./details.js";
import { element, isElement } from "./dom.js";
import { subjectOf } from "./subject.js";
import { render } from "../core/engine.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("./subject.js").Subject} Subject */

/** How long the pointer rests before a card opens, and is away before it closes, in milliseconds. */
const OPENING = 120;
const CLOSING = 200;

/**
 * @param {HTMLElement} root         The article's element, in the page or in a shadow root.
 * @param {HTMLElement} cardElement  In the same tree.
 * @param {object} [options]
 * @param {AbortSignal} [options.signal]  Ends the listening to the document.
 * @param {(subject: Subject, article: Article) => Node[]} [options.tools]  What else a card that stays has in it.
 */
export function createReader(root, cardElement, { signal, tools } = {}) {
  const card = createCard(cardElement);
  const tree = /** @type {Document | ShadowRoot} */ (root.getRootNode());
  /** @type {Article | null} */
  let shown = null;
  /** The mark that Tab reaches. @type {HTMLElement | null} */
  let entry = null;
  /** What was last gone to from outside, and from where. @type {{ key: string, turn: number, origin: HTMLElement } | null} */
  let visit = null;
  /** The mark whose card stays. @type {HTMLElement | null} */
  let held = null;
  /** A finger is down: the focus that it brings opens no card, for its click will. */
  let isTouched = false;
  /** Focus comes back to a mark, and opens no card. */
  let isBack = false;
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

  /** @param {Node} from  @param {"nextNode" | "previousNode"} step  @param {string} [kind]  A class; any, if left out. */
  function neighbour(from, step, kind = "") {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT, (node) =>
      isElement(node) && node.matches("mark[tabindex]") && (kind === "" || node.classList.contains(kind)) && !isOff(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
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

  /** @param {HTMLElement} mark  @param {{ pointer?: { x: number, y: number }, stays?: boolean }} [how] */
  function open(mark, { pointer, stays = false } = {}) {
    clearTimeout(timer);
    const subject = subjectOf(mark);
    if (!shown || !subject) return;
    held = stays ? mark : null;
    setCurrent(mark);
    const around = mark.parentElement?.closest("mark.quote");
    const quote = around && !isOff(around) ? Number(around.getAttribute("data-quote")) : undefined;
    const content = describe(subject, shown, quote);
    if (stays) content.append(...details(subject, shown, hold), ...(tools?.(subject, shown) ?? []), ...codes(subject, shown), closeButton());
    card.show([...mark.getClientRects()], content, { pointer, owner: mark, stays: stays ? mark.textContent ?? "" : undefined });
  }

  /**
   * Opens the card of a mark to stay, and goes to one of its controls.
   * @param {Subject} subject
   * @param {string} [control]
   */
  function hold(subject, control = "") {
    const mark = markOf(subject);
    if (!mark) return;
    setEntry(mark);
    bringIntoView(mark);
    open(mark, { stays: true });
    enter(control);
  }

  /** Focuses a control of the card, or its first. @param {string} control */
  function enter(control) {
    const controls = card.controls();
    const wanted = controls.find(({ dataset }) => control !== "" && dataset.control === control) ?? controls[0] ?? cardElement;
    wanted.focus({ preventScroll: true });
  }

  function closeButton() {
    const button = element("button", { type: "button", class: "card-close", "aria-label": words.close }, "×");
    button.addEventListener("click", leave);
    return button;
  }

  /** @param {Subject} subject  @returns {HTMLElement | null} */
  function markOf({ sort, index }) {
    return root.querySelector(`mark[data-${sort}="${index}"]:not(.again)`);
  }

  /** @param {HTMLElement} mark */
  function bringIntoView(mark) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const { top, bottom } = mark.getBoundingClientRect();
    // The card is placed by where the mark is: one that is seen already stays put.
    const covered = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    if (top < covered || bottom > innerHeight) mark.scrollIntoView({ block: "center", behavior: still || held ? "auto" : "smooth" });
  }

  function close() {
    clearTimeout(timer);
    held = null;
    setCurrent(null);
    card.hide();
  }

  /** Closes the card, and focuses its mark if the card had the focus. */
  function leave() {
    const mark = held;
    const isInside = cardElement.contains(tree.activeElement);
    close();
    if (!mark || !isInside) return;
    isBack = true;
    mark.focus({ preventScroll: true });
    isBack = false;
  }

  /** After the pointer has left: back to the focused mark, if there is one. */
  function settle() {
    if (held) return;
    const focused = markAround(tree.activeElement);
    if (focused) open(focused);
    else close();
  }

  root.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || event.buttons !== 0 || held) return;
    const mark = markAround(event.target);
    clearTimeout(timer);
    const pointer = { x: event.clientX, y: event.clientY };
    timer = mark ? setTimeout(() => open(mark, { pointer }), card.isOpen() ? OPENING / 2 : OPENING) : setTimeout(settle, CLOSING);
  });
  root.addEventListener("pointerleave", () => {
    clearTimeout(timer);
    timer = setTimeout(settle, CLOSING);
  });
  cardElement.addEventListener("pointerenter", () => clearTimeout(timer));
  cardElement.addEventListener("pointerleave", () => {
    timer = setTimeout(settle, CLOSING);
  });
  document.addEventListener("pointerdown", (event) => {
    const path = event.composedPath();
    if (held && !path.includes(cardElement) && !path.includes(root)) close();
  }, { signal });

  root.addEventListener("focusin", (event) => {
    const mark = isElement(event.target) && event.target.matches("mark") ? event.target : null;
    if (!mark) return;
    setEntry(mark);
    if (!isBack && !isTouched) open(mark);
  });
  root.addEventListener("pointerdown", ({ pointerType }) => {
    isTouched = pointerType !== "mouse";
  });
  root.addEventListener("focusout", ({ relatedTarget }) => {
    if (!cardElement.matches(":hover") && !isIn(relatedTarget, cardElement)) close();
  });
  cardElement.addEventListener("focusout", ({ relatedTarget }) => {
    // Without a target the focus has gone to no element: its control was replaced, or the window left.
    if (relatedTarget && !isIn(relatedTarget, cardElement) && !isIn(relatedTarget, root)) close();
  });
  root.addEventListener("click", (event) => {
    const selected = getSelection();
    const mark = selected && !selected.isCollapsed ? null : markAround(event.target);
    if (mark) firstPiece(mark).focus({ preventScroll: true });
    isTouched = false;
    if (!mark) return close();
    open(mark, { pointer: { x: event.clientX, y: event.clientY }, stays: true });
  });

  root.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !isElement(event.target) || !event.target.matches("mark")) return;
    if (event.key === "Enter" || event.key === " " || (event.key === "Tab" && !event.shiftKey && held)) {
      event.preventDefault();
      open(event.target, { stays: true });
      enter("");
      return;
    }
    const step = event.key === "ArrowRight" ? "nextNode" : event.key === "ArrowLeft" ? "previousNode" : null;
    const to = step && neighbour(event.target, step);
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
  // The card stands at the end of the page: at its own ends, Tab leads back to the mark.
  cardElement.addEventListener("keydown", (event) => {
    const controls = card.controls();
    if (event.key !== "Tab" || !held || tree.activeElement !== (event.shiftKey ? controls[0] : controls.at(-1))) return;
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !card.isOpen()) return;
    leave();
    if (visit && root.contains(tree.activeElement)) visit.origin.focus();
    visit = null;
  }, { signal });

  // What is copied is the article itself: its own line breaks, its paragraphs where text has a look, and nothing that style sheets add.
  root.addEventListener("copy", (event) => {
    const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : null;
    if (!range || range.collapsed || !event.clipboardData) return;
    event.clipboardData.setData("text/plain", range.toString());
    event.clipboardData.setData("text/html", unmarked(range));
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

    hold,
    close,

    /** Goes to the next mark of a kind, or of any, or to the one before. @param {string} kind  @param {boolean} isBack */
    step(kind, isBack) {
      const from = markAround(tree.activeElement) ?? held ?? (isBack ? null : root);
      const to = from && neighbour(from, isBack ? "previousNode" : "nextNode", kind);
      if (!to) return;
      bringIntoView(to);
      to.focus({ preventScroll: true });
    },
  };

  /** The focusable piece of a mark that was cut. @param {HTMLElement} mark */
  function firstPiece(mark) {
    const subject = mark.classList.contains("again") ? subjectOf(mark) : null;
    return (subject && markOf(subject)) ?? mark;
  }
}

/** What a range holds, as paragraphs without marks. @param {Range} range */
function unmarked(range) {
  const holder = element("div");
  holder.append(range.cloneContents());
  for (const mark of holder.querySelectorAll("mark, span")) mark.replaceWith(...mark.childNodes);
  for (const block of holder.querySelectorAll("*")) for (const { name } of [...block.attributes]) block.removeAttribute(name);
  return holder.innerHTML;
}

/** @param {EventTarget | null} target  @param {Element} parent */
function isIn(target, parent) {
  return isElement(target) && parent.contains(target);
}

/** Everything in the article that belongs to the same thing. @param {Element} mark */
function sameAs(mark) {
  const { entity, quote, date } = /** @type {HTMLElement} */ (mark).dataset;
  const [sort, id] = entity ? ["entity", entity] : quote ? ["quote", quote] : ["date", date];
  return `[data-${sort}="${id}"]`;
}
