// The page's state, and who is told when it changes.

import { byId, element } from "../reading/dom.js";
import { asRead, load } from "../core/engine.js";
import { filtered } from "../reading/filter.js";
import { createLegend } from "../reading/legend.js";
import { counted } from "../reading/kinds.js";
import { createAnnotating } from "./annotating.js";
import { createArrival } from "./arrival.js";
import { createCorrecting } from "./correcting.js";
import { createFiltering } from "./filtering.js";
import { createFinding } from "./finding.js";
import { setUpKeys } from "./keys.js";
import { createLanguage } from "./language.js";
import { setUpOffline } from "./offline.js";
import { setUpOpening } from "./opening.js";
import { createPanel } from "../reading/panel/panel.js";
import { createReader } from "../reading/reader.js";
import { OTHERS, titles } from "./samples.js";
import { setUpSaving } from "./saving.js";
import { linked, linkOf, LONGEST } from "./sharing.js";

/** @typedef {import("../core/engine.js").Article} Article */

/** Up to this many milliseconds, annotating keeps pace with every key. */
const SMOOTH = 12;
/** Beyond, this many times as long is left for typing as annotating takes. */
const PATIENCE = 3;

/** A pasted text that a field is slow to take, in characters. */
const LONG_PASTE = 50_000;

// What is served is painted before what follows takes the processor; a hidden page is not painted.
if (!document.hidden) await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));

const article = byId("article", HTMLElement);
/** What is served, and what can be chosen beside it. */
const samples = [article.textContent ?? "", ...OTHERS];
const textField = byId("text", HTMLTextAreaElement);
const dateField = byId("date", HTMLInputElement);
const sampleField = byId("sample", HTMLSelectElement);
const editor = byId("editor", HTMLElement);
const editButton = byId("edit", HTMLButtonElement);
const failure = byId("failure", HTMLElement);

const reader = createReader(article, byId("card", HTMLElement), { tools: (subject, shown) => correcting.tools(subject, shown) });
const annotateFor = createAnnotating(byId("progress", HTMLProgressElement));
const showAgain = () => found && show(found);
const correcting = createCorrecting(showAgain, reader.hold);
const filtering = createFiltering(showAgain);
const finding = createFinding(article);
setUpKeys(reader.step, finding.focus);
const legend = createLegend(byId("legend", HTMLElement), article, () => reader.refresh());
const panel = createPanel(byId("tabs", HTMLElement), reader.visit);

const language = createLanguage(() => update());
const arrival = createArrival((text) => {
  takeOwn(text);
  update();
}, (date) => {
  dateField.value = state.date = date;
  update();
});

const state = { text: "", date: "" };

/** The core is there. */
let isLoaded = false;
/** What was found, once something is.  @type {Article | null} */
let found = null;
/** The same, as corrected.  @type {Article | null} */
let latest = null;
/** The text was changed in the field, and not put in its place. */
let isEdited = false;
setUpSaving(byId("saving", HTMLFormElement), () => latest);

/** What the reader last pasted or typed: choosing a sample must not lose it. */
let own = "";

/** What annotating and showing took last, in milliseconds. */
let cost = 0;
/** @type {{ cancel: () => void } | null} */
let pending = null;

/** Annotates and shows the state; until the core is there, it is awaited. */
function update() {
  document.documentElement.classList.toggle("awaiting", !isLoaded);
  if (!isLoaded) return;
  pending?.cancel();
  pending = null;
  byId("empty", HTMLElement).hidden = state.text.trim() !== "";
  const began = performance.now();
  annotateFor(state.text, { date: state.date || null, everything: language.everything }, (annotations) => {
    const took = performance.now() - began;
    found = { text: state.text, annotations };
    show(found);
    if (dateField.validity.valid) byId("dated", HTMLElement).textContent = state.text.trim() === "" ? "" : arrival.dated(annotations.reference);
    language.show(annotations);
    showStatus(took);
    failure.hidden = true;
    cost = performance.now() - began;
  }, (error) => fail(error instanceof Error ? error.message : String(error)));
}

/** Shows what was found, as corrected, and of that what is wanted. @param {Article} article  @returns {Article} what is shown */
function show(article) {
  latest = correcting.apply(article, isEdited);
  filtering.offer(latest.text, latest.annotations);
  const view = { text: latest.text, annotations: filtered(latest.annotations, filtering.filter) };
  reader.show(view);
  legend.show(view.annotations);
  panel.show(view);
  finding.refresh();
  return view;
}

/** Annotates soon: with the next frame while that is quick, less often for texts that take long. */
function updateSoon() {
  pending?.cancel();
  if (cost <= SMOOTH) {
    const frame = requestAnimationFrame(update);
    pending = { cancel: () => cancelAnimationFrame(frame) };
  } else {
    const timer = setTimeout(update, cost * PATIENCE);
    pending = { cancel: () => clearTimeout(timer) };
  }
}

/** @param {number} took */
function showStatus(took) {
  const words = state.text.match(/\S+/g)?.length ?? 0;
  byId("status", HTMLElement).textContent = words === 0 ? ""
    : `${counted(words, "word")}, annotated in ${took < 10 ? took.toFixed(1) : Math.round(took)} ms on this device. Nothing is sent anywhere.`;
}

/** @param {string} text */
function setText(text) {
  giveUpOpening();
  state.text = text;
  isEdited = false;
  if (textField.value !== text) textField.value = text;
}

/** @param {boolean} isOpen */
function setEditing(isOpen) {
  editor.hidden = !isOpen;
  editButton.setAttribute("aria-expanded", String(isOpen));
  document.body.classList.toggle("editing", isOpen);
  if (isOpen) {
    // All is selected, so that pasting replaces it; what is seen is its beginning.
    textField.focus({ preventScroll: true });
    textField.select();
    textField.scrollTop = 0;
    if (editor.getBoundingClientRect().top < 0) editor.scrollIntoView();
  } else {
    editButton.focus();
  }
}

/** @param {string} text */
function takeOwn(text) {
  arrival.edited();
  own = text;
  ownChoice.hidden = text === "";
  sampleField.value = "";
  setText(text);
}

const ownChoice = element("option", { value: "", hidden: true }, "Your text");
sampleField.replaceChildren(...titles(), ownChoice);
sampleField.addEventListener("change", () => {
  arrival.forget();
  language.forget();
  setText(sampleField.value === "" ? own : samples[Number(sampleField.value)] ?? "");
  dateField.value = state.date = "";
  update();
  scrollTo({ top: 0 });
});

textField.addEventListener("input", () => {
  takeOwn(textField.value);
  isEdited = true;
  updateSoon();
});
// Browsers take a minute to paste a book into a field; setting it takes none.
textField.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (text.length < LONG_PASTE) return;
  event.preventDefault();
  textField.setRangeText(text, textField.selectionStart, textField.selectionEnd, "end");
  textField.dispatchEvent(new Event("input"));
});
editButton.addEventListener("click", () => setEditing(editor.hidden !== false));
byId("done", HTMLButtonElement).addEventListener("click", () => setEditing(false));
byId("clear", HTMLButtonElement).addEventListener("click", () => {
  arrival.forget();
  takeOwn("");
  update();
  textField.focus();
});

// A date is checked when the field is left, too: half a date never arrives as input.
for (const event of ["input", "blur"]) {
  dateField.addEventListener(event, () => {
    const isBad = !dateField.validity.valid;
    dateField.setAttribute("aria-invalid", String(isBad));
    if (isBad) byId("dated", HTMLElement).textContent = "This is not a day of the calendar.";
    if (isBad || event === "blur" && dateField.value === state.date) return;
    state.date = dateField.value;
    update();
  });
}

/**
 * Shows a text that comes from outside the field, whole.
 * @param {string} text
 * @param {string} date
 * @param {import("../files/words.js").Told} [read]  What came along with it.
 */
function showAnew(text, date, read) {
  arrival.forget();
  language.forget();
  // What takes the place of a text in the field that is written in can be taken back there.
  if (document.activeElement === textField && text !== "" && text.length < LONG_PASTE) {
    textField.select();
    document.execCommand("insertText", false, text);
  } else textField.value = text;
  // The field makes all line ends one kind.
  takeOwn(textField.value);
  dateField.value = state.date = read ? arrival.take(read) : date;
  update();
  scrollTo({ top: 0 });
}

const giveUpOpening = setUpOpening(byId("file", HTMLInputElement), textField, async (read) => {
  try {
    // Words that are broken at line ends are made whole by the core.
    if (read.isBroken) await load();
    const arrived = read.isBroken ? { ...read, text: asRead(read.text) } : read;
    showAnew(arrived.text, "", arrived);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}, fail);

byId("share", HTMLButtonElement).addEventListener("click", async () => {
  const said = byId("saved", HTMLElement);
  const link = await linkOf(state.text, state.date);
  if (!link) {
    said.textContent = `This text is too long for a link of ${LONGEST.toLocaleString("en")} characters; save it instead.`;
    return;
  }
  try {
    await navigator.clipboard.writeText(link);
    said.textContent = "Link copied. It holds the text itself: whoever has it can read the article, and no server sees it.";
  } catch {
    location.replace(link);
    said.textContent = "The link is in the address bar now.";
  }
});

// A link that is opened in this very page.
addEventListener("hashchange", showLinked);

/** Shows what the address holds, if anything. */
async function showLinked() {
  const found = await linked();
  if (found) showAnew(found.text, found.date);
}

/** @param {string} message */
function fail(message) {
  failure.textContent = message;
  failure.hidden = false;
}

try {
  // What is served already, until a link or the reader brings something else.
  setText(samples[0] ?? "");
  await Promise.all([load(), showLinked()]);
  isLoaded = true;
  update();
  // What was served has made room for what works.
  byId("legend", HTMLElement).inert = false;
  // The first time, the browser compiles: what that takes is no measure for the first key.
  cost = 0;
  // What that starts would take the processor from the first paint.
  requestAnimationFrame(() => setTimeout(setUpOffline));
} catch (error) {
  fail(`newsmark could not start: ${error instanceof Error ? error.message : String(error)}`);
}
