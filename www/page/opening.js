// Texts from outside the field: a file that is chosen, dropped or pasted, and rich text that is pasted or dropped.
//
// They are read in a thread of their own, by code that is loaded with the first of them (../files/). Whatever comes later, typed or
// chosen, takes the place of what is still being read.

import * as words from "../words/arriving.js";
import { byId } from "../reading/dom.js";
import { scriptFor } from "./trusted.js";

/** @typedef {import("../files/words.js").Told} Told */

/** Markup that tells more than the lines of a plain text do. */
const STRUCTURE = /<(?:p|h[1-6]|li|blockquote|div|br|table|article|main)\b/i;

/** Files that hold several articles. */
const MANY = /\.(zip|jsonl|ndjson)$|\.newsmark.*\.json$/i;

/** What takes longer shows that it goes on, in milliseconds: what is quick should move nothing. */
const PATIENT = 250;

/** What may be pasted into by the browser alone. */
const FIELDS = "textarea, input:not([type=checkbox], [type=radio], [type=range], [type=file])";

/**
 * @param {HTMLInputElement} choice          Where files are chosen.
 * @param {HTMLTextAreaElement} field        Where an article is typed.
 * @param {(read: Told) => void} opened
 * @param {(why: string) => void} failed
 * @param {(files: File[]) => void} many    Takes several files, or one with several articles.
 * @returns {{ giveUp: () => void, isBusy: () => boolean }}  `giveUp` is for when another text is there.
 */
export function setUpOpening(choice, field, opened, failed, many) {
  const busy = byId("opening", HTMLElement);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Worker | null} */
  let thread = null;
  let isBusy = false;

  /** @param {{ file: File } | { html: string }} what  @param {(read: Told | null) => void} done  @param {(why: string) => void} refused */
  function read(what, done, refused) {
    cancel();
    thread ??= new Worker(scriptFor("files"), { type: "module" });
    setBusy(true);
    thread.onmessage = ({ data }) => {
      setBusy(false);
      if (data.error) refused(data.error);
      else done(data.read);
    };
    thread.onerror = (event) => {
      event.preventDefault();
      stop();
      refused(words.cannotOpen);
    };
    thread.postMessage(what);
  }

  function stop() {
    thread?.terminate();
    thread = null;
    setBusy(false);
  }

  /** Gives up what is still being read. */
  function cancel() {
    if (isBusy) stop();
  }

  /** @param {boolean} is */
  function setBusy(is) {
    isBusy = is;
    clearTimeout(timer);
    busy.hidden = true;
    if (is) timer = setTimeout(() => (busy.hidden = false), PATIENT);
  }

  /** @param {File} file  @param {readonly File[]} files  It, and those beside it. */
  function takeFile(file, files) {
    if (files.length > 1 || MANY.test(file.name)) many([...files]);
    else read({ file }, (found) => found && opened(found), failed);
  }

  /** Takes what was copied; false where there is nothing. @param {DataTransfer} data */
  function take(data) {
    const [plain, html] = [data.getData("text/plain"), data.getData("text/html")];
    const asPlain = () => opened({ text: plain, original: null, left: "", dayFrom: "", isHint: false });
    const file = data.files[0];
    // Programs that copy text often add a picture of it.
    if (file && !plain && !html) takeFile(file, [...data.files]);
    else if (plain === "" && html === "") return false;
    else if (!STRUCTURE.test(html) && plain !== "") asPlain();
    else {
      read({ html }, (found) => {
        if (found?.text) opened({ ...found, original: found.original && (plain || found.original) });
        else if (plain) asPlain();
      }, (why) => (plain ? asPlain() : failed(why)));
    }
    return true;
  }

  choice.addEventListener("change", () => {
    const [file, ...others] = choice.files ?? [];
    // The same file can be chosen again.
    if (file) takeFile(file, [file, ...others]);
    choice.value = "";
  });

  // Pasting works wherever the reader is. In a field it is the browser's, unless it takes the place of the whole article.
  document.addEventListener("paste", (event) => {
    const { target, clipboardData: data, defaultPrevented: isTaken } = event;
    if (isTaken || !data) return;
    const isWhole = target === field && field.selectionStart === 0 && field.selectionEnd === field.value.length;
    const isMore = STRUCTURE.test(data.getData("text/html")) || data.getData("text/plain") === "";
    if (target instanceof HTMLElement && target.matches(FIELDS) && !(isWhole && isMore)) return;
    if (take(data)) event.preventDefault();
  });

  // What is dragged within the page is not dropped on it.
  let isOwn = false;
  document.addEventListener("dragstart", () => (isOwn = true));
  document.addEventListener("dragend", () => (isOwn = false));
  const isTaken = (/** @type {DragEvent} */ { dataTransfer, target }) =>
    dataTransfer?.types.includes("Files") || (!isOwn && dataTransfer?.types.some((type) => /^text\/(html|plain)$/.test(type)) && !(target instanceof Element && target.matches(FIELDS)));
  document.addEventListener("dragover", (event) => {
    if (isTaken(event)) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer || !isTaken(event)) return;
    event.preventDefault();
    const [file, ...others] = event.dataTransfer.files;
    if (file) takeFile(file, [file, ...others]);
    else take(event.dataTransfer);
  });

  return { giveUp: cancel, isBusy: () => isBusy };
}
