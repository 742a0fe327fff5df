// The other end of `worker.js`: annotates what it is sent, one text after the other.

import { annotate, load } from "./engine.js";

addEventListener("message", async ({ data: { text, options } }) => {
  try {
    await load();
    postMessage({ annotations: annotate(text, options) });
  } catch (error) {
    // An error loses all but its message on the way.
    const { name, message, kind } = /** @type {Error & { kind?: string }} */ (error);
    postMessage({ error: { name, message, kind } });
  }
});
