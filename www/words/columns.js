// The words of the newsroom's own columns in the tables of sources. They come with those.

import { counted, percent } from "./locale.js";

export const addColumn = "Add a column of your own";
export const add = "Add";
export const example = "Such as Community";
export const EXAMPLES = ["Affiliation", "Community", "Expertise"];
/** @param {string} column */
export const removeColumn = (column) => `Remove the column ${column}`;
/** @param {string} column  @param {string} name */
export const cell = (column, name) => `${column} of ${name}`;
/** @param {string} column */
export const by = (column) => `By ${column}`;
/** @param {number} count */
export const sources = (count) => counted(count, "source");
export const notFilledIn = "Not filled in";
/** @param {string} name  @param {number} share */
export const shareOf = (name, share) => `${name}: ${percent(share)} of all quoted words`;
export const kept = "What you fill in is kept in this browser, and is there again when the same name is quoted in another article.";
export const inThisTab = "What you fill in is there again when the same name is quoted in another article, until you close this tab. To keep it for longer, open the dossier and choose “Keep my articles in this browser”.";
