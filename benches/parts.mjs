// What each library costs in a wasm: the code of its functions, in bytes and after Brotli. A function counts for the first library that its
// name mentions, so code that a derive wrote for our types counts for the library whose trait it implements.
//
//   cargo xtask build
//   node benches/parts.mjs target/wasm32-unknown-unknown/release/newsmark.wasm
//   node benches/parts.mjs target/wasm32-unknown-unknown/small/newsmark_patterns.wasm
//
// It reads the file that rustc writes, which still has names; wasm-opt makes the code smaller afterwards.

import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

/** In the order in which they are asked. */
const LIBRARIES = ["serde_wasm_bindgen", "wasm_bindgen", "web_sys", "js_sys", "regex_automata", "regex_syntax", "regex", "aho_corasick", "memchr", "serde_core", "fst", "libm", "unicode_width"];

const bytes = readFileSync(process.argv[2] ?? "");
let at = 8;

function number() {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] ?? 0;
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
}

function text() {
  const length = number();
  at += length;
  return bytes.toString("utf8", at - length, at);
}

let imported = 0;
/** @type {Buffer[]} */
const bodies = [];
/** @type {Map<number, string>} */
const names = new Map();
/** @type {[string, Buffer][]} */
const sections = [];

while (at < bytes.length) {
  const id = bytes[at++];
  const length = number();
  const end = at + length;
  sections.push([String(id), bytes.subarray(at, end)]);
  if (id === 2) {
    for (let count = number(); count > 0; count--) {
      text();
      text();
      // wasm-bindgen imports functions alone, besides memory or a table with limits.
      if (bytes[at++] === 0) {
        imported++;
        number();
      } else throw new Error("an import that is not a function");
    }
  } else if (id === 10) {
    for (let count = number(); count > 0; count--) {
      const size = number();
      bodies.push(bytes.subarray(at, at + size));
      at += size;
    }
  } else if (id === 0 && text() === "name") {
    while (at < end) {
      const part = bytes[at++];
      const after = number() + at;
      if (part === 1) for (let count = number(); count > 0; count--) names.set(number(), text());
      at = after;
    }
  }
  at = end;
}

/** @param {Buffer[]} parts */
const weight = (parts) => [parts.length, parts.reduce((sum, { length }) => sum + length, 0), parts.length ? brotliCompressSync(Buffer.concat(parts)).length : 0];

/** @type {Map<string, Buffer[]>} */
const groups = new Map(LIBRARIES.map((library) => [library, []]));
bodies.forEach((body, index) => {
  const name = names.get(index + imported) ?? "";
  // These tell wasm-bindgen what glue to write; it takes them out.
  if (/describe/.test(name)) return;
  const library = LIBRARIES.find((library) => new RegExp(`\\b${library}\\b|\\d${library}\\d`).test(name)) ?? "everything else";
  groups.set(library, [...(groups.get(library) ?? []), body]);
});

console.log(`${"library".padEnd(20)} functions   bytes  brotli`);
for (const [library, parts] of groups) {
  const [count, raw, brotli] = weight(parts);
  console.log(`${library.padEnd(20)} ${String(count).padStart(9)} ${String(raw).padStart(7)} ${String(brotli).padStart(7)}`);
}
for (const [id, name] of [["10", "all code"], ["11", "all data"]]) {
  const [, raw, brotli] = weight(sections.filter(([section]) => section === id).map(([, section]) => section));
  console.log(`${String(name).padEnd(30)} ${String(raw).padStart(7)} ${String(brotli).padStart(7)}`);
}
