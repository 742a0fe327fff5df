// What stands in the element's shadow root: the light text until it is annotated, then legend, article, index and card.
//
// A view lives as long as its element is connected; the signal ends all that it has outside of the shadow root.

import * as words from "../words/reading.js";
import { kinds } from "../reading/kinds.js";
import { createLegend } from "../reading/legend.js";
import { createPanel } from "../reading/panel/panel.js";
import { createReader } from "../reading/reader.js";
import { element, isElement } from "../reading/dom.js";
import { subjectOf } from "../reading/subject.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("../reading/subject.js").Subject} Subject */

/**
 * @param {ShadowRoot} root
 * @param {AbortSignal} signal
 * @param {(subject: Subject) => void} select  Told which mark the reader opens.
 */
export function createView(root, signal, select) {
  const slot = element("slot");
  const toolbar = element("div", { class: "legend", part: "legend", role: "group", "aria-label": words.showInText });
  const text = element("div", { class: "article", part: "article" });
  const tabs = element("div");
  const panelElement = element("div", { class: "panel", part: "panel", role: "complementary", "aria-label": words.indexOf }, tabs);
  const card = element("div", { class: "card", part: "card", id: "card", role: "tooltip", tabindex: "-1", hidden: true });
  const columns = element("div", { class: "columns", part: "columns", hidden: true }, element("div", { class: "reading" }, toolbar, text), panelElement);
  root.replaceChildren(element("div", { class: "frame", part: "frame" }, slot, columns, card));
  mirrorClasses(root, signal);

  const reader = createReader(text, card, { signal });
  const legend = createLegend(toolbar, text, reader.refresh);
  const panel = createPanel(tabs, (sort, id, origin) => {
    reader.visit(sort, id, origin);
    selectMark(root.activeElement);
  });

  /** @param {EventTarget | null} target */
  function selectMark(target) {
    const mark = isElement(target) ? target.closest("mark") : null;
    const subject = mark && subjectOf(mark);
    if (subject) select(subject);
  }
  text.addEventListener("click", (event) => selectMark(event.target));
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") selectMark(event.target);
  });

  return {
    /** @param {Article} article */
    show(article) {
      reader.show(article);
      legend.show(article.annotations);
      panel.show(article);
      slot.hidden = true;
      columns.hidden = false;
    },

    /** Shows the light text as it is. */
    clear() {
      slot.hidden = false;
      columns.hidden = true;
    },

    /** @param {string | null} types  Names of kinds, apart by spaces or commas; null for all. */
    limit(types) {
      const wanted = types?.split(/[\s,]+/).filter(Boolean);
      legend.limit(kinds.filter(({ id }) => wanted && !wanted.includes(id)).map(({ id }) => id));
    },

    /** @param {string | null} where  "none", "below", or beside the text where there is room. */
    setPanel(where) {
      panelElement.hidden = where === "none";
      columns.classList.toggle("beside", where !== "below" && where !== "none");
    },

    /** @param {string} language */
    setLanguage(language) {
      text.lang = language;
    },
  };
}

/** Makes every class a part as well, so that a site can style each piece. @param {ShadowRoot} root  @param {AbortSignal} signal */
function mirrorClasses(root, signal) {
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === "attributes") mirror(/** @type {Element} */ (target));
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        mirror(/** @type {Element} */ (node));
        for (const inner of /** @type {Element} */ (node).querySelectorAll("[class]")) mirror(inner);
      }
    }
  });
  observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
  signal.addEventListener("abort", () => observer.disconnect());
}

/** @param {Element} piece */
function mirror(piece) {
  const names = piece.getAttribute("class");
  if (names && piece.getAttribute("part") !== names) piece.setAttribute("part", names);
}
