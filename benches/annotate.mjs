// Times the shipped wasm under Node on the texts whose files are named, and prints what it measured as JSON. The time is
// that of a caller: the string in, the plain objects out. `cargo xtask bench` runs it.

import { readFileSync } from "node:fs";
import { annotate, initSync } from "../www/pkg/newsmark.js";

// Long enough for the compiler to settle, short enough to wait for.
const WARM_UP = 1000;
const MEASURE = 3000;
const AT_LEAST = 3;

initSync({ module: readFileSync(new URL("../www/pkg/newsmark_bg.wasm", import.meta.url)) });
const texts = process.argv.slice(2).map((file) => readFileSync(file, "utf8"));
console.log(JSON.stringify(texts.map(measure)));

/** @param {string} text */
function measure(text) {
  /** @type {number[]} */
  const times = [];
  const began = performance.now();
  while (times.length < AT_LEAST || performance.now() - began < WARM_UP + MEASURE) {
    const start = performance.now();
    annotate(text);
    const end = performance.now();
    if (end - began > WARM_UP) times.push(end - start);
  }
  times.sort((a, b) => a - b);
  return { milliseconds: times[Math.floor(times.length / 2)], found: found(annotate(text)) };
}

/**
 * Counts, and the sum of all ends: two builds that differ in an annotation differ here.
 * @param {import("../www/pkg/newsmark.js").Annotations} annotations
 */
function found({ blocks, entities, mentions, quotes, dates }) {
  const ends = [...blocks, ...mentions, ...quotes, ...dates].reduce((sum, { end }) => sum + end, 0);
  return [entities.length, mentions.length, quotes.length, dates.length, ends];
}
