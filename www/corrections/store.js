// Keeps corrections across reloads, in this browser's own storage, under a hash of the text and without the text itself.

/** @typedef {import("./correct.js").Correction} Correction */
/** @typedef {Record<string, { corrections: Correction[], kept: number }>} Kept  By text; `kept` is when. */

const NAME = "newsmark.corrections";
/** Of how many texts corrections are kept: the latest. */
const TEXTS = 100;

/** What is kept of all texts. @returns {Kept} */
export function all() {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME) ?? "{}");
    return Object.fromEntries(Object.entries(kept ?? {}).filter(([, entry]) => Array.isArray(entry?.corrections)));
  } catch {
    return {};
  }
}

/** @param {string} text  @param {Kept} [kept]  For those who ask of many.  @returns {Correction[]} */
export function recall(text, kept = all()) {
  const found = kept[keyOf(text)]?.corrections;
  return Array.isArray(found) ? found.filter(isCorrection) : [];
}

/**
 * @param {string} text
 * @param {readonly Correction[]} corrections  None forgets the text.
 * @returns {boolean} whether the browser keeps them.
 */
export function keep(text, corrections) {
  const kept = all();
  if (corrections.length > 0) kept[keyOf(text)] = { corrections: [...corrections], kept: Date.now() };
  else delete kept[keyOf(text)];
  const latest = Object.entries(kept).sort(([, one], [, other]) => other.kept - one.kept).slice(0, TEXTS);
  try {
    if (latest.length > 0) localStorage.setItem(NAME, JSON.stringify(Object.fromEntries(latest)));
    else localStorage.removeItem(NAME);
    return true;
  } catch {
    return false;
  }
}

/** Forgets the corrections of all texts. */
export function forgetAll() {
  try {
    localStorage.removeItem(NAME);
  } catch {
    // What cannot be kept need not be forgotten.
  }
}

/** Whether something from the storage, which others can write to, is a correction. @param {any} found */
export function isCorrection(found) {
  const isSpan = (/** @type {any} */ span) => Number.isInteger(span?.start) && Number.isInteger(span?.end) && span.start <= span.end;
  return typeof found === "object" && found !== null && typeof found.does === "string" && isSpan(found.at)
    && ["into", "to"].every((name) => !(name in found) || isSpan(found[name])) && (!found.speaker || isSpan(found.speaker))
    && (!("kind" in found) || ["direct", "indirect", "mixed"].includes(found.kind)) && ["type", "value", "name"].every((name) => !(name in found) || typeof found[name] === "string");
}

/** A number for a text: two hashes of 32 bits, the first of them FNV-1a, and its length. @param {string} text */
export function keyOf(text) {
  let [high, low] = [0x811c9dc5, 0x2f0b4c47];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ (unit + at), 0x85ebca6b);
  }
  return `${(high >>> 0).toString(36)}.${(low >>> 0).toString(36)}.${text.length.toString(36)}`;
}
