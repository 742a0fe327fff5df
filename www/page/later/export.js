// On demand: the sheet that exports. Everything is made on the device; a download is no request. What is saved is everything that was
// found, as corrected, whatever the page shows of it.

import * as words from "../../words/export.js";
import { namesOf } from "../../corrections/names.js";
import { byId, element } from "../../reading/dom.js";
import { fileName, save } from "./files.js";
import { sheetAsHtml, sheetAsMarkdown, sheetAsRtf, sheetOf } from "./sheet.js";
import { asCsv, quoteRows, sourceRows } from "./tables.js";
import { webPage } from "./webpage.js";

/** @typedef {import("../../core/engine.js").Article} Article */
/** @typedef {typeof import("../../core/engine.js").exportAs} ExportAs */
/** @typedef {typeof import("../../core/engine.js").render} Render */
/** @typedef {{ article: Article, publication: string, exportAs: ExportAs, render: Render }} Given */

/** @typedef {{ ending: string, type: string, write: (given: Given) => string, rich?: (given: Given) => string }} Format */

/** @type {Record<string, Format>} */
const READERS = {
  "sheet-rtf": { ending: "-quotes.rtf", type: "application/rtf", write: (given) => sheetAsRtf(sheetOf(given)), rich: (given) => sheetAsHtml(sheetOf(given)) },
  "sheet-md": { ending: "-quotes.md", type: "text/markdown", write: (given) => sheetAsMarkdown(sheetOf(given)), rich: (given) => sheetAsHtml(sheetOf(given)) },
  "quotes": { ending: "-quotes.csv", type: "text/csv", write: (given) => asCsv(quoteRows(given)) },
  "sources": { ending: "-sources.csv", type: "text/csv", write: ({ article }) => asCsv(sourceRows(article)) },
  "page": { ending: ".html", type: "text/html", write: webPage },
};

/** @type {Record<string, [ending: string, type: string]>} */
const CORE = {
  "json": [".json", "application/json"],
  "web-annotations": [".jsonld", "application/ld+json"],
  "tei": [".xml", "application/tei+xml"],
  "brat": [".ann", "text/plain"],
  "conll": [".tsv", "text/tab-separated-values"],
  "csv-entities": ["-names.csv", "text/csv"],
  "csv-quotes": ["-quotes-offsets.csv", "text/csv"],
  "csv-dates": ["-dates.csv", "text/csv"],
};

/** @type {Record<string, Format>} */
const RESEARCH = {
  ...Object.fromEntries(Object.entries(CORE).map(([format, [ending, type]]) => [format, {
    ending, type, write: (/** @type {Given} */ { article, exportAs }) => (type === "text/csv" ? "\ufeff" : "") + exportAs(article, /** @type {any} */ (format)),
  }])),
  "names": { ending: "-names.json", type: "application/json", write: ({ article }) => `${JSON.stringify(namesOf(article), null, 2)}\n` },
};

/**
 * Sets the sheet's form up.
 * @param {{ current: () => Article | null, publication: () => string, exportAs: ExportAs, render: Render }} page
 */
export function setUpExport({ current, publication, exportAs, render }) {
  const choice = byId("format", HTMLSelectElement);
  const help = byId("format-help", HTMLElement);
  const said = byId("saved", HTMLElement);
  const group = (/** @type {string} */ label, /** @type {Record<string, Format>} */ formats) =>
    element("optgroup", { label }, ...Object.keys(formats).map((id) => element("option", { value: id }, words.FORMATS[id]?.[0] ?? id)));
  choice.replaceChildren(group(words.forReaders, READERS), group(words.forResearch, RESEARCH));

  function explain() {
    help.textContent = words.FORMATS[choice.value]?.[1] ?? "";
    said.textContent = "";
  }

  /** What is asked for; null where there is no article. */
  function asked() {
    const format = READERS[choice.value] ?? RESEARCH[choice.value];
    const article = current();
    return format && article ? { format, given: { article, publication: publication(), exportAs, render } } : null;
  }

  byId("saving", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    const file = asked();
    if (!file) return;
    const name = fileName(file.given.article, file.format.ending);
    save(name, file.format.type, file.format.write(file.given));
    said.textContent = words.savedAs(name);
  });

  byId("copy", HTMLButtonElement).addEventListener("click", async () => {
    const file = asked();
    if (!file) return;
    // A clipboard takes no Rich Text Format from a page; what it keeps the look of is HTML.
    const plain = choice.value === "sheet-rtf" ? sheetAsMarkdown(sheetOf(file.given)) : file.format.write(file.given).replace(/^\ufeff/, "");
    const blob = (/** @type {string} */ type, /** @type {string} */ content) => new Blob([content], { type });
    try {
      await navigator.clipboard.write([new ClipboardItem({
        "text/plain": blob("text/plain", plain),
        ...(file.format.rich ? { "text/html": blob("text/html", file.format.rich(file.given)) } : {}),
      })]);
      said.textContent = words.isCopied(words.FORMATS[choice.value]?.[0] ?? "");
    } catch {
      said.textContent = words.copyingBlocked;
    }
  });
  choice.addEventListener("change", explain);
  explain();
}
