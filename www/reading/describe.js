// What a card says of a mark.

import { interval, lastDay, meaning } from "./calendar.js";
import { confidence, doubts, isSaidBy, listed, speakerNames } from "./credit.js";
import { element } from "./dom.js";
import { counted, entityKinds } from "./kinds.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("../core/engine.js").Entity} Entity */
/** @typedef {import("../core/engine.js").Quote} Quote */
/** @typedef {import("../core/engine.js").TimeExpr} TimeExpr */

/** @type {Record<Quote["kind"], string>} */
const QUOTES = { direct: "Quote", indirect: "Reported speech", mixed: "Reported, partly quoted" };

/** @type {Record<TimeExpr["type"], string>} */
const TIMES = { date: "Date", time: "Time", duration: "Length of time", set: "Recurring" };

/** The evidence that chose a speaker, in words. @type {Record<string, string>} */
const RULES = {
  "speech-subject-cue": "speaker and verb after the words",
  "speech-cue-subject": "verb and speaker after the words",
  "subject-cue-speech": "speaker and verb before the words",
  "according-to": "“according to”",
  "passive-cue": "asked or told",
  "shared-subject": "subject of the verb before",
  "introduced": "named before or below the words",
  "turn": "turn of a dialogue",
  "sentence-before": "named in the sentence before",
  "same-speaker": "goes on from the paragraph before",
  "unattributed": "no speaker is named",
  "by-hand": "corrected by hand",
};

/**
 * @param {import("./subject.js").Subject} subject
 * @param {Article} article
 * @param {number} [around]  The quote that the mark stands in.
 * @returns {DocumentFragment}
 */
export function describe({ sort, index }, article, around) {
  const content = document.createDocumentFragment();
  content.append(...{ mention: ofMention, quote: ofQuote, date: ofDate }[sort](article, index));
  const outer = around === undefined ? undefined : article.annotations.quotes[around];
  if (outer?.speaker) {
    const said = doubts(outer).length > 0 ? "Perhaps said by" : "Said by";
    content.append(element("p", { class: "card-context" }, `${said} ${listed(speakerNames(article.annotations, outer))}`));
  }
  return content;
}

/** @param {Article} article  @param {number} index */
function ofMention(article, index) {
  const mention = article.annotations.mentions[index];
  const entity = mention && article.annotations.entities[mention.entity];
  if (!entity) return [];
  const said = article.annotations.quotes.filter(isSaidBy(entity.id)).length;
  const facts = [counted(entity.mentions.length, "mention"), said > 0 && counted(said, "quote")];
  return [
    label(entity.type, entityKinds.find(({ id }) => id === entity.type)?.one ?? entity.type),
    title(entity.name),
    ...roles(article, entity),
    element("p", { class: "card-facts" }, facts.filter(Boolean).join(" · ")),
    element("p", { class: "card-facts" }, confidence(mention.score)),
  ];
}

/** @param {Article} article  @param {number} index */
function ofQuote(article, index) {
  const quote = article.annotations.quotes[index];
  if (!quote) return [];
  const { speaker, cue } = quote;
  // The roles of several would not say whose they are.
  const [entity, another] = speaker?.entities.flatMap((id) => article.annotations.entities[id] ?? []) ?? [];
  const words = cue && article.text.slice(cue.start, cue.end).replace(/\s+/g, " ");
  return [
    label("quote", QUOTES[quote.kind]),
    title(listed(speakerNames(article.annotations, quote)) || "Nobody is credited"),
    ...(entity && !another ? roles(article, entity) : []),
    ...doubts(quote).map(({ words }) => element("p", { class: "card-doubt" }, words)),
    ...(words ? [element("p", { class: "card-facts" }, `“${words}”`)] : []),
    values(
      ["Evidence", RULES[quote.rule] ?? quote.rule],
      ["Quote", confidence(quote.score)],
      ...(speaker ? [/** @type {Fact} */ (["Speaker", confidence(speaker.score)])] : [])),
  ];
}

/** @param {Article} article  @param {number} index */
function ofDate({ annotations }, index) {
  const date = annotations.dates[index];
  if (!date) return [];
  const days = interval(date.from, date.to);
  const iso = date.from && date.to ? isoInterval(date.from, date.to) : "";
  const words = meaning(date);
  const open = date.type === "date" && !days && annotations.reference.date === null;
  return [
    label("date", TIMES[date.type]),
    title(words || date.text),
    ...(days && days !== words ? [element("p", { class: "card-note" }, days)] : []),
    ...(open ? [element("p", { class: "card-note" }, "Which one depends on the article’s date.")] : []),
    values(
      ["TIMEX3", element("code", {}, date.value)],
      ...(iso && iso !== date.value ? [/** @type {Fact} */ (["Days", element("code", {}, iso)])] : []),
      ["Rule", date.rule === "by-hand" ? "corrected by hand" : date.rule]),
    element("p", { class: "card-facts" }, confidence(date.score)),
  ];
}

/** @typedef {[name: string, value: Node | string]} Fact */

/** @param {Fact[]} facts */
function values(...facts) {
  return element("dl", { class: "card-values" }, ...facts.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]));
}

/** First and last day. @param {string} from  @param {string} to */
function isoInterval(from, to) {
  const last = lastDay(to);
  return from === last ? from : `${from} to ${last}`;
}

/** @param {Article} article  @param {Entity} entity */
function roles(article, entity) {
  const roles = rolesOf(article, entity);
  return roles.length > 0 ? [element("p", { class: "card-note" }, roles.join(", "))] : [];
}

/** @param {string} kind  @param {string} text */
function label(kind, text) {
  return element("p", { class: "card-label" }, element("span", { class: `sample ${kind}` }, text));
}

/** @param {string} text */
function title(text) {
  return element("p", { class: "card-title" }, text);
}

/** Of an entity's roles in a long article, the first tell enough. */
const ROLES_READ = 30;

/**
 * The titles and functions the article gives an entity, each once, however its letters are cased.
 * @param {Article} article
 * @param {Entity} entity
 * @returns {string[]}
 */
export function rolesOf(article, entity) {
  /** @type {Map<string, string>} */
  const roles = new Map();
  for (const { start, end } of entity.roles.slice(0, ROLES_READ)) {
    const role = article.text.slice(start, end).replace(/\s+/g, " ");
    if (!roles.has(role.toLowerCase())) roles.set(role.toLowerCase(), role);
  }
  return [...roles.values()];
}
