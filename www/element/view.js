// What stands in the element's shadow root: a slot for what is in the element, and the index with its legend, folded up under it or beside it.
//
// Nothing here has a style that what is in the slot could inherit, and the line that opens the index has its place from the beginning: nothing
// moves when the text is annotated.

import * as words from "../words/reading.js";
import { groundOf } from "../marking/ground.js";
import { kinds } from "../reading/kinds.js";
import { createLegend } from "../reading/legend.js";
import { createPanel } from "../reading/panel/panel.js";
import { element } from "../reading/dom.js";
import { createWays } from "../reading/subject.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("../reading/subject.js").Subject} Subject */

/**
 * @param {ShadowRoot} root
 * @param {object} told
 * @param {() => void} told.switched                Other kinds are to be marked.
 * @param {(subject: Subject) => void} told.visit   Something of the index is to be shown in the text.
 * @param {() => void} told.toMarks                 The keyboard is to go to the marks.
 */
export function createView(root, { switched, visit, toMarks }) {
  const legendElement = element("div", { class: "legend", role: "group", "aria-label": words.showInText });
  const tabs = element("div");
  const panelElement = element("div", { class: "panel", role: "region", "aria-label": words.indexOf }, element("h2", { class: "unseen" }, words.indexOf), legendElement, tabs);
  const line = element("summary", { class: "line" }, words.indexOf);
  const index = element("details", { class: "index own", lang: "en" }, line, panelElement);
  const [marksButton, indexButton] = [element("button", { type: "button" }, words.toMarks), element("button", { type: "button" }, words.toIndex)];
  const ways = element("div", { class: "ways own", lang: "en" }, element("div", {}, marksButton, " ", indexButton));
  const frame = element("div", { class: "frame" }, ways, element("div", { class: "text" }, element("slot")), index);
  mirrorClasses(root);
  root.replaceChildren(frame);

  /** What is switched off is told by an attribute. */
  const state = element("div");
  /** @type {Article | null} */
  let shown = null;
  /** Where the lines of the index lead. */
  let lead = createWays();

  const legend = createLegend(legendElement, state, switched);
  const panel = createPanel(tabs, (sort, id) => {
    const subject = shown && lead.to(sort, id, shown.annotations);
    if (subject) visit(subject);
  });
  marksButton.addEventListener("click", toMarks);
  indexButton.addEventListener("click", () => {
    index.open = true;
    line.focus();
  });
  clear();

  /** Leaves the place of the index empty. */
  function clear() {
    for (const part of [ways, index]) part.inert = true;
  }

  return {
    clear,

    /** @param {Article} article */
    show(article) {
      const { quotes, entities, dates } = article.annotations;
      shown = article;
      lead = createWays();
      line.textContent = words.foundInText(quotes.length, entities.length, dates.length);
      legend.show(article.annotations);
      panel.show(article);
      for (const part of [ways, index]) part.inert = quotes.length + entities.length + dates.length === 0;
    },

    /** @param {string | null} types  Names of kinds, apart by spaces or commas; null or "" for all. */
    limit(types) {
      const wanted = types?.split(/[\s,]+/).filter(Boolean) ?? [];
      legend.limit(kinds.filter(({ id }) => wanted.length > 0 && !wanted.includes(id)).map(({ id }) => id));
    },

    /** The kinds that are switched on. */
    types() {
      const off = state.dataset.off?.split(" ") ?? [];
      return kinds.map(({ id }) => id).filter((id) => !off.includes(id));
    },

    /** @param {string | null} where  "beside", "none", or below. */
    setPanel(where) {
      index.hidden = indexButton.hidden = where === "none";
      index.open = where === "beside";
      frame.classList.toggle("beside", where === "beside");
    },

    /** Gives the index colours for what its host stands on, unless a theme is chosen. @param {HTMLElement} host */
    suit(host) {
      const given = { light: "light", dark: "dark", auto: "light dark" }[host.getAttribute("theme") ?? ""];
      for (const part of [ways, index]) part.style.colorScheme = given ?? (groundOf(host) === "light" ? "light" : "dark");
    },
  };
}

/** Makes every class a part as well, so that a site can style each piece. @param {ShadowRoot} root */
function mirrorClasses(root) {
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === "attributes") mirror(/** @type {Element} */ (target));
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        mirror(/** @type {Element} */ (node));
        for (const inner of /** @type {Element} */ (node).querySelectorAll("[class]")) mirror(inner);
      }
    }
  }).observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
}

/** @param {Element} piece */
function mirror(piece) {
  const names = piece.getAttribute("class");
  if (names && piece.getAttribute("part") !== names) piece.setAttribute("part", names);
}
