// Word documents: mammoth turns them into markup according to their styles, which is then read like any other markup.

import mammoth from "mammoth";
import { expanded } from "./zip.js";

/** The most that a document may unpack to, in bytes. */
const MOST = 200_000_000;

/** @typedef {import("./files.js").Read} Read */
/** @typedef {import("./files.js").Refused} Refused */

/** What is a headline to a reader, by the names of Word's own styles. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Heading 1'] => h2:fresh"];

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<Read | Refused>}
 */
export async function readDocx(bytes) {
  if (expanded(bytes) > MOST) return { wrong: "length" };
  let pictures = 0;
  const convertImage = mammoth.images.imgElement(async () => {
    pictures += 1;
    return { src: "" };
  });
  const { readFragment } = await import("./webpage.js");
  try {
    const arrayBuffer = /** @type {ArrayBuffer} */ (bytes.slice().buffer);
    const { value } = await mammoth.convertToHtml({ arrayBuffer }, { styleMap: STYLES, convertImage });
    const read = readFragment(value);
    return { text: read?.text ?? "", original: null, cleaned: pictures > 0 ? ["pictures"] : [], title: read?.title ?? null };
  } catch {
    return { wrong: "damaged" };
  }
}
