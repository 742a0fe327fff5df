// Who said what: quotes by speaker, in the order in which the speakers first speak. A quote with several speakers is listed under each; quotes
// without a speaker come last. Readers can go to each quote, select it, copy it with its source, and drag it out.

import * as words from "../../words/reading.js";
import { citation, citationElement, cited, wordsOf } from "../citing.js";
import { doubts, listed, speakerNames } from "../credit.js";
import { element } from "../dom.js";
import { rows } from "./rows.js";

/** @typedef {import("../../core/engine.js").Article} Article */
/** @typedef {import("../../core/engine.js").Quote} Quote */

/**
 * @param {Article} article
 * @param {import("./panel.js").Visit} visit
 * @param {() => string} publication  Where the article is from, as a citation names it.
 */
export function quoteSections(article, visit, publication) {
  /** @type {Map<string, { quote: Quote, index: number }[]>} */
  const bySpeaker = new Map();
  article.annotations.quotes.forEach((quote, index) => {
    const names = speakerNames(article.annotations, quote);
    for (const name of names.length > 0 ? names : [""]) {
      const said = bySpeaker.get(name);
      if (said) said.push({ quote, index });
      else bySpeaker.set(name, [{ quote, index }]);
    }
  });
  const { quotes } = article.annotations;
  const all = copyButton(words.copyAll(quotes.length), () => quotes.map((quote) => cited(article, quote, publication())));
  const speakers = [...bySpeaker].sort(([a], [b]) => Number(a === "") - Number(b === ""));
  return [...(quotes.length > 1 ? [element("p", { class: "said-tools" }, all)] : []), rows(speakers, ([name, said]) => element("section", {},
    element("h3", { class: "speaker-name" }, name || words.noSpeaker, ...(said.length > 1 ? [" ", element("span", { class: "count" }, String(said.length))] : [])),
    rows(said, ({ quote, index }) => row(article, quote, index, visit, publication))))];
}

/** @param {Article} article  @param {Quote} quote  @param {number} index  @param {import("./panel.js").Visit} visit  @param {() => string} publication */
function row(article, quote, index, visit, publication) {
  const names = speakerNames(article.annotations, quote);
  const unsure = doubts(quote);
  const notes = [
    [names.length > 1 && listed(names), quote.kind !== "direct" && (quote.kind === "mixed" ? words.partlyQuoted : words.paraphrased)].filter(Boolean).join(" · "),
    ...unsure.map((doubt) => words.doubtNote(doubt.words, doubt.score)),
  ];
  const text = wordsOf(article, quote);
  const source = () => cited(article, quote, publication());
  const go = element("button", { type: "button", class: "quiet said-go" }, words.showInArticle);
  const copy = copyButton(words.copyQuote, () => [source()]);
  copy.title = words.copyQuoteLong;
  const grip = element("span", { class: "said-grip", draggable: "true", "aria-hidden": "true", title: words.dragQuote }, "⠿");
  const shown = element("p", { class: "said-text" }, text);
  const visitIt = () => visit("quote", index, go);
  go.addEventListener("click", visitIt);
  // A click leads there as well; who selects words does not click.
  shown.addEventListener("click", () => getSelection()?.isCollapsed !== false && visitIt());
  grip.addEventListener("dragstart", ({ dataTransfer }) => {
    const from = source();
    dataTransfer?.setData("text/plain", citation(from));
    dataTransfer?.setData("text/html", citationElement(from).outerHTML);
  });
  return element("div", { class: `row said ${quote.kind}${unsure.length > 0 ? " doubtful" : ""}`, role: "group", "aria-label": text.slice(0, 60) },
    shown,
    ...notes.filter(Boolean).map((note) => element("span", { class: "row-note" }, note)),
    element("p", { class: "said-tools" }, go, copy, grip));
}

/** A button that copies, and says whether it could. @param {string} name  @param {() => ReturnType<typeof cited>[]} what */
function copyButton(name, what) {
  const button = element("button", { type: "button", class: "quiet said-copy" }, name);
  button.addEventListener("click", async () => {
    button.textContent = (await write(what())) ? words.copied : words.copyingBlocked;
  });
  button.addEventListener("blur", () => (button.textContent = name));
  return button;
}

/**
 * Copies citations, as plain text and with their look.
 * @param {readonly ReturnType<typeof cited>[]} citations
 * @returns {Promise<boolean>} whether the browser allows it.
 */
async function write(citations) {
  const blob = (/** @type {string} */ type, /** @type {string[]} */ lines) => new Blob([lines.join("\n")], { type });
  try {
    await navigator.clipboard.write([new ClipboardItem({
      "text/plain": blob("text/plain", citations.map(citation)),
      "text/html": blob("text/html", citations.map((one) => citationElement(one).outerHTML)),
    })]);
    return true;
  } catch {
    return false;
  }
}
