// Four views of the article: everything, quotes, names, plain.

import { kinds } from "../reading/kinds.js";

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
  bar.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== "view") return;
    const has = VIEWS[target.value];
    if (!has) return;
    legend.limit(kinds.filter(({ id }) => !has(id)).map(({ id }) => id));
    if (target.value === "quotes" || target.value === "names") panel.open(target.value);
  });
}
