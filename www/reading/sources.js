// Whom an article quotes: a row for each speaker, with how much they say and what an editor would ask. Pure functions, which use nothing but the
// text: nothing is guessed from a name.

import { DOUBTFUL } from "./credit.js";
import { rolesOf } from "./describe.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("../core/engine.js").Quote} Quote */

/**
 * @typedef {object} Source
 * @property {string} name           As the text names them, or the words that stand for them; "" where nobody is credited.
 * @property {"named" | "unnamed" | "organization" | "document" | "place" | "nobody"} kind
 * @property {number | null} entity  Its id; null where they are not named.
 * @property {string} role
 * @property {string} organization   Named in the role, or right after it.
 * @property {string} pronouns       Those that the text has for them.
 * @property {number[]} quotes       Indices into the article's quotes, in order.
 * @property {number} direct         Quotes word for word, with those partly so.
 * @property {number} reported
 * @property {number} words
 * @property {number} share          Of all quoted words, 0 to 1.
 * @property {number} first          Where they first speak, as a share of the article, 0 to 1.
 * @property {number} last
 */

/** What speaks and is no person: told by its words, as the text has them. */
const DOCUMENT = /\b(statement|report|study|letter|document|memo|filing|lawsuit|complaint|indictment|affidavit|survey|poll|e-?mail|post|tweet|press release|notice|bill|law|audit|review|paper|transcript|record|records|data)\b/i;

/** Words for a speaker that are a pronoun of a person, and nothing else. */
const PRONOUN = /^(he|she|they)$/i;

/**
 * What may be no quote does not count.
 * @param {Article} article
 * @returns {Source[]} in the order of words given, most first; what nobody is credited with comes last.
 */
export function sourcesOf(article) {
  const { annotations: { quotes } } = article;
  /** @type {Map<string, Source>} */
  const all = new Map();
  quotes.forEach((quote, index) => {
    if (quote.score < DOUBTFUL) return;
    const speakers = quote.speaker?.entities ?? [];
    // Who speak together each said all of it.
    for (const id of speakers.length > 0 ? speakers : [null]) {
      const words = quote.speaker?.text.replace(/\s+/g, " ") ?? "";
      const key = id === null ? words.toLowerCase() : String(id);
      const source = all.get(`${id === null}${key}`) ?? made(article, id, words);
      all.set(`${id === null}${key}`, source);
      source.quotes.push(index);
      if (quote.kind === "indirect") source.reported += 1;
      else source.direct += 1;
      source.words += wordsIn(article.text, quote);
      const place = article.text.length > 0 ? quote.start / article.text.length : 0;
      if (source.quotes.length === 1) source.first = place;
      source.last = place;
    }
  });
  const total = [...all.values()].reduce((sum, { words }) => sum + words, 0);
  for (const source of all.values()) source.share = total > 0 ? source.words / total : 0;
  return [...all.values()].sort((one, other) => Number(one.kind === "nobody") - Number(other.kind === "nobody") || other.words - one.words || one.first - other.first);
}

/** Those that a reader could ask: people, organisations and governments ("Rome") with a name. @param {readonly Source[]} sources */
export function namedSources(sources) {
  return sources.filter(({ kind }) => kind === "named" || kind === "organization" || kind === "place");
}

/** @param {Article} article  @param {number | null} id  @param {string} words  @returns {Source} */
function made(article, id, words) {
  const entity = id === null ? undefined : article.annotations.entities[id];
  const kind = entity ? (entity.type === "person" ? "named" : DOCUMENT.test(words) && !words.includes(entity.name) ? "document" : entity.type === "place" ? "place" : "organization")
    : words === "" ? "nobody" : DOCUMENT.test(words) ? "document" : "unnamed";
  return {
    name: entity?.name ?? words, kind, entity: id, quotes: [], direct: 0, reported: 0, words: 0, share: 0, first: 0, last: 0,
    role: (entity && rolesOf(article, entity)[0]) ?? "",
    organization: entity ? organizationOf(article, entity) : "",
    pronouns: entity ? pronounsOf(article, entity) : "",
  };
}

/** The organisation that stands in somebody's role, or right after it ("director of the Port Authority"). @param {Article} article  @param {import("../core/engine.js").Entity} entity */
function organizationOf({ text, annotations: { entities, mentions } }, { roles, type }) {
  if (type !== "person") return "";
  for (const { start, end } of roles) {
    const near = mentions.find((mention) => mention.end > start && entities[mention.entity]?.type === "organization"
      && (mention.end <= end || /^\s*(of|at|for|with|from)\s+(the\s+)?$/i.test(text.slice(end, mention.start))))
      // "Ports Authority director", in the words that another place has for it.
      ?? mentions.find((mention) => entities[mention.entity]?.type === "organization" && isBefore(text, start, mention.text));
    if (near) return entities[near.entity]?.name ?? "";
  }
  return "";
}

/** Whether some words stand right before a place. @param {string} text  @param {number} at  @param {string} words */
function isBefore(text, at, words) {
  const before = text.slice(Math.max(0, at - words.length - 2), at).trimEnd();
  return before.endsWith(words) && !/[\p{L}\p{N}]$/u.test(before.slice(0, -words.length));
}

/** The pronouns that the text has for somebody, each once. @param {Article} article  @param {import("../core/engine.js").Entity} entity */
function pronounsOf({ annotations: { mentions, quotes } }, entity) {
  const named = entity.mentions.flatMap((index) => (mentions[index]?.form === "pronoun" ? mentions[index].text : []));
  const speaking = quotes.flatMap(({ speaker }) => (speaker?.entities.length === 1 && speaker.entities[0] === entity.id && PRONOUN.test(speaker.text) ? speaker.text : []));
  return [...new Set([...named, ...speaking].map((pronoun) => pronoun.toLowerCase()))].join(", ");
}

/** @param {string} text  @param {Quote} quote */
function wordsIn(text, { parts }) {
  return parts.reduce((sum, { start, end }) => sum + (text.slice(start, end).match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0), 0);
}
