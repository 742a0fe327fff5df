// A dossier as one file: articles, corrections and decisions as JSON, without what was found, which is found anew. Pure.

import { isCorrection, keyOf } from "../corrections/store.js";

/** @typedef {import("./digest.js").Story} Story */
/** @typedef {import("./joining.js").Decision} Decision */
/** @typedef {{ name: string, stories: readonly Story[], decisions: readonly Decision[] }} Dossier */

const KIND = "dossier";
const VERSION = 1;
export const ENDING = ".newsmark.json";

/** @param {Dossier} dossier */
export function asFile({ name, stories, decisions }) {
  const articles = stories.map(({ text, date, publication, file, corrections }) => ({ text, date, publication, file, corrections }));
  return `${JSON.stringify({ newsmark: KIND, version: VERSION, name, articles, decisions }, null, 1)}\n`;
}

/**
 * @param {string} content
 * @returns {Dossier | "other" | "newer"}  "other" of what is no dossier, "newer" of one that a later newsmark has written.
 */
export function fromFile(content) {
  /** @type {any} */
  let given;
  try {
    given = JSON.parse(content);
  } catch {
    return "other";
  }
  if (given?.newsmark !== KIND || !Array.isArray(given.articles)) return "other";
  if (given.version !== VERSION) return "newer";
  const text = (/** @type {unknown} */ value) => (typeof value === "string" ? value : "");
  return {
    name: text(given.name),
    stories: given.articles.filter((/** @type {any} */ one) => text(one?.text).trim() !== "").map((/** @type {any} */ one) =>
      storyOf(one.text, { date: text(one.date), publication: text(one.publication), file: text(one.file), corrections: Array.isArray(one.corrections) ? one.corrections : [] })),
    decisions: Array.isArray(given.decisions) ? given.decisions.filter(isDecision) : [],
  };
}

/**
 * An article for a dossier. What is no date or no correction is left out.
 * @param {string} text
 * @param {Partial<Omit<Story, "id" | "text">>} told
 * @returns {Story}
 */
export function storyOf(text, { date = "", publication = "", file = "", corrections = [] }) {
  return { id: keyOf(text), text, date: isDay(date) ? date : "", publication, file, corrections: corrections.filter(isCorrection) };
}

/** @param {string} date */
function isDay(date) {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) === true;
}

/** @param {any} given  @returns {given is Decision} */
export function isDecision(given) {
  const isText = (/** @type {unknown} */ value) => typeof value === "string";
  return (given?.does === "join" && isText(given.one) && isText(given.other))
    || (given?.does === "part" && Array.isArray(given.members) && given.members.every(isText))
    || (given?.does === "rename" && isText(given.member) && isText(given.name));
}
