// The quote sheet: every quote with who said it, by speaker, as Markdown, Rich Text and HTML. The words of the article stay as they are;
// what a format would read as its own signs is escaped.

import * as words from "../../words/export.js";
import { dayInWords } from "../../reading/calendar.js";
import { wordsOf } from "../../reading/citing.js";
import { doubts, listed, speakerNames } from "../../reading/credit.js";
import { rolesOf } from "../../reading/describe.js";
import { element } from "../../reading/dom.js";

/** @typedef {{ words: string, notes: string[] }} Line */
/** @typedef {{ title: string, source: string, speakers: { name: string, role: string, lines: Line[] }[] }} Sheet */

/** @param {{ article: import("../../core/engine.js").Article, publication: string }} given  @returns {Sheet} */
export function sheetOf({ article, publication }) {
  const { text, annotations } = article;
  const { blocks, entities, quotes, reference } = annotations;
  const headline = blocks.find(({ kind }) => kind === "headline");
  const published = reference.date && reference.source !== "inferred" ? dayInWords(reference.date) : "";
  const told = reference.source === "text" ? words.foundInText : words.publishedOn;
  /** @type {Map<string, Sheet["speakers"][0]>} */
  const speakers = new Map();
  for (const quote of quotes) {
    const name = listed(speakerNames(annotations, quote));
    const [entity, another] = quote.speaker?.entities.flatMap((id) => entities[id] ?? []) ?? [];
    const speaker = speakers.get(name) ?? { name: name || words.noSpeaker, role: (entity && !another && rolesOf(article, entity)[0]) || "", lines: [] };
    speakers.set(name, speaker);
    speaker.lines.push({
      words: wordsOf(article, quote),
      notes: [...(quote.kind === "indirect" ? [words.paraphrase] : []), ...(doubts(quote).length > 0 ? [words.toCheck] : [])],
    });
  }
  return {
    title: headline ? text.slice(headline.start, headline.end).replace(/\s+/g, " ").trim() : words.quoteSheet,
    source: [publication, published && told(published)].filter(Boolean).join(". "),
    // What nobody is credited with comes last.
    speakers: [...speakers].sort(([one], [other]) => Number(one === "") - Number(other === "")).map(([, speaker]) => speaker),
  };
}

/** @param {Line} line */
const note = ({ notes }) => (notes.length > 0 ? ` (${notes.join(", ")})` : "");

/** @param {Sheet} sheet */
export function sheetAsMarkdown({ title, source, speakers }) {
  const plain = (/** @type {string} */ text) => text.replace(/[\\`*_[\]<>#|]/g, "\\$&").replace(/^(\d+)([.)])/, "$1\\$2").replace(/^[+-]/, "\\$&");
  return [
    `# ${plain(title)}`,
    ...(source ? [plain(source)] : []),
    ...(speakers.length === 0 ? [words.noQuotes] : []),
    ...speakers.flatMap(({ name, role, lines }) => [
      `## ${plain(name)}${role ? `, ${plain(role)}` : ""}`,
      lines.map((line) => `- ${plain(line.words)}${note(line)}`).join("\n"),
    ]),
    `---\n${words.made}`,
  ].join("\n\n") + "\n";
}

/** @param {Sheet} sheet  @returns {HTMLElement} */
export function sheetElement({ title, source, speakers }) {
  return element("section", {},
    element("h1", {}, title),
    ...(source ? [element("p", {}, source)] : []),
    ...(speakers.length === 0 ? [element("p", {}, words.noQuotes)] : []),
    ...speakers.flatMap(({ name, role, lines }) => [
      element("h2", {}, name, ...(role ? [`, ${role}`] : [])),
      element("ul", {}, ...lines.map((line) => element("li", {}, line.words, element("i", {}, note(line))))),
    ]),
    element("p", {}, element("small", {}, words.made)));
}

/** @param {Sheet} sheet */
export function sheetAsHtml(sheet) {
  return sheetElement(sheet).outerHTML;
}

/** Rich Text, which word processors read. Source: the Rich Text Format Specification, version 1.9.1. @param {Sheet} sheet */
export function sheetAsRtf({ title, source, speakers }) {
  /** Characters beyond ASCII are told by their code unit, as a signed number of 16 bits. @param {string} text */
  const plain = (text) => text.replace(/[\\{}]/g, "\\$&").replace(/[^ -~]/g, (unit) => (unit < " " ? " " : `\\u${(unit.charCodeAt(0) << 16) >> 16}?`));
  const paragraph = (/** @type {string} */ look, /** @type {string} */ text) => `{\\pard\\sa120${look} ${text}\\par}`;
  return [
    "{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0 Georgia;}}\\f0\\fs22",
    paragraph("\\b\\fs32", plain(title)),
    ...(source ? [paragraph("\\i", plain(source))] : []),
    ...(speakers.length === 0 ? [paragraph("", plain(words.noQuotes))] : []),
    ...speakers.flatMap(({ name, role, lines }) => [
      paragraph("\\sb240\\keepn", `{\\b ${plain(name)}}${role ? plain(`, ${role}`) : ""}`),
      ...lines.map((line) => paragraph("\\li360", `${plain(line.words)}{\\i ${plain(note(line))}}`)),
    ]),
    paragraph("\\sb240\\fs18", plain(words.made)),
    "}",
  ].join("\n");
}
