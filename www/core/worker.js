// Annotates off the page's main thread, so that the page stays responsive during a long text.

import { annotatorOf } from "./annotator.js";
import { annotate, loadFor } from "./engine.js";

/** @typedef {import("./annotator.js").WorkerOptions} WorkerOptions */

/** @param {string} text  @param {import("./engine.js").AnnotateOptions} options */
async function annotateHere(text, options) {
  await loadFor(options);
  return annotate(text, options);
}

/**
 * Makes an annotator with a thread of its own. It takes one text at a time; of the calls that come meanwhile the last wins.
 * @param {{ createWorker?: () => Worker }} [setUp]  `createWorker` makes the thread where the page may not start the package's own
 *   script, as from another origin: `() => new Worker("/newsmark/pkg/worker-thread.js", { type: "module" })`.
 */
export function createAnnotator({ createWorker } = {}) {
  return annotatorOf(createWorker ?? ownWorker, !createWorker, annotateHere);
}

function ownWorker() {
  return new Worker(new URL("./worker-thread.js", import.meta.url), { type: "module" });
}
