// Runs a benchmark that was compiled for WASI, with the arguments and the files of the machine: `node benches/wasi.mjs FILE ...`.

import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

const [file, ...args] = process.argv.slice(2);
if (!file) throw new Error("a wasm file is missing");
const wasi = new WASI({ version: "preview1", args: [file, ...args], preopens: { "/": "/" } });
const module = await WebAssembly.compile(await readFile(file));
const imports = /** @type {WebAssembly.Imports} */ (wasi.getImportObject());
wasi.start(await WebAssembly.instantiate(module, imports));
