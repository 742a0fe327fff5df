// Describes a mark in words, for its card. Codes appear only in what the card shows on demand (`details.js`).

import * as words from "../words/reading.js";
import { interval, meaning } from "./calendar.js";
import { doubts, isSaidBy, listed, speakerNames } from "./credit.js";
import { element } from "./dom.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("../core/engine.js").Entity} Entity */
/** @typedef {import("../core/engine.js").Quote} Quote */

/** So much of a speaker's words says who is meant, in characters. */
const SPEAKER = 40;

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
    const said = doubts(outer).length > 0 ? words.perhapsSaidBy : words.saidBy;
    content.append(element("p", { class: "card-context" }, said(listed(speakerNames(article.annotations, outer)))));
  }
  return content;
}

/** @param {Article} article  @param {number} index */
function ofMention(article, index) {
  const mention = article.annotations.mentions[index];
  const entity = mention && article.annotations.entities[mention.entity];
  if (!entity) return [];
  const said = article.annotations.quotes.filter(isSaidBy(entity.id)).length;
  const facts = [words.mentions(entity.mentions.length), said > 0 && words.quotes(said)];
  return [
    label(entity.type, words.KINDS[entity.type]?.one ?? entity.type),
    title(entity.name),
    ...roles(article, entity),
    fact(facts.filter(Boolean).join(" · ")),
    fact(words.confidence(mention.score)),
  ];
}

/** @param {Article} article  @param {number} index */
function ofQuote(article, index) {
  const quote = article.annotations.quotes[index];
  if (!quote) return [];
  const { speaker } = quote;
  // The roles of several would not say whose they are.
  const [entity, another] = speaker?.entities.flatMap((id) => article.annotations.entities[id] ?? []) ?? [];
  const reason = why(article, quote);
  return [
    label("quote", words.QUOTES[quote.kind]),
    title(listed(speakerNames(article.annotations, quote)) || words.noSpeaker),
    ...(entity && !another ? roles(article, entity) : []),
    ...doubts(quote).map(({ words }) => element("p", { class: "card-doubt" }, words)),
    ...(reason ? [fact(words.why(reason))] : []),
    fact(words.confidence(quote.score)),
    ...(speaker ? [fact(words.speakerConfidence(speaker.score))] : []),
  ];
}

/** Why somebody is credited, with the words of the text. @param {Article} article  @param {Quote} quote */
function why({ text }, { rule, speaker, cue }) {
  const who = speaker?.text.replace(/\s+/g, " ") ?? "";
  const short = who.length > SPEAKER ? `${who.slice(0, SPEAKER).replace(/\s+\S*$/, "")} …` : who;
  const verb = cue ? text.slice(cue.start, cue.end).replace(/\s+/g, " ") : "";
  return words.WHY[rule]?.(short, verb) ?? "";
}

/** @param {Article} article  @param {number} index */
function ofDate({ annotations }, index) {
  const date = annotations.dates[index];
  if (!date) return [];
  const days = interval(date.from, date.to);
  const told = meaning(date);
  const open = date.type === "date" && !days && annotations.reference.date === null;
  return [
    label("date", words.TIMES[date.type]),
    title(told || date.text),
    ...(days && days !== told ? [element("p", { class: "card-note" }, days)] : []),
    ...(open ? [element("p", { class: "card-note" }, words.dayUnknown)] : []),
    fact(words.confidence(date.score)),
  ];
}

/** @param {string} text */
function fact(text) {
  return element("p", { class: "card-facts" }, text);
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
