// The sheet that exports all of a dossier.

import * as words from "../../../words/dossier.js";
import { dateRows, peopleRows, quoteRows, voiceRows } from "../../../dossier/tables.js";
import { element } from "../../../reading/dom.js";
import { columns, columnsOf } from "../columns.js";
import { save } from "../files.js";
import { asCsv } from "../tables.js";
import { press } from "./press.js";

/** @typedef {import("../../../dossier/digest.js").Story} Story */
/** @typedef {import("../dossier.js").Model} Model */

/** @type {Record<string, (model: Model) => string[][]>} */
const TABLES = {
  quotes: ({ readings, parties }) => quoteRows(readings, parties),
  people: ({ parties }) => peopleRows(parties),
  sources: ({ voices }) => voiceRows(voices, columns(), columnsOf),
  dates: ({ readings }) => dateRows(readings),
};

/**
 * @param {HTMLElement} root
 * @param {object} dossier
 * @param {() => Model} dossier.current
 * @param {() => string} dossier.name
 * @param {(stories: readonly Story[], wanted: "line" | "training", signal: AbortSignal) => Promise<string[]>} dossier.written
 *   Finds everything anew, and writes it down.
 */
export function createExporting(root, { current, name, written }) {
  const format = element("select", { id: "dossier-format" }, ...Object.entries(words.FORMATS).map(([id, [called]]) => element("option", { value: id }, called)));
  const help = element("p", { class: "hint" });
  const said = element("p", { class: "hint", role: "status" });
  let going = new AbortController();

  async function download() {
    const model = current();
    const file = `${name().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "")}-${format.value}`;
    const table = TABLES[format.value];
    if (table) {
      save(`${file}.csv`, "text/csv", asCsv(table(model)));
      return void (said.textContent = words.savedAs(`${file}.csv`));
    }
    const { signal } = going;
    const isTraining = format.value === "conll";
    const stories = model.entries.flatMap(({ story }) => (isTraining && story.corrections.length === 0 ? [] : story));
    if (stories.length === 0) return void (said.textContent = words.noneCorrected);
    said.textContent = words.writing;
    try {
      const all = await written(stories, isTraining ? "training" : "line", signal);
      save(`${file}.${isTraining ? "tsv" : "jsonl"}`, isTraining ? "text/tab-separated-values" : "application/jsonl", all.join(""));
      said.textContent = words.savedAs(`${file}.${isTraining ? "tsv" : "jsonl"}`);
    } catch {
      if (!signal.aborted) said.textContent = words.threadsMissing;
    }
  }

  const form = element("form", { class: "saving" },
    element("label", { class: "field", for: "dossier-format" }, element("span", {}, words.exportFormat), format), help,
    element("p", { class: "saving-actions" }, element("button", { type: "submit", class: "primary" }, words.download), press(words.close, () => sheet.close(), "plain")), said);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void download();
  });
  const explain = () => {
    help.textContent = words.FORMATS[format.value]?.[1] ?? "";
    said.textContent = "";
  };
  format.addEventListener("change", explain);
  const sheet = element("dialog", { class: "sheet", "aria-labelledby": "dossier-export-title" }, element("h2", { id: "dossier-export-title" }, words.exportAll), form);
  sheet.addEventListener("close", () => going.abort());
  root.append(sheet);

  return {
    open() {
      going = new AbortController();
      explain();
      sheet.showModal();
    },
  };
}
