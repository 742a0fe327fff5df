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
 * Creates an annotator with a thread of its own. It handles one text at a time; if more calls come in meanwhile, the last one wins.
 * @param {{ createWorker?: () => Worker }} [setUp]  `createWorker` creates the thread if the page cannot start the package's own
 *   script, for example from another origin: `() => new Worker("/newsmark/pkg/worker-thread.js", { type: "module" })`.
 */
export function createAnnotator({ createWorker } = {}) {
  return annotatorOf(createWorker ?? ownWorker, !createWorker, annotateHere);
}

function ownWorker() {
  return new Worker(new URL("./worker-thread.js", import.meta.url), { type: "module" });
}
