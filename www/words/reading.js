// The words of the reading view: marks, cards, index. The page, the element and `mark()` share them.
//
// A translation is another file with the same exports. Plain English, and no codes.

import { counted, number, percent, spelt } from "./locale.js";

// What is marked.

/** @type {Record<string, { one: string, many: string }>} */
export const KINDS = {
  person: { one: "Person", many: "People" },
  organization: { one: spelt("Organization", "Organisation"), many: spelt("Organizations", "Organisations") },
  place: { one: "Place", many: "Places" },
  group: { one: "Nationality or group", many: "Nationalities and groups" },
  event: { one: "Event", many: "Events" },
  work: { one: "Title", many: "Titles" },
  product: { one: "Product", many: "Products" },
  other: { one: "Other", many: "Other" },
  quote: { one: "Quote", many: "Quotes" },
  date: { one: "Date", many: "Dates" },
};

/** @type {Record<import("../core/engine.js").Quote["kind"], string>} */
export const QUOTES = { direct: "Quote", indirect: "Paraphrase", mixed: "Partial quote" };

/** @type {Record<import("../core/engine.js").TimeExpr["type"], string>} */
export const TIMES = { date: "Date", time: "Time", duration: "Duration", set: "Repeated date" };

export const showInText = "Highlights to show";
export const indexOf = "What the article says";

// Cards.

export const noSpeaker = "Speaker not identified";
export const notAQuote = "May not be a quote";
export const notTheSpeaker = "Not sure who said this";
/** @param {string} names */
export const saidBy = (names) => `Said by ${names}`;
/** @param {string} names */
export const perhapsSaidBy = (names) => `Perhaps said by ${names}`;
/** @param {number} score */
export const confidence = (score) => `Confidence ${percent(score)}`;
/** @param {number} score */
export const speakerConfidence = (score) => `Confidence in the speaker ${percent(score)}`;
export const dayUnknown = "Set the article’s date to see which day this is.";
/** @param {number} count */
export const mentions = (count) => counted(count, "mention");
/** @param {number} count */
export const quotes = (count) => counted(count, "quote");
/** @param {string} names */
export const listedAnd = (names) => ` and ${names}`;

/** Why somebody is credited, told with the words of the text. @type {Record<string, (speaker: string, verb: string) => string>} */
export const WHY = {
  "speech-subject-cue": (speaker, verb) => `“${`${speaker} ${verb}`.trim()}” follows the quote`,
  "speech-cue-subject": (speaker, verb) => `“${`${verb} ${speaker}`.trim()}” follows the quote`,
  "subject-cue-speech": (speaker, verb) => `“${`${speaker} ${verb}`.trim()}” comes first`,
  "according-to": (speaker, verb) => `“${`${verb} ${speaker}`.trim()}”`,
  "passive-cue": () => "The person asked or told",
  "shared-subject": (_, verb) => `Same subject as the verb before “${verb}”`,
  "introduced": () => "Named just before or after the quote",
  "turn": () => "Speaker’s turn in an interview",
  "sentence-before": () => "Named in the sentence before",
  "same-speaker": () => "Continues from the paragraph above",
  "unattributed": () => "No speaker is named",
  "by-hand": () => "Corrected by you",
};
/** @param {string} reason */
export const why = (reason) => `Why: ${reason}`;

export const details = "Details";
export const dateCode = "Date code";
export const covers = "Covers";
export const howFound = "How it was found";
/** @param {string} first  @param {string} last */
export const fromTo = (first, last) => `${first} to ${last}`;

export const close = "Close";
export const correct = "Correct";
export const said = "Quotes";
export const previousMention = "Previous mention";
export const nextMention = "Next mention";
export const previousQuote = "Previous quote";
export const nextQuote = "Next quote";
/** @param {number} at  @param {number} count */
export const mentionOf = (at, count) => `Mention ${number(at)} of ${number(count)}`;
/** @param {number} at  @param {number} count */
export const quoteOf = (at, count) => `Quote ${number(at)} of ${number(count)}`;
/** @param {number} count */
export const moreQuotes = (count) => `and ${counted(count, "more quote")}`;

// The index.

export const quotesTab = "Quotes";
export const namesTab = "Names";
export const datesTab = "Dates";
export const noNames = "No names found.";
export const noQuotes = "No quotes found.";
export const noDates = "No dates found.";
/** @param {number} count */
export const showMore = (count) => `Show ${number(count)} more`;
export const showInArticle = "Show in article";
export const copyQuote = "Copy";
export const copyQuoteLong = "Copy this quote with its source";
/** @param {number} count */
export const copyAll = (count) => `Copy all ${number(count)} quotes`;
export const copied = "Copied";
export const copyingBlocked = "Copying is blocked in this browser.";
export const dragQuote = "Drag this quote into another window";
export const paraphrased = "paraphrase";
export const partlyQuoted = "partial quote";
/** @param {string} doubt  @param {number} score */
export const doubtNote = (doubt, score) => `${doubt}. ${confidence(score)}`;

// The element.

/** @param {number} quotes  @param {number} names  @param {number} dates */
export const foundInText = (quotes, names, dates) => `In this text: ${counted(quotes, "quote")}, ${counted(names, "name")}, ${counted(dates, "date")}`;
export const toMarks = "Go to the highlights in this text";
export const toIndex = "Go to its quotes, names and dates";

// Dates.

export const inDateOrder = "In date order";
export const otherDates = "Durations, repeated and unclear dates";
/** @param {string} names */
export const withNames = (names) => `With ${names}`;
/** @param {number} count */
export const timelineOf = (count) => `Timeline of ${counted(count, "date")}`;
/** @param {number} count  @param {number} all */
export const timelinePart = (count, all) => `The drawing shows the first ${number(count)} of ${number(all)} dates; the list has them all.`;
/** How far from the article's day, by the number of days. @type {Record<number, string>} */
export const AWAY = { 1: "1 day", 7: "1 week", 30: "1 month", 365: "1 year", 3650: "10 years", 36500: "100 years" };

// `mark()` on a page.

export const marksRegion = "Highlights in the text";
/** @param {number} count */
export const marksInText = (count) => `${counted(count, "highlight")} in this text`;
export const marksKeys = "Use the arrow keys to move between them, and Escape to close.";
