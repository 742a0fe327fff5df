/** @param {HTMLElement} element */
export function textOf(element) {
  return element.childElementCount === 0 ? element.textContent ?? "" : element.innerText;
}
