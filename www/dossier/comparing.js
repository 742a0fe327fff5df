// Two versions of an article: which quotes and names came, went and changed. Pure.

/** @typedef {import("./digest.js").Digest} Digest */
/** @typedef {import("./digest.js").Said} Said */
/** @typedef {import("./digest.js").Named} Named */
/** @typedef {{ said: Said, speaker: string }} Line  A quote, and who is credited with it. */
/** @typedef {{ before: Line, after: Line }} Change */
/** @typedef {{ same: number, came: Line[], went: Line[], changed: Change[], names: { came: Named[], went: Named[] } }} Comparison */

/** From this share of words in common on, two quotes are one that was changed. */
const ALIKE = 0.5;

/** @param {Digest} before  @param {Digest} after  @returns {Comparison} */
export function compared(before, after) {
  const old = before.quotes.map((said) => line(before, said));
  const fresh = after.quotes.map((said) => line(after, said));
  let same = 0;
  /** @type {Change[]} */
  const changed = [];
  // What is word for word the same is paired first, then what is most alike.
  const pairs = old.flatMap((one) => fresh.map((other) => ({ one, other, alike: likeness(one, other) })))
    .filter(({ alike }) => alike >= ALIKE).sort((one, other) => other.alike - one.alike);
  const paired = new Set();
  for (const { one, other, alike } of pairs) {
    if (paired.has(one) || paired.has(other)) continue;
    paired.add(one).add(other);
    if (alike === 1 && one.speaker === other.speaker) same += 1;
    else changed.push({ before: one, after: other });
  }
  const isLeft = (/** @type {Line} */ one) => !paired.has(one);
  changed.sort((one, other) => one.after.said.start - other.after.said.start);
  return { same, changed, came: fresh.filter(isLeft), went: old.filter(isLeft), names: { came: missing(after, before), went: missing(before, after) } };
}

/** @param {Digest} digest  @param {Said} said  @returns {Line} */
function line({ named }, said) {
  return { said, speaker: said.speakers.map((at) => named[at]?.name ?? "").filter(Boolean).join(", ") || said.speaker };
}

/** Those named in one and not in the other. @param {Digest} one  @param {Digest} other */
function missing(one, other) {
  const there = new Set(other.named.map(({ type, plain }) => `${type} ${plain}`));
  return one.named.filter(({ type, plain }) => !there.has(`${type} ${plain}`));
}

/** The share of words that two quotes have in common, 0 to 1; 1 where they are the same. @param {Line} one  @param {Line} other */
function likeness({ said: one }, { said: other }) {
  if (one.words === other.words) return 1;
  const [a, b] = [bag(one.words), bag(other.words)];
  if (a.length === 0 || b.length === 0) return 0;
  const left = [...b];
  let common = 0;
  for (const word of a) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left.splice(at, 1);
    common += 1;
  }
  // The same words in other marks are not quite the same.
  return Math.min(0.99, (2 * common) / (a.length + b.length));
}

/** @param {string} words  @returns {string[]} */
function bag(words) {
  return words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
