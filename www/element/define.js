// Defines <news-mark>. Another copy or version of newsmark on the same page may have done so before: the first stays.

import { NewsMark } from "./element.js";

if (globalThis.customElements && !customElements.get("news-mark")) customElements.define("news-mark", NewsMark);
