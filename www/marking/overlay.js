// What stands over a page with marks: the card of the mark that is pointed at, and one tab stop from which arrow keys lead from mark to
// mark. A document has one, for all that is marked in it; of the page's own elements none is touched.

import * as words from "../words/reading.js";
import { createCard } from "../reading/card.js";
import { describe } from "../reading/describe.js";
import { element } from "../reading/dom.js";
import { annotationOf } from "../reading/subject.js";
import { canHighlight, createHighlights } from "./highlights.js";
import { createHost, layerOf } from "./host.js";
import { isSame, markAt } from "./marks.js";
import { rangesOf } from "./places.js";
import { isInView, linesOf, offsetAt } from "./pointing.js";
import { endings } from "./sheet.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("./reading.js").PageText} PageText */
/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {{ article: Article, page: PageText, marks: readonly Mark[] }} Shown */

/**
 * What is marked, for the overlay.
 * @typedef {object} Seat
 * @property {Element} root
 * @property {Shown | null} shown
 * @property {boolean} cards
 * @property {import("./options.js").MarkOptions["card"]} card
 * @property {((mark: Mark) => void) | undefined} select
 */
/** @typedef {{ seat: Seat, mark: Mark }} Place */

/** How long the pointer rests before a card opens, and is away before it closes, in milliseconds. */
const OPENING = 120;
const CLOSING = 250;

/** What tells other copies of newsmark on the page that a card opens: there is one at a time. */
const OPENS = "newsmark-card";

/** What a card can have that is used, not only read. */
const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";

/** @type {WeakMap<Document, ReturnType<typeof createOverlay>>} */
const overlays = new WeakMap();

/** @param {Document} document */
export function overlayOf(document) {
  const found = overlays.get(document) ?? createOverlay(document);
  overlays.set(document, found);
  return found;
}

/** @param {Document} document */
function createOverlay(document) {
  const window = /** @type {Window} */ (document.defaultView);
  /** @type {Set<Seat>} */
  const seats = new Set();
  const host = createHost(document, words.marksRegion);
  const cardElement = element("div", { class: "card", id: "card", role: "tooltip", hidden: true });
  const stop = element("button", { type: "button", class: "stop", "aria-describedby": "keys" });
  const keys = element("span", { id: "keys" }, words.marksKeys);
  const said = element("p", { class: "unseen", role: "status" });
  host.shadow.append(element("div", { class: "stop-bar" }, stop, " ", keys), cardElement, said);
  const card = createCard(cardElement);
  const lit = canHighlight(window) ? createHighlights(window) : null;

  /**
   * The mark whose card is open, where, and what stood there.
   * @type {Place & { pointer: { x: number, y: number } | undefined, line: DOMRect | undefined, nodes: Map<Node, string | null> } | null}
   */
  let open = null;
  /** The mark that the keys were at last. @type {Place | null} */
  let place = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {AbortController | null} */
  let listening = null;
  /** The event that was last looked at: roots may stand in one another. @type {Event | null} */
  let seen = null;
  let isTelling = false;
  let isNeeded = false;
  /** Where the keyboard was before it was brought to the stop. @type {HTMLElement | null} */
  let origin = null;

  /** All marks of the document, in its order; what two roots share, once. @returns {Place[]} */
  function all() {
    const order = [...seats].filter(({ cards, root }) => cards && root.isConnected)
      .sort((one, other) => (one.root.compareDocumentPosition(other.root) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1));
    return order.flatMap((seat) => {
      const { shown } = seat;
      if (!shown) return [];
      const around = order.filter((other) => other !== seat && other.root.contains(seat.root)).flatMap((other) => (other.shown ? startsOf(other.shown) : []));
      return shown.marks.filter((mark) => !around.some((starts) => isAmong(starts, shown, mark))).map((mark) => ({ seat, mark }));
    });
  }

  function close() {
    clearTimeout(timer);
    card.hide();
    open = null;
    lit?.clear();
  }

  /** @param {Place} at  @param {{ x: number, y: number }} [pointer] */
  function show(at, pointer) {
    clearTimeout(timer);
    const { seat, mark } = at;
    if (!seat.shown) return;
    const { article, page, marks } = seat.shown;
    isTelling = true;
    document.dispatchEvent(new CustomEvent(OPENS));
    isTelling = false;
    const ranges = rangesOf(page, mark.start, mark.end);
    if (!isInUse()) host.moveTo(seat.root);
    host.suit(seat.root);
    host.shift(0, 0);
    lit?.show(lights(marks.filter(isSame(article, mark)).flatMap(({ start, end }) => rangesOf(page, start, end)), seat.root));
    const around = markAt(marks.filter(({ sort, end, start }) => sort === "quote" && end - start > mark.end - mark.start), mark.start);
    const own = contentOf(seat, mark, ranges[0]);
    const stays = own?.querySelector(CONTROLS) ? article.text.slice(mark.start, mark.end) : undefined;
    card.show(linesOf(page, mark.start, mark.end), own ?? describe(mark, article, around?.index), { pointer, stays, isInView: true });
    // The page may have been scrolled for a sheet.
    const nodes = new Map(ranges.map(({ startContainer }) => [startContainer, startContainer.nodeValue]));
    open = { ...at, pointer, line: linesOf(page, mark.start, mark.end)[0], nodes };
  }

  /** Lets the card go with its mark, or closes it where that is out of view. */
  function follow() {
    if (!open?.seat.shown) return;
    const { seat, mark, line: before } = open;
    const { page } = /** @type {Shown} */ (seat.shown);
    const [line] = linesOf(page, mark.start, mark.end);
    const [range] = rangesOf(page, mark.start, mark.end);
    if (!line || !before || !isInView(line, range?.startContainer.parentElement ?? null)) close();
    else host.shift(line.left - before.left, line.top - before.top);
  }

  /** @param {PointerEvent | MouseEvent} event  @returns {Place | null} */
  function pointed({ clientX: x, clientY: y }) {
    /** @type {Place[]} */
    const found = [];
    for (const seat of seats) {
      if (!seat.shown) continue;
      const offset = offsetAt(/** @type {Document | ShadowRoot} */ (seat.root.getRootNode()), seat.shown.page, { x, y });
      const mark = offset === null ? null : markAt(seat.shown.marks, offset);
      if (mark) found.push({ seat, mark });
    }
    return found.sort((one, other) => one.mark.end - one.mark.start - (other.mark.end - other.mark.start))[0] ?? null;
  }

  /** @param {Place | null} at */
  function isOpenAt(at) {
    return at !== null && open?.seat === at.seat && open.mark === at.mark;
  }

  /** @param {PointerEvent} event */
  function onMove(event) {
    if (event === seen || event.pointerType !== "mouse" || event.buttons !== 0) return;
    seen = event;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const at = pointed(event);
      if (at?.seat.cards && !isOpenAt(at)) show(at, { x: event.clientX, y: event.clientY });
      else if (!at && open) timer = setTimeout(close, CLOSING);
    }, OPENING);
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    if (event === seen) return;
    seen = event;
    const selected = window.getSelection();
    const at = selected && !selected.isCollapsed ? null : pointed(event);
    if (at?.seat.cards) show(at, { x: event.clientX, y: event.clientY });
    else close();
    at?.seat.select?.(at.mark);
  }

  function closeSoon() {
    clearTimeout(timer);
    timer = setTimeout(close, CLOSING);
  }

  /** Goes to the mark so many further on. @param {number} by */
  function go(by) {
    const list = all();
    const from = open ?? place;
    const last = from ? list.findIndex(({ seat, mark }) => seat === from.seat && mark === from.mark) : -1;
    const at = last < 0 && by < 0 ? list.length : last;
    const next = list[Math.max(0, Math.min(list.length - 1, at + by))];
    if (next) visit(next);
  }

  /** Scrolls to a mark and opens its card. @param {Place} at */
  function visit(at) {
    const { seat, mark } = at;
    if (!seat.shown) return;
    const [range] = rangesOf(seat.shown.page, mark.start, mark.end);
    const around = range?.startContainer.parentElement ?? null;
    const [line] = linesOf(seat.shown.page, mark.start, mark.end);
    if (!line || line.top < 0 || line.bottom > window.innerHeight || !isInView(line, around)) around?.scrollIntoView({ block: "center", behavior: "instant" });
    place = at;
    show(at);
    said.textContent = `${seat.shown.article.text.slice(mark.start, mark.end)}: ${cardElement.innerText.replace(/\s+/g, " ")}`;
  }

  /** Listens to the document while anything is marked in it. */
  function listen() {
    listening = new AbortController();
    const { signal } = listening;
    /** @param {EventTarget} target  @param {string} type  @param {(event: any) => void} listener  @param {boolean} [capture] */
    const on = (target, type, listener, capture = false) => target.addEventListener(type, listener, { signal, capture, passive: type === "scroll" });
    on(document, "keydown", ({ key }) => key === "Escape" && leave());
    on(document, "scroll", follow, true);
    on(document, OPENS, () => !isTelling && close());
    on(document, "pointerdown", ({ target }) => target !== host.element && ![...seats].some(({ root }) => root.contains(target)) && close(), true);
    // A dialog opens or closes around the text: what it makes inert cannot be used.
    for (const type of ["toggle", "close", "fullscreenchange", "focusin"]) on(document, type, settle, true);
    on(cardElement, "pointerenter", () => clearTimeout(timer));
    on(cardElement, "pointerleave", closeSoon);
    on(stop, "keydown", (event) => {
      const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }[/** @type {string} */ (event.key)];
      if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      go(by);
    });
    on(stop, "click", () => {
      if (open?.seat.select) open.seat.select(open.mark);
      else go(1);
    });
    // From stop to card and back, the focus stays in the host.
    on(host.element, "focusout", () => {
      close();
      origin = null;
    });
  }

  /** Closes the card, and brings the keyboard back to where it was. */
  function leave() {
    const isIn = isInUse();
    const back = origin;
    if (isIn && open) stop.focus({ preventScroll: true });
    close();
    if (isIn && back?.isConnected) back.focus();
  }

  /** Whether somebody is at the stop, whom moving it would throw out. */
  function isInUse() {
    return document.activeElement === host.element && host.element.checkVisibility?.() !== false;
  }

  /** Puts the stop where it can be used, with how many marks it leads to; away, where there are none. */
  function settle() {
    const list = all();
    if (open && open.seat.root.checkVisibility?.() === false) close();
    const roots = [...new Set(list.map(({ seat }) => seat.root))];
    const root = roots.findLast((root) => layerOf(root)) ?? roots[0];
    if (open && root && layerOf(open.seat.root) !== layerOf(root) && !isInUse()) close();
    stop.textContent = words.marksInText(list.length);
    isNeeded = root !== undefined;
    if (!root) host.remove();
    else if (!isInUse()) {
      host.moveTo(root);
      host.suit(root);
    }
  }

  return {
    /**
     * @param {Element} root
     * @param {Pick<Seat, "cards" | "card" | "select">} how
     */
    join(root, how) {
      /** @type {Seat} */
      const seat = { root, shown: null, ...how };
      const abort = new AbortController();
      const { signal } = abort;
      if (seats.size === 0) listen();
      seats.add(seat);
      // What is of a shadow root of its own is none of the text, but a slot, which text of the root's own is in.
      const isText = (/** @type {Event} */ event) => {
        const [at] = /** @type {Element[]} */ (event.composedPath());
        return !root.shadowRoot?.contains(at ?? null) || at?.localName === "slot";
      };
      if (how.cards) root.addEventListener("pointermove", (event) => isText(event) && onMove(/** @type {PointerEvent} */ (event)), { signal });
      root.addEventListener("pointerleave", closeSoon, { signal });
      root.addEventListener("click", (event) => isText(event) && onClick(/** @type {MouseEvent} */ (event)), { signal });

      return {
        /** What is marked now. A card that is open, and the place of the keys, stay with their words. @param {Shown} shown */
        show(shown) {
          const before = seat.shown;
          const find = (/** @type {Mark} */ mark) => sameWords(before, mark, shown);
          seat.shown = shown;
          const [opened, kept] = [open?.seat === seat ? find(open.mark) : null, place?.seat === seat ? find(place.mark) : null];
          if (place?.seat === seat) place = kept ? { seat, mark: kept } : null;
          if (open?.seat === seat) {
            if (opened) show({ seat, mark: opened }, open.pointer);
            else close();
          }
          settle();
        },

        /** Closes a card whose words have changed. */
        check() {
          if (open?.seat !== seat) return;
          if ([...open.nodes].some(([node, value]) => !node.isConnected || node.nodeValue !== value)) close();
          else follow();
        },

        /** Shows where the words of a mark stand, and its card. @param {Mark} mark */
        visit: (mark) => visit({ seat, mark }),

        /** Brings the keyboard to its first mark. */
        focus() {
          const first = all().find((at) => at.seat === seat);
          if (!first) return;
          let from = document.activeElement;
          while (from?.shadowRoot?.activeElement) from = from.shadowRoot.activeElement;
          host.moveTo(root);
          stop.focus({ preventScroll: true });
          origin = /** @type {HTMLElement | null} */ (from);
          visit(first);
        },

        /** Puts back what the page has taken away. */
        restore() {
          lit?.restore();
          if (isNeeded && !host.element.isConnected) settle();
        },

        leave() {
          abort.abort();
          if (open?.seat === seat) close();
          if (place?.seat === seat) place = null;
          seats.delete(seat);
          settle();
          if (seats.size === 0) listening?.abort();
        },
      };
    },
  };
}

/** What the page itself says of a mark, if it does. @param {Seat} seat  @param {Mark} mark  @param {StaticRange | undefined} range  @returns {DocumentFragment | null} */
function contentOf({ card, shown }, mark, range) {
  const anchor = range?.startContainer.parentElement;
  const annotation = shown && annotationOf(mark, shown.article.annotations);
  if (!card || !anchor || !annotation) return null;
  try {
    const node = card(annotation, anchor);
    if (node === null || node === undefined) return null;
    const content = document.createDocumentFragment();
    content.append(node);
    return content;
  } catch (error) {
    reportError(error);
    return null;
  }
}

/** @param {StaticRange[]} ranges  @param {Element} root */
function lights(ranges, root) {
  const ending = endings(/** @type {Document | ShadowRoot} */ (root.getRootNode()));
  /** @type {import("./highlights.js").Ranges} */
  const lit = {};
  for (const range of ranges) (lit[`current${ending(range.startContainer.parentElement)}`] ??= []).push(range);
  return lit;
}

/** Where marks begin, by their nodes. @type {WeakMap<Shown, Map<Node, Set<string>>>} */
const beginnings = new WeakMap();

/** @param {Shown} shown */
function startsOf(shown) {
  const found = beginnings.get(shown) ?? new Map();
  if (beginnings.has(shown)) return found;
  beginnings.set(shown, found);
  for (const { start, end, look } of shown.marks) {
    const [range] = rangesOf(shown.page, start, end);
    if (range) found.set(range.startContainer, (found.get(range.startContainer) ?? new Set()).add(`${look} ${range.startOffset}`));
  }
  return found;
}

/** Whether a mark is one of others. @param {Map<Node, Set<string>>} starts  @param {Shown} shown  @param {Mark} mark */
function isAmong(starts, { page }, { start, end, look }) {
  const [range] = rangesOf(page, start, end);
  return range !== undefined && starts.get(range.startContainer)?.has(`${look} ${range.startOffset}`) === true;
}

/** The mark of the same words and the same sort after a change, the nearest. @param {Shown | null} before  @param {Mark} mark  @param {Shown} after */
function sameWords(before, mark, { article, marks }) {
  if (!before) return null;
  const wanted = before.article.text.slice(mark.start, mark.end);
  const same = marks.filter(({ sort, start, end }) => sort === mark.sort && article.text.slice(start, end) === wanted);
  const away = (/** @type {Mark} */ { start }) => Math.abs(start - mark.start);
  return same.reduce((/** @type {Mark | null} */ best, other) => (!best || away(other) < away(best) ? other : best), null);
}
