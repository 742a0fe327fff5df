// A button that does something.

import { element } from "../../../reading/dom.js";

/** @param {string} name  @param {() => void} pressed  @param {string} [look] */
export function press(name, pressed, look = "quiet") {
  const button = element("button", { type: "button", class: look }, name);
  button.addEventListener("click", pressed);
  return button;
}
