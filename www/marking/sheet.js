// How marks look in a page of others: the lines of the reading page, and washes that let any ground shine through.
//
// Colours are those of `style/tokens.css`, with the same custom properties.

import css from "../pkg/style.js";
import { entityKinds } from "../reading/kinds.js";

/** Kinds whose line is not solid and 2px. @type {Record<string, string>} */
const LINES = { organization: "double 1px", place: "dashed 2px", group: "dotted 2.5px", event: "wavy 1.25px", work: "solid 1px", product: "solid 1px", other: "solid 1px" };

/** The value of a colour. @param {string} name */
function colour(name) {
  return new RegExp(`--${name}: (.*);`).exec(css)?.[1] ?? "currentcolor";
}

/** @param {string} name  @param {number} strength */
function wash(name, strength) {
  return `background-color: color-mix(in srgb, ${colour(name)} ${strength}%, transparent)`;
}

/** What each mark is styled by, its name after `newsmark-`. @returns {[name: string, look: string][]} */
function looks() {
  return [
    // The text's own colour is mixed in, so that a line can be seen on a dark page that does not say it is dark.
    ...entityKinds.map(({ id }) => /** @type {[string, string]} */ (
      [id, `text-decoration: underline ${LINES[id] ?? "solid 2px"} color-mix(in srgb, ${colour(id)} 75%, currentcolor)`])),
    ["quote", wash("quote", 20)],
    ["reported", wash("quote", 10)],
    ["doubtful", `${wash("quote", 7)}; text-decoration: underline dashed 1px color-mix(in srgb, ${colour("quote")} 75%, currentcolor)`],
    ["date", wash("date", 20)],
    ["current", wash("quote", 50)],
  ];
}

/** @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/** Lets marks in a tree of a document be seen. @param {Document | ShadowRoot} tree */
export function styleMarks(tree) {
  const document = tree.ownerDocument ?? /** @type {Document} */ (tree);
  let sheet = sheets.get(document);
  if (!sheet) {
    // A document takes only sheets that its own window made.
    sheet = new (document.defaultView ?? globalThis).CSSStyleSheet();
    const rules = looks().map(([name, look]) => `mark.newsmark-${name} { color: inherit; background: none; ${look}; }\n::highlight(newsmark-${name}) { ${look}; }`);
    sheet.replaceSync(rules.join("\n"));
    sheets.set(document, sheet);
  }
  if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets.push(sheet);
}

/** Takes the looks of marks away from a tree. @param {Document | ShadowRoot} tree */
export function unstyleMarks(tree) {
  const sheet = sheets.get(tree.ownerDocument ?? /** @type {Document} */ (tree));
  tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== sheet);
}
