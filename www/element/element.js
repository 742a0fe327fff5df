// <news-mark>: an element around any text, which marks it where it stands.
//
// What is in it stays in the light DOM, in a slot, and is marked as `mark()` marks a page: links, pictures and tables stay what they are, and all
// can be read before the element is there and whatever fails. What is the element's own is the index under the text, or beside it.

import { exportAs, loadFor } from "../core/engine.js";
import { mark, unmark } from "../marking/mark.js";
import { annotationOf } from "../reading/subject.js";
import { sheetOf } from "./sheets.js";
import { createView } from "./view.js";

/** @typedef {import("../core/engine.js").Annotations} Annotations */
/** @typedef {import("../core/engine.js").ExportFormat} ExportFormat */
/** @typedef {NonNullable<import("../core/engine.js").AnnotateOptions["names"]>} KnownNames */
/** @typedef {NonNullable<import("../core/engine.js").AnnotateOptions["patterns"]>} Patterns */
/** @typedef {import("../marking/mark.js").Marking} Marking */
/** @typedef {NonNullable<import("../marking/options.js").MarkOptions["card"]>} Card */
/** @typedef {import("../reading/subject.js").Subject} Subject */

/** Properties that may be set before the element is defined. */
const PROPERTIES = /** @type {const} */ (["date", "types", "theme", "panel", "srcLang", "names", "patterns", "annotations", "card"]);

// On a server there are no elements: there the class can be imported, and does nothing.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class NewsMark extends Base {
  static observedAttributes = ["date", "types", "theme", "panel", "src-lang"];

  /** Annotations that were given. @type {Annotations | null} */
  #given = null;
  /** @type {KnownNames | null} */
  #names = null;
  /** @type {Patterns | null} */
  #patterns = null;
  /** @type {Card | null} */
  #card = null;
  #isReady = false;

  /** What stands in the shadow root. @type {ReturnType<typeof createView> | null} */
  #view = null;
  /** What is marked now. @type {Marking | null} */
  #marking = null;
  /** The last call that annotates: what calls before it find is out of date. @type {Promise<Annotations> | null} */
  #last = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pending;
  /** Waits for another text where one could not be marked. @type {MutationObserver | null} */
  #waiting = null;

  connectedCallback() {
    for (const property of PROPERTIES) {
      if (!Object.hasOwn(this, property)) continue;
      const value = this[property];
      delete this[property];
      Object.assign(this, { [property]: value });
    }
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    // A document takes only sheets of its own.
    root.adoptedStyleSheets = [sheetOf(this.ownerDocument, { isFloored: true })];
    this.#view ??= createView(root, {
      switched: () => this.#limit(),
      visit: (subject) => this.#visit(subject),
      toMarks: () => this.#marking?.focus(),
    });
    this.#view.limit(this.getAttribute("types"));
    this.#view.setPanel(this.getAttribute("panel"));
    this.#annotateSoon();
  }

  disconnectedCallback() {
    clearTimeout(this.#pending);
    this.#waiting?.disconnect();
    unmark(this);
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} value
   */
  attributeChangedCallback(name, before, value) {
    if (before === value || !this.#view) return;
    if (name === "types") this.#view.limit(value);
    else if (name === "panel") this.#view.setPanel(value);
    else if (name === "theme") this.#view.suit(this);
    else this.#annotateSoon();
  }

  /** The day the article is of, `YYYY-MM-DD`, or "" for the one that the page tells. */
  get date() {
    return this.getAttribute("date") ?? "";
  }
  set date(value) {
    this.#reflect("date", value);
  }

  /** The kinds to mark, apart by spaces ("person place quote date"), or "" for all. */
  get types() {
    return this.getAttribute("types") ?? "";
  }
  set types(value) {
    this.#reflect("types", value);
  }

  /** How the index looks: "light", "dark", "auto" (as the reader's system is), or "" (as the page around is). */
  get theme() {
    return this.getAttribute("theme") ?? "";
  }
  set theme(value) {
    this.#reflect("theme", value);
  }

  /** Where the index stands: "beside" the text where there is room, "none", or "" for below it, folded up. */
  get panel() {
    return this.getAttribute("panel") ?? "";
  }
  set panel(value) {
    this.#reflect("panel", value);
  }

  /** The language of the text, or "" for that of the page around. What is not English is left as it is. */
  get srcLang() {
    return this.getAttribute("src-lang") ?? "";
  }
  set srcLang(value) {
    this.#reflect("src-lang", value);
  }

  /** Names that the site knows: found wherever they are written. @type {KnownNames | null} */
  get names() {
    return this.#names;
  }
  set names(value) {
    this.#names = value ?? null;
    this.#annotateSoon();
  }

  /** Regular expressions that the site knows: what they match is named. @type {Patterns | null} */
  get patterns() {
    return this.#patterns;
  }
  set patterns(value) {
    this.#patterns = value ?? null;
    this.#annotateSoon();
  }

  /** What a card says of an annotation: a node of the page's, or null for what it says by itself. @type {Card | null} */
  get card() {
    return this.#card;
  }
  set card(value) {
    this.#card = value ?? null;
  }

  /**
   * What was found in the text: offsets in UTF-16 code units of its text. Null before. Annotations that are set are shown in place of
   * what would be found, until null is set; then nothing is loaded.
   * @type {Annotations | null}
   */
  get annotations() {
    return this.#marking?.annotations ?? null;
  }
  set annotations(value) {
    this.#given = value ?? null;
    this.#annotateSoon();
  }

  /**
   * Annotates the text now.
   * @returns {Promise<Annotations>}
   */
  annotate() {
    clearTimeout(this.#pending);
    this.#waiting?.disconnect();
    /** @type {Promise<Annotations>} */
    const call = this.#load().then(async () => {
      if (this.#last !== call) return /** @type {Promise<Annotations>} */ (this.#last);
      const marking = await mark(this, {
        date: this.date || null, names: this.#names, patterns: this.#patterns, annotations: this.#given, lang: this.srcLang, types: this.#view?.types() ?? [],
        watch: true,
        card: (annotation, anchor) => this.#card?.(annotation, anchor) ?? null,
        onSelect: (selected) => this.#tell("select", selected),
        onUpdate: (marking) => this.#show(marking),
        onError: (error) => this.#tell("error", { error }),
      });
      return this.#last === call ? marking.annotations : /** @type {Promise<Annotations>} */ (this.#last);
    }).catch((error) => {
      if (this.#last === call) this.#fail(error);
      throw error;
    });
    this.#last = call;
    return call;
  }

  /**
   * The text with its annotations, as a file of a format.
   * @param {ExportFormat} format
   * @returns {Promise<string>}
   */
  async export(format) {
    if (!this.#marking) await this.annotate();
    await loadFor({});
    const { text, annotations } = /** @type {Marking} */ (this.#marking);
    return exportAs({ text, annotations }, format);
  }

  /** Loads what is needed to find anything. */
  async #load() {
    if (this.#given) return;
    await loadFor({ patterns: this.#patterns });
    if (this.#isReady) return;
    this.#isReady = true;
    this.#tell("ready", {});
  }

  /** @param {Marking} marking */
  #show(marking) {
    const { text, annotations } = marking;
    this.#marking = marking;
    this.#view?.suit(this);
    this.#view?.show({ text, annotations });
    this.#tell("annotated", { text, annotations });
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#marking = null;
    this.#view?.clear();
    this.#waiting ??= new MutationObserver(() => this.#annotateSoon());
    if (this.isConnected) this.#waiting.observe(this, { childList: true, characterData: true, subtree: true });
    this.#tell("error", { error });
  }

  #annotateSoon() {
    clearTimeout(this.#pending);
    // What fails is told by an event.
    if (this.#view && this.isConnected) this.#pending = setTimeout(() => this.annotate().catch(() => undefined));
  }

  #limit() {
    if (this.#marking && this.#view) this.#marking.types = this.#view.types();
  }

  /** Shows where something of the index stands. @param {Subject} subject */
  #visit(subject) {
    const annotation = this.#marking && annotationOf(subject, this.#marking.annotations);
    if (!annotation) return;
    this.#marking?.scrollTo(annotation);
    this.#tell("select", { ...subject, annotation });
  }

  /** @param {string} name  @param {object} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`news-mark-${name}`, { detail, bubbles: true, composed: true }));
  }

  /** @param {string} name  @param {string | null | undefined} value */
  #reflect(name, value) {
    if (value) this.setAttribute(name, value);
    else this.removeAttribute(name);
  }
}
