// The legend: what each kind of mark means, how many there are, and a switch for it.
//
// Switching a kind off changes one attribute of the article, never its elements.

import { number } from "../words/locale.js";
import { element } from "./dom.js";
import { counts, kinds } from "./kinds.js";

/** @typedef {import("../core/engine.js").Annotations} Annotations */

/**
 * @param {HTMLElement} group    Where the switches go.
 * @param {HTMLElement} article  Whose `data-off` names the kinds that are switched off.
 * @param {(off: string[]) => void} changed  Told which have been switched off.
 * @param {readonly string[]} [off]          What is switched off to begin with.
 */
export function createLegend(group, article, changed, off = []) {
  const switches = kinds.map(({ id, many }) => {
    const count = element("span", { class: "count" });
    const button = element("button", { type: "button", class: "switch", "data-kind": id, "aria-pressed": String(!off.includes(id)) },
      element("span", { class: `sample ${id}` }, many), " ", count);
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      apply();
    });
    return { id, button, count };
  });
  /** Kinds that have no switch and are off. @type {readonly string[]} */
  let without = [];
  /** How much there is of each kind. @type {Map<string, number>} */
  let found = new Map();

  function apply() {
    const now = switches.filter(({ button }) => button.getAttribute("aria-pressed") === "false").map(({ id }) => id);
    article.dataset.off = [...now, ...without].join(" ");
    changed(now);
  }

  function hide() {
    for (const { id, button } of switches) button.hidden = !found.get(id) || without.includes(id);
  }

  return {
    /** Shows the counts of an article, and only the kinds that it has. @param {Annotations} annotations */
    show(annotations) {
      found = counts(annotations);
      for (const { id, count } of switches) count.textContent = number(found.get(id) ?? 0);
      hide();
      if (!group.contains(switches[0]?.button ?? null)) group.replaceChildren(...switches.map(({ button }) => button));
    },

    /** Switches all on again. */
    showAll() {
      for (const { button } of switches) button.setAttribute("aria-pressed", "true");
      apply();
    },

    /** Leaves kinds out, switches and all. @param {readonly string[]} ids */
    limit(ids) {
      without = ids;
      hide();
      apply();
    },
  };
}
