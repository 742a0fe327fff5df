// The thread in which the page reads files: a large or hostile file cannot block the page, and reading can be abandoned.

import { readFile, readRichText } from "./files.js";
import { cannotOpen } from "../words/arriving.js";
import { told } from "./words.js";

addEventListener("message", async ({ data: { file, html, collection } }) => {
  try {
    if (collection) {
      const { readCollection } = await import("./collection.js");
      await readCollection(collection, readFile, (portion) => postMessage({ portion }));
      return postMessage({ isDone: true });
    }
    const read = file ? await readFile(file) : await readRichText(html);
    postMessage({ read: read && told(read) });
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    // What reads a kind of file is loaded when the first one comes.
    const isMissing = name !== "NewsmarkError";
    postMessage({ error: isMissing ? cannotOpen : message });
  }
});
