// How articles come into a dossier: files, folders, archives and saved dossiers that are chosen or dropped, and text that is pasted. Files are
// read in a thread of their own. While the dossier is open, nothing of this reaches the page below.

import * as words from "../../../words/dossier.js";
import { fromFile, storyOf } from "../../../dossier/file.js";

/** @typedef {import("../../../dossier/digest.js").Story} Story */
/** @typedef {import("../../../dossier/file.js").Dossier} Dossier */
/** @typedef {import("../../../files/collection.js").Portion} Portion */
/** @typedef {import("../../../files/collection.js").Refused} Refused */

/** Markup that tells more than the lines of a plain text do. */
const STRUCTURE = /<(?:p|h[1-6]|li|blockquote|div|br|table|article|main)\b/i;
/** What may be pasted into by the browser alone. */
const FIELDS = "input, textarea";

/**
 * @param {HTMLDialogElement} dialog
 * @param {() => Worker} createThread
 * @param {object} dossier
 * @param {() => void} dossier.began                                  To be told before anything is added.
 * @param {(stories: readonly Story[]) => number} dossier.arrived     Tells how many were new.
 * @param {(given: Dossier) => void} dossier.opened
 * @param {(done: number, of: number) => void} dossier.progress
 * @param {(refused: readonly Refused[]) => void} dossier.refused
 * @param {(what: string, isNew: boolean) => void} dossier.done
 */
export function setUpArriving(dialog, createThread, { began, arrived, opened, progress, refused, done }) {
  /** @type {Worker | null} */
  let thread = null;

  function cancel() {
    thread?.terminate();
    thread = null;
    progress(0, 0);
  }

  /** @param {readonly File[]} files */
  async function take(files) {
    const dossiers = files.filter(({ name }) => /\.json$/i.test(name));
    const others = files.filter((file) => !dossiers.includes(file));
    if (files.length > 0) began();
    for (const file of dossiers) {
      const given = fromFile(await file.text());
      if (typeof given === "string") refused([{ file: file.name, why: (given === "newer" ? words.isNewer : words.isOther)(file.name) }]);
      else {
        opened(given);
        done(words.opened(given.name || file.name), true);
      }
    }
    if (others.length > 0) read({ collection: others });
  }

  /** @param {{ collection: readonly File[] } | { html: string }} what  @param {() => void} [otherwise]  Where rich text tells no more than its lines. */
  function read(what, otherwise) {
    cancel();
    const own = (thread = createThread());
    let [fresh, all] = [0, 0];
    /** @param {readonly Story[]} stories */
    const add = (stories) => {
      fresh += arrived(stories);
      all += stories.length;
    };
    own.onmessage = ({ data }) => {
      const portion = /** @type {Portion | undefined} */ (data.portion);
      if (portion) {
        if (portion.arrived.length > 0) add(portion.arrived.map(({ text, ...told }) => storyOf(text, told)));
        if (portion.refused.length > 0) refused(portion.refused.map(({ file, why }) => ({ file, why: why || `${file}: ${words.filesMissing}` })));
        return progress(portion.done, portion.of);
      }
      cancel();
      if (data.error) refused([{ file: "", why: data.error }]);
      else if (data.read) add([storyOf(data.read.text, { date: data.read.date ?? "" })]);
      else if (!data.isDone) otherwise?.();
      if (all > 0) done(words.added(fresh, all - fresh), fresh > 0);
    };
    own.onerror = (event) => {
      event.preventDefault();
      cancel();
      refused([{ file: "", why: words.filesMissing }]);
    };
    own.postMessage(what);
  }

  /** @param {DataTransfer} data  @returns {boolean} whether there was something. */
  function takeText(data) {
    const [plain, html] = [data.getData("text/plain"), data.getData("text/html")];
    const asPlain = () => {
      const fresh = arrived([storyOf(plain, {})]);
      done(fresh > 0 ? words.added(fresh, 0) : words.alreadyHere, fresh > 0);
    };
    if (data.files.length > 0 && plain === "" && html === "") void take([...data.files]);
    else if (plain.trim() === "" && html === "") return false;
    else {
      began();
      if (STRUCTURE.test(html)) read({ html }, () => plain && asPlain());
      else asPlain();
    }
    return true;
  }

  // Before the page hears of it.
  addEventListener("paste", (event) => {
    const { target, clipboardData } = event;
    if (!dialog.open || !clipboardData || (target instanceof Element && target.matches(FIELDS))) return;
    event.stopPropagation();
    if (takeText(clipboardData)) event.preventDefault();
  }, true);
  // What is dragged within the dossier is not dropped on it.
  let isOwn = false;
  addEventListener("dragstart", () => (isOwn = true), true);
  addEventListener("dragend", () => (isOwn = false), true);
  addEventListener("dragover", (event) => {
    if (!dialog.open) return;
    event.stopPropagation();
    event.preventDefault();
  }, true);
  addEventListener("drop", async (event) => {
    const { dataTransfer } = event;
    if (!dialog.open || !dataTransfer) return;
    event.stopPropagation();
    event.preventDefault();
    if (isOwn) return;
    // Entries are there only while the event is.
    const entries = [...dataTransfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
    if (entries.length === 0) takeText(dataTransfer);
    else await take((await Promise.all(entries.map(filesOf))).flat());
  }, true);

  return { take, cancel };
}

/** The files of a folder that was dropped, with their paths. @param {FileSystemEntry} entry  @returns {Promise<File[]>} */
async function filesOf(entry) {
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject)).catch(() => null);
    return file ? [file] : [];
  }
  if (!(entry instanceof FileSystemDirectoryEntry)) return [];
  const reader = entry.createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  for (;;) {
    // A browser gives a hundred at a time.
    const some = /** @type {FileSystemEntry[]} */ (await new Promise((resolve, reject) => reader.readEntries(resolve, reject)).catch(() => []));
    if (some.length === 0) break;
    all.push(...some);
  }
  return (await Promise.all(all.map(filesOf))).flat();
}
