// Writes what Node gets of the wasm: its bytes inside a module, so that no bundler can lose a file of them. Packed, since Node can unpack.

import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const [folder] = process.argv.slice(2);
/** @param {string} name */
const packed = (name) => JSON.stringify(brotliCompressSync(readFileSync(`${folder}/${name}`)).toString("base64"));
writeFileSync(
  `${folder}/wasm-bytes.cjs`,
  `// Made by \`cargo xtask build\`: each wasm, in Brotli and base64.
exports.core = ${packed("newsmark_bg.wasm")};
exports.patterns = ${packed("newsmark_patterns_bg.wasm")};
`,
);
