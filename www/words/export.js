// The words of the export sheet, and of the files it writes. Loaded with it, on demand.

import { counted, percent, spelt } from "./locale.js";

export const forReaders = "For reading and reporting";
export const forResearch = "For researchers and developers";

/** What each format is called, and what it is good for. @type {Record<string, [name: string, help: string]>} */
export const FORMATS = {
  "sheet-rtf": ["Quote sheet (Word)", "Every quote with who said it, by speaker. Opens in Word, Pages and LibreOffice."],
  "sheet-md": ["Quote sheet (Markdown)", "Every quote with who said it, by speaker, as plain text with headings."],
  "quotes": ["Spreadsheet of quotes", "One row for each quote. Opens in Excel, Numbers and Google Sheets."],
  "sources": ["Spreadsheet of sources", "One row for each speaker, with how much they say. Opens in Excel, Numbers and Google Sheets."],
  "page": ["Web page", "The article as you see it, with its highlights and a list of quotes, in one file."],
  "json": ["JSON", "Everything that was found, with offsets in UTF-16 code units."],
  "web-annotations": ["Web Annotations (JSON-LD)", "The W3C’s model for notes on a text."],
  "tei": ["TEI", "XML for digital editions."],
  "brat": ["brat standoff", "Notes beside a text, for the annotation tool brat."],
  "conll": ["Training lines (CoNLL)", "One word a line with its label."],
  "csv-entities": ["Names, with offsets (CSV)", "One row for each mention."],
  "csv-quotes": ["Quotes, with offsets (CSV)", "One row for each quote, with its scores."],
  "names": ["Corrected names (JSON)", "The names you corrected or confirmed, as newsmark’s option “names” takes them."],
  "csv-dates": ["Dates, with offsets (CSV)", "One row for each date, with its code."],
};

export const quoteSheet = "Quotes";
export const noQuotes = "No quotes found.";
export { noSpeaker } from "./reading.js";
export const paraphrase = "paraphrase";
export const toCheck = "check this";
/** @param {string} date */
export const publishedOn = (date) => `Published ${date}`;
/** @param {string} date */
export const foundInText = (date) => `Published ${date} (date found in the text)`;
export const made = "Made with newsmark, on the reader’s own device. Check every quote against the article.";

export const COLUMNS = {
  quotes: ["Speaker", "Role", spelt("Organization", "Organisation"), "Kind", "Quote", "Confidence", "Publication", "Published", "Cited as"],
  sources: ["Source", "Kind", "Role", spelt("Organization", "Organisation"), "Pronouns in the text", "Quotes", "Paraphrases", "Words", "Share of quoted words", "First at", "Last at"],
};
export const KINDS = { direct: "Quote", mixed: "Partial quote", indirect: "Paraphrase" };

/** What each sort of source is called. @type {Record<import("../reading/sources.js").Source["kind"], string>} */
export const SOURCES = { named: "Person", organization: spelt("Organization", "Organisation"), place: "Place", unnamed: "Unnamed", document: "Document", nobody: "Not identified" };

// The table of sources.

export const sources = "Sources";
export const table = "All sources";
/** @param {number} people  @param {number} bodies  @param {number} places */
export const named = (people, bodies, places) => {
  const who = [people > 0 && counted(people, "person", "people"), bodies > 0 && counted(bodies, spelt("organization", "organisation")), places > 0 && counted(places, "place")].filter(Boolean);
  return who.length > 0 ? `Named sources: ${who.join(", ")}.` : "No source is named.";
};
/** @param {number} count */
export const unnamed = (count) => `${counted(count, "source")} without a name.`;
/** @param {number} count */
export const documents = (count) => `${counted(count, "document")}.`;
export const pointsToCheck = "Points to check";
/** @param {string} name */
export const singleSource = (name) => `Everything quoted here comes from one source: ${name}.`;
/** @param {string} name  @param {number} share */
export const dominant = (name, share) => `${name} has ${percent(share)} of all quoted words.`;
/** @param {string} name  @param {number} count */
export const byUnnamed = (name, count) => `${counted(count, "quote")} from a source without a name: ${name}`;
/** @param {number} count */
export const byNobody = (count) => `${counted(count, "quote")} without an identified speaker`;
/** @param {number} count */
export const leftOut = (count) => `${counted(count, "doubtful quote is", "doubtful quotes are")} not counted. Check ${count === 1 ? "it" : "them"} first.`;
export const nothingToCheck = "Several sources are named, and every quote has a speaker.";
export const voice = "Voice";
/** @param {string} name  @param {number} share */
export const voiceOf = (name, share) => `${name}: ${percent(share)}`;
export const where = "Where";
/** @param {number} first  @param {number} last */
export const whereOf = (first, last) => (percent(first) === percent(last) ? `At ${percent(first)} of the article` : `From ${percent(first)} to ${percent(last)} of the article`);
export const quotes = "Quotes";
export const paraphrases = "Paraphrases";
export const wordsGiven = "Words";
export const source = "Source";
/** @param {string} pronouns */
export const pronouns = (pronouns) => `In the text: ${pronouns}`;
/** @param {string} name */
export const showFirst = (name) => `Show the first quote of ${name}`;
export const note = "Sources and pronouns are as the text gives them. Nothing is guessed from a name.";
export const download = "Download as a spreadsheet";
export const print = "Print";
export const close = "Close";

/** @param {string} name */
export const savedAs = (name) => `Saved as ${name}`;
/** @param {string} name */
export const isCopied = (name) => `${name} copied`;
export const copyingBlocked = "Copying is blocked in this browser. Use Download.";
