// The package in Node, which fetches no files: the wasm is in a module next to the code, so a server bundler cannot lose it.

import { brotliDecompressSync } from "node:zlib";
import { callsFrom } from "./calls.js";

/** @param {"core" | "patterns"} name */
async function bytesOf(name) {
  // @ts-ignore: the build makes it.
  const { default: packed } = await import("../pkg/wasm-bytes.cjs");
  return new Uint8Array(brotliDecompressSync(Buffer.from(packed[name], "base64")));
}

export const { load, loadPatterns, annotate, exportAs, isNewsmarkError } = callsFrom(() => bytesOf("core"), () => bytesOf("patterns"));
