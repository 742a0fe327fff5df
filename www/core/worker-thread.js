// The other end of `worker.js`: annotates what it is sent, one text after the other.

import { annotate, loadFor } from "./engine.js";

addEventListener("message", async ({ data: { text, options } }) => {
  try {
    await loadFor(options);
    const progress = (/** @type {number} */ done) => postMessage({ progress: done });
    postMessage({ annotations: annotate(text, { ...options, progress }) });
  } catch (error) {
    // An error loses all but its message on the way.
    const { name, message, kind } = /** @type {Error & { kind?: string }} */ (error);
    postMessage({ error: { name, message, kind } });
  }
});
