// Four views of the article: everything, quotes, names, plain. The next article opens in the one that was chosen.

import { kinds } from "../reading/kinds.js";
import { set, settings } from "./settings.js";

/** The kinds of marks that each view has. @type {Record<string, (id: string) => boolean>} */
const VIEWS = {
  all: () => true,
  quotes: (id) => id === "quote",
  names: (id) => id !== "quote" && id !== "date",
  plain: () => false,
};

/**
 * @param {HTMLElement} bar  With a radio button for each view.
 * @param {{ limit: (ids: string[]) => void }} legend
 * @param {{ open: (id: "quotes" | "names") => void }} panel
 */
export function setUpViews(bar, legend, panel) {
  /** @param {string} view */
  function show(view) {
    const has = VIEWS[view] ?? (() => true);
    legend.limit(kinds.filter(({ id }) => !has(id)).map(({ id }) => id));
    if (view === "quotes" || view === "names") panel.open(view);
  }
  bar.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== "view") return;
    set({ view: target.value });
    show(target.value);
  });
  const { view = "all", off = [] } = settings();
  const chosen = bar.querySelector(`input[name=view][value="${CSS.escape(view)}"]`);
  if (chosen instanceof HTMLInputElement) chosen.checked = true;
  if (view !== "all" || off.length > 0) show(view);
}
