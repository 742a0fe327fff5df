// Who is heard over all articles: how often, with how many words, in how many of them. Pure, and no more than the texts give.

import { compare } from "./digest.js";
import { partiesOf } from "./joining.js";

/** @typedef {import("./digest.js").Reading} Reading */
/** @typedef {import("./joining.js").Party} Party */
/** @typedef {import("../reading/sources.js").Source["kind"]} Kind */

/**
 * @typedef {object} Voice
 * @property {string} name           "" where nobody is credited.
 * @property {Kind} kind
 * @property {string} role
 * @property {string} organization
 * @property {number} articles       In which they are quoted.
 * @property {number} direct
 * @property {number} reported
 * @property {number} words
 * @property {number} share          Of all quoted words, 0 to 1.
 * @property {Party | null} party    Null where they are not named.
 */

/**
 * @param {readonly Reading[]} readings
 * @param {readonly Party[]} parties
 * @returns {Voice[]} those in most articles first, then those with most words; what nobody is credited with comes last.
 */
export function voicesOf(readings, parties) {
  const who = partiesOf(parties);
  /** @type {Map<Party | string, Voice & { last: Reading | null }>} */
  const voices = new Map();
  for (const reading of readings) {
    for (const source of reading.digest.sources) {
      const party = source.named === null ? null : who.get(reading)?.get(source.named) ?? null;
      const key = party ?? `${source.kind} ${source.name.toLowerCase()}`;
      const voice = voices.get(key) ?? {
        name: party?.name ?? source.name, kind: source.kind, role: party?.roles[0] ?? source.role, organization: source.organization,
        articles: 0, direct: 0, reported: 0, words: 0, share: 0, party, last: null,
      };
      voices.set(key, voice);
      if (voice.last !== reading) voice.articles += 1;
      voice.last = reading;
      voice.organization ||= source.organization;
      voice.direct += source.direct;
      voice.reported += source.reported;
      voice.words += source.words;
    }
  }
  const all = [...voices.values()];
  const total = all.reduce((sum, { words }) => sum + words, 0);
  const isNobody = (/** @type {Voice} */ { kind }) => Number(kind === "nobody");
  return all.map(({ last: _, ...voice }) => ({ ...voice, share: total > 0 ? voice.words / total : 0 }))
    .sort((one, other) => isNobody(one) - isNobody(other) || other.articles - one.articles || other.words - one.words || compare(one.name, other.name));
}
