// On demand: whom the article quotes, as a table with a picture of who has how much to say and where, and the points that an editor would
// check. It points out; it does not judge.

import * as words from "../../words/export.js";
import { number, percent } from "../../words/locale.js";
import { DOUBTFUL } from "../../reading/credit.js";
import { element } from "../../reading/dom.js";
import { namedSources, sourcesOf } from "../../reading/sources.js";
import { bars } from "./bars.js";
import { columnCells, columnHeads, columnsBelow } from "./columns.js";
import { fileName, save } from "./files.js";
import { asCsv, sourceRows } from "./tables.js";

/** @typedef {import("../../core/engine.js").Article} Article */
/** @typedef {import("../../reading/sources.js").Source} Source */

/** From this share of all quoted words on, a source is pointed out. */
const DOMINANT = 0.5;

/**
 * Fills the sheet.
 * @param {HTMLDialogElement} sheet
 * @param {Article} article
 * @param {(quote: number) => void} visit
 */
export function showSources(sheet, article, visit) {
  const all = sourcesOf(article);
  const download = element("button", { type: "button", class: "plain", id: "save-sources" }, words.download);
  download.addEventListener("click", () => save(fileName(article, "-sources.csv"), "text/csv", asCsv(sourceRows(article))));
  const print = element("button", { type: "button", class: "plain", id: "print-sources" }, words.print);
  print.addEventListener("click", () => window.print());
  const close = element("button", { type: "submit", class: "primary" }, words.close);
  const doubtful = article.annotations.quotes.filter(({ score }) => score < DOUBTFUL).length;
  const points = [...pointsOf(all), ...(doubtful > 0 ? [words.leftOut(doubtful)] : [])];
  const shown = element("div", { class: "table", role: "region", "aria-label": words.table, tabindex: "0" });
  const below = element("div");
  const draw = () => {
    const own = columnsBelow(all, drawAgain);
    shown.replaceChildren(table(article, all, visit, own.show, drawAgain));
    below.replaceChildren(own.content);
  };
  const drawAgain = () => {
    draw();
    below.querySelector("input")?.focus();
  };
  draw();
  sheet.replaceChildren(
    element("h2", { id: "sources-title" }, words.sources),
    element("p", { class: "sources-sum" }, summary(all)),
    ...(points.length > 0 ? [element("h3", {}, words.pointsToCheck), element("ul", { class: "points" }, ...points.map((point) => element("li", {}, point)))]
      : [element("p", {}, words.nothingToCheck)]),
    shown, below, element("p", { class: "hint" }, words.note),
    element("form", { method: "dialog", class: "sheet-actions" }, close, download, print));
}

/** @param {readonly Source[]} all */
function summary(all) {
  const count = (/** @type {Source["kind"]} */ wanted) => all.filter(({ kind }) => kind === wanted).length;
  const [unnamed, documents] = [count("unnamed"), count("document")];
  return [words.named(count("named"), count("organization"), count("place")), ...(unnamed > 0 ? [words.unnamed(unnamed)] : []), ...(documents > 0 ? [words.documents(documents)] : [])].join(" ");
}

/** What an editor would ask. @param {readonly Source[]} all  @returns {string[]} */
export function pointsOf(all) {
  const [only, second] = all.filter(({ kind }) => kind !== "nobody");
  const dominant = all.find(({ kind, share }) => kind !== "nobody" && share > DOMINANT);
  return [
    ...(only && !second ? [words.singleSource(only.name)] : dominant ? [words.dominant(dominant.name, dominant.share)] : []),
    ...(namedSources(all).length === 0 && all.length > 0 ? [words.named(0, 0, 0)] : []),
    ...all.filter(({ kind }) => kind === "unnamed").map(({ name, quotes }) => words.byUnnamed(name, quotes.length)),
    ...all.filter(({ kind }) => kind === "nobody").map(({ quotes }) => words.byNobody(quotes.length)),
  ];
}

/** @param {Article} article  @param {readonly Source[]} all  @param {(quote: number) => void} visit  @param {() => void} filled  @param {() => void} changed */
function table(article, all, visit, filled, changed) {
  const heads = [words.source, words.voice, words.quotes, words.paraphrases, words.wordsGiven, words.where];
  return element("table", {},
    element("thead", {}, element("tr", {}, ...heads.map((head, at) => element("th", { scope: "col", class: at > 1 && at < 5 ? "number" : "" }, head)), ...columnHeads(changed))),
    element("tbody", {}, ...all.map((source) => {
      const name = source.name || words.noSpeaker;
      const go = element("button", { type: "button", class: "quiet source-name", "aria-label": words.showFirst(name) }, name);
      go.addEventListener("click", () => visit(source.quotes[0] ?? 0));
      const facts = [source.kind === "named" ? "" : words.SOURCES[source.kind], source.role, source.role.includes(source.organization) ? "" : source.organization, source.pronouns && words.pronouns(source.pronouns)].filter(Boolean);
      return element("tr", { class: `source ${source.kind}` },
        element("th", { scope: "row" }, go, ...(facts.length > 0 ? [element("span", { class: "hint" }, facts.join(" · "))] : [])),
        element("td", {}, bars("voice", words.voiceOf(name, source.share), [[0, source.share]]), element("span", { class: "hint", "aria-hidden": "true" }, percent(source.share))),
        ...[source.direct, source.reported, source.words].map((count) => element("td", { class: "number" }, number(count))),
        element("td", {}, bars("where", words.whereOf(source.first, source.last), places(article, source))),
        ...columnCells(source, filled));
    })));
}

/** Where in the article each quote stands, as shares of it. @param {Article} article  @param {Source} source  @returns {[number, number][]} */
function places({ text, annotations }, { quotes }) {
  return quotes.flatMap((index) => {
    const quote = annotations.quotes[index];
    return quote ? [/** @type {[number, number]} */ ([quote.start / text.length, quote.end / text.length])] : [];
  });
}
