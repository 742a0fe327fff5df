// All of a dossier as tables for spreadsheets. Pure.

import { COLUMNS, checkThis, noSpeaker } from "../words/dossier.js";
import { KINDS as QUOTES, SOURCES } from "../words/export.js";
import { percent } from "../words/locale.js";
import { KINDS } from "../words/reading.js";
import { titleOf } from "./digest.js";
import { partiesOf } from "./joining.js";
import { datesOf, sentenceOf } from "./timeline.js";

/** @typedef {import("./digest.js").Reading} Reading */
/** @typedef {import("./joining.js").Party} Party */
/** @typedef {import("./heard.js").Voice} Voice */

/** @param {readonly Reading[]} readings  @param {readonly Party[]} parties  @returns {string[][]} */
export function quoteRows(readings, parties) {
  const who = partiesOf(parties);
  return [COLUMNS.quotes, ...readings.flatMap((reading) => reading.digest.quotes.map((quote) => {
    const speakers = quote.speakers.flatMap((at) => who.get(reading)?.get(at) ?? []);
    const [speaker, another] = speakers;
    return [reading.digest.day ?? "", titleOf(reading), reading.story.publication, reading.story.file, speakers.map(({ name }) => name).join("; ") || quote.speaker || noSpeaker,
      (!another && speaker?.roles[0]) || "", QUOTES[quote.kind], quote.words, quote.isDoubtful ? checkThis : ""];
  }))];
}

/** @param {readonly Party[]} parties  @returns {string[][]} */
export function peopleRows(parties) {
  return [COLUMNS.people, ...parties.map(({ name, type, roles, articles, members, quotes }) => [
    name, KINDS[type]?.one ?? type, roles.join("; "), String(articles), String(members.reduce((sum, { named }) => sum + named.mentions, 0)), String(quotes.length),
    members[0]?.reading.digest.day ?? "", members.at(-1)?.reading.digest.day ?? "", [...new Set(members.map(({ named }) => named.name))].filter((other) => other !== name).join("; ")])];
}

/** @param {readonly Voice[]} voices  @param {readonly string[]} own  Columns of the newsroom.  @param {(voice: Voice) => string[]} ownOf  @returns {string[][]} */
export function voiceRows(voices, own, ownOf) {
  return [[...COLUMNS.sources, ...own], ...voices.map((voice) => [voice.name || noSpeaker, SOURCES[voice.kind], voice.role, voice.organization,
    String(voice.articles), String(voice.direct), String(voice.reported), String(voice.words), percent(voice.share), ...ownOf(voice)])];
}

/** @param {readonly Reading[]} readings  @returns {string[][]} */
export function dateRows(readings) {
  return [COLUMNS.dates, ...datesOf(readings).map(({ reading, dated }) => {
    const { start, end } = sentenceOf(reading, dated);
    const line = (/** @type {string} */ text) => text.replace(/\s+/g, " ");
    return [dated.date.from ?? "", dated.date.to ?? "", line(dated.date.text), line(reading.story.text.slice(start, end)), titleOf(reading), reading.digest.day ?? ""];
  })];
}
