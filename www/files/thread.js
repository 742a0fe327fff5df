// The thread in which the page reads files: a large or hostile one takes no time of the page, and can be given up.

import { readFile, readRichText } from "./files.js";
import { told } from "./words.js";

addEventListener("message", async ({ data: { file, html } }) => {
  try {
    const read = file ? await readFile(file) : await readRichText(html);
    postMessage({ read: read && told(read) });
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    // What reads a kind of file is loaded when the first one comes.
    const isMissing = name !== "NewsmarkError";
    postMessage({ error: isMissing ? `What opens this file could not be loaded. Check your connection, and try again. (${message})` : message });
  }
});
