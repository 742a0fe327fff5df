// Times one library on one text, `node time.mjs LIBRARY FILE`, in a process of its own: what one leaves behind slows no other.
// Prints as JSON how long loading took, the median of a call, and how much was found.

import { readFileSync } from "node:fs";

const MEASURE = 2000;
const [library, file] = process.argv.slice(2);
const text = readFileSync(file ?? "", "utf8");

const began = performance.now();
const { find } = await import(`./${library}.js`);
const found = find(text.slice(0, 200));
const loaded = performance.now() - began;

/** @type {number[]} */
const times = [];
const start = performance.now();
let all = found;
// Once to warm up, unless once is all there is time for.
do {
  const before = performance.now();
  all = find(text);
  times.push(performance.now() - before);
} while (performance.now() - start < MEASURE);
if (times.length > 2) times.shift();
times.sort((a, b) => a - b);
console.log(JSON.stringify({ loaded, milliseconds: times[times.length >> 1], found: all }));
