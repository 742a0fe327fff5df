// <news-mark>: an element around any text, which shows it annotated.
//
// The text stays in the light DOM, untouched: it can be read before the element is there, whatever fails, and by search engines.
// What is shown is the text alone, without the pictures and links that may stand in it; `mark()` annotates those in place.

import { annotate, exportAs, loadFor } from "../core/engine.js";
import { checkFound, checkLanguage } from "../core/language.js";
import { readPage } from "../marking/reading.js";
import { annotationOf } from "../reading/subject.js";
import { sheetOf } from "./sheets.js";
import { createView } from "./view.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("../core/engine.js").Annotations} Annotations */
/** @typedef {import("../core/engine.js").ExportFormat} ExportFormat */
/** @typedef {NonNullable<import("../core/engine.js").AnnotateOptions["names"]>} KnownNames */
/** @typedef {NonNullable<import("../core/engine.js").AnnotateOptions["patterns"]>} Patterns */
/** @typedef {import("../reading/subject.js").Subject} Subject */

/** Properties that may be set before the element is defined. */
const PROPERTIES = /** @type {const} */ (["date", "types", "theme", "panel", "srcLang", "names", "patterns", "annotations"]);

// On a server there are no elements: there the class can be imported, and does nothing.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class NewsMark extends Base {
  static observedAttributes = ["date", "types", "theme", "panel", "src-lang"];

  /** What is shown. @type {Article | null} */
  #article = null;
  /** Annotations that were given. @type {Annotations | null} */
  #given = null;
  /** @type {KnownNames | null} */
  #names = null;
  /** @type {Patterns | null} */
  #patterns = null;
  #isReady = false;

  /** What lives as long as the element is connected. @type {{ view: ReturnType<typeof createView>, abort: AbortController } | null} */
  #connection = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pending;

  connectedCallback() {
    for (const property of PROPERTIES) {
      if (!Object.hasOwn(this, property)) continue;
      const value = this[property];
      delete this[property];
      Object.assign(this, { [property]: value });
    }
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheetOf(this.ownerDocument)];
    const abort = new AbortController();
    const view = createView(root, abort.signal, (subject) => this.#select(subject));
    this.#connection = { view, abort };
    view.limit(this.getAttribute("types"));
    view.setPanel(this.getAttribute("panel"));
    // Moved: what was shown stands at once.
    if (this.#article) view.show(this.#article);

    const observer = new MutationObserver(() => this.#updateSoon());
    observer.observe(this, { childList: true, characterData: true, subtree: true });
    abort.signal.addEventListener("abort", () => observer.disconnect());
    this.#updateSoon();
  }

  disconnectedCallback() {
    clearTimeout(this.#pending);
    this.#connection?.abort.abort();
    this.#connection = null;
    this.shadowRoot?.replaceChildren();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} value
   */
  attributeChangedCallback(name, before, value) {
    if (before === value || !this.#connection) return;
    if (name === "types") this.#connection.view.limit(value);
    else if (name === "panel") this.#connection.view.setPanel(value);
    else if (name !== "theme") this.#updateSoon();
  }

  /** The day the article is of, `YYYY-MM-DD`, or "". */
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

  /** "light", "dark", "auto" (as the reader's system is), or "" (as the page around is). */
  get theme() {
    return this.getAttribute("theme") ?? "";
  }
  set theme(value) {
    this.#reflect("theme", value);
  }

  /** Where the index stands: "below", "none", or "" for beside the text where there is room. */
  get panel() {
    return this.getAttribute("panel") ?? "";
  }
  set panel(value) {
    this.#reflect("panel", value);
  }

  /** The language of the text, or "" for that of the page around. What is not English is shown as it is. */
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
    this.#updateSoon();
  }

  /** Regular expressions that the site knows: what they match is named. @type {Patterns | null} */
  get patterns() {
    return this.#patterns;
  }
  set patterns(value) {
    this.#patterns = value ?? null;
    this.#updateSoon();
  }

  /**
   * What was found in the text: offsets in UTF-16 code units of its text. Null before. Annotations that are set are shown in place of
   * what would be found, until null is set.
   * @type {Annotations | null}
   */
  get annotations() {
    return this.#article?.annotations ?? null;
  }
  set annotations(value) {
    this.#given = value ?? null;
    this.#updateSoon();
  }

  /**
   * Annotates the text now.
   * @returns {Promise<Annotations>}
   */
  async annotate() {
    clearTimeout(this.#pending);
    try {
      await loadFor({ patterns: this.#patterns });
      if (!this.#isReady) {
        this.#isReady = true;
        this.#tell("ready", {});
      }
      return this.#update();
    } catch (error) {
      this.#article = null;
      this.#connection?.view.clear();
      this.#tell("error", { error });
      throw error;
    }
  }

  /**
   * The text with its annotations, as a file of a format.
   * @param {ExportFormat} format
   * @returns {Promise<string>}
   */
  async export(format) {
    if (!this.#article) await this.annotate();
    return exportAs(/** @type {Article} */ (/** @type {unknown} */ (this.#article)), format);
  }

  #update() {
    const language = checkLanguage(this, this.srcLang);
    const { text } = readPage(this);
    const annotations = this.#given ?? annotate(text, { date: this.date || null, names: this.#names, patterns: this.#patterns });
    if (!this.#given) checkFound(annotations);
    this.#article = { text, annotations };
    this.#connection?.view.setLanguage(language);
    this.#connection?.view.show(this.#article);
    this.#tell("annotated", this.#article);
    return annotations;
  }

  #updateSoon() {
    clearTimeout(this.#pending);
    // What fails is told by an event.
    if (this.#connection) this.#pending = setTimeout(() => this.annotate().catch(() => undefined));
  }

  /** @param {Subject} subject */
  #select(subject) {
    const annotations = this.#article?.annotations;
    if (annotations) this.#tell("select", { ...subject, annotation: annotationOf(subject, annotations) });
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
