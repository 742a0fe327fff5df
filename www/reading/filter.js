// Filters annotations by score and by entity. Pure functions: nothing here touches the page.

import { isSaidBy } from "./credit.js";

/** @typedef {import("../core/engine.js").Annotations} Annotations */

/**
 * @typedef {object} Filter
 * @property {number} least          The lowest score that is shown, 0 to 1; of a quote, the lower of its own and its credit's.
 * @property {number | null} entity  The only entity that is shown, with its quotes; null for all.
 * @property {"" | "direct" | "reported"} [kind]  The only quotes that are shown: word for word, with those partly so, or paraphrases.
 */

/**
 * The annotations that pass, as new ones.
 * @param {Annotations} annotations
 * @param {Filter} filter
 * @returns {Annotations}
 */
export function filtered(annotations, { least, entity, kind = "" }) {
  if (least <= 0 && entity === null && !kind) return annotations;
  const isSure = (/** @type {{ score: number }} */ { score }) => score >= least;
  const isKind = (/** @type {import("../core/engine.js").Quote} */ quote) => !kind || (quote.kind === "indirect") === (kind === "reported");
  const mentions = annotations.mentions.filter((mention) => isSure(mention) && (entity === null || mention.entity === entity));
  return renumbered({
    ...annotations,
    mentions,
    quotes: annotations.quotes.filter((quote) => isKind(quote) && isSure(quote) && (!quote.speaker || isSure(quote.speaker)) && (entity === null || isSaidBy(entity)(quote))),
    dates: entity === null ? annotations.dates.filter(isSure) : [],
  });
}

/**
 * Annotations whose mentions name their entities by old indices, brought into order: entities by first mention, without those that nothing
 * mentions. What is given is not changed.
 * @param {Annotations} annotations
 * @returns {Annotations}
 */
export function renumbered({ entities: all, mentions, quotes, ...rest }) {
  /** @type {Map<number, number>} */
  const ids = new Map();
  for (const { entity } of mentions) if (!ids.has(entity)) ids.set(entity, ids.size);
  const entities = [...ids].flatMap(([old, id]) => (all[old] ? [{ ...all[old], id, mentions: /** @type {number[]} */ ([]) }] : []));
  mentions.forEach(({ entity }, index) => entities[ids.get(entity) ?? -1]?.mentions.push(index));
  return {
    ...rest,
    entities,
    mentions: mentions.map((mention) => ({ ...mention, entity: ids.get(mention.entity) ?? 0 })),
    quotes: quotes.map(({ speaker, ...quote }) => ({ ...quote, speaker: speaker && { ...speaker, entities: speaker.entities.flatMap((id) => ids.get(id) ?? []) } })),
  };
}
