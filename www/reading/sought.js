// A search term as a pattern that ignores differences in how the article writes it.

/** Marks that a keyboard has, for those of an article. @type {Record<string, string>} */
const SAME = { '"': '["“”„«»]', "'": "['‘’‚]", "-": "[-‐‑–—]" };

/** Words in any case, with any white space between them and any form of quotation mark, apostrophe and dash. @param {string} sought */
export function patternOf(sought) {
  const plain = (/** @type {string} */ word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/["'-]/g, (mark) => SAME[mark] ?? mark);
  return new RegExp(sought.split(/\s+/).map(plain).join("\\s+"), "giu");
}
