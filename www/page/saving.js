// Saving and copying what was found, in any of the formats. Everything is made on the device; a download is no request.

import { byId, element } from "../reading/dom.js";
import { exportAs } from "../core/engine.js";

/** @typedef {import("../core/engine.js").Article} Article */

/** @type {{ format: import("../core/engine.js").ExportFormat, name: string, ending: string, type: string }[]} */
const FORMATS = [
  { format: "json", name: "JSON", ending: "json", type: "application/json" },
  { format: "web-annotations", name: "Web Annotations (JSON-LD)", ending: "jsonld", type: "application/ld+json" },
  { format: "html", name: "HTML page", ending: "html", type: "text/html" },
  { format: "markdown", name: "Who said what (Markdown)", ending: "md", type: "text/markdown" },
  { format: "tei", name: "TEI", ending: "xml", type: "application/tei+xml" },
  { format: "brat", name: "brat standoff", ending: "ann", type: "text/plain" },
  { format: "conll", name: "Training lines (CoNLL)", ending: "tsv", type: "text/tab-separated-values" },
  { format: "csv-entities", name: "Names (CSV)", ending: "csv", type: "text/csv" },
  { format: "csv-quotes", name: "Quotes (CSV)", ending: "csv", type: "text/csv" },
  { format: "csv-dates", name: "Dates (CSV)", ending: "csv", type: "text/csv" },
];

/**
 * Sets the form up.
 * @param {HTMLFormElement} form
 * @param {() => Article | null} current
 */
export function setUpSaving(form, current) {
  const choice = byId("format", HTMLSelectElement);
  const said = byId("saved", HTMLElement);
  choice.append(...FORMATS.map(({ name }, index) => element("option", { value: String(index) }, name)));

  /** What is asked for, as it is to be written; null where there is no article. */
  function written() {
    const chosen = FORMATS[Number(choice.value)];
    const article = current();
    if (!chosen || !article) return null;
    return { ...chosen, content: exportAs(article, chosen.format) };
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const file = written();
    if (!file) return;
    const address = URL.createObjectURL(new Blob([file.content], { type: file.type }));
    element("a", { href: address, download: `article.${file.ending}` }).click();
    // The browser has taken the address by the next turn.
    setTimeout(() => URL.revokeObjectURL(address));
    said.textContent = `Saved as article.${file.ending}`;
  });

  byId("copy", HTMLButtonElement).addEventListener("click", async () => {
    const file = written();
    if (!file) return;
    try {
      await navigator.clipboard.writeText(file.content);
      said.textContent = `${file.name} copied`;
    } catch {
      said.textContent = "This browser does not let the page copy; download instead.";
    }
  });
  choice.addEventListener("change", () => (said.textContent = ""));
}
