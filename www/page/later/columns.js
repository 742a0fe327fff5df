// The newsroom's own columns in a table of sources: affiliation, community, expertise, whatever an editor audits. They fill them in by hand; a
// person keeps what was filled in from article to article. Nothing is guessed, and nothing leaves the device.

import * as words from "../../words/columns.js";
import { percent } from "../../words/locale.js";
import { plain } from "../../dossier/digest.js";
import { element } from "../../reading/dom.js";
import { isAgreed, set, settings } from "../settings.js";
import { bars } from "./bars.js";

/** @typedef {{ name: string, kind: string, share: number }} Row  A source; those without a name have no cells to fill in. */

/** More would not fit beside each other. */
const MOST = 6;

/** The names of the columns. */
export function columns() {
  return settings().columns ?? [];
}

/** What stands in them for a source, for a spreadsheet. @param {{ name: string, kind: string }} source  @returns {string[]} */
export function columnsOf(source) {
  const { columns = [], people = {} } = settings();
  return columns.map((column) => (isNamed(source) && people[plain(source.name)]?.[column]) || "");
}

/** @param {{ kind: string }} source */
function isNamed({ kind }) {
  return kind === "named" || kind === "organization" || kind === "place";
}

/** The heads of the columns, each with a cross. @param {() => void} changed */
export function columnHeads(changed) {
  return columns().map((column) => {
    const cross = element("button", { type: "button", class: "quiet column-cross", "aria-label": words.removeColumn(column), title: words.removeColumn(column) }, "×");
    cross.addEventListener("click", () => {
      // What was filled in stays, for when the column comes back.
      set({ columns: columns().filter((other) => other !== column) });
      changed();
    });
    return element("th", { scope: "col", class: "own" }, column, cross);
  });
}

/** The cells of a source. @param {Row} row  @param {() => void} filled */
export function columnCells(row, filled) {
  return columns().map((column, at) => {
    if (!isNamed(row)) return element("td");
    const key = plain(row.name);
    const field = element("input", { type: "text", class: "own", value: settings().people?.[key]?.[column] ?? "", "aria-label": words.cell(column, row.name),
      list: listOf(at), autocomplete: "off", spellcheck: "false", maxlength: "80" });
    const written = () => field.value.trim().replace(/\s+/g, " ");
    // With every key, so that nothing moves any more when the field is left for a button below.
    field.addEventListener("input", () => {
      const { people = {} } = settings();
      const { [column]: _, ...others } = people[key] ?? {};
      set({ people: { ...people, [key]: written() ? { ...others, [column]: written() } : others } });
      filled();
    });
    field.addEventListener("change", () => (field.value = written()));
    return element("td", {}, field);
  });
}

/** @param {number} at */
const listOf = (at) => `own-values-${at}`;

/**
 * What stands below the table: the sums of each column, and the way to add one.
 * @param {readonly Row[]} rows
 * @param {() => void} changed  A column has come.
 */
export function columnsBelow(rows, changed) {
  const sums = element("div", { class: "own-sums" });
  const lists = element("div", { hidden: true });
  const field = element("input", { type: "text", id: "add-column", placeholder: words.example, list: "own-columns", autocomplete: "off", maxlength: "40" });
  const form = element("form", { class: "own-adding" }, element("label", { for: "add-column" }, words.addColumn), field,
    element("datalist", { id: "own-columns" }, ...words.EXAMPLES.map((value) => element("option", { value }))), element("button", { type: "submit", class: "plain" }, words.add));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = field.value.trim().replace(/\s+/g, " ");
    if (name === "" || columns().length === MOST || columns().some((other) => other.toLowerCase() === name.toLowerCase())) return;
    set({ columns: [...columns(), name] });
    changed();
  });

  /** Sums up what is filled in now. */
  function show() {
    const named = rows.filter(isNamed);
    const filled = columns().map((column, at) => ({ column, values: named.map((row) => ({ share: row.share, value: columnsOf(row)[at] ?? "" })) }));
    form.hidden = columns().length === MOST;
    lists.replaceChildren(...filled.map(({ values }, at) => element("datalist", { id: listOf(at) },
      ...[...new Set(values.map(({ value }) => value))].filter(Boolean).sort().map((value) => element("option", { value })))));
    sums.replaceChildren(...filled.flatMap(({ column, values }) => (values.some(({ value }) => value) ? [sum(column, values)] : [])));
  }
  show();
  return { content: element("div", { class: "own-columns" }, sums, form, element("p", { class: "hint" }, isAgreed() ? words.kept : words.inThisTab), lists), show };
}

/** How many sources have each value, and how much they say. @param {string} column  @param {readonly { value: string, share: number }[]} values */
function sum(column, values) {
  /** @type {Map<string, { count: number, share: number, name: string }>} */
  const groups = new Map();
  for (const { value, share } of values) {
    const key = value.toLowerCase();
    const group = groups.get(key) ?? { count: 0, share: 0, name: value || words.notFilledIn };
    groups.set(key, { ...group, count: group.count + 1, share: group.share + share });
  }
  const sorted = [...groups].sort(([a, one], [b, other]) => Number(a === "") - Number(b === "") || other.count - one.count || other.share - one.share);
  return element("table", {}, element("caption", {}, words.by(column)), element("tbody", {}, ...sorted.map(([, { name, count, share }]) => element("tr", {},
    element("th", { scope: "row" }, name), element("td", { class: "number" }, words.sources(count)),
    element("td", {}, bars("voice", words.shareOf(name, share), [[0, share]]), element("span", { class: "hint", "aria-hidden": "true" }, percent(share)))))));
}
