// What a bookmarklet or an extension would do: marks on, marks off, on a page that knows nothing of it.

import { mark, unmark } from "../pkg/mark.js";

const article = /** @type {HTMLElement} */ (document.querySelector("#article"));
const toggle = /** @type {HTMLElement} */ (document.querySelector("#toggle"));

toggle.addEventListener("click", async () => {
  const isOn = toggle.getAttribute("aria-pressed") !== "true";
  toggle.setAttribute("aria-pressed", String(isOn));
  if (isOn) await mark(article, { watch: true });
  else unmark(article);
});
