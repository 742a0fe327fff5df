// Tabs after the ARIA pattern: one tab stop, arrows, Home and End.

import { number } from "../../words/locale.js";
import { element } from "../dom.js";

/**
 * @typedef {object} Tab
 * @property {string} id
 * @property {string} name
 * @property {HTMLElement} content
 */

/**
 * @param {HTMLElement} root
 * @param {string} name  What the tabs are of, for assistive technology.
 * @param {readonly Tab[]} tabs  The first is open.
 */
export function createTabs(root, name, tabs) {
  const made = tabs.map((tab) => {
    const count = element("span", { class: "count" });
    const button = element("button", { type: "button", role: "tab", id: `tab-${tab.id}`, "aria-controls": `index-${tab.id}` }, tab.name, " ", count);
    const body = element("div", { role: "tabpanel", class: "tab-body", id: `index-${tab.id}`, "aria-labelledby": button.id, tabindex: "0" }, element("h2", { class: "print-title" }, tab.name), tab.content);
    button.addEventListener("click", () => select(button));
    return { id: tab.id, button, body, count };
  });
  const buttons = made.map(({ button }) => button);
  const list = element("div", { role: "tablist", class: "tabs", "aria-label": name }, ...buttons);
  list.addEventListener("keydown", (event) => {
    const at = buttons.findIndex((button) => button === event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const button = to === undefined || at < 0 ? undefined : buttons.at(to % buttons.length);
    if (!button) return;
    event.preventDefault();
    select(button);
    button.focus();
  });
  root.replaceChildren(list, ...made.map(({ body }) => body));

  /** @param {HTMLElement | undefined} chosen */
  function select(chosen) {
    for (const { button, body } of made) {
      const isChosen = button === chosen;
      button.setAttribute("aria-selected", String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
      body.hidden = !isChosen;
    }
  }
  select(buttons[0]);

  return {
    /** @param {string} id */
    open: (id) => select(made.find((tab) => tab.id === id)?.button),

    /** @param {string} id  @param {number} count */
    setCount(id, count) {
      const tab = made.find((tab) => tab.id === id);
      if (tab) tab.count.textContent = number(count);
    },
  };
}
