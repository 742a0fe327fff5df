// From click to click: what marks are of, what they leave behind, and what is said where there can be none.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { launch, marked, marks, unmarked, until } from "./browser.mjs";
import { APP, ARTICLE, EMPTY, GERMAN } from "./pages.mjs";
import { panelOf } from "./panel.mjs";

/** @typedef {import("./browser.mjs").Page} Page */

/** No scripts, no wasm, no styles of one's own, no connections, nothing from strings. */
const STRICT = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-same-origin";

/** Hidden, so that the browser need not lay it out. */
const LONG = ARTICLE.replace("</article>", `<p hidden>${"“It is late,” Ana Ruiz said on Monday. ".repeat(260_000)}</p></article>`);

/** @type {import("./browser.mjs").Launched} */
let launched;
/** @type {import("./panel.mjs").Panel} */
let panel;
before(async () => {
  launched = await launch({
    article: { body: ARTICLE }, other: { body: ARTICLE }, strict: { body: ARTICLE, policy: STRICT }, app: { body: APP }, empty: { body: EMPTY }, german: { body: GERMAN },
    long: { body: LONG }, pdf: { body: await readFile("tests/files/columns.pdf"), type: "application/pdf" },
  });
  const first = await launched.open("article");
  await launched.click(first);
  await marked(first);
  panel = await panelOf(launched);
  await first.close();
});
after(() => launched?.close());

/** Opens a page, does something in it, and closes it. @param {string} path  @param {(page: Page) => Promise<void>} body */
async function on(path, body) {
  const page = await launched.open(path);
  try {
    await body(page);
  } finally {
    await page.close();
  }
}

/** Waits until the panel says something. @param {string} words */
const says = (words) => panel.until(`document.querySelector("#said").textContent.includes(${JSON.stringify(words)})`);

/** Waits until the button has a badge, and gives its title. @param {string} badge */
async function titleWith(badge) {
  await until(async () => (await launched.button()).badge === badge, `the badge is ${badge}`);
  return (await launched.button()).title;
}

test("a second click takes the marks away, and nothing is left", () => on("article", async (page) => {
  const before = await page.content();
  await launched.click(page);
  await marked(page);
  assert.equal(await titleWith("4"), "5 names, 4 quotes, 9 dates. Click to take the highlights away.");
  await launched.click(page);
  await unmarked(page);
  assert.equal(await page.content(), before);
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
  assert.equal(await titleWith(""), "Highlight names, quotes and dates");
  // And again.
  await launched.click(page);
  assert.ok((await marked(page)).person?.includes("Ana Ruiz"));
}));

test("a page that allows no wasm, no styles and no scripts is marked, and nothing of it is reported", () => on("strict", async (page) => {
  /** @type {string[]} */
  const problems = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("request", (request) => problems.push(request.url()));
  await launched.click(page);
  assert.ok((await marked(page)).person?.includes("Ana Ruiz"));
  assert.deepEqual(problems, []);
}));

test("dates are counted from the page's own day", () => on("article", async (page) => {
  await launched.click(page);
  await marked(page);
  await panel.until("document.querySelector('#dated').textContent.includes('May 13, 2024')");
}));

test("where a site goes on by script the marks go, and the next page can be marked", () => on("app", async (page) => {
  await launched.click(page);
  assert.ok((await marked(page)).person?.includes("Ana Ruiz"));
  await page.evaluate(() => /** @type {any} */ (window).turn("/next"));
  await unmarked(page);
  await says("You have gone on to another page");
  assert.equal((await launched.button()).badge, "");
  await panel.click("#read");
  const { person } = await marked(page);
  assert.ok(person?.includes("Kim Dahl") && !person.includes("Ana Ruiz"), `${person}`);
}));

test("an address that is only touched up, and a place in the page, are no other page", () => on("app", async (page) => {
  await launched.click(page);
  await marked(page);
  await page.evaluate(() => {
    history.replaceState({}, "", "/app?seen=2");
    location.hash = "comments";
    document.body.append(document.createElement("p"));
  });
  // Two frames are time enough for what would take the marks away.
  await page.evaluate(() => new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame))));
  assert.ok((await marks(page)).person?.includes("Ana Ruiz"));
}));

test("of a selection only what is selected is read", () => on("article", async (page) => {
  await page.evaluate(() => {
    const [, , second] = document.querySelectorAll("article p");
    if (second) getSelection()?.selectAllChildren(second);
  });
  await launched.click(page);
  const { person, quote } = await marked(page);
  assert.deepEqual(person, ["Tom Berg"]);
  assert.deepEqual(quote, ["“It is a sound bridge, and the figures are sound as well,”"]);
  await panel.until("document.querySelector('#hint').textContent === 'Only the words you selected were read.'");
}));

test("a selection over two paragraphs, in the middle of words of each", () => on("article", async (page) => {
  await page.evaluate(() => {
    const [, first, second] = document.querySelectorAll("article p");
    if (first?.firstChild && second?.firstChild) getSelection()?.setBaseAndExtent(first.firstChild, 38, second.firstChild, 60);
  });
  await launched.click(page);
  const { person, organization, quote = [] } = await marked(page);
  assert.deepEqual([person, organization, quote], [["Ana Ruiz"], ["Harbour Bank"], []]);
}));

test("another language is told, and can be read all the same", () => on("german", async (page) => {
  await launched.click(page);
  await says("does not seem to be in English");
  assert.match(await titleWith("!"), /does not seem to be in English/);
  await panel.click("#read-anyway");
  await marked(page);
}));

test("a page without text", () => on("empty", async (page) => {
  await launched.click(page);
  await says("There is no text to read on this page.");
  assert.match(await titleWith("!"), /no text to read/);
}));

test("a page that is too long", () => on("long", async (page) => {
  await launched.click(page);
  await says("This page is too long to read.");
}));

test("a PDF", () => on("pdf", async (page) => {
  await launched.click(page);
  await says("This is a PDF");
  assert.match(await titleWith("!"), /This is a PDF/);
}));

for (const address of ["chrome://version/", "about:blank", "its own options"]) {
  test(`where it may not run it says so: ${address}`, async () => {
    const page = await launched.context.newPage();
    await page.goto(address === "its own options" ? `chrome-extension://${launched.id}/options.html` : address);
    await launched.click(page);
    await says("Your browser lets no extension read this page.");
    assert.match(await titleWith("!"), /lets no extension read this page/);
    await page.close();
  });
}

test("a click while it reads gives up, and each tab has marks of its own", () => on("article", async (page) => {
  await launched.click(page);
  await marked(page);
  await on("other", async (other) => {
    await launched.click(other);
    await marked(other);
    await launched.click(other);
    await unmarked(other);
    assert.ok((await marks(page)).person?.includes("Ana Ruiz"));
  });
}));

test("words that come later are marked, and counted", () => on("article", async (page) => {
  await launched.click(page);
  await marked(page);
  await page.evaluate(() => {
    const paragraph = document.createElement("p");
    paragraph.textContent = "“It will be full by noon,” Nora Lie said on Tuesday.";
    document.querySelector("article")?.append(paragraph);
  });
  await titleWith("5");
  assert.ok((await marks(page)).person?.includes("Nora Lie"));
}));
