// Articles of our own for a dossier, and how they come into one.

import { zipSync } from "fflate";

/** @typedef {import("./browser.mjs").Page} Page */

/** @param {string} name  @param {string} text */
const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

export const BRIDGE = file("bridge.txt", `Council to decide on bridge

RIVERSIDE, March 4, 2026 — “We will build it,” Mayor Ana Ruiz said.

Paul Mercier, director of the Riverside Port Authority, said that the port was ready.
`);
export const OPENED = file("opened.txt", `Bridge opens at last

RIVERSIDE, April 2, 2026 — “It is ours,” Mayor Ana Ruiz said.

The old bridge fell in 1987. Mercier said that the port was open.
`);
export const NURSE = file("nurse.txt", `Night shifts at the clinic

EASTGATE, March 10, 2026 — “We are tired,” said Ana Ruiz, a nurse at the Eastgate Clinic.
`);
export const FERRY = file("ferry.txt", `Ferry stops for the winter

RIVERSIDE, March 20, 2026 — “The ice is early,” said Oda Lind, the captain. Lind said that the ferry would be back in May.
`);

/** An archive of files. @param {Record<string, Uint8Array>} files */
export const archive = (files) => Buffer.from(zipSync(files));

/** A dossier with some files in it, all of them read. @param {Page} page  @param {readonly ReturnType<typeof file>[]} files */
export async function dossierOf(page, files) {
  await page.click("#show-dossier");
  await page.setInputFiles("#dossier input[type=file]", files);
  await settled(page, files.length);
}

/** Waits until so many articles are there, and all are read. @param {Page} page  @param {number} count */
export async function settled(page, count) {
  await page.waitForFunction((count) => {
    const facts = [...document.querySelectorAll("#dossier .dossier-article p")].map(({ textContent }) => textContent);
    return facts.length === count && facts.every((fact) => !fact?.endsWith("Not read yet"));
  }, count);
}

/** The list of articles: each with its title and its facts. @param {Page} page */
export const rowsOf = (page) => page.locator("#dossier .dossier-article").evaluateAll((all) => all.map((row) => [row.querySelector("button")?.textContent, row.querySelector("p")?.textContent]));
