// Whether annotations that come from elsewhere are of a text: what marks it may rely on.

import { errorOf } from "../core/errors.js";

/** @typedef {import("../core/engine.js").Annotations} Annotations */

const SCHEMA = 2;

/**
 * @param {Annotations} annotations
 * @param {string} text
 * @throws {import("../core/engine.js").NewsmarkError} of kind `annotations` where they are not.
 */
export function checkAnnotations(annotations, text) {
  const { schema, offsets, entities, mentions, quotes, dates } = annotations ?? {};
  if (schema !== SCHEMA) throw wrong(schema === undefined ? "these are no annotations" : `these annotations have schema ${schema}, and this version reads schema ${SCHEMA}`);
  if (offsets !== "utf-16") throw wrong("the annotations' offsets must be UTF-16 code units");
  if (![entities, mentions, quotes, dates].every(Array.isArray)) throw wrong("these are no annotations: a list is missing");
  const isSpan = (/** @type {any} */ span) => Number.isInteger(span?.start) && Number.isInteger(span?.end) && 0 <= span.start && span.start <= span.end && span.end <= text.length;
  const isEntity = (/** @type {number} */ id) => entities[id] !== undefined;
  const lists = /** @type {const} */ ([
    ["entities", entities, (/** @type {any} */ { roles, mentions: own }) => roles?.every(isSpan) && own?.every((/** @type {number} */ index) => mentions[index] !== undefined)],
    ["mentions", mentions, (/** @type {any} */ mention) => isSpan(mention) && isEntity(mention.entity)],
    ["quotes", quotes, (/** @type {any} */ quote) => isSpan(quote) && quote.parts?.every(isSpan) && (!quote.cue || isSpan(quote.cue))
      && (!quote.speaker || (isSpan(quote.speaker) && quote.speaker.entities?.every(isEntity)))],
    ["dates", dates, isSpan],
  ]);
  for (const [name, list, fits] of lists) {
    const index = list.findIndex((each) => !fits(each));
    if (index >= 0) throw wrong(`${name}[${index}] leads nowhere: the annotations are not of this text`);
  }
}

/** @param {string} message */
function wrong(message) {
  return errorOf("annotations", message);
}
