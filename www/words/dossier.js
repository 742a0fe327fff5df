// The words of the dossier, many articles together. Loaded on demand.

import { counted, number, percent, spelt } from "./locale.js";

export const dossier = "Dossier";
/** The way to it, on the page. @param {number} count */
export const dossierOf = (count) => (count === 0 ? dossier : `${dossier}: ${number(count)}`);
export const nameOf = "Name of this dossier";
export const unnamed = "Untitled dossier";
/** @param {number} articles  @param {number} quotes */
export const summary = (articles, quotes) => `${counted(articles, "article")}, ${counted(quotes, "quote")}. Everything stays on your device.`;
export const back = "Back to the article";

// Adding.

export const add = "Add";
export const addFiles = "Add files";
export const addFolder = "Add a folder";
/** @param {string} title */
export const addThis = (title) => `Add “${title}”`;
export const emptyTitle = "Read many articles together";
export const emptyHelp = "Add files or a folder, drop them here, or paste articles one by one. Text, web pages, PDFs, Word documents and emails can be added, packed as .zip too, and .jsonl with one article on each line. Then see who is quoted in all of them, and when.";
/** @param {number} done  @param {number} of */
export const reading = (done, of) => `Reading ${number(done)} of ${counted(of, "article")}`;
/** @param {number} done  @param {number} of */
export const opening = (done, of) => `Opening ${number(done)} of ${counted(of, "file")}`;
export const cancel = "Cancel";
/** @param {number} count */
export const unread = (count) => `${counted(count, "article has", "articles have")} not been read yet.`;
export const goOn = "Read the rest";
/** @param {number} count */
export const refused = (count) => `${counted(count, "file")} could not be added`;
export const threadsMissing = "The articles can’t be read right now. Check your connection and try again.";
export { cannotOpen as filesMissing } from "./arriving.js";
/** @param {number} count  @param {number} again */
export const added = (count, again) => `${counted(count, "article")} added${again > 0 ? `; ${number(again)} ${again === 1 ? "was" : "were"} here already` : ""}`;
export const alreadyHere = "This article is here already";
/** @param {string} file */
export const isNewer = (file) => `${file} was saved by a newer newsmark. Reload this page to get it, and try again.`;
/** @param {string} file */
export const isOther = (file) => `${file} is not a dossier.`;
/** @param {string} name */
export const opened = (name) => `${name} opened`;

// The list.

export const articles = "Articles";
export const noDay = "No date";
/** @param {number} quotes */
export const quotesIn = (quotes) => (quotes === 0 ? "no quotes" : counted(quotes, "quote"));
export const notYet = "Not read yet";
export const foreign = "Not in English, and not read";
/** @param {string} why */
export const unreadable = (why) => `Could not be read${why ? `: ${why}` : ""}`;
/** @param {string} title */
export const select = (title) => `Select ${title}`;
/** @param {number} count */
export const selected = (count) => `${number(count)} selected`;
export const remove = "Remove";
export const compare = "Compare these two";
/** @param {number} count */
export const removed = (count) => `${counted(count, "article")} removed`;
export const openArticle = "Open";

// People.

export const people = spelt("People and organizations", "People and organisations");
export const onlyPeople = "People";
export const onlyOrganizations = spelt("Organizations", "Organisations");
export const everyone = "Everyone";
export const filterNames = "Name or role";
export const show = "Show";
export const nobody = "Nobody is named yet.";
export const noneMatch = "No name matches.";
export const choose = "Choose a name to see all quotes, in order of time.";
/** @param {number} articles */
export const inArticles = (articles) => counted(articles, "article");
/** @param {number} quotes */
export const quotes = (quotes) => counted(quotes, "quote");
export const allNames = "All names";
export const rename = "Rename";
export const newName = "New name";
export const sameAs = "Same as …";
export const nameToJoin = "Name to join with";
export const join = "Join";
export const done = "OK";
export const noSuchName = "Choose a name from the list.";
/** @param {string} name */
export const perhaps = (name) => `Perhaps the same as ${name}`;
/** @param {string} name */
export const joinWith = (name) => `Join with ${name}`;
export const different = "Someone else";
/** @param {string} name  @param {string} title */
export const differentIn = (name, title) => `The ${name} of “${title}” is someone else`;
export const notQuoted = "Named, not quoted";
/** @param {string} names */
export const with_ = (names) => `With ${names}`;
export const showQuote = "Show in article";
export const checkThis = "Check this";
export const copy = "Copy all quotes";
export const copied = "Copied";
export { copyingBlocked, noSpeaker } from "./reading.js";
/** @param {number} count */
export const showMore = (count) => `Show ${counted(count, "more article")}`;
export const DONE = { add: "Articles added", join: "Names joined", part: "Names taken apart", rename: "Renamed" };

// Sources, dates, finding.

export const sources = "Sources";
export const sourcesSum = (/** @type {number} */ named, /** @type {number} */ articles) => `${counted(named, "named source")} in ${counted(articles, "article")}.`;
export const sourcesNote = "Doubtful quotes are not counted. Nothing is guessed from a name.";
export const source = "Source";
export const inStories = "Articles";
export const direct = "Quotes";
export const paraphrases = "Paraphrases";
export const wordsGiven = "Words";
export const voice = "Share of words";
/** @param {string} name  @param {number} share */
export const voiceOf = (name, share) => `${name}: ${percent(share)}`;
export const published = "Published";
export const from = "From this day on";
export const to = "Up to this day";
export const noneThen = "Nobody is quoted in articles of these days.";
export const noSources = "Nobody is quoted yet.";
export const tableOf = "Sources of all articles";

export const timeline = "Timeline";
export const noDates = "No dates found yet.";

export const search = "Search";
export const searchAll = "Search in all articles";
/** @param {number} articles  @param {number} places */
export const found = (articles, places) => (articles === 0 ? "No matches" : `${counted(places, "match", "matches")} in ${counted(articles, "article")}`);
/** @param {number} count */
export const morePlaces = (count) => `and ${number(count)} more in this article`;

// Comparing.

export const comparison = "What changed";
/** @param {string} before  @param {string} after */
export const fromTo = (before, after) => `From ${before} to ${after}`;
/** @param {number} count */
export const sameQuotes = (count) => (count === 0 ? "No quote is the same in both." : `${counted(count, "quote is", "quotes are")} the same in both.`);
export const cameQuotes = "Quotes that were added";
export const wentQuotes = "Quotes that are gone";
export const changedQuotes = "Quotes that changed";
export const cameNames = "Names that were added";
export const wentNames = "Names that are gone";
export const before = "Before";
export const after = "After";
export const nothingChanged = "The same quotes and names are in both.";
export const close = "Close";

// Keeping.

export const keep = "Keep my articles in this browser";
export const kept = "Your articles and corrections are kept in this browser, on this device alone.";
export const keptNoMore = "Your articles are no longer kept in this browser. They stay in this tab until you close it.";
export const deleteAll = "Delete everything";
export const deleteTitle = "Delete everything?";
export const deleteHelp = "All articles and corrections that newsmark keeps in this browser will be deleted, in all tabs. This can’t be undone. Files that you saved stay where they are.";
export const deleted = "Everything was deleted.";
export const fromElsewhere = "Changed in another tab";
export const deletedElsewhere = "Everything was deleted in another tab. What you see stays until you close this one.";
/** What could not be kept. @type {Record<import("../dossier/keeping.js").Wrong, string>} */
export const NOT_KEPT = {
  full: "There is no room left in this browser, so the last changes are not kept. Save the dossier as a file. Everything else works.",
  blocked: "Your browser does not let this page keep articles. Save the dossier as a file instead. Everything else works.",
};

// Saving.

export const save = "Save";
export const saveHelp = "Saves all articles and your corrections as one file, which “Add files” opens again";
export const exportAll = "Export";
export const exportFormat = "Format";
export const download = "Download";
export const noneCorrected = "No article has been corrected yet.";
export const writing = "Writing …";
/** @param {string} name */
export const savedAs = (name) => `Saved as ${name}`;
/** @type {Record<string, [name: string, help: string]>} */
export const FORMATS = {
  quotes: ["Spreadsheet of quotes", "One row for each quote of all articles, in order of time. Opens in Excel, Numbers and Google Sheets."],
  people: [spelt("Spreadsheet of people and organizations", "Spreadsheet of people and organisations"), "One row for each, with roles and how often they are named and quoted."],
  sources: ["Spreadsheet of sources", "One row for each speaker: in how many articles, with how many quotes and words."],
  dates: ["Spreadsheet of dates", "One row for each date, in the order of the calendar."],
  conll: ["Training lines (CoNLL)", "One word on each line with its label, of the articles that you corrected."],
  jsonl: ["JSON lines", "One article on each line with everything that was found, for other programs."],
};
export const COLUMNS = {
  quotes: ["Published", "Article", "Publication", "File", "Speaker", "Role", "Kind", "Quote", "Check"],
  people: ["Name", "Kind", "Roles", "Articles", "Mentions", "Quotes", "First in", "Last in", "Also written"],
  sources: ["Source", "Kind", "Role", spelt("Organization", "Organisation"), "Articles", "Quotes", "Paraphrases", "Words", "Share of quoted words"],
  dates: ["From", "To", "As written", "Sentence", "Article", "Published"],
};
