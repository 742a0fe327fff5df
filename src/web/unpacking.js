// Makes plain objects of what `packed.rs` wrote: the numbers and strings of the shapes in `types.d.ts`, in their order there.

/**
 * @param {string} text  The article, from which every `text` is cut.
 * @param {Uint32Array} numbers  Read at once: the memory behind it is the core's.
 * @param {string} strings
 * @param {string} names  The names of kinds, each with a blank after it.
 * @returns {import("./types.js").Annotations}
 */
export function unpack(text, numbers, strings, names) {
  const scores = new Float32Array(numbers.buffer, numbers.byteOffset, numbers.length);
  const named = names.split(" ");
  let at = 0;
  let cut = 0;

  const number = () => numbers[at++];
  const score = () => scores[at++];
  const name = () => /** @type {any} */ (named[numbers[at++]]);
  const string = () => strings.slice(cut, (cut += numbers[at++]));
  const span = () => ({ start: number(), end: number() });

  /** @template T @param {() => T} read @returns {T | null} */
  const optional = (read) => (number() ? read() : null);

  /** @template T @param {() => T} read */
  const list = (read) => {
    /** @type {T[]} */
    const all = [];
    for (let left = number(); left > 0; left -= 1) all.push(read());
    return all;
  };

  const block = () => ({ start: number(), end: number(), kind: name() });
  const entity = () => ({ id: number(), type: name(), name: string(), roles: list(span), mentions: list(number) });
  const mention = () => {
    const start = number();
    const end = number();
    /** @type {any} */
    const found = { start, end, text: text.slice(start, end), entity: number(), form: name() };
    const rule = optional(name);
    if (rule) found.rule = rule;
    found.score = score();
    return found;
  };
  const speaker = () => {
    const start = number();
    const end = number();
    return { start, end, text: text.slice(start, end), entities: list(number), score: score() };
  };
  const quote = () => {
    const start = number();
    const end = number();
    const said = text.slice(start, end);
    return { start, end, text: said, parts: list(span), kind: name(), speaker: optional(speaker), cue: optional(span), rule: name(), score: score() };
  };
  const part = () => ({ start: number(), end: number(), value: string() });
  const date = () => {
    const start = number();
    const end = number();
    /** @type {any} */
    const found = { start, end, text: text.slice(start, end), type: name(), value: string() };
    const mod = optional(name);
    if (mod) found.mod = mod;
    const freq = optional(string);
    if (freq) found.freq = freq;
    const quant = optional(string);
    if (quant) found.quant = quant;
    found.from = optional(string);
    found.to = optional(string);
    const parts = list(part);
    if (parts.length > 0) found.parts = parts;
    found.rule = name();
    found.score = score();
    return found;
  };

  const schema = /** @type {2} */ (number());
  const offsets = name();
  const language = optional(string);
  return {
    schema,
    offsets,
    ...(language ? { language } : {}),
    reference: { date: optional(string), source: name() },
    blocks: list(block),
    entities: list(entity),
    mentions: list(mention),
    quotes: list(quote),
    dates: list(date),
  };
}
