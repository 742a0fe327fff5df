// Decodes bytes: by their byte order mark, or by what the file declares, or as UTF-8, or as Windows-1252.
//
// Bytes that are not text give null, not noise.

/** How a file begins that says by it what it is in. @type {readonly (readonly [string, readonly number[]])[]} */
const MARKS = [["utf-8", [0xef, 0xbb, 0xbf]], ["utf-16le", [0xff, 0xfe]], ["utf-16be", [0xfe, 0xff]]];

/** Where a page says what it is in, and where UTF-16 shows, in bytes from the start. */
const HEAD = 1024;

/**
 * @param {Uint8Array} bytes
 * @param {boolean} isPage  Whether it is HTML, which may name its encoding.
 * @returns {string | null} null where it is no text.
 */
export function decode(bytes, isPage) {
  const encoding = marked(bytes) ?? unmarked(bytes) ?? (isPage ? declared(bytes) : null);
  const text = (encoding ? decoded(bytes, encoding) : null) ?? decoded(bytes, "utf-8") ?? decoded(bytes, "windows-1252");
  return text === null || text.includes("\0") ? null : text;
}

/** @param {Uint8Array} bytes */
function marked(bytes) {
  return MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
}

/** UTF-16 without its mark: every second byte is zero, for most letters. @param {Uint8Array} bytes */
function unmarked(bytes) {
  const head = bytes.subarray(0, HEAD);
  const zeros = [0, 0];
  head.forEach((byte, at) => (zeros[at % 2] += Number(byte === 0)));
  const [even = 0, odd = 0] = zeros;
  const many = head.length / 4;
  return odd > many && even === 0 ? "utf-16le" : even > many && odd === 0 ? "utf-16be" : null;
}

/** What a page names, if a browser knows it. @param {Uint8Array} bytes */
function declared(bytes) {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, HEAD));
  const name = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? /^<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
  // Were it in UTF-16, its head could not have been read.
  return !name || /^utf-?16/i.test(name) ? null : name;
}

/** What Windows-1252 has where Node, up to version 22, takes it for Latin-1. */
const WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** @param {Uint8Array} bytes  @param {string} encoding */
function decoded(bytes, encoding) {
  try {
    const decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8" });
    const text = decoder.decode(bytes);
    return decoder.encoding === "windows-1252" ? text.replace(/[\x80-\x9f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter) : text;
  } catch {
    // No such encoding, or not in it.
    return null;
  }
}
