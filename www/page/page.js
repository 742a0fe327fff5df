// The page's state, and who is told when it changes.

import * as words from "../words/page.js";
import { byId, element } from "../reading/dom.js";
import { asRead, load } from "../core/engine.js";
import { filtered } from "../reading/filter.js";
import { createLegend } from "../reading/legend.js";
import { namedSources, sourcesOf } from "../reading/sources.js";
import { createAnnotating } from "./annotating.js";
import { createArrival } from "./arrival.js";
import { createChecking } from "./checking.js";
import { createCorrecting } from "./correcting.js";
import { setUpDossier } from "./dossier.js";
import { keepDraft, keptDraft } from "./draft.js";
import { createFiltering } from "./filtering.js";
import { createFinding } from "./finding.js";
import { createHistory, setUpUndo } from "./history.js";
import { setUpKeys } from "./keys.js";
import { createLanguage } from "./language.js";
import { createNotice } from "./notice.js";
import { setUpOffline } from "./offline.js";
import { setUpOpening } from "./opening.js";
import { createPanel } from "../reading/panel/panel.js";
import { createReader } from "../reading/reader.js";
import { titles } from "./samples.js";
import { setUpSaving } from "./saving.js";
import { isLinked, linked, unlink } from "./sharing.js";
import { set, settings } from "./settings.js";
import { setUpSources } from "./sources.js";
import { scriptFor } from "./trusted.js";
import { setUpViews } from "./views.js";

/** @typedef {import("../core/engine.js").Article} Article */

/** Up to this many milliseconds, annotating keeps pace with every key. */
const SMOOTH = 12;
/** Beyond, this many times as long is left for typing as annotating takes. */
const PATIENCE = 3;
/** A pasted text that a field is slow to take, in characters. */
const LONG_PASTE = 50_000;
/** How long after the last change a draft is kept, in milliseconds. */
const DRAFTING = 400;

// What is served is painted before what follows takes the processor; a hidden page is not painted.
if (!document.hidden) await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));

const article = byId("article", HTMLElement);
/** What is served. */
const served = article.textContent ?? "";
const textField = byId("text", HTMLTextAreaElement);
const dateField = byId("date", HTMLInputElement);
const publicationField = byId("publication", HTMLInputElement);
const sampleField = byId("sample", HTMLSelectElement);
const editor = byId("editor", HTMLElement);
const editButton = byId("edit", HTMLButtonElement);
const failure = byId("failure", HTMLElement);

const state = { text: "", date: "" };
/** The core is there. */
let isLoaded = false;
/** It cannot be had. */
let isMissing = false;
/** What was found, once something is.  @type {Article | null} */
let found = null;
/** The same, as corrected.  @type {Article | null} */
let latest = null;
/** What of that is shown.  @type {Article | null} */
let view = null;
/** The text was changed in the field, and not put in its place. */
let isEdited = false;
/** What the reader last pasted or typed: choosing a sample must not lose it. */
let own = "";
/** Which example is shown; "" for their own text. */
let sample = "0";
/** What annotating and showing took last, in milliseconds. */
let cost = 0;
/** @type {{ cancel: () => void } | null} */
let pending = null;

const notice = createNotice();
const publication = () => publicationField.value.trim();
const reader = createReader(article, byId("card", HTMLElement), {
  tools: (subject, shown) => [...checking.tools(subject), ...correcting.tools(subject, shown)],
});
const annotateFor = createAnnotating(byId("progress", HTMLProgressElement));
// What was found in another text is shown no more.
const showAgain = () => (found?.text === state.text ? show(found) : null);
const history = createHistory(take, put, notice.tell);
const correcting = createCorrecting({ changed: showAgain, hold: reader.hold, selecting: reader.close, record: history.record });
const checking = createChecking(reader.hold, correcting.make);
const filtering = createFiltering(showAgain, () => legend.showAll());
const finding = createFinding(article);
const legend = createLegend(byId("legend", HTMLElement), article, (off) => {
  if (String(off) !== String(settings().off ?? "")) set({ off });
  filtering.hide(off);
  reader.refresh();
}, settings().off);
const panel = createPanel(byId("tabs", HTMLElement), reader.visit, { publication, none: filtering.none });
setUpKeys(reader.step, finding.focus, checking.next);
setUpUndo(history, textField);
setUpViews(byId("bar", HTMLElement), legend, panel);
const saving = setUpSaving(() => latest, publication, () => ({ ...state, corrections: correcting.done }));
const sources = setUpSources(() => latest, visitQuote, notice.tell);
const openDossier = setUpDossier({ take, scriptFor, show: (draft) => {
  history.record(words.DONE.replaced);
  put(draft);
  unlink();
} }, notice.tell);
const language = createLanguage(() => update());
const arrival = createArrival((text) => {
  history.record(words.DONE.replaced);
  takeOwn(text);
  update();
}, (date) => {
  history.record(words.DONE.dated);
  dateField.value = state.date = date;
  update();
});

/** Annotates and shows the state; until the core is there, it is awaited. */
function update() {
  document.documentElement.classList.toggle("awaiting", !isLoaded && !isMissing);
  if (isMissing) return showUnread();
  if (!isLoaded) return void (byId("status", HTMLElement).textContent = words.loading);
  pending?.cancel();
  pending = null;
  byId("empty", HTMLElement).hidden = state.text.trim() !== "";
  const began = performance.now();
  annotateFor(state.text, { date: state.date || null, everything: language.everything }, (annotations) => {
    found = { text: state.text, annotations };
    show(found);
    if (dateField.validity.valid) showDate(annotations);
    language.show(annotations);
    showStatus();
    failure.hidden = true;
    cost = performance.now() - began;
  }, (error) => fail(error instanceof Error ? error.message : String(error)));
}

/** Shows what was found, as corrected, and of that what is wanted. @param {Article} article  @returns {Article} what is shown */
function show(article) {
  const isNew = latest?.text !== article.text && !isEdited;
  latest = correcting.apply(article, isEdited);
  filtering.offer(latest.annotations, isNew);
  view = { text: latest.text, annotations: filtered(latest.annotations, filtering.filter) };
  reader.show(view);
  legend.show(view.annotations);
  panel.show(view);
  if (isNew) checking.restart();
  checking.show(view);
  sources.show(namedSources(sourcesOf(latest)).length, latest.annotations.quotes.length);
  finding.refresh();
  saving.refresh();
  document.title = words.titled(headline(latest));
  draftSoon();
  return view;
}

/** Says what day the article is of: one that the text tells fills the field. @param {import("../core/engine.js").Annotations} annotations */
function showDate(annotations) {
  const { date, source } = annotations.reference;
  byId("dated", HTMLElement).textContent = state.text.trim() === "" ? "" : arrival.dated(annotations);
  if (state.text.trim() === "") byId("use-date", HTMLButtonElement).hidden = true;
  if (document.activeElement !== dateField) dateField.value = source === "text" ? date ?? "" : state.date;
}

/** Goes to a quote of all that was found; a filter that hides it is taken off. @param {number} index  @param {HTMLElement} origin */
function visitQuote(index, origin) {
  const wanted = latest?.annotations.quotes[index];
  const place = () => view?.annotations.quotes.findIndex(({ start, end }) => start === wanted?.start && end === wanted.end) ?? -1;
  if (place() < 0) filtering.clear();
  reader.visit("quote", place(), origin);
}

/** Without the core: whoever came with a text of their own can read it all the same. */
function showUnread() {
  if (state.text !== served) article.replaceChildren(element("p", { class: "unread" }, state.text));
  byId("status", HTMLElement).textContent = "";
}

/** @param {Article} article */
function headline({ text, annotations: { blocks } }) {
  const block = blocks.find(({ kind }) => kind === "headline");
  return block ? text.slice(block.start, block.end).replace(/\s+/g, " ").trim() : "";
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

function showStatus() {
  const count = state.text.match(/\S+/g)?.length ?? 0;
  byId("status", HTMLElement).textContent = count === 0 ? "" : words.analysed(count);
}

// What the page shows, to be shown again.

/** @returns {import("./draft.js").Draft} */
function take() {
  return { ...state, publication: publicationField.value, corrections: correcting.done, own, sample };
}

/** @param {import("./draft.js").Draft} kept */
function put(kept) {
  const isSame = kept.text === state.text && kept.date === state.date;
  if (kept.text !== state.text) {
    arrival.forget();
    language.forget();
  }
  own = kept.own;
  ownChoice.hidden = own === "";
  sample = sampleField.value = kept.sample;
  publicationField.value = kept.publication;
  dateField.value = state.date = kept.date;
  setText(kept.text);
  correcting.restore(kept.text, kept.corrections);
  if (isSame) showAgain();
  else update();
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let drafting;
/** How keeping went last, "" before: what is said once is enough. @type {"" | ReturnType<typeof keepDraft>} */
let keeping = "";

function draft() {
  clearTimeout(drafting);
  const isServed = state.text === served && state.date === "" && publication() === "" && correcting.done.length === 0;
  // What is served need not be kept.
  if (isServed && keeping === "") return;
  const how = keepDraft(isServed ? null : take());
  if (how !== keeping && how !== "kept") notice.add(how === "full" ? words.tooLongToKeep : words.notKept);
  keeping = how;
}

function draftSoon() {
  clearTimeout(drafting);
  drafting = setTimeout(draft, DRAFTING);
}
addEventListener("pagehide", () => isLoaded && draft());
publicationField.addEventListener("input", draftSoon);

/** @param {string} text */
function setText(text) {
  opening.giveUp();
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
  sample = sampleField.value = "";
  setText(text);
  unlink();
}

const ownChoice = element("option", { value: "", hidden: true }, words.myArticle);
sampleField.replaceChildren(...titles(), ownChoice);
sampleField.addEventListener("change", async () => {
  const wanted = sampleField.value;
  opening.giveUp();
  const text = wanted === "" ? own : wanted === "0" ? served : await otherSample(Number(wanted) - 1);
  // Meanwhile another may have been chosen, or a file.
  if (sampleField.value !== wanted || opening.isBusy()) return;
  if (text === null) {
    sampleField.value = sample;
    return notice.tell(words.notAtHand);
  }
  history.record(words.DONE.example);
  arrival.forget();
  language.forget();
  sample = wanted;
  setText(text);
  dateField.value = state.date = publicationField.value = "";
  unlink();
  update();
  scrollTo({ top: 0 });
});

/** An example that is not served with the page; null where it cannot be had. @param {number} index */
async function otherSample(index) {
  try {
    const { OTHERS } = await import("./later/samples.js");
    return OTHERS[index] ?? null;
  } catch {
    return null;
  }
}

textField.addEventListener("beforeinput", () => history.type());
textField.addEventListener("input", () => {
  takeOwn(textField.value);
  isEdited = true;
  notice.hide();
  updateSoon();
});
// Browsers take a minute to paste a book into a field; setting it takes none.
textField.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (text.length < LONG_PASTE) return;
  event.preventDefault();
  history.record(words.DONE.replaced);
  textField.setRangeText(text, textField.selectionStart, textField.selectionEnd, "end");
  textField.dispatchEvent(new Event("input"));
});
editButton.addEventListener("click", () => setEditing(editor.hidden !== false));
byId("done", HTMLButtonElement).addEventListener("click", () => setEditing(false));
byId("clear", HTMLButtonElement).addEventListener("click", () => {
  if (state.text === "") return;
  history.record(words.DONE.cleared);
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
    if (isBad) byId("dated", HTMLElement).textContent = words.notADate;
    if (isBad || dateField.value === state.date) return;
    history.record(words.DONE.dated);
    state.date = dateField.value;
    update();
  });
}

/**
 * Shows a text that comes from outside the field, whole.
 * @param {string} text
 * @param {string} date
 * @param {import("../files/words.js").Told} [read]  What came along with it.
 * @param {readonly import("../corrections/correct.js").Correction[]} [corrections]
 */
function showAnew(text, date, read, corrections = []) {
  history.record(words.DONE.replaced);
  arrival.forget();
  language.forget();
  textField.value = text;
  // The field makes all line ends one kind.
  takeOwn(textField.value);
  dateField.value = state.date = read ? arrival.take(read) : date;
  publicationField.value = "";
  if (corrections.length > 0) correcting.restore(state.text, corrections);
  update();
  scrollTo({ top: 0 });
}

const opening = setUpOpening(byId("file", HTMLInputElement), textField, async (read) => {
  try {
    // Words that are broken at line ends are made whole by the core.
    if (read.isBroken) await load();
    const arrived = read.isBroken ? { ...read, text: asRead(read.text) } : read;
    showAnew(arrived.text, "", arrived);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}, fail, openDossier);

// A link that is opened in this very page.
addEventListener("hashchange", async () => {
  if (!isLinked()) return;
  const link = await linked();
  if (!link) return fail(words.damagedLink);
  const { hash } = location;
  showAnew(link.text, link.date, undefined, link.corrections);
  window.history.replaceState(null, "", hash);
});

/** Shows what a link or a reload brings, if anything: the reader's own work on a text goes before the text alone, and can be gone back to. */
async function showBrought() {
  const link = await linked();
  const draft = keptDraft();
  if (draft) put(draft);
  if (link && link.text !== draft?.text) {
    if (draft) history.record(words.DONE.replaced);
    put({ ...link, publication: "", own: link.text, sample: "" });
  }
  return isLinked() && !link ? words.damagedLink : "";
}

/** @param {string} message */
function fail(message) {
  failure.textContent = message;
  failure.hidden = false;
}

byId("reload", HTMLButtonElement).addEventListener("click", () => location.reload());

try {
  // What is served already, until a link, a reload or the reader brings something else.
  setText(served);
  const [, damage] = await Promise.all([load(), showBrought()]);
  isLoaded = true;
  update();
  if (damage) fail(damage);
  // What was served has made room for what works.
  byId("legend", HTMLElement).inert = false;
  // The first time, the browser compiles: what that takes is no measure for the first key.
  cost = 0;
  // What that starts would take the processor from the first paint.
  requestAnimationFrame(() => setTimeout(setUpOffline));
} catch {
  isMissing = true;
  update();
  fail(words.notLoaded);
  byId("reload", HTMLButtonElement).hidden = false;
}
