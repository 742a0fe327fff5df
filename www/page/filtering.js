// The choice of what is shown: of one name alone, or only what is sure. What is saved is everything.

import { byId, element } from "../reading/dom.js";
import { entityKinds } from "../reading/kinds.js";

/** @typedef {import("../core/engine.js").Annotations} Annotations */

/** @param {() => void} changed */
export function createFiltering(changed) {
  const choice = byId("only", HTMLSelectElement);
  const least = byId("least", HTMLInputElement);
  const said = byId("least-said", HTMLOutputElement);
  let text = "";

  choice.addEventListener("change", changed);
  least.addEventListener("input", () => {
    said.value = least.value === "0" ? "all" : `${least.value}%`;
    changed();
  });

  return {
    /** Offers the names of an article. @param {string} of  @param {Annotations} annotations */
    offer(of, { entities }) {
      const chosen = of === text ? choice.value : "";
      text = of;
      const groups = entityKinds.map(({ id, many }) => {
        const names = entities.filter(({ type }) => type === id).sort((one, other) => one.name.localeCompare(other.name));
        return element("optgroup", { label: many }, ...names.map(({ id, name }) => element("option", { value: String(id), selected: String(id) === chosen }, name)));
      });
      choice.replaceChildren(element("option", { value: "" }, "Everything"), ...groups.filter((group) => group.childElementCount > 0));
    },

    /** @returns {import("../reading/filter.js").Filter} */
    get filter() {
      return { least: Number(least.value) / 100, entity: choice.value === "" ? null : Number(choice.value) };
    },
  };
}
