// Takes what the panel has handed over, puts it where newsmark's page looks for a text that was being worked on in this tab, and goes there.

import { keepDraft } from "../www/page/draft.js";
import { HANDED } from "./panel/handing.js";

const name = HANDED + location.hash.slice(1);
const { [name]: handed } = /** @type {Record<string, { text: string, date: string, publication: string } | undefined>} */ (await chrome.storage.session.get(name));
await chrome.storage.session.remove(name);
if (handed) keepDraft({ ...handed, corrections: [], own: handed.text, sample: "" });
location.replace("newsmark/index.html");
