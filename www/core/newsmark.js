// The package in a browser or a worker: the wasm is the file beside the code, asked for once.

import { callsFrom } from "./calls.js";

export const { load, loadPatterns, annotate, exportAs } = callsFrom();
