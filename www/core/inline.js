// The package as one file with the wasm inside, for pages that may request nothing. `cargo xtask build` makes `pkg/inline.js` from it.

// @ts-ignore: the bundler puts the bytes here.
import bytes from "../pkg/newsmark_bg.wasm";
// @ts-ignore: and here.
import patternBytes from "../pkg/newsmark_patterns_bg.wasm";
import { callsFrom } from "./calls.js";

export const { load, loadPatterns, annotate, exportAs, isNewsmarkError } = callsFrom(
  () => /** @type {any} */ (bytes),
  () => /** @type {any} */ (patternBytes),
);
