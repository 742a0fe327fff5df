// How marks look in a page of others: the lines of the reading page, and washes for the ground that its text stands on.
//
// Colours are those of `style/tokens.css`, with the same custom properties. A page that is dark need not say so, and a highlight cannot ask; so the
// ground is looked at, and each has washes that can be seen on it and take little from the contrast of the letters.

import css from "../pkg/style.js";
import { entityKinds } from "../reading/kinds.js";
import { groundOf } from "./ground.js";
import { WRAPPER } from "./reading.js";

/** @typedef {import("./ground.js").Ground} Ground */

/** Kinds whose line is not solid and 2px. @type {Record<string, string>} */
const LINES = { organization: "double 1px", place: "dashed 2px", group: "dotted 2.5px", event: "wavy 1.25px", work: "solid 1px", product: "solid 1px", other: "solid 1px" };

/**
 * Washes in OKLCH: lightness, chroma, hue, and how much of it in per cent. They are a little darker than white or cream, and a little
 * brighter than black; on colours they are darker, which gives light letters more contrast. `linked` lies under names in links, whose own line
 * hides that of the name.
 * @type {Record<Ground, Record<string, [lightness: number, chroma: number, hue: number, strength: number]>>}
 */
const WASHES = {
  light: { quote: [0.55, 0.11, 88, 9.5], reported: [0.55, 0.1, 88, 6.5], doubtful: [0.55, 0.1, 88, 5], date: [0.55, 0.1, 195, 10], linked: [0.55, 0.1, 40, 4.5], current: [0.9, 0.15, 72, 40] },
  dark: { quote: [0.41, 0.09, 92, 50], reported: [0.41, 0.08, 92, 33], doubtful: [0.41, 0.07, 92, 26], date: [0.41, 0.07, 195, 50], linked: [0.41, 0.07, 40, 38], current: [0.39, 0.11, 80, 85] },
  coloured: { quote: [0.2, 0.06, 92, 42], reported: [0.2, 0.06, 92, 27], doubtful: [0.2, 0.05, 92, 20], date: [0.2, 0.06, 195, 42], linked: [0.2, 0.06, 40, 30], current: [0.2, 0.08, 80, 65] },
};

/** The value of a colour. @param {string} name  @param {Ground} ground */
function colour(name, ground) {
  const value = new RegExp(`--${name}: (.*);`).exec(css)?.[1] ?? "currentcolor";
  return value.replace(/light-dark\((.*?), (.*?)\)/, ground === "light" ? "$1" : "$2");
}

/** @param {string} name  @param {Ground} ground */
function wash(name, ground) {
  const [lightness, chroma, hue, strength] = WASHES[ground][name] ?? [0, 0, 0, 0];
  const given = /^(?:quote|date|current)$/.test(name) ? `var(--news-mark-${name}-wash, ` : "";
  return `background-color: ${given}oklch(${lightness} ${chroma} ${hue} / ${strength}%)${given && ")"}`;
}

/** @param {string} look  @param {string} name  @param {Ground} ground */
function line(look, name, ground) {
  return `text-decoration: underline ${look} ${colour(name, ground)}`;
}

/** What each mark is styled by, its name after `newsmark-`. @param {Ground} ground  @returns {[name: string, look: string][]} */
function looks(ground) {
  return [
    ...entityKinds.map(({ id }) => /** @type {[string, string]} */ ([id, line(LINES[id] ?? "solid 2px", id, ground)])),
    ...Object.keys(WASHES[ground]).map((name) => /** @type {[string, string]} */ (
      [name, `${wash(name, ground)}${name === "doubtful" ? `; ${line("dashed 1px", "quote", ground)}` : ""}`])),
  ];
}

/** Where colours are the system's, lines and frames carry the difference alone; what was laid out stays where it is. */
const FORCED = `@media (forced-colors: active) {
  ${WRAPPER}[class] { background: none; }
  ${WRAPPER}:is([class*=quote], [class*=reported], [class*=doubtful]) { outline: 1px solid GrayText; outline-offset: 1px; }
  ${WRAPPER}[class*=reported] { outline-style: dotted; }
  ${WRAPPER}[class*=doubtful] { outline-style: dashed; }
  ${WRAPPER}[class*=date] { outline: 1px solid CanvasText; }
}`;

/** @type {WeakMap<Document, Map<Ground, CSSStyleSheet>>} */
const sheets = new WeakMap();

/** @param {Document | ShadowRoot} tree */
function sheetsOf(tree) {
  const document = tree.ownerDocument ?? /** @type {Document} */ (tree);
  const found = sheets.get(document) ?? new Map();
  sheets.set(document, found);
  return { document, found };
}

/** @param {Document | ShadowRoot} tree  @param {Ground} main  What most of the text stands on: its marks have the plain names.  @returns {CSSStyleSheet} */
function sheetFor(tree, main) {
  const { document, found } = sheetsOf(tree);
  let sheet = found.get(main);
  if (!sheet) {
    // A document takes only sheets that its own window made.
    sheet = new (document.defaultView ?? globalThis).CSSStyleSheet();
    const grounds = /** @type {Ground[]} */ (Object.keys(WASHES));
    const rules = grounds.flatMap((ground) => looks(ground).map(([look, style]) => {
      const name = ground === main ? look : `${look}-on-${ground}`;
      return `${WRAPPER}.newsmark-${name} { ${style}; }\n::highlight(newsmark-${name}) { ${style}; }`;
    }));
    sheet.replaceSync([`${WRAPPER} { all: unset; }`, ...rules, FORCED].join("\n"));
    found.set(main, sheet);
  }
  return sheet;
}

/**
 * What the name of a look ends with in an element of a tree: nothing, but where the ground is another than that of most of the text.
 * @param {Document | ShadowRoot} tree
 * @returns {(element: Element | null) => string}
 */
export function endings(tree) {
  const main = needed.get(tree)?.ground;
  /** @type {Map<Element, string>} */
  const known = new Map();
  return (element) => {
    if (!element || !main) return "";
    const found = known.get(element) ?? groundOf(element);
    known.set(element, found);
    return found === main ? "" : `-on-${found}`;
  };
}

/** How many markings need the looks of marks in a tree, and what the text of the first of them stands on. @type {WeakMap<Document | ShadowRoot, { count: number, ground: Ground, root: Element }>} */
const needed = new WeakMap();

/** Lets marks in a tree of a document be seen, for one marking more. @param {Document | ShadowRoot} tree  @param {Element} root */
export function styleMarks(tree, root) {
  const need = needed.get(tree);
  needed.set(tree, need?.count ? { ...need, count: need.count + 1 } : { count: 1, ground: groundOf(root), root });
  restyleMarks(tree);
}

/** Looks anew what the text stands on, as a page may turn dark. @param {Document | ShadowRoot} tree */
export function suitMarks(tree) {
  const need = needed.get(tree);
  if (!need?.count) return undefined;
  if (need.root.isConnected) need.ground = groundOf(need.root);
  restyleMarks(tree);
  return need.ground;
}

/** Puts the looks back where the page has taken them away. @param {Document | ShadowRoot} tree */
export function restyleMarks(tree) {
  const need = needed.get(tree);
  if (!need || need.count === 0) return;
  const sheet = sheetFor(tree, need.ground);
  if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets = [...others(tree), sheet];
}

/** Takes the looks of marks away from a tree, if no other marking needs them. @param {Document | ShadowRoot} tree */
export function unstyleMarks(tree) {
  const need = needed.get(tree);
  if (!need) return;
  need.count -= 1;
  if (need.count === 0) tree.adoptedStyleSheets = others(tree);
}

/** @param {Document | ShadowRoot} tree */
function others(tree) {
  const own = [...sheetsOf(tree).found.values()];
  return tree.adoptedStyleSheets.filter((sheet) => !own.includes(sheet));
}
