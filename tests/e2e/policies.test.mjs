// Under the policies that sites have: everything works, nothing is reported; and where no wasm may run at all, the text stays.

import assert from "node:assert/strict";
import { address, elementTests } from "./browser.mjs";

const test = elementTests();

const ARTICLE = "<news-mark><p>“It is late,” Ana Ruiz said on 3 May 2021.</p></news-mark>";
const WASM = "script-src 'self' 'wasm-unsafe-eval'";

/**
 * The element, the plain call and a worker, in a page of a site with a policy.
 * @param {import("./browser.mjs").Page} page
 * @param {string} policy
 * @param {string} [core]  The module of the plain call.
 */
async function used(page, policy, core = "pkg/index.js") {
  await page.route(`${address}site.html`, (route) => route.fulfill({
    body: `<!doctype html><html lang="en"><title>A site</title>${ARTICLE}`, contentType: "text/html; charset=utf-8", headers: { "content-security-policy": policy } }));
  await page.goto(`${address}site.html`);
  return page.evaluate(async ({ address, core }) => {
    const { annotate } = await import(`${address}${core}`);
    const { entities, dates } = await annotate("Ana Ruiz left on 3 May 2021.");
    return [entities[0].name, dates[0].value];
  }, { address, core });
}

/** The element defined and done, or what it says went wrong. @param {import("./browser.mjs").Page} page */
async function element(page) {
  return page.evaluate(async (address) => {
    const told = new Promise((resolve) => {
      document.addEventListener("news-mark-annotated", () => resolve("annotated"));
      document.addEventListener("news-mark-error", (event) => resolve(/** @type {any} */ (event).detail.error?.name ?? "error"));
    });
    await import(`${address}pkg/define.js`);
    const outcome = await told;
    const article = document.querySelector("news-mark");
    const marks = [...CSS.highlights.keys()];
    // Styles are there under every policy: of the marks, and of the index.
    const style = getComputedStyle(/** @type {Element} */ (document.querySelector("news-mark p")), "::highlight(newsmark-person)");
    const line = article?.shadowRoot?.querySelector(".line");
    const styled = style.textDecorationLine === "underline" && line && getComputedStyle(line).whiteSpace === "nowrap";
    return { outcome, marks: marks.length, styled, text: article?.textContent?.trim() };
  }, address);
}

const SAID = "“It is late,” Ana Ruiz said on 3 May 2021.";

for (const [name, policy] of /** @type {const} */ ([
  ["scripts and wasm of its own", `default-src 'none'; ${WASM}; connect-src 'self'; worker-src 'self'`],
  ["Trusted Types", `default-src 'none'; ${WASM}; connect-src 'self'; require-trusted-types-for 'script'`],
  ["no policy of Trusted Types", `default-src 'none'; ${WASM}; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`],
])) {
  test(`${name}: the call and the element work, and nothing is reported`, async ({ page }) => {
    assert.deepEqual(await used(page, policy), ["Ana Ruiz", "2021-05-03"]);
    const { outcome, marks, styled, text } = await element(page);
    assert.deepEqual({ outcome, styled, text }, { outcome: "annotated", styled: true, text: SAID });
    assert.ok(marks >= 2);
  });
}

test("no connections: the file with the wasm inside works, and nothing is reported", async ({ page }) => {
  assert.deepEqual(await used(page, `default-src 'none'; ${WASM}; connect-src 'none'`, "pkg/inline.js"), ["Ana Ruiz", "2021-05-03"]);
});

test("no wasm: the text stays as it was, and the element says what is wrong", async ({ page }) => {
  const refused = await used(page, "default-src 'none'; script-src 'self'; connect-src 'self'").catch((error) => String(error));
  assert.match(String(refused), /NewsmarkError: the core could not be loaded \(.*WebAssembly/);
  const { outcome, marks, text } = await element(page);
  assert.deepEqual({ outcome, marks, text }, { outcome: "NewsmarkError", marks: 0, text: SAID });
}, { allows: /wasm-eval|WebAssembly|wasm/i });
