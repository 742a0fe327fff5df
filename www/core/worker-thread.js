// The other end of `worker.js`: annotates the texts that it gets, one at a time.

import { answer } from "./answer.js";
import { annotate, loadFor } from "./engine.js";

addEventListener("message", async ({ data }) => {
  await answer(data, postMessage, async (text, options) => {
    await loadFor(options);
    return annotate(text, options);
  });
});
