// custom-elements.json says what the element is: held against the element itself and its style sheets.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { elementTests } from "./browser.mjs";

const test = elementTests();

const manifest = JSON.parse(await readFile("www/custom-elements.json", "utf8"));
const declaration = manifest.modules[0].declarations[0];
/** @param {string} list  @returns {string[]} */
const names = (list) => declaration[list].map((/** @type {{ name: string }} */ { name }) => name).sort();

/** A text with something of every kind. */
const ARTICLE = `<news-mark><h1>Bridge</h1><p>“We will build it,” Mayor Ana Ruiz said on Monday. She named Harbour Bank, Lisbon and two dates: March 3, 2026,
  and May 4, 2026.</p></news-mark>`;

test("attributes and members are those of the class", async ({ page, show }) => {
  await show(ARTICLE);
  const real = await page.evaluate(() => {
    const element = /** @type {any} */ (customElements.get("news-mark"));
    const hidden = ["constructor", "connectedCallback", "disconnectedCallback", "attributeChangedCallback"];
    const members = Object.getOwnPropertyNames(element.prototype).filter((name) => !hidden.includes(name));
    return { attributes: [...element.observedAttributes].sort(), members: members.sort() };
  });
  assert.deepEqual(real, { attributes: names("attributes"), members: names("members") });
});

test("every part is there", async ({ page, show }) => {
  await show(ARTICLE);
  const parts = await page.evaluate(() => {
    const root = document.querySelector("news-mark")?.shadowRoot;
    return [...new Set([...root?.querySelectorAll("[part]") ?? []].flatMap((piece) => [...piece.part]))];
  });
  for (const name of names("cssParts")) assert.ok(parts.includes(name), `${name} of ${parts}`);
});

test("its custom properties are those of the style sheet", async () => {
  const css = await readFile("www/style/tokens.css", "utf8");
  assert.deepEqual(names("cssProperties"), [...css.matchAll(/var\((--news-mark-[\w-]+),/g)].map(([, name]) => name).sort());
});

test("its events are those that are told", async () => {
  const source = await readFile("www/element/element.js", "utf8");
  assert.deepEqual(names("events"), [...new Set([...source.matchAll(/#tell\("(\w+)"/g)].map(([, name]) => `news-mark-${name}`))].sort());
});
