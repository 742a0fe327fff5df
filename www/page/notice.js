// A line at the foot of the window: what was done, and one thing that can be done about it. It stays until it is closed or another comes.

import { byId } from "../reading/dom.js";

export function createNotice() {
  const said = byId("noticed", HTMLElement);
  const act = byId("notice-act", HTMLButtonElement);
  const close = byId("notice-close", HTMLButtonElement);
  /** @type {(() => void) | null} */
  let wanted = null;

  /** @param {string} what  @param {string} [word]  What the button says.  @param {() => void} [how] */
  function tell(what, word = "", how) {
    said.textContent = what;
    act.textContent = word;
    act.hidden = !how;
    close.hidden = what === "";
    wanted = how ?? null;
  }
  act.addEventListener("click", () => wanted?.());
  close.addEventListener("click", () => tell(""));

  return {
    tell,
    /** Says more, and leaves what can be done. @param {string} what */
    add(what) {
      said.textContent = [said.textContent, what].filter(Boolean).join(". ").replace("..", ".");
      close.hidden = false;
    },
    hide: () => tell(""),
  };
}
