// Who is credited with a quote, and how certain that is. Pure functions: nothing here touches the page.

import { listedAnd, notAQuote, notTheSpeaker } from "../words/reading.js";

/** @typedef {import("../core/engine.js").Annotations} Annotations */
/** @typedef {import("../core/engine.js").Quote} Quote */

/** Below this score a quote or its credit is doubtful, and is shown as such; `src/annotations.rs` has the same. */
export const DOUBTFUL = 0.5;

/**
 * The name of each who is credited with a quote, or the words for them where they are not named; none where nobody is credited.
 * @param {Annotations} annotations
 * @param {Quote} quote
 * @returns {string[]}
 */
export function speakerNames({ entities }, { speaker }) {
  if (!speaker) return [];
  const names = speaker.entities.flatMap((id) => entities[id]?.name ?? []);
  return names.length > 0 ? names : [speaker.text.replace(/\s+/g, " ")];
}

/** Whether an entity is credited with a quote, alone or with others. @param {number} id  @returns {(quote: Quote) => boolean} */
export function isSaidBy(id) {
  return ({ speaker }) => speaker?.entities.includes(id) ?? false;
}

/** Names as a sentence lists them: "Ruiz, Lind and Ott". @param {readonly string[]} names */
export function listed(names) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")}${listedAnd(names.at(-1) ?? "")}`;
}

/**
 * What may be wrong with a quote, in words; nothing where it is sure.
 * @param {Quote} quote
 * @returns {{ words: string, score: number }[]}
 */
export function doubts({ score, speaker }) {
  const all = [{ words: notAQuote, score }, ...(speaker ? [{ words: notTheSpeaker, score: speaker.score }] : [])];
  return all.filter(({ score }) => score < DOUBTFUL);
}
