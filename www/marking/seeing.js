// Whether a reader can see an element of a page: not where it is folded away, clipped, transparent, or stands outside of the page.
//
// What somebody else lays over it is not looked at.

/** In pixels: what is no wider or higher shows no word. */
const LEAST = 1;

/**
 * Whether an element that has a box shows nothing.
 * @param {Element} element
 * @param {Element} parent
 * @param {CSSStyleDeclaration} style
 */
export function isUnseen(element, parent, style) {
  if (style.opacity === "0") return true;
  // Of a closed <details> its summary shows.
  if (parent.localName === "details" && !parent.hasAttribute("open") && element !== parent.querySelector(":scope > summary")) return true;
  // Children of a host show in its slots.
  const isHosted = parent.shadowRoot !== null || parent.localName.includes("-");
  if (isHosted && style.display !== "contents" && element.checkVisibility?.() === false) return true;
  const { position } = style;
  const isPositioned = position !== "static";
  // What follows does nothing to a part of a line.
  if (style.display === "inline" && !isPositioned) return false;
  if (style.contentVisibility === "hidden" || /^inset\((?:50|100)%/.test(style.clipPath)) return true;
  if (/hidden|clip/.test(style.overflow) && isTiny(element, style)) return true;
  return (isPositioned && isClipped(style)) || ((isPositioned || isMoved(style)) && isOffScreen(element, position));
}

/** @param {CSSStyleDeclaration} style */
function isMoved({ transform, translate }) {
  return transform !== "none" || (translate ?? "none") !== "none";
}

/** Whether a text has no place in its parent's shadow root. @param {Text} text  @param {Element} parent */
export function isUnslotted(text, parent) {
  return parent.shadowRoot !== null && text.assignedSlot === null;
}

/** By the old property, which only positioned elements have. @param {CSSStyleDeclaration} style */
function isClipped({ clip, position }) {
  const [top = 0, right = 0, bottom = 0, left = 0] = [...clip.matchAll(/-?[\d.]+/g)].map(Number);
  return /^(?:absolute|fixed)$/.test(position) && /^rect\(\D*\d/.test(clip) && !clip.includes("auto") && (bottom - top <= LEAST || right - left <= LEAST);
}

/** @param {Element} element  @param {CSSStyleDeclaration} style */
function isTiny(element, { display }) {
  if (display === "inline" || display === "contents") return false;
  const { width, height } = element.getBoundingClientRect();
  return width <= LEAST || height <= LEAST;
}

/** Whether an element stands out of the page, as menus do until they are opened. @param {Element} element  @param {string} position */
function isOffScreen(element, position) {
  const { left, right, bottom, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return false;
  const { documentElement, defaultView: window } = element.ownerDocument;
  if (!window || (right > 0 && bottom > 0 && left < window.innerWidth)) return false;
  let [x, y] = position === "fixed" ? [0, 0] : [window.scrollX, window.scrollY];
  // What was scrolled away in a part of the page can be scrolled back.
  for (let around = element.parentElement; around && around !== documentElement && around !== element.ownerDocument.body; around = around.parentElement) {
    x += around.scrollLeft;
    y += around.scrollTop;
    if (left >= window.innerWidth && around.scrollWidth > around.clientWidth && window.getComputedStyle(around).overflowX !== "visible") return false;
  }
  return right + x <= 0 || bottom + y <= 0 || left + x >= (position === "fixed" ? window.innerWidth : documentElement.scrollWidth);
}
