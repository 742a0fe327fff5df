// What a text stands on, as far as its page tells: pictures and what lies behind them are not looked at.

/** @typedef {"light" | "dark" | "coloured"} Ground  Light letters stand on "dark", as nearly black, or on "coloured". */

/** Of 255: letters that are brighter have a dark ground, and one that is brighter is no longer nearly black. */
const LETTERS = 140;
const BLACK = 45;

/** @param {Element} root  @returns {Ground} */
export function groundOf(root) {
  const window = /** @type {Window} */ (root.ownerDocument.defaultView);
  if (brightness(window.getComputedStyle(root).color) <= LETTERS) return "light";
  for (let at = /** @type {Element | null} */ (root); at; at = at.parentElement) {
    const { backgroundColor } = window.getComputedStyle(at);
    if (!/^rgba|transparent|\//.test(backgroundColor)) return brightness(backgroundColor) > BLACK ? "coloured" : "dark";
  }
  return "dark";
}

/** How bright a computed colour is, of 255. @param {string} color */
function brightness(color) {
  const [first = 0, second = 0, third = 0] = [...color.matchAll(/-?[\d.]+/g)].map(Number);
  // Those that are not of red, green and blue begin with their lightness: of 1 in "oklch", of 100 in "lch".
  if (!/^rgb|^color/.test(color)) return 255 * (/^ok/.test(color) ? first : first / 100);
  return (/^color/.test(color) ? 255 : 1) * (0.299 * first + 0.587 * second + 0.114 * third);
}
