// A link that holds the article itself, with its corrections, compressed, after the "#": what stands there is never sent to a server.

import { isCorrection } from "../corrections/store.js";

/** @typedef {import("../corrections/correct.js").Correction} Correction */

/** The longest link that browsers and messengers are sure to keep, in characters. */
const LONGEST = 32_000;

const NAME = "text=";

/**
 * The link of a text; null where it would be too long.
 * @param {string} text
 * @param {string} date  The day that the reader gave, or "".
 * @param {readonly Correction[]} [corrections]
 */
export async function linkOf(text, date, corrections = []) {
  const packed = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(JSON.stringify(corrections.length > 0 ? [text, date, corrections] : [text, date])));
  const address = new URL(location.href);
  address.hash = NAME + btoa(binary(packed)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return address.href.length <= LONGEST ? address.href : null;
}

/** Whether the page's address says that it holds a text. */
export function isLinked() {
  return location.hash.startsWith(`#${NAME}`);
}

/** Takes the text out of the address, once another is shown. */
export function unlink() {
  if (isLinked()) history.replaceState(null, "", location.pathname + location.search);
}

/**
 * The text, date and corrections that the page's own address holds; null where it holds none, or what is no text.
 * @returns {Promise<{ text: string, date: string, corrections: Correction[] } | null>}
 */
export async function linked() {
  const hash = location.hash.slice(1);
  if (!isLinked() || hash.length > LONGEST) return null;
  try {
    const packed = atob(hash.slice(NAME.length).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
    const [text, date, corrections = []] = JSON.parse(new TextDecoder().decode(await through(new DecompressionStream("deflate-raw"), bytes)));
    return typeof text === "string" && /^(\d{4}-\d{2}-\d{2})?$/.test(date) && Array.isArray(corrections) ? { text, date, corrections: corrections.filter(isCorrection) } : null;
  } catch {
    return null;
  }
}

/** @param {Uint8Array} bytes */
function binary(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** What a short link may unpack to, in bytes: compressed nonsense is not read to its end. */
const MOST = 8_000_000;

/**
 * @param {CompressionStream | DecompressionStream} stream
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function through(stream, bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST) throw new Error("too much");
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
