// The choice of what is shown: of one name alone, one kind of quote, or only what is sure. Each that is on is seen as a chip that takes it
// off, and none outlives its article. What is saved is everything.

import * as words from "../words/page.js";
import { byId, element } from "../reading/dom.js";
import { entityKinds, kinds } from "../reading/kinds.js";

/** @typedef {import("../core/engine.js").Annotations} Annotations */

/** @param {() => void} changed  @param {() => void} showKinds  Switches all kinds of marks on. */
export function createFiltering(changed, showKinds) {
  const choice = byId("only", HTMLSelectElement);
  const kind = byId("kind", HTMLSelectElement);
  const least = byId("least", HTMLInputElement);
  const said = byId("least-said", HTMLOutputElement);
  const chips = byId("chips", HTMLElement);
  const box = byId("filters", HTMLDetailsElement);
  /** The name that alone is shown: ids change with corrections. */
  let name = "";
  /** Kinds of marks that are switched off, in words: they stay so with the next article. @type {readonly string[]} */
  let hidden = [];

  /** Whether a filter leaves something out of the lists, too. */
  let isOn = false;

  function clear() {
    name = "";
    kind.value = "";
    least.value = "0";
    choice.value = "";
  }

  /** Chips for what is on. */
  function show() {
    said.value = least.value === "0" ? words.any : words.atLeast(Number(least.value) / 100);
    /** @type {[string, () => void][]} */
    const on = [
      ...(name ? [/** @type {[string, () => void]} */ ([words.onlyName(name), () => ([name, choice.value] = ["", ""])])] : []),
      ...(kind.value ? [/** @type {[string, () => void]} */ ([words.ONLY_KIND[kind.value] ?? "", () => (kind.value = "")])] : []),
      ...(least.value === "0" ? [] : [/** @type {[string, () => void]} */ ([words.onlyConfident(Number(least.value) / 100), () => (least.value = "0")])]),
    ];
    isOn = on.length > 0;
    if (hidden.length > 0) on.push([words.hiddenKinds(hidden), showKinds]);
    chips.hidden = on.length === 0;
    chips.replaceChildren(...on.map(([filter, off]) => {
      const button = element("button", { type: "button", class: "chip", "aria-label": words.removeFilter(filter) }, filter, " ×");
      button.addEventListener("click", () => {
        off();
        apply();
        // The chip is gone, and the focus goes to what is left.
        (chips.querySelector("button") ?? box.querySelector("summary"))?.focus();
      });
      return button;
    }));
  }

  function apply() {
    show();
    changed();
  }

  function takeOff() {
    clear();
    apply();
  }

  choice.addEventListener("change", () => {
    name = choice.selectedOptions[0]?.value ? choice.selectedOptions[0].text : "";
    apply();
  });
  kind.addEventListener("change", apply);
  least.addEventListener("input", apply);
  // The box closes as a menu does.
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !box.contains(target)) box.open = false;
  });
  function close() {
    box.open = false;
    box.querySelector("summary")?.focus();
  }
  byId("filters-close", HTMLButtonElement).addEventListener("click", close);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.open) return;
    event.stopPropagation();
    close();
  });

  return {
    /** Offers the names of an article. @param {Annotations} annotations  @param {boolean} isNew  Whether it is another article than before. */
    offer({ entities }, isNew) {
      if (isNew || !entities.some((entity) => entity.name === name)) name = "";
      if (isNew) clear();
      const groups = entityKinds.map(({ id, many }) => {
        const names = entities.filter(({ type }) => type === id).sort((one, other) => one.name.localeCompare(other.name));
        return element("optgroup", { label: many }, ...names.map((entity) => element("option", { value: String(entity.id), selected: entity.name === name }, entity.name)));
      });
      choice.replaceChildren(element("option", { value: "" }, words.everything), ...groups.filter((group) => group.childElementCount > 0));
      show();
    },

    /** Which kinds of marks are switched off. @param {readonly string[]} off */
    hide(off) {
      hidden = kinds.filter(({ id }) => off.includes(id)).map(({ many }) => many);
      show();
    },

    /** Takes every filter off. */
    clear: takeOff,

    /** Says why a list is empty, where a filter is on, with the way out. @returns {Node[]} */
    none() {
      if (!isOn) return [];
      const button = element("button", { type: "button", class: "quiet" }, words.clearFilters);
      button.addEventListener("click", takeOff);
      return [element("p", { class: "none" }, words.noneMatch, " ", button)];
    },

    /** @returns {import("../reading/filter.js").Filter} */
    get filter() {
      return { least: Number(least.value) / 100, entity: choice.value === "" ? null : Number(choice.value), kind: /** @type {"" | "direct" | "reported"} */ (kind.value) };
    },
  };
}
