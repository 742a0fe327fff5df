// Extracts the text of a file, whatever program wrote it: plain text in any common encoding, a web page, a PDF, a Word document or an email.
//
// The code for each kind is loaded when such a file comes. Nothing in a file runs, and nothing that it refers to is requested. A file that cannot be
// read is rejected with a sentence for readers.

import { decode } from "./encoding.js";

/** @typedef {"line-breaks" | "surroundings" | "pictures" | "running-heads" | "mail-header"} Cleaned */

/**
 * @typedef {object} Read
 * @property {string} text              The article.
 * @property {string | null} original   The whole text; null if nothing was left out.
 * @property {Cleaned[]} cleaned        What was left out: "line-breaks" (of a printed page), "surroundings" (menus and the like), "pictures",
 *   "running-heads" (with page numbers), "mail-header".
 * @property {boolean} [isBroken]       Whether hyphens at line ends still break words, as on paper: `annotate` reads across them.
 * @property {string | null} [title]    The headline, if it is known.
 * @property {string | null} [date]     The publication date, `YYYY-MM-DD`, from the file's own data.
 * @property {"json-ld" | "meta" | "time" | "mail" | "pdf" | null} [dateFrom]  Where the date came from. A PDF's ("pdf") is when the file was made, which is only a hint.
 */
/** @typedef {"length" | "empty" | "unsupported" | "damaged" | "password" | "no-text"} Wrong  Why a file cannot be read. */
/** @typedef {Error & { name: "NewsmarkError", kind: "file", reason: Wrong }} FileError */
/** @typedef {{ wrong: Wrong }} Refused */

/** Larger files are rejected: no article is that long. PDFs and Word documents also contain pictures. */
const LARGEST = 50_000_000;
/** The largest plain text. */
const LONGEST = 8_000_000;

/** The first bytes of other kinds of files. @type {readonly (readonly [string, Kind])[]} */
const BEGINNINGS = [["%PDF-", "pdf"], ["PK\x03\x04", "zip"], ["\xd0\xcf\x11\xe0", "old office"], ["{\\rtf", "rtf"], ["\x89PNG", "picture"], ["\xff\xd8\xff", "picture"], ["GIF8", "picture"]];
/** @typedef {"pdf" | "zip" | "old office" | "rtf" | "picture" | "mail" | "page" | "text"} Kind */

/**
 * Reads a file.
 * @param {Blob | ArrayBuffer | Uint8Array} file
 * @param {string} [name]  Its name: the extension distinguishes a page or an email from plain text. A `File` brings its own.
 * @returns {Promise<Read>} rejects with a `FileError` if there is nothing to read; its message can be shown to readers.
 */
export async function readFile(file, name = file instanceof Blob && "name" in file ? String(file.name) : "") {
  const size = file instanceof Blob ? file.size : file.byteLength;
  if (size > LARGEST) throw failure("length", name);
  if (size === 0) throw failure("empty", name);
  // Node's own buffers are shared, and libraries refuse them.
  const bytes = new Uint8Array(file instanceof Blob ? await file.arrayBuffer() : file);
  const kind = kindOf(bytes, name, file instanceof Blob ? file.type : "");
  if ((kind === "text" || kind === "page") && size > LONGEST) throw failure("length", name);
  const read = await readers[kind](bytes, name);
  if ("wrong" in read) throw failure(read.wrong, name, kind);
  if (read.text.length > LONGEST) throw failure("length", name);
  if (read.text.trim() === "") throw failure(kind === "text" ? "empty" : "no-text", name, kind);
  return read;
}

/**
 * Reads rich text that was copied from a page.
 * @param {string} html
 * @returns {Promise<Read | null>} null if its structure says no more than its lines.
 */
export async function readRichText(html) {
  const { readFragment } = await import("./webpage.js");
  return readFragment(html);
}

/** @type {Record<Kind, (bytes: Uint8Array, name: string) => Promise<Read | Refused>>} */
const readers = {
  pdf: async (bytes) => (await import("./pdf.js")).readPdf(bytes),
  zip: async (bytes, name) => (/\.(docx|docm|dotx)$/i.test(name) || !/\.\w+$/.test(name) ? (await import("./docx.js")).readDocx(bytes) : { wrong: "unsupported" }),
  // A Word document with a password is stored in a file of the old kind.
  "old office": async (_, name) => ({ wrong: /\.docx$/i.test(name) ? "password" : "unsupported" }),
  rtf: async () => ({ wrong: "unsupported" }),
  picture: async () => ({ wrong: "unsupported" }),
  mail: async (bytes) => (await import("./mail.js")).readMail(bytes),
  page: async (bytes) => {
    const html = decode(bytes, true);
    return html === null ? { wrong: "unsupported" } : (await import("./webpage.js")).readPage(html);
  },
  text: async (bytes) => {
    const text = decode(bytes, false);
    return text === null ? { wrong: "unsupported" } : { text, original: null, cleaned: [] };
  },
};

/** @param {Uint8Array} bytes  @param {string} name  @param {string} type  @returns {Kind} */
function kindOf(bytes, name, type) {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const begun = BEGINNINGS.find(([beginning, kind]) => (kind === "pdf" ? head.includes(beginning) : head.startsWith(beginning)));
  if (begun) return begun[1];
  if (/\.(eml|mht|mhtml)$/i.test(name) || type === "message/rfc822") return "mail";
  if (/\.(x?html?)$/i.test(name) || /html/.test(type) || /^\s*<(!doctype html|html)\b/i.test(head)) return "page";
  // A file whose first bytes do not match its kind is damaged.
  return /\.(pdf|docx)$/i.test(name) ? (/pdf$/i.test(name) ? "pdf" : "zip") : "text";
}

/** The message about a file that cannot be read. @type {Record<Wrong, (name: string, kind?: Kind) => string>} */
const SENTENCES = {
  length: (name) => `${name} is too large. No article is that long.`,
  empty: (name) => `${name} is empty.`,
  unsupported: (name, kind) => kind === "picture" ? `${name} is a picture. newsmark cannot read the words in pictures.`
    : kind === "old office" || kind === "rtf" || kind === "zip" ? `newsmark cannot open ${name}. Save it as a Word document (.docx) or as a PDF, or copy the text and paste it here.`
    : `${name} is not a kind of file that newsmark can read. Copy the text and paste it here.`,
  damaged: (name) => `${name} is damaged and cannot be read. Try to get the file again, or paste the text.`,
  password: (name) => `${name} is protected by a password. Save a copy without one, or open it and paste the text.`,
  "no-text": (name, kind) => kind === "pdf" ? `${name} holds pictures of pages, and no text. It may be a scan. A program for text recognition (OCR) can make text of it.`
    : `There is no text in ${name}.`,
};

/** @param {Wrong} reason  @param {string} name  @param {Kind} [kind]  @returns {FileError} */
function failure(reason, name, kind) {
  const sentence = SENTENCES[reason](name || "This file", kind);
  return Object.assign(new Error(sentence), { name: /** @type {const} */ ("NewsmarkError"), kind: /** @type {const} */ ("file"), reason });
}
