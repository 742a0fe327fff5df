// PDFs: takes the words of each page from pdf.js, and puts them into reading order.
//
// pdf.js runs in the calling thread; the page has one for files. A PDF's pictures, forms, links and scripts are never touched.

// @ts-ignore: the small file comes without the types that the other has.
import { getDocument as open } from "pdfjs-dist/legacy/build/pdf.min.mjs";
// @ts-ignore: likewise.
import * as pdfjsWorker from "pdfjs-dist/legacy/build/pdf.worker.min.mjs";
import { dayOf } from "./days.js";
import { columnsOf } from "./pdf-columns.js";
import { partsOf } from "./pdf-heads.js";
import { linesOf } from "./pdf-lines.js";
import { paragraphs } from "./pdf-paragraphs.js";

/** @typedef {import("./files.js").Read} Read */
/** @typedef {import("./files.js").Refused} Refused */

/** @type {typeof import("pdfjs-dist/legacy/build/pdf.mjs").getDocument} */
const getDocument = open;

// With this it starts no thread of its own.
Object.assign(globalThis, { pdfjsWorker });

/** Fewer letters than this on a page are a stamp or a number on a scan. */
const FEW = 10;

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<Read | Refused>}
 */
export async function readPdf(bytes) {
  // The bytes go over to pdf.js, and are the caller's.
  const loading = getDocument({ data: bytes.slice(), disableFontFace: true, useSystemFonts: false, isEvalSupported: false, useWorkerFetch: false, useWasm: false, stopAtErrors: false, verbosity: 0 });
  try {
    const file = await loading.promise;
    /** @type {import("./pdf-lines.js").Page[]} */
    const pages = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number);
      const { items } = await page.getTextContent();
      const { width, height, transform } = page.getViewport({ scale: 1 });
      pages.push({ width, height, lines: linesOf(/** @type {any} */ (items), transform) });
      page.cleanup();
    }
    if (letters(pages) < FEW * Math.min(pages.length, 3)) return { wrong: "no-text" };
    const { info } = await file.getMetadata();
    const made = /** @type {Record<string, unknown>} */ (info)["CreationDate"];
    const date = dayOf(typeof made === "string" ? made : null);
    const parts = partsOf(pages);
    const hasHeads = parts.some(({ head, foot }) => head.length + foot.length > 0);
    return {
      text: paragraphs(parts.flatMap(({ body }) => columnsOf(body))),
      original: paragraphs(parts.flatMap(({ head, body, foot }) => [...columnsOf(head), ...columnsOf(body), ...columnsOf(foot)]), true),
      cleaned: hasHeads ? ["line-breaks", "running-heads"] : ["line-breaks"],
      isBroken: true,
      title: null,
      ...(date ? { date, dateFrom: /** @type {const} */ ("pdf") } : {}),
    };
  } catch (error) {
    return { wrong: /** @type {Error} */ (error).name === "PasswordException" ? "password" : "damaged" };
  } finally {
    await loading.destroy();
  }
}

/** @param {readonly import("./pdf-lines.js").Page[]} pages */
function letters(pages) {
  return pages.flatMap(({ lines }) => lines).reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
}
