// The words of the page around the article, as its scripts show them. A translation is another file with the same exports.

import { counted, number, percent, spelt } from "./locale.js";

export const myArticle = "My article";
export const choose = "Choose";

/** The tab of the browser. @param {string} headline */
export const titled = (headline) => (headline ? `${headline} – newsmark` : "newsmark");
/** @param {number} count */
export const analysed = (count) => `${counted(count, "word")}. ${spelt("Analyzed", "Analysed")} on your device; nothing was uploaded.`;
export const loading = "Loading …";
export const analysing = spelt("Analyzing the article", "Analysing the article");
export const notLoaded = "newsmark couldn’t load. Check your connection and reload.";
export const damagedLink = "This link is damaged: part of the article in it is missing. Ask for the link again, or paste the article.";
export const notADate = "That isn’t a valid date.";

export const nextNames = `Next person, ${spelt("organization", "organisation")}, place`;

// Finding.

export const noMatches = "No matches";
/** @param {number} count  @param {boolean} isMore */
export const matches = (count, isMore) => `${number(count)}${isMore ? "+" : ""} ${count === 1 ? "match" : "matches"}`;
/** @param {number} at  @param {number} count */
export const matchOf = (at, count) => `${number(at)} of ${number(count)}`;

// Filters.

export const everything = "Everyone and everything";
export const any = "any";
/** @param {number} least */
export const atLeast = (least) => percent(least);
/** @param {string} name */
export const onlyName = (name) => `Only ${name}`;
/** @param {number} least */
export const onlyConfident = (least) => `Confidence ${percent(least)} or more`;
/** @type {Record<string, string>} */
export const ONLY_KIND = { direct: "Only word for word", reported: "Only paraphrases" };
/** @param {readonly string[]} kinds */
export const hiddenKinds = (kinds) => `Not highlighted: ${kinds.join(", ")}`;
/** @param {string} filter */
export const removeFilter = (filter) => `Remove filter: ${filter}`;
export const noneMatch = "Nothing matches the filter.";
export const clearFilters = "Clear it";

// What was done, and can be undone.

export const undo = "Undo";
export const redo = "Redo";
/** @param {string} what */
export const undone = (what) => `Undone: ${what}`;
/** @param {string} what */
export const redone = (what) => `Done again: ${what}`;
export const DONE = {
  cleared: "Article cleared",
  replaced: "Article replaced",
  typed: "Typing",
  example: "Example opened",
  dated: "Date changed",
  type: "Kind changed",
  merge: "Names joined",
  split: "Name taken apart",
  rename: "Renamed",
  speaker: "Speaker changed",
  value: "Date corrected",
  span: "Start or end changed",
  remove: "Highlight removed",
  add: "Highlight added",
  kind: "Kind of quote changed",
  confirm: "Marked as right",
  discarded: "All corrections discarded",
};

// What is kept.

/** @param {number} count  @param {boolean} isKept */
export const corrections = (count, isKept) =>
  `${counted(count, "correction")}${isKept ? ", saved in this browser" : ", not saved: your browser blocks storage"}`;
export const notKept = "Your browser blocks storage, so this article will not be here after a reload. Everything else works.";
export const discard = "Discard";
/** @param {number} count */
export const askDiscard = (count) => `Discard ${count === 1 ? "your correction" : `all ${number(count)} corrections`}?`;
export const tooLongToKeep = "This article is too long to be here after a reload. Everything else works.";

// Correcting.

export const kind = "Kind";
export const pickDay = "Choose a day";
export const samePerson = "Same as …";
export const chooseName = "Choose a name";
/** @param {string} name */
export const isDifferent = (name) => `This is a different ${name}`;
export const speaker = "Speaker";
export const noSpeaker = "Not identified";
export const someoneElse = "Someone else …";
export const typeName = "Type a name";
export const name = "Name";
export const date = "Date";
export const dateHelp = "Such as 15 Oct 2025, May 2026 or 3 days";
export const dateUnread = "That isn’t a date we can read. Try 15 Oct 2025, May 2026 or 3 days.";
export const removeHighlight = "Remove this highlight";
/** @param {number} count */
export const removeAll = (count) => `Remove all ${number(count)}`;
export const start = "Start";
export const end = "End";
export const EXTEND = {
  startEarlier: "Extend start by one word",
  startLater: "Shorten start by one word",
  endEarlier: "Shorten end by one word",
  endLater: "Extend end by one word",
};

// Checking what is doubtful.

/** @param {number} count */
export const check = (count) => `Check these: ${number(count)}`;
export const right = "Right";
export const wrong = "Wrong";
export const mend = "Mend";
/** @param {number} left */
export const toCheck = (left) => (left === 0 ? "The last one to check" : `${number(left)} more to check`);
export const allChecked = "All doubtful findings are checked";
export const judge = "Is this right?";

// Taking away.

/** @param {number} corrections  @param {boolean} isWhole  Whether the corrections had room in it. */
export const linkCopied = (corrections, isWhole) =>
  `Link copied. The whole article is inside the link, so anyone who has it can read it. Nothing was uploaded.${corrections === 0 ? "" : isWhole ? " Your corrections are included." : " Your corrections are not included: the link would be too long."}`;
export const linkInBar = "Copying is blocked. Copy the link from the address bar.";
export const linkTooLong = "This article is too long for a link. Export it as a file instead.";
export const notAtHand = "This part of newsmark is not here yet. Connect once, and try again.";

// Sources, at a glance.

/** @param {number} named */
export const sources = (named) => `Sources: ${number(named)}`;
