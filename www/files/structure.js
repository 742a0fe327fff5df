// The words of markup, by its structure: a blank line between blocks, a line for each list item, and nothing that is not text.
//
// It only reads. Links keep their words and lose their targets; pictures leave their captions.

/** What has no words of an article, whatever stands in it. */
const SILENT = new Set(["script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas", "video", "audio", "textarea", "select", "button",
  "input", "head", "title", "img", "picture", "map", "math", "rt", "rp", "dialog"]);
const PICTURES = new Set(["img", "picture", "svg", "video", "canvas", "iframe", "object", "embed"]);
/** What stands around an article. */
const AROUND = new Set(["nav", "aside", "footer", "menu"]);
/** What has a blank line before and after it. */
const BLOCKS = new Set(["address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure",
  "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main", "ol", "p", "pre", "section", "summary", "table", "ul", "aside", "nav", "menu"]);

/** What stands between two pieces of text, the more of it the higher. */
const GAPS = ["", " ", "\n", "\n\n"];
const [NOTHING, SPACE, LINE, BLANK] = [0, 1, 2, 3];
/** What has less than a blank line around it. @type {Record<string, number>} */
const GAP_OF = { li: LINE, tr: LINE, td: SPACE, th: SPACE };

/** @typedef {{ text: string, pictures: number, around: number }} Words  The text, and how much was left out. */

/**
 * @param {Node} root
 * @param {boolean} [isWhole]  Whether what stands around an article is taken, too.
 * @returns {Words}
 */
export function wordsOf(root, isWhole = false) {
  /** @type {Words} */
  const words = { text: "", pictures: 0, around: 0 };
  let gap = NOTHING;
  const widen = (/** @type {number} */ least) => (gap = Math.max(gap, least));
  const put = (/** @type {string} */ piece) => {
    words.text += (words.text === "" ? "" : GAPS[gap] ?? "") + piece;
    gap = NOTHING;
  };

  /** How many `pre` are open, where lines are kept. */
  let kept = 0;

  /** Begins an element; false where nothing in it is taken. @param {Element} element */
  function begin(element) {
    const name = element.localName;
    if (PICTURES.has(name)) words.pictures += 1;
    if (SILENT.has(name) || isHidden(element) || isReference(element)) return false;
    if (!isWhole && (AROUND.has(name) || element.getAttribute("role") === "navigation") && !element.closest("blockquote")) {
      if (element.textContent?.trim()) words.around += 1;
      return false;
    }
    if (name === "br") widen(gap === LINE ? BLANK : LINE);
    else widen(GAP_OF[name] ?? (BLOCKS.has(name) ? BLANK : NOTHING));
    if (name === "li") put("• ");
    if (name === "q") put("“");
    if (name === "pre") kept += 1;
    return true;
  }

  /** Ends an element that was begun. @param {string} name */
  function end(name) {
    if (name === "q") words.text += "”";
    if (name === "pre") kept -= 1;
    widen(GAP_OF[name] ?? (BLOCKS.has(name) ? BLANK : NOTHING));
  }

  /** @param {string} value */
  function read(value) {
    if (kept > 0) return put(value.replace(/\r\n?/g, "\n"));
    const piece = value.replace(/[\t\n\f\r \u00a0]+/g, " ");
    if (piece.startsWith(" ")) widen(SPACE);
    if (piece.trim() === "") return;
    put(piece.replace(/^ | $/g, ""));
    if (piece.endsWith(" ")) widen(SPACE);
  }

  // Not by recursion: markup may be nested deeper than the stack is.
  let node = root;
  for (;;) {
    const isOpen = node.nodeType === 1 ? begin(/** @type {Element} */ (node)) : node.nodeType !== 8;
    if (node.nodeType === 3) read(node.nodeValue ?? "");
    if (isOpen && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (isOpen && node.nodeType === 1) end(/** @type {Element} */ (node).localName);
    while (node !== root && !node.nextSibling && node.parentNode) {
      node = node.parentNode;
      if (node.nodeType === 1) end(/** @type {Element} */ (node).localName);
    }
    if (node === root || !node.nextSibling) return finished(words);
    node = node.nextSibling;
  }
}

/** @param {Words} words */
function finished(words) {
  const text = words.text.replace(/[ \t]+$/gm, "").replace(/^• *\n+/gm, "• ").replace(/^• *$/gm, "").replace(/\n{3,}/g, "\n\n").trim();
  return { ...words, text };
}

/** @param {Element} element */
function isHidden(element) {
  return element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true" || /display:\s*none/i.test(element.getAttribute("style") ?? "");
}

/** The number of a note, which is a link to it. @param {Element} element */
function isReference(element) {
  if (element.localName !== "sup") return false;
  const link = element.querySelector("a[href*='#']");
  return link !== null && link.textContent?.trim() === element.textContent?.trim();
}
