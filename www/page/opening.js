// Texts from files: chosen, or dropped anywhere on the page. Only their text is taken; nothing in them runs or is loaded.

/** Larger files are refused: no article is that long. */
const LARGEST = 8_000_000;

/** Elements of an HTML file whose words are no part of the article. */
const SILENT = /^(script|style|noscript|template|nav|svg|iframe|object|textarea|select|button|form|head|title)$/;

/** Elements inside a line of text; all others begin and end one. */
const INLINE = /^(a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr|img|font)$/;

/** What stands for a character in HTML besides numbers: those that articles use. @type {Record<string, string>} */
const ENTITIES = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", shy: "", ensp: " ", emsp: " ", thinsp: " ",
  ndash: "–", mdash: "—", hellip: "…", middot: "·", bull: "•", lsquo: "‘", rsquo: "’", sbquo: "‚", ldquo: "“", rdquo: "”",
  bdquo: "„", laquo: "«", raquo: "»", lsaquo: "‹", rsaquo: "›", euro: "€", pound: "£", cent: "¢", deg: "°", copy: "©",
  reg: "®", trade: "™", eacute: "é", egrave: "è", ecirc: "ê", agrave: "à", aacute: "á", acirc: "â", auml: "ä", aring: "å",
  ccedil: "ç", iacute: "í", icirc: "î", ntilde: "ñ", oacute: "ó", ocirc: "ô", ouml: "ö", oslash: "ø", uacute: "ú", uuml: "ü",
  szlig: "ß",
};

/**
 * The text of a file. Throws an `Error` whose message can be shown.
 * @param {File} file
 */
export async function textOf(file) {
  if (file.size > LARGEST) throw new Error(`${file.name} is larger than ${LARGEST / 1e6} MB.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.subarray(0, 4096).includes(0)) throw new Error(`${file.name} is not a text file.`);
  const text = new TextDecoder().decode(bytes);
  return /\.html?$/i.test(file.name) || file.type === "text/html" ? textOfHtml(text) : text;
}

/**
 * The words of an HTML file, read tag by tag: no document is made of it, so nothing in it can run or load.
 * @param {string} html
 */
export function textOfHtml(html) {
  let text = "";
  /** The silent element that is open, and how many of its kind are. */
  let [silent, depth] = ["", 0];
  const parts = html.matchAll(/<!--[^]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)\b(?:"[^"]*"|'[^']*'|[^"'<>])*>|<![^<>]*>|[^<]+|</gi);
  for (const [part, closes, tag] of parts) {
    const name = tag?.toLowerCase() ?? "";
    if (silent) {
      if (name === silent) depth += closes ? -1 : 1;
      if (depth === 0) silent = "";
    } else if (SILENT.test(name)) {
      if (!closes) [silent, depth] = [name, 1];
    } else if (name === "br") {
      text += "\n";
    } else if (name) {
      text += INLINE.test(name) ? "" : "\n\n";
    } else if (!part.startsWith("<!")) {
      text += characters(part.replace(/\s+/g, " "));
    }
  }
  return text.split(/\n\s*\n/).map((block) => block.replace(/\s+/g, " ").trim()).filter(Boolean).join("\n\n");
}

/** A text with the characters that its references stand for. @param {string} text */
function characters(text) {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name] ?? ENTITIES[name.toLowerCase()] ?? whole;
    const code = parseInt(decimal ?? hex, decimal ? 10 : 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : "\ufffd";
  });
}

/**
 * Takes files that are chosen in a field or dropped on the page.
 * @param {HTMLInputElement} field
 * @param {(file: File) => void} take
 */
export function setUpOpening(field, take) {
  field.addEventListener("change", () => {
    const file = field.files?.[0];
    // The same file can be chosen again.
    if (file) take(file);
    field.value = "";
  });
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    take(file);
  });
}
