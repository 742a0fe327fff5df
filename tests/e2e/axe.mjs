// axe-core in a page, and the ways of seeing in which a page is held to it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** Its script, to be evaluated in a page. */
export const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Nothing is wrong. @param {import("./browser.mjs").Page} page  @param {string} view */
export async function isClean(page, view) {
  /** @type {{ id: string, nodes: { html: string, failureSummary: string }[] }[]} */
  const violations = await page.evaluate(async () => (await /** @type {any} */ (window).axe.run()).violations);
  const shown = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`);
  assert.deepEqual(shown, [], view);
}

/** @type {[name: string, options: import("./browser.mjs").ContextOptions][]} */
export const modes = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["forced colours", { forcedColors: "active" }],
  ["320 pixels wide", { viewport: { width: 320, height: 700 } }],
  ["200 % zoom", { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
];
