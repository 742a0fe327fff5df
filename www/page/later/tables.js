// Tables for spreadsheets. They begin with a mark by which Excel knows UTF-8, and no cell of an article can be taken for a formula.

import * as words from "../../words/export.js";
import { percent } from "../../words/locale.js";
import { dayInWords } from "../../reading/calendar.js";
import { citation, cited, wordsOf } from "../../reading/citing.js";
import { listed, speakerNames } from "../../reading/credit.js";
import { rolesOf } from "../../reading/describe.js";
import { sourcesOf } from "../../reading/sources.js";
import { columns, columnsOf } from "./columns.js";

/** @typedef {import("../../core/engine.js").Article} Article */

/** @param {{ article: Article, publication: string }} given  @returns {string[][]} */
export function quoteRows({ article, publication }) {
  const { annotations } = article;
  const { entities, quotes, reference } = annotations;
  const published = reference.date && reference.source !== "inferred" ? dayInWords(reference.date) : "";
  const organizations = new Map(sourcesOf(article).map(({ name, organization }) => [name, organization]));
  return [words.COLUMNS.quotes, ...quotes.map((quote) => {
    const names = speakerNames(annotations, quote);
    const [entity, another] = quote.speaker?.entities.flatMap((id) => entities[id] ?? []) ?? [];
    const role = (entity && !another && rolesOf(article, entity)[0]) || "";
    const confidence = percent(Math.min(quote.score, quote.speaker?.score ?? 1));
    return [listed(names), role, (names.length === 1 && organizations.get(names[0] ?? "")) || "", words.KINDS[quote.kind], wordsOf(article, quote), confidence,
      publication, published, citation(cited(article, quote, publication))];
  })];
}

/** @param {Article} article  @returns {string[][]} */
export function sourceRows(article) {
  return [[...words.COLUMNS.sources, ...columns()], ...sourcesOf(article).map((source) => [
    source.name || words.noSpeaker, words.SOURCES[source.kind], source.role, source.organization, source.pronouns, String(source.direct), String(source.reported),
    String(source.words), percent(source.share), percent(source.first), percent(source.last), ...columnsOf(source)])];
}

/** @param {readonly (readonly string[])[]} rows */
export function asCsv(rows) {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** @param {string} value */
function cell(value) {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
