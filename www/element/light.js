// The text that somebody wrote into an element: as a reader would see it, whether it is shown or not.
//
// Paragraphs and other blocks come out as paragraphs, spaces as one, and what is hidden, or is no text, not at all. A text without
// any elements is taken as it is, so that its blank lines make paragraphs.

/** Elements whose words are no part of the text. */
const SILENT = "script, style, noscript, template, textarea, select, button, svg, math, iframe, object, [hidden]";

/** @param {HTMLElement} element */
export function textOf(element) {
  if (element.childElementCount === 0) return element.textContent ?? "";
  const read = { text: "", breaks: "", space: false };
  readInto(read, element);
  return read.text;
}

/** @typedef {{ text: string, breaks: string, space: boolean }} Reading  Breaks and a space that stand before the next word, if one comes. */

/** @param {Reading} read  @param {Element} parent */
function readInto(read, parent) {
  const keeps = /^(pre|break-spaces)/.test(styleOf(parent).whiteSpace);
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) addWords(read, node.nodeValue ?? "", keeps);
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const child = /** @type {Element} */ (node);
    const { display } = styleOf(child);
    if (display === "none" || child.matches(SILENT)) continue;
    if (child.localName === "br") {
      read.breaks += "\n";
    } else if (/^(inline|contents|ruby)/.test(display)) {
      readInto(read, child);
    } else {
      read.breaks = "\n\n";
      readInto(read, child);
      read.breaks = "\n\n";
    }
  }
}

/** @param {Reading} read  @param {string} words  @param {boolean} keeps  Whether white space is kept as it is. */
function addWords(read, words, keeps) {
  for (const part of keeps ? [words] : words.split(/([\t\n\f\r ]+)/)) {
    if (part === "") continue;
    if (!keeps && /^[\t\n\f\r ]/.test(part)) {
      read.space = true;
      continue;
    }
    if (read.text) read.text += read.breaks || (read.space ? " " : "");
    read.text += part;
    read.breaks = "";
    read.space = false;
  }
}

/** @param {Element} element */
function styleOf(element) {
  return /** @type {Window} */ (element.ownerDocument.defaultView).getComputedStyle(element);
}
