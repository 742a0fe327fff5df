// The one element of ours that stands in a page with marks: over everything, wherever the marked text is, and out of reach of the page's styles.
//
// Its name is our own, and what could hide or move it is set inline as important, which no style sheet can undo. It is a popover, so that it
// stands in the top layer; where the text stands there itself, in a dialog, a popover or in full screen, it has its place inside of that.

import { sheetOf } from "../element/sheets.js";
import { groundOf } from "./ground.js";

/** `all` says nothing of the direction of text. */
const STYLES = {
  all: "initial", display: "block", position: "fixed", inset: "0 auto auto 0", width: "0", height: "0", overflow: "visible", "z-index": "2147483647", direction: "ltr",
};

/** What browsers show above all else. One that does not know a selector skips it. */
const TOP = ["dialog:modal", ":popover-open", ":fullscreen"];

/** @param {Document} document  @param {string} label */
export function createHost(document, label) {
  const host = document.createElement("newsmark-overlay");
  host.setAttribute("role", "region");
  host.setAttribute("aria-label", label);
  host.setAttribute("lang", "en");
  if ("showPopover" in host) host.setAttribute("popover", "manual");
  for (const [name, value] of Object.entries(STYLES)) set(name, value);
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [sheetOf(document, { isFloored: true })];

  /** @param {string} name  @param {string} value */
  function set(name, value) {
    host.style.setProperty(name, value, "important");
  }

  return {
    shadow,
    element: host,

    /** Puts it where it can be seen and used with an element's text. @param {Element} root */
    moveTo(root) {
      const place = layerOf(root) ?? document.body ?? document.documentElement;
      if (host.parentNode !== place) place.append(host);
      if ("showPopover" in host && !host.matches(":popover-open")) host.showPopover();
    },

    /** Gives it colours for the ground that an element's text stands on. @param {Element} root */
    suit(root) {
      set("color-scheme", groundOf(root) === "light" ? "light" : "dark");
    },

    /** Moves what is in it, as the text under it was moved. @param {number} x  @param {number} y */
    shift(x, y) {
      set("left", `${x}px`);
      set("top", `${y}px`);
    },

    remove: () => host.remove(),
  };
}

/** The innermost element of the top layer that another stands in. @param {Element} root */
export function layerOf(root) {
  for (let at = /** @type {Element | null} */ (root); at; at = at.parentElement ?? hostOf(at)) {
    const element = at;
    if (TOP.some((selector) => CSS.supports(`selector(${selector})`) && element.matches(selector))) return element;
  }
  return null;
}

/** @param {Element} element */
function hostOf(element) {
  const tree = element.getRootNode();
  return "host" in tree ? /** @type {ShadowRoot} */ (tree).host : null;
}
