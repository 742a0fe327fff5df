// Files of every kind, opened in the page: what is shown of them, what is said of them, and what they cannot do.
//
// Those of `tests/files/` were made by real writers (`make.py` there).

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { address, pageTests } from "./browser.mjs";
import { choose, drop, paste, shows } from "./paste.mjs";

const test = pageTests();

const HEADLINE = "Harbour Town Votes to Keep Its Lighthouse Lit";

/** @param {string} name */
const made = (name) => readFile(`tests/files/${name}`);
/** @param {import("./browser.mjs").Page} page */
const article = async (page) => (await page.textContent("#article")) ?? "";
/** Waits until some words are shown. @param {import("./browser.mjs").Page} page  @param {string} words */
const showsWords = (page, words) => page.waitForFunction((words) => document.querySelector("#article")?.textContent?.includes(words), words);

test("a PDF in two columns is read column by column, without heads and numbers of pages", async ({ page }) => {
  await choose(page, "columns.pdf", await made("columns.pdf"));
  await showsWords(page, "Harbour Town");
  const text = await article(page);
  assert.ok(text.startsWith(`${HEADLINE}\n\nBy Ines Ferrante\n\n`), text);
  const order = ["Harbour Town", "By Ines Ferrante", "PORT ELLERY", "We have argued", "40,000 dollars a year", "Not everyone", "The lighthouse was built", "Fiona Abernethy", "The council will meet"];
  const places = order.map((words) => text.search(new RegExp(words)));
  assert.ok(places.every((place, index) => place > (places[index - 1] ?? -1)), `${places}\n${text}`);
  assert.doesNotMatch(text, /Courier/);
  assert.equal(await page.textContent("#arrival-said"), "Left out: line breaks, running heads and page numbers.");
  const speakers = await page.locator("#article [data-said-by]").evaluateAll((all) => all.map((each) => each.getAttribute("data-said-by")));
  assert.ok(speakers.includes("Ana Ruiz") && speakers.includes("Paul Mercier"), String(speakers));

  await page.click("#show-original");
  await showsWords(page, "The Ellery Courier");
  assert.match(await article(page), /about 40,000 dol-\nlars a year/);
  await page.click("#show-original");
  await shows(page, text);
});

test("a page printed by a browser, with words broken at line ends", async ({ page }) => {
  await choose(page, "printed.pdf", await made("printed.pdf"));
  await showsWords(page, "Harbour Town");
  const paragraphs = (await page.inputValue("#text")).split("\n\n");
  assert.equal(paragraphs.length, 9, paragraphs.join("\n----\n"));
  assert.match(paragraphs[6] ?? "", /^The lighthouse was built in 1887 and was last repaired in October 2019\. An extraordinary storm broke two of its windows last winter, and the regional administration refused to pay for them\.$/);
  assert.equal(await page.textContent("#arrival-said"), "Left out: line breaks.");
  assert.ok(await page.locator("#article mark.person", { hasText: "Fiona Abernethy" }).count() > 0);
});

test("a Word document keeps its title and its lists, and loses its picture", async ({ page }) => {
  await choose(page, "article.docx", await made("article.docx"));
  await showsWords(page, HEADLINE);
  const text = await article(page);
  assert.ok(text.startsWith(`${HEADLINE}\n\nBy Ines Ferrante\n\nPORT ELLERY, March 4, 2026`), text);
  assert.match(text, /What was decided\n\n• The lamp stays lit\.\n• The stairs are closed\.$/);
  assert.equal(await page.textContent("#arrival-said"), "Left out: pictures.");
});

test("a mail has its subject as headline, and its own day", async ({ page }) => {
  await choose(page, "thread.eml", await made("thread.eml"));
  await showsWords(page, "The lamp — a statement");
  const text = await article(page);
  assert.ok(text.startsWith("The lamp — a statement\n\nDear Helen,"), text);
  assert.match(text, /^> Mayor Ruiz, Paul Mercier said/m);
  assert.equal(await page.inputValue("#date"), "2026-03-04", "the sender's day, whatever day it was elsewhere");
  assert.equal(await page.textContent("#dated"), "Wednesday, March 4, 2026, from the mail’s header");
  await page.click("#show-original");
  await showsWords(page, "From: Ana Ruiz <ana@ellery.example>");
  assert.equal(await page.inputValue("#date"), "2026-03-04");
});

test("a mail of markup alone is read, and the picture that tells of it is not asked for", async ({ page, requests }) => {
  await choose(page, "newsletter.eml", await made("newsletter.eml"));
  await showsWords(page, HEADLINE);
  assert.equal((await article(page)).split(HEADLINE).length, 2, "the headline stands there once");
  assert.equal(await page.textContent("#dated"), "Thursday, March 5, 2026, from the mail’s header");
  assert.ok(requests.every((url) => url.startsWith(address)));
});

for (const [name, content, sentence] of /** @type {[string, string | Uint8Array | null, RegExp][]} */ ([
  ["locked.pdf", null, /^locked\.pdf is protected by a password\./],
  ["scan.pdf", null, /^scan\.pdf holds pictures of pages, and no text\./],
  ["broken.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog", /^broken\.pdf is damaged/],
  ["cut.docx", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), /^cut\.docx is damaged/],
  ["lost.docx", "no archive", /^lost\.docx is damaged/],
  ["old.doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /^newsmark cannot open old\.doc\. Save it as a Word document/],
  ["locked.docx", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /^locked\.docx is protected by a password/],
  ["photo.jpg", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), /^photo\.jpg is a picture/],
  ["nothing.txt", "", /^nothing\.txt is empty\.$/],
  ["blank.html", "<!doctype html><script>1</script>", /^There is no text in blank\.html/],
  ["noise.eml", new Uint8Array([1, 2, 3, 250, 0, 7]), /^noise\.eml is damaged/],
])) {
  test(`${name} is refused in words, and what was there stays`, async ({ page }) => {
    const shown = await article(page);
    await choose(page, name, content ?? (await made(name)));
    await page.waitForSelector("#failure:not([hidden])");
    assert.match((await page.textContent("#failure")) ?? "", sentence);
    assert.equal(await article(page), shown);
    // The next file is opened all the same.
    await choose(page, "next.txt", "Ana Ruiz left.");
    await shows(page, "Ana Ruiz left.");
    assert.ok(await page.locator("#failure").isHidden());
  });
}

const SAID = "“It’s late,” Ana Ruiz said – at last.";
/** @param {string} text */
const windows1252 = (text) => Uint8Array.from(text, (letter) => ({ "“": 0x93, "”": 0x94, "’": 0x92, "–": 0x96 })[letter] ?? letter.charCodeAt(0));
/** @param {string} text  @param {boolean} isBig */
const utf16 = (text, isBig) => new Uint8Array([...text].flatMap((letter) => {
  const code = letter.charCodeAt(0);
  return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
}));

for (const [kind, name, content] of /** @type {[string, string, Uint8Array | string][]} */ ([
  ["UTF-8 with a mark", "a.txt", `\ufeff${SAID}`],
  ["Windows-1252", "a.txt", windows1252(SAID)],
  ["UTF-16, little end first, with a mark", "a.txt", utf16(`\ufeff${SAID}`, false)],
  ["UTF-16, big end first, with a mark", "a.txt", utf16(`\ufeff${SAID}`, true)],
  ["UTF-16 without a mark", "a.txt", utf16(SAID, false)],
  ["a page in Windows-1252 that says so", "a.html", windows1252(`<!doctype html><meta charset="iso-8859-1"><p>${SAID}</p>`)],
  ["a page in Windows-1252 that says nothing", "a.html", windows1252(`<!doctype html><p>${SAID}</p>`)],
  ["a page that says wrongly that it is in UTF-8", "a.html", windows1252(`<!doctype html><meta charset="utf-8"><p>${SAID}</p>`)],
])) {
  test(`${kind} is read as it is meant`, async ({ page }) => {
    await choose(page, name, content);
    await shows(page, SAID);
    assert.equal(await page.locator("#article mark.quote.direct").count(), 1);
  });
}

/** A page of a newspaper, with all that stands around. @param {string} head  @param {string} [inside] */
const newspaper = (head, inside = "") => `<!doctype html><html><head><title>${HEADLINE} | The Ellery Courier</title>${head}</head><body>
  <header><h1>World</h1><nav><a href=/>Home</a> <a href=/world>World</a> <a href=/sport>Sport</a></nav></header>
  <div class="cookie"><p>We use cookies so that you like this site better. <a href="/cookies">More</a></p> <button>Accept</button></div>
  <form id="aspnet"><main><article><h1>${HEADLINE}</h1><p class="byline">By Ines Ferrante</p>${inside}
  <figure><img src="//evil.example/lamp.jpg"><figcaption>The lamp of Port Ellery.</figcaption></figure>
  ${Array.from({ length: 6 }, (_, at) => `<p>The town council voted on Wednesday to keep the old lighthouse lit, and ${["Ana Ruiz", "Paul Mercier", "Goran Hale", "Fiona Abernethy", "Ines Ferrante", "Helen Marsh"][at]} said that the vote was a good one, for the harbour, the boats and the town.</p>`).join("")}
  <blockquote><p>“Tonight it shines.”</p></blockquote><ul><li>One lamp.</li><li>Two stairs.</li></ul></article></main></form>
  <aside><h2>Most read</h2><a href=/1>Ten lamps that you will love</a></aside><footer>© The Ellery Courier. Subscribe to the newsletter.</footer></body></html>`;

test("of a whole page the article is shown, under its own headline", async ({ page, requests }) => {
  const before = requests.length;
  await choose(page, "page.html", newspaper(""));
  await showsWords(page, HEADLINE);
  const text = await article(page);
  assert.ok(text.startsWith(HEADLINE), text);
  for (const words of ["By Ines Ferrante", "The lamp of Port Ellery.", "Helen Marsh said", "“Tonight it shines.”", "One lamp."]) assert.ok(text.includes(words), words);
  for (const words of ["World", "cookies", "Most read", "Subscribe"]) assert.ok(!text.includes(words), words);
  assert.equal(await page.textContent("#arrival-said"), "Left out: pictures and everything around the article.");
  await page.click("#show-original");
  await showsWords(page, "Most read");
  assert.ok(requests.slice(before).every((url) => url.startsWith(`${address}pkg/page-files`)), requests.slice(before).join(" "));
});

test("so it is where all of a page was copied; plain text is the original", async ({ page }) => {
  await paste(page, { "text/html": newspaper(""), "text/plain": "World\nHome World Sport\nAll of it" });
  await showsWords(page, HEADLINE);
  assert.ok((await article(page)).startsWith(HEADLINE));
  await page.click("#show-original");
  await shows(page, "World\nHome World Sport\nAll of it");
});

test("of a stretch of an article, its structure is taken", async ({ page }) => {
  const rich = `<meta charset="utf-8"><h1>Bridge opens</h1><p>By Ana Ruiz · <time datetime="2026-03-04">Wednesday</time></p><p>“It is <a href="//evil.example/">late</a>,” Goran Hale said.<p>He left.<ul><li>One</li><li>Two</li></ul><figure><img src="//evil.example/x.png"><figcaption>A bridge.</figcaption></figure>`;
  await paste(page, { "text/html": rich, "text/plain": "whatever" });
  await shows(page, "Bridge opens\n\nBy Ana Ruiz · Wednesday\n\n“It is late,” Goran Hale said.\n\nHe left.\n\n• One\n• Two\n\nA bridge.");
  assert.equal(await page.textContent("#dated"), "Wednesday, March 4, 2026, from the time given on the page");
});

for (const [from, head, inside, words] of /** @type {[string, string, string, string][]} */ ([
  ["JSON-LD", `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","datePublished":"1999-01-01"},{"@type":["NewsArticle"],"datePublished":"2026-03-04T23:30:00-05:00"}]}</script><meta property="article:published_time" content="2026-03-09">`, "", "from the page’s own data"],
  ["its meta elements", `<script type="application/ld+json">{ broken</script><meta property="article:published_time" content="2026-03-04T10:00:00Z">`, `<time datetime="2026-03-08">Sunday</time>`, "from the page’s own data"],
  ["its time element", "", `<time datetime="2026-03-04T09:00">4 March</time>`, "from the time given on the page"],
])) {
  test(`the day that a page was published is taken from ${from}`, async ({ page }) => {
    await choose(page, "page.html", newspaper(head, inside));
    await showsWords(page, HEADLINE);
    assert.equal(await page.inputValue("#date"), "2026-03-04");
    assert.equal(await page.textContent("#dated"), `Wednesday, March 4, 2026, ${words}`);
    // A day that the reader gives is the reader's.
    await page.fill("#date", "2026-03-06");
    await page.waitForFunction(() => document.querySelector("#dated")?.textContent === "");
  });
}

test("what is said of a text goes with it", async ({ page }) => {
  await choose(page, "columns.pdf", await made("columns.pdf"));
  await page.locator("#arrival").waitFor();
  await page.click("#edit");
  await page.locator("#text").press("End");
  await page.keyboard.type(" More.");
  assert.ok(await page.locator("#arrival").isHidden(), "to show the other text would lose what was typed");
  await choose(page, "undated.pdf", await made("undated.pdf"));
  await page.locator("#use-date").waitFor();
  await page.click("#clear");
  assert.ok(await page.locator("#arrival").isHidden());
  assert.ok(await page.locator("#use-date").isHidden());
});

test("a PDF's own day is offered, and not taken", async ({ page }) => {
  await choose(page, "undated.pdf", await made("undated.pdf"));
  await showsWords(page, "the bridge will open");
  assert.equal(await page.inputValue("#date"), "");
  assert.equal(await page.textContent("#use-date"), "Use Saturday, January 1, 2000, when the PDF was made");
  await page.click("#use-date");
  await page.waitForFunction(() => document.querySelector("#dated")?.textContent === "Saturday, January 1, 2000, when the PDF was made");
  assert.ok(await page.locator("#use-date").isHidden());
});

test("rich text takes the place of all that is in the field, and can be taken back", async ({ page }) => {
  await page.click("#edit");
  await page.fill("#text", "Ana Ruiz left.");
  await page.locator("#text").selectText();
  await paste(page, { "text/html": "<h1>One</h1><p>Two three.</p>", "text/plain": "One Two three." });
  await shows(page, "One\n\nTwo three.");
  await page.locator("#text").focus();
  await page.keyboard.press("Control+z");
  await shows(page, "Ana Ruiz left.");
});

test("what is pasted where a list has the focus is shown", async ({ page }) => {
  await page.locator("#sample").focus();
  await paste(page, { "text/plain": "Ana Ruiz left." });
  await shows(page, "Ana Ruiz left.");
});

test("what is dragged within the page stays there", async ({ page }) => {
  const shown = await article(page);
  await page.evaluate(() => document.body.dispatchEvent(new DragEvent("dragstart", { bubbles: true })));
  await drop(page, { "text/plain": "Ana Ruiz left." });
  assert.equal(await article(page), shown);
  await page.evaluate(() => document.body.dispatchEvent(new DragEvent("dragend", { bubbles: true })));
  await drop(page, { "text/plain": "Ana Ruiz left." });
  await shows(page, "Ana Ruiz left.");
});

test("what comes later takes the place of what is still being read", async ({ page }) => {
  await choose(page, "columns.pdf", await made("columns.pdf"));
  await choose(page, "later.txt", "Ana Ruiz left.");
  await shows(page, "Ana Ruiz left.");
  await choose(page, "columns.pdf", await made("columns.pdf"));
  await page.selectOption("#sample", "1");
  assert.ok(await page.locator("#opening").isHidden());
  await choose(page, "article.docx", await made("article.docx"));
  await showsWords(page, HEADLINE);
  assert.match(await article(page), /The stairs are closed\.$/);
});

test("markup as deep as it can be, and as broken, is read or refused", async ({ page }) => {
  await choose(page, "deep.html", `<!doctype html>${"<div>".repeat(20_000)}Ana Ruiz left.`);
  await shows(page, "Ana Ruiz left.");
  await choose(page, "open.html", `<!doctype html><svg/><p>Ana Ruiz <b>came<i> back</b>.`);
  await shows(page, "Ana Ruiz came back.");
});

test("what opens files is missing: it is said, and rich text is taken as plain", async ({ page, problems }) => {
  await page.context().route("**/page-files*", (route) => route.abort());
  const shown = await article(page);
  await choose(page, "a.txt", "Ana Ruiz left.");
  await page.waitForSelector("#failure:not([hidden])");
  assert.match((await page.textContent("#failure")) ?? "", /can’t be opened/);
  assert.equal(await article(page), shown);
  await paste(page, { "text/html": "<p>Ana Ruiz came.</p>", "text/plain": "Ana Ruiz came." });
  await shows(page, "Ana Ruiz came.");
  // The browser notes what it could not load.
  problems.splice(0, problems.length, ...problems.filter((problem) => !/Failed to load resource|ERR_FAILED/.test(problem)));
});
