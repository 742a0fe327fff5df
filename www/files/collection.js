// Reads articles from many files: a folder, an archive (.zip) or JSON lines (.jsonl). A file that cannot be read is reported with the reason, and does
// not stop the others. fflate unpacks archives: it is small and supports every compression they use.

import { unzipSync } from "fflate";

/** @typedef {{ text: string, date: string, publication: string, file: string }} Arrived */
/** @typedef {{ file: string, why: string }} Refused  `why` is a sentence, or "" where what reads such a file could not be loaded. */
/** @typedef {{ arrived: Arrived[], refused: Refused[], done: number, of: number }} Portion */

/** Files that systems and programs leave beside others. */
const BESIDE = /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i;
/** The largest archive, and the most that it may unpack to, in bytes. */
const LARGEST = 200_000_000;
const MOST = 400_000_000;
/** So many articles are told of at a time. */
const PORTION = 40;

/**
 * @param {readonly File[]} files
 * @param {typeof import("./files.js").readFile} readFile  What reads one of them: whoever has this has that already.
 * @param {(portion: Portion) => void} tell
 */
export async function readCollection(files, readFile, tell) {
  /** @type {Portion} */
  let portion = { arrived: [], refused: [], done: 0, of: files.length };
  const flush = () => {
    tell(portion);
    portion = { ...portion, arrived: [], refused: [] };
  };
  /** @param {Blob | Uint8Array} file  @param {string} name */
  const one = async (file, name) => {
    try {
      const { text, date, dateFrom } = await readFile(file, name);
      // The day on which a PDF was made is a hint at best.
      portion.arrived.push({ text, date: dateFrom === "pdf" ? "" : date ?? "", publication: "", file: name });
    } catch (error) {
      const { message, name: kind } = /** @type {Error} */ (error);
      portion.refused.push({ file: name, why: kind === "NewsmarkError" ? message : "" });
    }
    portion.done += 1;
    if (portion.arrived.length >= PORTION) flush();
  };
  for (const file of files) {
    const name = file.webkitRelativePath || file.name;
    if (BESIDE.test(name)) portion.done += 1;
    else if (/\.zip$/i.test(name)) await archive(file, name);
    else if (/\.(jsonl|ndjson)$/i.test(name)) await lines(file, name);
    else await one(file, name);
  }
  flush();

  /** @param {File} file  @param {string} name */
  async function archive(file, name) {
    const entries = file.size > LARGEST ? "large" : unpacked(new Uint8Array(await file.arrayBuffer()));
    portion.done += 1;
    if (typeof entries === "string") return void portion.refused.push({ file: name, why: WRONG[entries](name) });
    portion.of += entries.length;
    for (const [entry, content] of entries) {
      if (/\.(jsonl|ndjson)$/i.test(entry)) await lines(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (content)]), entry);
      else await one(content, entry);
    }
  }

  /** @param {Blob} file  @param {string} name */
  async function lines(file, name) {
    portion.done += 1;
    if (file.size > LARGEST) return void portion.refused.push({ file: name, why: WRONG.large(name) });
    const all = (await file.text()).split(/\r?\n/);
    all.forEach((line, at) => {
      if (line.trim() === "") return;
      const article = articleOf(line);
      if (article) portion.arrived.push({ ...article, file: name });
      else portion.refused.push({ file: name, why: `Line ${at + 1} of ${name} is no JSON object with a “text”.` });
      if (portion.arrived.length >= PORTION) flush();
    });
  }
}

/** @param {string} line */
function articleOf(line) {
  try {
    const given = JSON.parse(line);
    if (typeof given?.text !== "string" || given.text.trim() === "") return null;
    const word = (/** @type {string} */ name) => (typeof given[name] === "string" ? given[name] : "");
    return { text: given.text, date: word("date").slice(0, 10), publication: word("publication") || word("source") };
  } catch {
    return null;
  }
}

/** What is said of what cannot be opened. @type {Record<"large" | "damaged", (name: string) => string>} */
const WRONG = {
  large: (name) => `${name} is too large. Open its files a part at a time.`,
  damaged: (name) => `${name} is damaged or protected by a password, and cannot be unpacked.`,
};

/** The files of an archive. @param {Uint8Array} bytes */
function unpacked(bytes) {
  let sum = 0;
  try {
    return Object.entries(unzipSync(bytes, { filter: ({ name, originalSize }) => {
      const isWanted = !name.endsWith("/") && !BESIDE.test(name);
      if (isWanted) sum += originalSize;
      // A small file can hold more than there is room for: it says so before it is unpacked.
      if (sum > MOST) throw new RangeError("too large");
      return isWanted;
    } }));
  } catch {
    return sum > MOST ? "large" : "damaged";
  }
}
