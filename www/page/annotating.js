// Annotating: at once while that is quick, in a thread of its own for long texts, so that the page stays smooth meanwhile.

import { analysing } from "../words/page.js";
import { annotate } from "../core/engine.js";
import { createAnnotator } from "../core/worker.js";
import { scriptFor } from "./trusted.js";

/** @typedef {import("../core/engine.js").Annotations} Annotations */

/** From so many characters on, a slow device takes a quarter of a second. */
const LONG = 200_000;
/** Work that takes longer shows that it goes on, in milliseconds. */
const PATIENT = 250;

/** @param {HTMLProgressElement} progress  Shown while work goes on. */
export function createAnnotating(progress) {
  /** @type {ReturnType<typeof createAnnotator> | null} */
  let annotator = null;
  /** The calls so far: what the last has found counts. */
  let calls = 0;

  /**
   * @param {string} text
   * @param {{ date: string | null, everything: boolean }} options
   * @param {(found: Annotations) => void} done   Not called where another call came meanwhile.
   * @param {(error: unknown) => void} failed
   */
  return function annotateFor(text, options, done, failed) {
    calls += 1;
    const call = calls;
    progress.hidden = true;
    progress.setAttribute("aria-label", analysing);
    try {
      if (text.length < LONG) return done(annotate(text, options));
    } catch (error) {
      return failed(error);
    }
    annotator ??= createAnnotator({ createWorker: () => new Worker(scriptFor("annotating"), { type: "module" }) });
    const timer = setTimeout(() => (progress.hidden = call !== calls), PATIENT);
    progress.removeAttribute("value");
    annotator.annotate(text, { ...options, progress: (share) => call === calls && (progress.value = share) }).then(
      (found) => call === calls && done(found),
      (error) => call === calls && failed(error),
    ).finally(() => {
      clearTimeout(timer);
      if (call === calls) progress.hidden = true;
    });
  };
}
