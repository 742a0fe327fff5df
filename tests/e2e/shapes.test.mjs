// Articles of all shapes, by `mark()` and in <news-mark>: the marks stand on the words that a reader sees, a card opens in the window, and the page is
// as it was. What fails is named by its shape.

import assert from "node:assert/strict";
import { address, markingTests } from "./browser.mjs";
import { EXPECTED, SHAPES, STORY, pageOf } from "./shapes.mjs";

const test = markingTests();

/** @typedef {import("./browser.mjs").Page} Page */
/** @typedef {import("./shapes.mjs").Shape} Shape */

/** In every page: where the article is, and what of it can move or go. */
function prepare() {
  /** @param {Document | ShadowRoot} tree  @returns {Element | null} */
  const find = (tree) => tree.querySelector("#text") ?? [...tree.querySelectorAll("*")].map((element) =>
    element.shadowRoot && element.localName !== "newsmark-overlay" ? find(element.shadowRoot) : element.localName === "iframe" && !element.closest("#text") ? find(/** @type {any} */ (element).contentDocument) : null).find(Boolean) ?? null;
  const root = /** @type {Element} */ (find(document));
  const window = /** @type {Window & typeof globalThis} */ (root.ownerDocument.defaultView);
  const layout = () => [...root.querySelectorAll("*"), root.ownerDocument.querySelector("#after") ?? root].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [element.localName, ...[left + window.scrollX, top + window.scrollY, width, height].map(Math.round)].join(" ");
  });
  const page = { root, window, layout, before: { layout: layout(), html: root.innerHTML } };
  Object.assign(globalThis, { shape: page });
}

/** Marks the article, and gives what was found. @param {[address: string, tag: string]} given */
async function annotated([address, tag]) {
  const { root } = /** @type {any} */ (globalThis).shape;
  if (tag === "news-mark") {
    const done = new Promise((resolve) => root.addEventListener("news-mark-annotated", resolve, { once: true }));
    await import(`${address}pkg/define.js`);
    await done;
    Object.assign(/** @type {any} */ (globalThis).shape, { marking: root });
  } else {
    const { mark } = await import(`${address}pkg/mark.js`);
    Object.assign(/** @type {any} */ (globalThis).shape, { marking: await mark(root, { watch: true }) });
  }
}

/** What is wrong with the marks. @param {import("./shapes.mjs").Expected} expected */
function wrongMarks(expected) {
  const { root, window, layout, before, marking } = /** @type {any} */ (globalThis).shape;
  /** @type {string[]} */
  const wrong = [];
  /** @type {Map<string, StaticRange[]>} */
  const marks = new Map([...window.CSS.highlights].map(([name, ranges]) => [name.replace(/^newsmark-|-on-.*/g, ""), [...ranges]]));
  const textOf = (/** @type {string[]} */ kinds) => kinds.flatMap((kind) => marks.get(kind) ?? [])
    .sort((one, other) => (one.startContainer.compareDocumentPosition(other.startContainer) & 4 || (one.startContainer === other.startContainer && one.startOffset < other.startOffset) ? -1 : 1))
    .map(({ startContainer, startOffset, endOffset }) => startContainer.nodeValue?.slice(startOffset, endOffset)).join("").replace(/\u00AD/g, "").replace(/\s+/g, " ");
  const all = textOf([...marks.keys()]);
  for (const kind of /** @type {const} */ (["person", "place"])) {
    for (const name of expected[kind]) if (!textOf([kind]).includes(name)) wrong.push(`${name} is no ${kind} in "${textOf([kind])}"`);
  }
  for (const [words, speaker] of expected.said) {
    if (!textOf(["quote", "reported", "doubtful"]).includes(words)) wrong.push(`"${words}" is not marked`);
    const { quotes, entities } = marking.annotations;
    const who = quotes.filter((/** @type {any} */ { text }) => text.replace(/[“”]/g, "") === words.replace(/[“”]/g, "")).map((/** @type {any} */ quote) => quote.speaker?.entities.map((/** @type {number} */ id) => entities[id].name).join());
    if (!who.some((/** @type {string} */ name) => name?.toLowerCase() === speaker.toLowerCase())) wrong.push(`"${words}" is said by ${who}`);
  }
  for (const words of expected.unmarked) if (all.includes(words)) wrong.push(`${words} is marked`);
  for (const { startContainer: node, startOffset, endOffset } of [...marks.values()].flat()) {
    const range = root.ownerDocument.createRange();
    range.setStart(node, startOffset);
    range.setEnd(node, endOffset);
    node.parentElement?.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    const [{ left, top, width, height } = { left: 0, top: 0, width: 0, height: 0 }] = [...range.getClientRects()].filter(({ width }) => width > 0);
    const tree = root.getRootNode();
    const at = root.ownerDocument.caretPositionFromPoint(left + width / 2, top + height / 2, { shadowRoots: tree.host ? [tree] : [] });
    if (width === 0 || at?.offsetNode !== node || at.offset < startOffset || at.offset > endOffset) wrong.push(`"${range}" does not stand where it is marked`);
  }
  window.scrollTo(0, 0);
  for (const part of root.ownerDocument.querySelectorAll("*")) part.scrollTo(0, 0);
  if (root.innerHTML !== before.html) wrong.push("its elements have changed");
  const moved = layout().filter((/** @type {string} */ box, /** @type {number} */ index) => box !== before.layout[index]);
  if (moved.length > 0) wrong.push(`moved: ${moved[0]}`);
  if ([...root.querySelectorAll("a, img")].some((part) => part.getClientRects().length === 0)) wrong.push("a link or picture is gone");
  return wrong;
}

/** Where the first mark of some kinds is in the page's own window. @param {string[]} kinds */
function placeOf(kinds) {
  const { window } = /** @type {any} */ (globalThis).shape;
  const [range] = [...window.CSS.highlights].filter(([name]) => kinds.some((kind) => name.startsWith(`newsmark-${kind}`))).flatMap(([, ranges]) => [...ranges]);
  if (!range) return null;
  const found = range.startContainer.ownerDocument.createRange();
  found.setStart(range.startContainer, range.startOffset);
  found.setEnd(range.endContainer, range.endOffset);
  range.startContainer.parentElement.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  const { left, top, width, height } = [...found.getClientRects()].find(({ width }) => width > 0) ?? new DOMRect();
  const frame = window.frameElement;
  const box = frame?.getBoundingClientRect() ?? { left: 0, top: 0, width: 1 };
  const scale = frame ? box.width / frame.offsetWidth : 1;
  const edge = frame ? frame.clientLeft : 0;
  return { x: box.left + (edge + left + width / 2) * scale, y: box.top + (edge + top + height / 2) * scale };
}

/** What is wrong with the card, which is open. */
function wrongCard() {
  const { window } = /** @type {any} */ (globalThis).shape;
  const host = [...window.document.querySelectorAll("newsmark-overlay")].find((host) => host.shadowRoot.querySelector(".card:not([hidden])"));
  const { left, right, top, bottom } = host.shadowRoot.querySelector(".card").getBoundingClientRect();
  if (left < 0 || top < 0 || right > window.innerWidth || bottom > window.innerHeight) return [`the card stands at ${[left, top, right, bottom].map(Math.round)}`];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return window.document.elementFromPoint(x, y)?.closest("newsmark-overlay") === host ? [] : ["the card is not on top"];
}

/** @param {Page} page  @param {Shape} shape  @param {string} tag  @returns {Promise<string[]>} what is wrong. */
async function tried(page, shape, tag) {
  const body = pageOf(shape, tag);
  await page.unrouteAll();
  await page.route(`${address}shape.html`, (route) => route.fulfill({ body, contentType: `${shape.type ?? "text/html"}; charset=utf-8` }));
  await page.mouse.move(0, 0);
  await page.goto(`${address}shape.html`);
  if (shape.script) await page.evaluate(shape.script);
  if (shape.click) {
    await page.click(shape.click);
    await page.waitForFunction(() => document.title === "full");
  }
  await page.evaluate(prepare);
  await page.evaluate(annotated, /** @type {[string, string]} */ ([address, tag]));
  if (shape.later) {
    await page.evaluate(`const STORY = ${JSON.stringify(STORY)}; ${shape.later}; Object.assign(shape.before, { layout: shape.layout(), html: shape.root.innerHTML })`);
    await page.waitForFunction(() => [...CSS.highlights.get("newsmark-person") ?? []].some(({ startContainer }) => /Paul|back/.test(startContainer.nodeValue ?? "")) && CSS.highlights.has("newsmark-place"));
  }
  const wrong = await page.evaluate(wrongMarks, { ...EXPECTED, ...shape.found });
  for (const kinds of [["person"], ["quote", "reported"]]) {
    const place = await page.evaluate(placeOf, kinds);
    if (!place) continue;
    await page.mouse.move(place.x, place.y);
    const isOpen = await page.waitForFunction(() => [.../** @type {any} */ (globalThis).shape.window.document.querySelectorAll("newsmark-overlay"), .../** @type {any} */ (globalThis).shape.root.closest("dialog, [popover], #all")?.querySelectorAll("newsmark-overlay") ?? []]
      .some((host) => host.shadowRoot.querySelector(".card:not([hidden])")), null, { timeout: 5000 }).then(() => true, () => false);
    if (!isOpen) wrong.push(`no card opens for a ${kinds[0]}`);
    else wrong.push(...await page.evaluate(wrongCard));
    await page.keyboard.press("Shift");
    await page.mouse.move(0, 0);
  }
  return wrong;
}

for (const tag of ["article", "news-mark"]) {
  test(`every shape of article is marked where it stands: ${tag}`, async ({ page }) => {
    /** @type {string[]} */
    const wrong = [];
    for (const [name, shape] of Object.entries(SHAPES)) {
      if (shape.isFramed && tag === "news-mark") continue;
      const found = await tried(page, shape, tag).catch((error) => [String(error).split("\n")[0] ?? ""]);
      wrong.push(...found.map((one) => `${name}: ${one}`));
    }
    assert.deepEqual(wrong, []);
  });
}
