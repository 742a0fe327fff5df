// The package in Node, which fetches no files: the wasm is read from the disk.

import { readFile } from "node:fs/promises";
import { callsFrom } from "./calls.js";

export const { load, loadPatterns, annotate, exportAs } = callsFrom(
  () => readFile(new URL("../pkg/newsmark_bg.wasm", import.meta.url)),
  () => readFile(new URL("../pkg/newsmark_patterns_bg.wasm", import.meta.url)),
);
