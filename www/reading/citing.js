// A quote with its source, for pasting elsewhere: “It is late,” Ana Ruiz, mayor, Riverside Ledger, March 4, 2026. As plain text, and as elements for
// rich text. It adds nothing that the article or its reader has not said.

import { paraphrased } from "../words/reading.js";
import { dayInWords } from "./calendar.js";
import { listed, speakerNames } from "./credit.js";
import { rolesOf } from "./describe.js";
import { element } from "./dom.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("../core/engine.js").Quote} Quote */

/**
 * The pieces of a citation, in order; "" where there is none.
 * @param {Article} article
 * @param {Quote} quote
 * @param {string} publication
 */
export function cited(article, quote, publication) {
  const { annotations: { entities, reference } } = article;
  const [speaker, another] = quote.speaker?.entities.flatMap((id) => entities[id] ?? []) ?? [];
  return {
    words: wordsOf(article, quote),
    isParaphrase: quote.kind === "indirect",
    speaker: listed(speakerNames(article.annotations, quote)),
    role: (speaker && !another && rolesOf(article, speaker)[0]) || "",
    publication,
    // A guessed day must not be cited.
    date: reference.date && reference.source !== "inferred" ? dayInWords(reference.date) : "",
  };
}

/** The words of a quote on one line, without who says it in between. @param {Article} article  @param {Quote} quote */
export function wordsOf({ text }, { parts }) {
  return parts.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " ")).join(" … ");
}

/** One line. @param {ReturnType<typeof cited>} citation */
export function citation({ words, isParaphrase, speaker, role, publication, date }) {
  const source = [speaker, role, publication, date].filter(Boolean).join(", ");
  const said = isParaphrase ? `${words} (${paraphrased})` : words;
  // Marks at the end of the words part them from who said them.
  return [said, source].filter(Boolean).join(/[,.?!…]["”’»]?$/.test(said) ? " " : ", ");
}

/** The same as a paragraph. @param {ReturnType<typeof cited>} source */
export function citationElement(source) {
  const { speaker, publication } = source;
  const paragraph = element("p");
  let rest = citation(source);
  for (const [name, tag] of /** @type {const} */ ([[speaker, "b"], [publication, "i"]])) {
    // Who said it comes after the words, which may name them, too.
    const at = name ? rest.lastIndexOf(name) : -1;
    if (at < 0) continue;
    paragraph.append(rest.slice(0, at), element(tag, {}, name));
    rest = rest.slice(at + name.length);
  }
  paragraph.append(rest);
  return paragraph;
}
