// Keys for what a reader does often, and the list of them. Single letters work outside of fields, and can be switched off.

import { nextNames } from "../words/page.js";
import { byId } from "../reading/dom.js";
import { set, settings } from "./settings.js";

/** The letters that lead to the next mark, with Shift to the one before, and the kind they lead to; "" for any. @type {Record<string, string>} */
const KINDS = { n: "", p: "person", o: "organization", l: "place", q: "quote", d: "date" };

/**
 * @param {(kind: string, isBack: boolean) => void} step  Goes to the next mark of a kind.
 * @param {() => void} find                               Goes to the field that finds in the text.
 * @param {() => void} check                              Goes to what is doubtful next.
 */
export function setUpKeys(step, find, check) {
  const list = byId("keys", HTMLDialogElement);
  const letters = byId("letters", HTMLInputElement);
  const announcing = byId("announcing", HTMLInputElement);
  const status = byId("status", HTMLElement);

  byId("key-names", HTMLElement).textContent = nextNames;
  byId("show-keys", HTMLButtonElement).addEventListener("click", () => list.showModal());
  const announce = () => status.setAttribute("aria-live", announcing.checked ? "polite" : "off");
  letters.checked = settings().letters ?? true;
  announcing.checked = settings().announcing ?? false;
  announce();
  announcing.addEventListener("change", announce);
  for (const box of [letters, announcing]) box.addEventListener("change", () => set({ letters: letters.checked, announcing: announcing.checked }));

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
    if (isTyping || event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
    const kind = KINDS[event.key.toLowerCase()];
    if (event.key !== "?" && !letters.checked) return;
    if (event.key === "?") list.showModal();
    else if (event.key === "/") find();
    else if (event.key.toLowerCase() === "c") check();
    else if (kind !== undefined) step(kind, event.shiftKey);
    else return;
    event.preventDefault();
  });
}
