// What the reader has selected: where it stands in the text that is read, and annotations of a part told as those of the whole.

/** Fewer characters are a word that was looked up, and no passage. */
const LEAST = 40;

/**
 * @param {Document} page
 * @returns {{ root: Element, words: string } | null}  The selected words and the element around them; null where nothing worth reading is selected.
 */
export function selectionIn(page) {
  const selection = page.getSelection();
  const words = selection?.toString() ?? "";
  if (!selection || selection.rangeCount === 0 || words.trim().length < LEAST) return null;
  const around = selection.getRangeAt(0).commonAncestorContainer;
  const root = around.nodeType === Node.ELEMENT_NODE ? /** @type {Element} */ (around) : around.parentElement;
  return root && { root, words };
}

/**
 * Where words stand in a text that may have other spaces and lines.
 * @param {string} text
 * @param {string} words
 * @returns {[start: number, end: number] | null}
 */
export function placeIn(text, words) {
  /** Where each letter of the text stands. @type {number[]} */
  const places = [];
  let letters = "";
  for (let at = 0; at < text.length; at += 1) {
    if (BLANK.test(text[at] ?? "")) continue;
    places.push(at);
    letters += text[at];
  }
  const wanted = [...words].filter((character) => !BLANK.test(character)).join("");
  const found = letters.indexOf(wanted);
  const [start, end] = [places[found], places[found + wanted.length - 1]];
  return wanted === "" || start === undefined || end === undefined ? null : [start, end + 1];
}

/** Spaces, and what nobody sees. */
const BLANK = /[\s\u00ad\u200b-\u200d\u2060\ufeff]/;

/**
 * Annotations of a part of a text as those of the whole: every span is moved.
 * @template T
 * @param {T} annotations
 * @param {number} by  Where the part begins.
 * @returns {T}
 */
export function moved(annotations, by) {
  if (Array.isArray(annotations)) return /** @type {T} */ (annotations.map((each) => moved(each, by)));
  if (typeof annotations !== "object" || annotations === null) return annotations;
  const entries = Object.entries(annotations).map(([name, value]) => [name, (name === "start" || name === "end") && typeof value === "number" ? value + by : moved(value, by)]);
  return /** @type {T} */ (Object.fromEntries(entries));
}
