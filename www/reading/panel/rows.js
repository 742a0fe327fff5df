// Shows long lists in portions, so that the names of a whole book do not delay the page.

import { showMore } from "../../words/reading.js";
import { element } from "../dom.js";

const PORTION = 100;

/**
 * A list of one row for each item, the first hundred at once and the rest on demand.
 * @template Item
 * @param {readonly Item[]} items
 * @param {(item: Item) => Node} row
 */
export function rows(items, row) {
  const list = element("ul", { class: "rows" });
  let shown = 0;
  const more = () => {
    const portion = items.slice(shown, shown + PORTION);
    list.append(...portion.map((item) => element("li", {}, row(item))));
    shown += portion.length;
    if (shown === items.length) return;
    const button = element("button", { type: "button", class: "quiet" }, showMore(items.length - shown));
    const last = element("li", {}, button);
    button.addEventListener("click", () => {
      last.remove();
      const next = shown;
      more();
      list.children[next]?.querySelector("button")?.focus();
    });
    list.append(last);
  };
  more();
  return list;
}
