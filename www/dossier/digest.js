// What a dossier knows of an article once it has been read: enough to join people, to list quotes and dates and to count sources, and
// small enough for thousands of articles. It refuses to hold all that was found: that is found anew when it is wanted. Pure.

import { wordsOf } from "../reading/citing.js";
import { DOUBTFUL } from "../reading/credit.js";
import { rolesOf } from "../reading/describe.js";
import { sourcesOf } from "../reading/sources.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("../core/engine.js").TimeExpr} TimeExpr */
/** @typedef {import("../core/engine.js").Quote} Quote */
/** @typedef {import("../reading/sources.js").Source} Source */
/** @typedef {import("../corrections/correct.js").Correction} Correction */

/**
 * @typedef {object} Story   An article, as its reader gave it.
 * @property {string} id     A number made of its text: the same text is in a dossier once.
 * @property {string} text
 * @property {string} date   The day that the reader gave or that came along, or "".
 * @property {string} publication
 * @property {string} file   The file that it is from, or "".
 * @property {readonly Correction[]} corrections
 */

/**
 * @typedef {object} Named
 * @property {"person" | "organization" | "place"} type
 * @property {string} name
 * @property {string} plain     The name without case, accents and marks: what is compared.
 * @property {number} turn      Of those of this name and type in the article, the how many-th: two are two because the text, or its reader, says so.
 * @property {string[]} roles
 * @property {string[]} about   The words of the roles that tell whose they are.
 * @property {number} mentions
 * @property {number[]} quotes  Those that are theirs, by their index.
 */

/**
 * @typedef {object} Said
 * @property {number} start
 * @property {number} end
 * @property {string} words
 * @property {Quote["kind"]} kind
 * @property {boolean} isDoubtful
 * @property {number[]} speakers   Of those named, by their index.
 * @property {string} speaker      The words for who speaks, where they are not named; "" where nobody is credited.
 */

/** @typedef {{ date: TimeExpr, at: number, block: { start: number, end: number } }} Dated  A date that has a place on the calendar, its index, and its paragraph. */
/** @typedef {Pick<Source, "name" | "kind" | "role" | "organization" | "direct" | "reported" | "words"> & { named: number | null }} Heard */

/**
 * @typedef {object} Digest
 * @property {string} title       Its headline; "" where it has none.
 * @property {string | null} day  The day that it is of.
 * @property {number} length      In words.
 * @property {string} language    "en"; another where nothing of it was read; "" where too little tells.
 * @property {Named[]} named      The people, organisations and places in it, each once.
 * @property {Said[]} quotes
 * @property {Dated[]} dates
 * @property {Heard[]} sources
 */

/** What is read of an article, or why it could not be. @typedef {{ story: Story, digest: Digest | null, problem: string }} Entry */
/** @typedef {Entry & { digest: Digest }} Reading  One that was read. */

/** Who can be the same in another article. */
const TYPES = new Set(["person", "organization", "place"]);

/** @param {Article} article  @returns {Digest} */
export function digest(article) {
  const { text, annotations: { blocks, dates, entities, language = "", quotes, reference } } = article;
  /** @type {Map<number, number>} from an entity's id to its index here */
  const places = new Map();
  /** @type {Named[]} */
  const named = [];
  /** @type {Map<string, number>} */
  const turns = new Map();
  for (const entity of entities) {
    if (!TYPES.has(entity.type)) continue;
    places.set(entity.id, named.length);
    const [compared, roles] = [plain(entity.name), rolesOf(article, entity)];
    const turn = (turns.get(`${entity.type} ${compared}`) ?? 0) + 1;
    turns.set(`${entity.type} ${compared}`, turn);
    named.push({ type: /** @type {Named["type"]} */ (entity.type), name: entity.name, plain: compared, turn, roles, about: tellingWords(roles), mentions: entity.mentions.length, quotes: [] });
  }
  quotes.forEach(({ speaker }, at) => speaker?.entities.forEach((id) => named[places.get(id) ?? -1]?.quotes.push(at)));
  return {
    title: headlineOf(article),
    day: reference.source === "inferred" ? null : reference.date,
    length: text.match(/\S+/g)?.length ?? 0,
    language,
    named,
    quotes: quotes.map((quote) => ({
      start: quote.start, end: quote.end, words: wordsOf(article, quote), kind: quote.kind,
      isDoubtful: quote.score < DOUBTFUL || (quote.speaker?.score ?? 1) < DOUBTFUL,
      speakers: quote.speaker?.entities.flatMap((id) => places.get(id) ?? []) ?? [],
      speaker: quote.speaker?.text.replace(/\s+/g, " ") ?? "",
    })),
    dates: dates.flatMap((date, at) => {
      const block = blocks.find(({ start, end }) => start <= date.start && date.end <= end);
      return date.from !== null && date.type !== "duration" && block ? [{ date, at, block: { start: block.start, end: block.end } }] : [];
    }),
    sources: sourcesOf(article).map(({ name, kind, entity, role, organization, direct, reported, words }) =>
      ({ name, kind, role, organization, direct, reported, words, named: entity === null ? null : places.get(entity) ?? null })),
  };
}

/** An article's headline; "" where it has none. @param {Article} article */
export function headlineOf({ text, annotations: { blocks } }) {
  const headline = blocks.find(({ kind }) => kind === "headline");
  return headline ? text.slice(headline.start, headline.end).replace(/\s+/g, " ").trim() : "";
}

/** A name as it is compared: "Łukasz O’Neill-Díaz" is "łukasz o neill diaz". @param {string} name */
export function plain(name) {
  return name.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/['’]s$/, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim().replace(/^the /, "");
}

/** Words of a role that tell nothing of whose it is. */
const EMPTY = new Set("a acting an and at chief deputy for former head in interim longtime new of old senior the then vice who".split(" "));

/** @param {readonly string[]} roles  @returns {string[]} */
function tellingWords(roles) {
  if (roles.length === 0) return [];
  return [...new Set(roles.join(" ").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])].filter((word) => !EMPTY.has(word));
}

/** What an article is called in a list. @param {{ story: Story, digest: Digest | null }} entry */
export function titleOf({ story, digest }) {
  return digest?.title || story.file || (/\S[^\n]*/.exec(story.text)?.[0] ?? "").slice(0, 80).trim();
}

/** Those that were read, in the order of their days; those without a day come last, as they came. @param {readonly Entry[]} entries  @returns {Reading[]} */
export function inOrder(entries) {
  const read = /** @type {Reading[]} */ (entries.filter(({ digest }) => digest !== null));
  return read.sort((one, other) => compare(one.digest.day ?? "9999", other.digest.day ?? "9999"));
}

/** @param {string} one  @param {string} other */
export function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
