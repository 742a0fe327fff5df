// Extracts the text of a file, whatever program wrote it: plain text in any common encoding, a web page, a PDF, a Word document or an email.
//
// The code for each kind is loaded when such a file comes. Nothing in a file runs, and nothing that it refers to is requested. A file that cannot be
// read is rejected with a sentence for readers.

import { decode } from "./encoding.js";

/** @typedef {"line-breaks" | "surroundings" | "pictures" | "running-heads" | "mail-header"} Cleaned */

/**
 * @typedef {object} Read
 * @property {string} text              The article's.
 * @property {string | null} original   All the text that there was, where more was there.
 * @property {Cleaned[]} cleaned        What was left out: "line-breaks" (of a printed page), "surroundings" (menus and the like), "pictures",
 *   "running-heads" (with the numbers of pages), "mail-header".
 * @property {boolean} [isBroken]       Whether hyphens at line ends still break words, as on paper: `annotate` reads on over them.
 * @property {string | null} [title]    The headline, where it is told apart.
 * @property {string | null} [date]     The day it is of, `YYYY-MM-DD`, by what came along with the text.
 * @property {"json-ld" | "meta" | "time" | "mail" | "pdf" | null} [dateFrom]  What told the day. A PDF's ("pdf") is when the file was made, a hint at best.
 */
/** @typedef {"length" | "empty" | "unsupported" | "damaged" | "password" | "no-text"} Wrong  Why a file cannot be read. */
/** @typedef {Error & { name: "NewsmarkError", kind: "file", reason: Wrong }} FileError */
/** @typedef {{ wrong: Wrong }} Refused */

/** Larger files are refused: no article is that long. PDFs and Word documents hold pictures, too. */
const LARGEST = 50_000_000;
/** The largest that is text alone. */
const LONGEST = 8_000_000;

/** How files begin that are something else, and what they are. @type {readonly (readonly [string, Kind])[]} */
const BEGINNINGS = [["%PDF-", "pdf"], ["PK\x03\x04", "zip"], ["\xd0\xcf\x11\xe0", "old office"], ["{\\rtf", "rtf"], ["\x89PNG", "picture"], ["\xff\xd8\xff", "picture"], ["GIF8", "picture"]];
/** @typedef {"pdf" | "zip" | "old office" | "rtf" | "picture" | "mail" | "page" | "text"} Kind */

/**
 * Reads a file.
 * @param {Blob | ArrayBuffer | Uint8Array} file
 * @param {string} [name]  Its name: the ending tells a page or a mail from a text. A `File` has its own.
 * @returns {Promise<Read>} rejected with a `FileError` where there is nothing to read; its message can be shown.
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
 * Reads rich text, as it is copied from a page.
 * @param {string} html
 * @returns {Promise<Read | null>} null where its structure tells no more than its lines do.
 */
export async function readRichText(html) {
  const { readFragment } = await import("./webpage.js");
  return readFragment(html);
}

/** @type {Record<Kind, (bytes: Uint8Array, name: string) => Promise<Read | Refused>>} */
const readers = {
  pdf: async (bytes) => (await import("./pdf.js")).readPdf(bytes),
  zip: async (bytes, name) => (/\.(docx|docm|dotx)$/i.test(name) || !/\.\w+$/.test(name) ? (await import("./docx.js")).readDocx(bytes) : { wrong: "unsupported" }),
  // A Word document with a password is put into a file of the old kind.
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
  // A kind of file that its beginning does not tell has lost it.
  return /\.(pdf|docx)$/i.test(name) ? (/pdf$/i.test(name) ? "pdf" : "zip") : "text";
}

/** What is said of a file that cannot be read. @type {Record<Wrong, (name: string, kind?: Kind) => string>} */
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
