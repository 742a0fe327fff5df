// Walking through what is doubtful, one key each: right, wrong, mend.

import * as words from "../words/page.js";
import { DOUBTFUL, doubts } from "../reading/credit.js";
import { byId, element } from "../reading/dom.js";
import { annotationOf } from "../reading/subject.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("../core/engine.js").Annotations} Annotations */
/** @typedef {import("../reading/subject.js").Subject} Subject */

/** What is more often wrong than right, in the order of the text. @param {Annotations} annotations  @returns {Subject[]} */
export function doubtful(annotations) {
  /** @param {Subject["sort"]} sort  @param {readonly { start: number }[]} list  @param {(one: any) => boolean} isDoubtful */
  const of = (sort, list, isDoubtful) => list.flatMap((one, index) => (isDoubtful(one) ? [{ sort, index, start: one.start }] : []));
  const isUnsure = (/** @type {{ score: number }} */ { score }) => score < DOUBTFUL;
  return [
    ...of("mention", annotations.mentions, isUnsure),
    ...of("quote", annotations.quotes, (quote) => doubts(quote).length > 0),
    ...of("date", annotations.dates, isUnsure),
  ].sort((one, other) => one.start - other.start);
}

/**
 * @param {(subject: Subject, control?: string) => void} hold  Opens the card of a mark.
 * @param {(correction: import("../corrections/correct.js").Correction, place?: undefined, note?: string) => void} make
 */
export function createChecking(hold, make) {
  const button = byId("show-checks", HTMLButtonElement);
  const card = byId("card", HTMLElement);
  const article = byId("article", HTMLElement);
  const letters = byId("letters", HTMLInputElement);
  /** What is shown. @type {Annotations | null} */
  let shown = null;
  /** Where the last one was that was looked at. */
  let at = -1;

  /** Goes to the next one after the last, and from the end to the first. */
  function next() {
    const all = shown ? doubtful(shown) : [];
    const start = (/** @type {Subject} */ subject) => (shown && annotationOf(subject, shown)?.start) ?? 0;
    const to = all.find((subject) => start(subject) > at) ?? all[0];
    if (!to) return;
    at = start(to);
    hold(to, "right");
  }

  /** @param {Subject} subject  @param {"confirm" | "remove"} does */
  function judge({ sort, index }, does) {
    const one = shown && annotationOf({ sort, index }, shown);
    if (!one || !shown) return;
    const isLast = doubtful(shown).length === 1;
    make({ does, sort, at: { start: one.start, end: one.end } }, undefined, isLast ? words.allChecked : "");
    if (isLast) article.focus({ preventScroll: true });
    else next();
  }

  button.addEventListener("click", next);
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
    if (isTyping || event.altKey || event.ctrlKey || event.metaKey || card.hidden || !letters.checked) return;
    const control = { r: "right", w: "wrong", m: "mend" }[event.key.toLowerCase()];
    const pressed = control && card.querySelector(`[data-control="${control}"]`);
    if (!(pressed instanceof HTMLButtonElement)) return;
    event.preventDefault();
    pressed.click();
  });

  return {
    next,

    /** @param {Article} article */
    show({ annotations }) {
      shown = annotations;
      const left = doubtful(annotations).length;
      button.hidden = left === 0;
      button.textContent = words.check(left);
    },

    /** Another article. */
    restart() {
      at = -1;
    },

    /** The three buttons for a doubtful finding. @param {Subject} subject  @returns {Node[]} */
    tools(subject) {
      const all = shown ? doubtful(shown) : [];
      const place = all.findIndex(({ sort, index }) => sort === subject.sort && index === subject.index);
      if (place < 0) return [];
      const press = (/** @type {string} */ name, /** @type {string} */ control, /** @type {() => void} */ pressed) => {
        const made = element("button", { type: "button", class: "judge", "data-control": control, "aria-keyshortcuts": name.slice(0, 1) }, name, " ", element("kbd", { "aria-hidden": "true" }, name.slice(0, 1)));
        made.addEventListener("click", pressed);
        return made;
      };
      return [element("div", { class: "judging", role: "group", "aria-label": words.judge },
        element("p", {}, words.judge),
        press(words.right, "right", () => judge(subject, "confirm")),
        press(words.wrong, "wrong", () => judge(subject, "remove")),
        press(words.mend, "mend", () => /** @type {HTMLElement | null} */ (card.querySelector(".tools select, .tools input"))?.focus()),
        element("p", { class: "card-facts" }, words.toCheck(all.length - 1)))];
    },
  };
}
