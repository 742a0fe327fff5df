// How marks look in a page of others: the lines of the reading page, and washes for any ground.
//
// Colours are those of `style/tokens.css`, with the same custom properties. What a mark's ground is, nobody can ask; but its text was made to be
// read on it. So washes are bright under dark letters and deep under light ones, and lines take half of their colour from the text.

import css from "../pkg/style.js";
import { entityKinds } from "../reading/kinds.js";
import { WRAPPER } from "./wrapping.js";

/** Kinds whose line is not solid and 2px. @type {Record<string, string>} */
const LINES = { organization: "double 1px", place: "dashed 2px", group: "dotted 2.5px", event: "wavy 1.25px", work: "solid 1px", product: "solid 1px", other: "solid 1px" };

/** Hues and strengths of washes, in OKLCH: how much colour, which, how much of it. */
const WASHES = /** @type {const} */ ({ quote: [0.11, 92, 45], reported: [0.08, 92, 30], doubtful: [0.06, 92, 22], date: [0.06, 190, 40], linked: [0.05, 40, 40], current: [0.17, 92, 75] });

/** The value of a colour. @param {string} name */
function colour(name) {
  return new RegExp(`--${name}: (.*);`).exec(css)?.[1] ?? "currentcolor";
}

/** @param {keyof typeof WASHES} name  @param {boolean} canCompute  Whether the browser computes with the colour of the text. */
function wash(name, canCompute) {
  const [chroma, hue, strength] = WASHES[name];
  const own = { quote: "quote-wash", date: "date-wash", current: "current-wash" }[/** @type {string} */ (name)];
  const plain = `color-mix(in srgb, ${colour(name === "date" ? "date" : "quote")} ${strength / 2}%, transparent)`;
  const given = canCompute ? `oklch(from currentcolor clamp(.3, (.68 - l) * 1000, .9) ${chroma} ${hue} / ${strength}%)` : plain;
  return `background-color: ${own ? `var(--news-mark-${own}, ${given})` : given}`;
}

/** @param {string} look  @param {string} name */
function line(look, name) {
  return `text-decoration: underline ${look} color-mix(in srgb, ${colour(name)} 60%, currentcolor)`;
}

/** What each mark is styled by, its name after `newsmark-`. @param {boolean} canCompute  @returns {[name: string, look: string][]} */
function looks(canCompute) {
  const washes = /** @type {(keyof typeof WASHES)[]} */ (Object.keys(WASHES));
  return [
    ...entityKinds.map(({ id }) => /** @type {[string, string]} */ ([id, line(LINES[id] ?? "solid 2px", id)])),
    ...washes.map((name) => /** @type {[string, string]} */ ([name, name === "doubtful" ? `${wash(name, canCompute)}; ${line("dashed 1px", "quote")}` : wash(name, canCompute)])),
  ];
}

/** @param {boolean} canCompute */
function rules(canCompute) {
  return looks(canCompute).map(([name, look]) => `${WRAPPER}.newsmark-${name} { ${look}; }\n::highlight(newsmark-${name}) { ${look}; }`).join("\n");
}

/** Where colours are the system's, lines and frames carry the difference alone; what was laid out stays where it is. */
const FORCED = `@media (forced-colors: active) {
  ${WRAPPER}.newsmark-quote, ${WRAPPER}.newsmark-reported, ${WRAPPER}.newsmark-doubtful { outline: 1px solid GrayText; outline-offset: 1px; }
  ${WRAPPER}.newsmark-reported { outline-style: dotted; }
  ${WRAPPER}.newsmark-doubtful { outline-style: dashed; }
  ${WRAPPER}.newsmark-date { outline: 1px solid CanvasText; }
}`;

/** @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/** @param {Document | ShadowRoot} tree */
function sheetFor(tree) {
  const document = tree.ownerDocument ?? /** @type {Document} */ (tree);
  let sheet = sheets.get(document);
  if (!sheet) {
    // A document takes only sheets that its own window made.
    sheet = new (document.defaultView ?? globalThis).CSSStyleSheet();
    const computed = `@supports (color: oklch(from currentcolor l c h)) { ${rules(true)} }`;
    sheet.replaceSync([`${WRAPPER} { all: unset; }`, rules(false), computed, FORCED].join("\n"));
    sheets.set(document, sheet);
  }
  return sheet;
}

/** How many markings need the looks of marks in a tree. @type {WeakMap<Document | ShadowRoot, number>} */
const needed = new WeakMap();

/** Lets marks in a tree of a document be seen, for one marking more. @param {Document | ShadowRoot} tree */
export function styleMarks(tree) {
  needed.set(tree, (needed.get(tree) ?? 0) + 1);
  restyleMarks(tree);
}

/** The same, where the page has taken the looks away. @param {Document | ShadowRoot} tree */
export function restyleMarks(tree) {
  const sheet = sheetFor(tree);
  if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets.push(sheet);
}

/** Takes the looks of marks away from a tree, if no other marking needs them. @param {Document | ShadowRoot} tree */
export function unstyleMarks(tree) {
  const left = (needed.get(tree) ?? 1) - 1;
  needed.set(tree, left);
  const sheet = sheetFor(tree);
  if (left === 0) tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== sheet);
}
