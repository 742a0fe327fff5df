// A reader's corrections: a list that is kept apart from the annotations and applied to them each time.
//
// A correction identifies its target by its place in the text, so it survives a new version that finds more or less. A correction whose target no
// longer exists is skipped. Pure functions: nothing here touches the page.

import { renumbered } from "../reading/filter.js";
import { valued } from "./value.js";

/** @typedef {import("../core/engine.js").Annotations} Annotations */
/** @typedef {import("../core/engine.js").Entity} Entity */
/** @typedef {import("../core/engine.js").Quote} Quote */
/** @typedef {import("../reading/subject.js").Sort} Sort */
/** @typedef {{ start: number, end: number }} Span */

/**
 * @typedef {{ does: "type", at: Span, type: Entity["type"] }
 *   | { does: "merge", at: Span, into: Span }
 *   | { does: "split", at: Span }
 *   | { does: "rename", at: Span, name: string }
 *   | { does: "speaker", at: Span, speaker: Span | null, name?: string }
 *   | { does: "kind", at: Span, kind: Quote["kind"] }
 *   | { does: "value", at: Span, value: string }
 *   | { does: "span", sort: Sort, at: Span, to: Span }
 *   | { does: "remove", sort: Sort, at: Span, all?: boolean }
 *   | { does: "confirm", sort: Sort, at: Span }
 *   | { does: "add", sort: Sort, at: Span, type?: Entity["type"], value?: string, all?: boolean }} Correction
 *   `at` is the span of the mention, quote or date; `into` and `speaker` are those of mentions; `all` is everything of that name; `name` of a
 *   speaker is one that the text does not have.
 */

/** What is sure because somebody says so. */
const BY_HAND = /** @type {const} */ ({ rule: "by-hand", score: 1 });

/**
 * The annotations with corrections, as new objects.
 * @param {string} text
 * @param {Annotations} annotations
 * @param {readonly Correction[]} corrections
 * @returns {Annotations}
 */
export function correct(text, annotations, corrections) {
  if (corrections.length === 0) return annotations;
  const draft = structuredClone(annotations);
  for (const correction of corrections) apply(text, draft, correction);
  for (const list of [draft.mentions, draft.quotes, draft.dates]) list.sort((one, other) => one.start - other.start || other.end - one.end);
  return renumbered(draft);
}

/** @param {string} text  @param {Annotations} draft  @param {Correction} correction */
function apply(text, draft, correction) {
  const { entities, mentions, quotes, dates } = draft;
  const { at } = correction;
  const mention = mentions.find(isAt(at));
  const entity = mention && entities[mention.entity];
  const quote = quotes.find(isAt(at));
  const date = dates.find(isAt(at));
  switch (correction.does) {
    case "type":
      if (entity) entity.type = correction.type;
      for (const one of mentions) if (mention && one.entity === mention.entity) one.score = 1;
      break;
    case "merge": {
      const target = mentions.find(isAt(correction.into));
      const into = target && entities[target.entity];
      if (!entity || !into || into === entity) break;
      const from = mention.entity;
      for (const one of mentions) if (one.entity === from) Object.assign(one, { entity: target.entity, score: 1 });
      recredit(quotes, from, target.entity);
      into.roles.push(...entity.roles);
      break;
    }
    case "split":
      if (!entity) break;
      entities.push({ id: entities.length, type: entity.type, name: mention.text, roles: [], mentions: [] });
      for (const quote of quotes) {
        const { speaker } = quote;
        if (!speaker?.entities.includes(mention.entity) || !isIn(at, speaker)) continue;
        const stays = mentions.some((other) => other !== mention && other.entity === mention.entity && isIn(other, speaker));
        if (stays) speaker.entities.push(entities.length - 1);
        else recredit([quote], mention.entity, entities.length - 1);
      }
      Object.assign(mention, { entity: entities.length - 1, score: 1 });
      break;
    case "rename":
      if (!entity || !mention) break;
      entity.name = correction.name;
      for (const one of mentions) if (one.entity === mention.entity) one.score = 1;
      break;
    case "speaker": {
      if (quote && correction.name) {
        const { start, end } = quote.speaker ?? { start: quote.start, end: quote.start };
        Object.assign(quote, { ...BY_HAND, speaker: { start, end, text: correction.name, entities: [], score: 1 } });
        break;
      }
      const said = correction.speaker && mentions.find(isAt(correction.speaker));
      if (!quote || (correction.speaker && !said)) break;
      Object.assign(quote, { ...BY_HAND, speaker: said ? { ...spanned(text, said), entities: [said.entity], score: 1 } : null });
      break;
    }
    case "kind":
      if (quote) Object.assign(quote, BY_HAND, { kind: correction.kind });
      break;
    case "value":
      if (date) Object.assign(without(date), valued(correction.value), BY_HAND);
      break;
    case "span": {
      const to = spanned(text, correction.to);
      if (correction.sort === "mention" && entity) {
        if (entity.name === mention.text) entity.name = to.text;
        Object.assign(mention, to, { score: 1 });
      }
      if (correction.sort === "quote" && quote) Object.assign(quote, to, BY_HAND, { parts: stretched(quote.parts, correction.to) });
      if (correction.sort === "date" && date) Object.assign(date, to, BY_HAND);
      break;
    }
    case "confirm":
      if (correction.sort === "mention" && mention) mention.score = 1;
      if (correction.sort === "date" && date) Object.assign(date, BY_HAND);
      if (correction.sort === "quote" && quote) Object.assign(quote, BY_HAND, { speaker: quote.speaker && { ...quote.speaker, score: 1 } });
      break;
    case "remove":
      if (correction.sort === "mention" && mention) {
        draft.mentions = mentions.filter((one) => (correction.all ? one.entity !== mention.entity : one !== mention));
      }
      if (correction.sort === "quote") draft.quotes = quotes.filter((one) => one !== quote);
      if (correction.sort === "date") draft.dates = dates.filter((one) => one !== date);
      break;
    case "add":
      add(text, draft, correction);
      break;
  }
}

/** @param {string} text  @param {Annotations} draft  @param {Extract<Correction, { does: "add" }>} correction */
function add(text, draft, { sort, at, type = "other", value = "", all = false }) {
  const to = spanned(text, at);
  if (sort === "quote") {
    draft.quotes.push({ ...to, ...BY_HAND, parts: [at], kind: /^["“‘«„']/.test(to.text) ? "direct" : "indirect", speaker: null, cue: null });
  } else if (sort === "date") {
    draft.dates.push({ ...to, ...valued(value), ...BY_HAND });
  } else {
    // Two names cannot stand in one place.
    draft.mentions = draft.mentions.filter(({ start, end }) => end <= at.start || at.end <= start);
    let entity = draft.entities.findIndex((one) => one.type === type && one.name === to.text);
    if (entity < 0) entity = draft.entities.push({ id: draft.entities.length, type, name: to.text, roles: [], mentions: [] }) - 1;
    draft.mentions.push({ ...to, entity, form: "name", score: 1 });
    for (const other of all ? placesOf(text, to.text) : []) {
      const isFree = draft.mentions.every(({ start, end }) => end <= other.start || other.end <= start);
      if (isFree) draft.mentions.push({ ...spanned(text, other), entity, form: "name", score: 1 });
    }
  }
}

/** Where some words stand as words of their own. @param {string} text  @param {string} words  @returns {Span[]} */
function placesOf(text, words) {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "gu");
  return [...text.matchAll(pattern)].map(({ index }) => ({ start: index, end: index + words.length }));
}

/** Credits quotes of one entity to another. @param {Annotations["quotes"]} quotes  @param {number} from  @param {number} to */
function recredit(quotes, from, to) {
  for (const { speaker } of quotes) {
    if (speaker?.entities.includes(from)) speaker.entities = [...new Set(speaker.entities.map((id) => (id === from ? to : id)))];
  }
}

/** @param {Span} inner  @param {Span} outer */
function isIn(inner, outer) {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** @param {Span} span */
function isAt({ start, end }) {
  return (/** @type {Span} */ other) => other.start === start && other.end === end;
}

/** @param {string} text  @param {Span} span */
function spanned(text, { start, end }) {
  return { start, end, text: text.slice(start, end) };
}

/** A quote's parts, from another start to another end. @param {Span[]} parts  @param {Span} to */
function stretched(parts, { start, end }) {
  const kept = parts.filter((part) => part.start < end && start < part.end).map((part) => ({ ...part }));
  const [first, last] = [kept[0], kept.at(-1)];
  if (!first || !last) return [{ start, end }];
  first.start = start;
  last.end = end;
  return kept;
}

/** A date without what its old value had. @param {Annotations["dates"][0]} date */
function without(date) {
  delete date.mod;
  delete date.freq;
  delete date.quant;
  delete date.parts;
  return date;
}

/**
 * Corrections of a text that has been edited since: those before the change stay, those after it move, and what was changed itself is
 * given up.
 * @param {readonly Correction[]} corrections
 * @param {string} before
 * @param {string} after
 * @returns {Correction[]}
 */
export function moved(corrections, before, after) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const shift = after.length - before.length;
  const moveSpan = (/** @type {Span} */ { start, end }) => {
    if (end <= head) return { start, end };
    if (start >= before.length - tail) return { start: start + shift, end: end + shift };
    return null;
  };
  return corrections.flatMap((correction) => {
    const copy = /** @type {Record<string, any>} */ ({ ...correction });
    for (const name of ["at", "into", "to", "speaker"]) {
      if (!copy[name]) continue;
      copy[name] = moveSpan(copy[name]);
      if (!copy[name]) return [];
    }
    return [/** @type {Correction} */ (copy)];
  });
}
