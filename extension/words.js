// Every word that the extension says: its panel, its options, its button, and what the browser lists it by. What marks, cards and lists
// say stands in `www/words/`. A translation is another file with the same names.

import { counted, spelt } from "../www/words/locale.js";

// What the browser lists it by.

export const name = "newsmark";
export const description = "Highlights who is named, who said what, and when, on the news page you are reading. Nothing leaves your device.";
export const keyDoes = "Highlight this page, or take the highlights away";

// The button.

export const buttonOff = "Highlight names, quotes and dates";
export const buttonReading = "Reading this page …";
/** @param {Counts} counts */
export const buttonMarked = (counts) => `${summary(counts)}. Click to take the highlights away.`;
export const BADGE = { reading: "…", failed: "!" };

// The panel.

/** @typedef {{ names: number, quotes: number, dates: number }} Counts */

/** @param {Counts} counts */
export const summary = ({ names, quotes, dates }) => [counted(names, "name"), counted(quotes, "quote"), counted(dates, "date")].join(", ");
/** @param {string} key  What the browser has for it, or "". */
export const howToBegin = (key) => `To highlight the page in this tab, click the newsmark button in the toolbar${key ? ` or press ${key}` : ""}.`;
export const reading = "Reading this page …";
export const moved = "You have gone on to another page, so the highlights were taken away.";
export const onlySelection = "Only the words you selected were read.";
/** @param {string} told */
export const published = (told) => `Published: ${told}`;
export const fromPage = "from the page’s own data";
export const wholePage = "No article was found here, so the whole page was read.";

/** Why there is nothing to see. @type {Record<import("./messages.js").Reason, string>} */
export const FAILED = {
  pdf: "This is a PDF, which no extension can highlight in the browser. Open newsmark and drop the file there: it reads PDFs.",
  empty: "There is no text to read on this page.",
  language: "This page does not seem to be in English. newsmark reads English only.",
  length: "This page is too long to read. Select a part of it and try again.",
  core: "Something went wrong while reading this page. Please try again.",
};
export const notAllowed = "Your browser lets no extension read this page. That goes for its own pages, its store and some PDFs. It works on news pages.";

export const readAgain = "Highlight this page";
export const readAnyway = "Read it anyway";
export const removeMarks = "Remove highlights";
export const openInNewsmark = "Open in newsmark";
export const openNewsmark = "Open newsmark";
export const options = "Options";
export const sourcesTab = "Sources";
export const noSources = "Nobody is quoted.";
/** @param {number} count  @param {string} share */
export const saysShare = (count, share) => `${counted(count, "quote")} · ${share} of all quoted words`;

// The options.

export const optionsTitle = "newsmark options";
export const whatToHighlight = "What to highlight";
export const changesApply = "Changes show at once, on pages that are highlighted too. They are kept in this browser only.";
/** @param {string} kind */
export const colourOf = (kind) => `${spelt("Color", "Colour")} for ${kind}`;
export const reset = "Restore the defaults";
export const isReset = "Defaults restored";
export const saved = "Saved";
export const notSaved = "Your browser would not save this change.";
export const standard = "Standard";
export const COLOURS = {
  red: "Red", amber: "Amber", green: "Green", teal: "Teal", blue: "Blue", purple: "Purple", pink: "Pink", grey: spelt("Gray", "Grey"),
};
export const shortcut = "Keyboard shortcut";
/** @param {string} key */
export const shortcutIs = (key) => (key ? `${key} does the same as the button in the toolbar.` : "No key is set.");
export const changeShortcut = "You can change it on your browser’s page for extension shortcuts.";
export const privacy = "Privacy";
export const privacyNote = "Pages are read on your own device. newsmark sends nothing anywhere and keeps nothing of what you read.";
