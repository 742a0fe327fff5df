// Writes the page as it is served: what it opens with is marked when it arrives, and stands where it will stand, by the code that takes it
// over once that is there. A reader sees marks before the core is loaded, and without scripts. Its words come from `www/words/served.js`.

import { readFileSync, writeFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { annotate, load, render } from "../../www/core/engine.js";
import { dated } from "../../www/page/dating.js";
import { SERVED, titles } from "../../www/page/samples.js";
import { createLegend } from "../../www/reading/legend.js";
import * as words from "../../www/words/served.js";

const html = readFileSync("www/page/index.html", "utf8").replace(/\{\{(\w+)\}\}/g, (_, name) => {
  const word = /** @type {Record<string, string>} */ (words)[name];
  if (word === undefined) throw new Error(`www/words/served.js has no ${name}`);
  return word.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
});
const { document } = parseHTML(html);
Object.assign(globalThis, { document });

/** @param {string} id  @returns {HTMLElement} */
function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

await load(readFileSync("www/pkg/newsmark_bg.wasm"));
const annotations = annotate(SERVED);
render(byId("article"), { text: SERVED, annotations });
createLegend(byId("legend"), byId("article"), () => {}).show(annotations);
byId("sample").append(...titles());
byId("date").setAttribute("value", annotations.reference.source === "text" ? annotations.reference.date ?? "" : "");
byId("dated").textContent = dated(annotations);
writeFileSync("www/index.html", `${document}\n`);
