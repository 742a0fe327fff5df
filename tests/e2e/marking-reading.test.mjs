// How the text of a page is read, before anything is found in it: what is left out, and what is not torn apart or glued together.

import assert from "node:assert/strict";
import { address, markingTests } from "./browser.mjs";
import { SHAPES, STORY } from "./shapes.mjs";

const test = markingTests();

/**
 * The text of the element with the id "text", as `mark()` reads it, without a core.
 * @param {import("./browser.mjs").Page} page
 * @param {object} [options]
 */
const read = (page, options = {}) => page.evaluate(async ([address, options]) => {
  const { mark } = await import(`${address}pkg/mark.js`);
  const annotate = () => ({ schema: 2, offsets: "utf-16", reference: { date: null, source: "none" }, blocks: [], entities: [], mentions: [], quotes: [], dates: [] });
  const { text } = await mark(document.querySelector("#text"), { annotate, ...options });
  return text;
}, /** @type {const} */ ([address, options]));

/**
 * Reads each of a table of pages: name, what stands in the element, its text. Styles are set by a sheet, as the policy allows no others.
 * @param {import("./browser.mjs").Site} site
 * @param {[name: string, html: string, text: string][]} table
 */
async function all({ page, show }, table) {
  const shown = table.map(([, html], index) => `<div id="t${index}">${html}</div>`).join("");
  await show(shown);
  const texts = await page.evaluate(async ([address, count]) => {
    // What would be a style attribute, were they allowed here.
    for (const element of document.querySelectorAll("[data-style]")) /** @type {HTMLElement} */ (element).style.cssText = /** @type {HTMLElement} */ (element).dataset.style ?? "";
    const { mark } = await import(`${address}pkg/mark.js`);
    const annotate = () => ({ schema: 2, offsets: "utf-16", reference: { date: null, source: "none" }, blocks: [], entities: [], mentions: [], quotes: [], dates: [] });
    const texts = [];
    for (let index = 0; index < count; index += 1) texts.push((await mark(document.querySelector(`#t${index}`), { annotate })).text);
    return texts;
  }, /** @type {const} */ ([address, table.length]));
  table.forEach(([name, , text], index) => assert.equal(texts[index], text, name));
}

test("blocks are paragraphs, and white space is as it is seen", (site) => all(site, [
  ["spaces are one", "<p>\n  Ana\n    Ruiz  left.\n</p>", "Ana Ruiz left."],
  ["blocks", "<h1>Bridge</h1><p>Ana.</p> <div>Paul.<ul><li>Iv</li></ul></div>", "Bridge\n\nAna.\n\nPaul.\n\nIv"],
  ["inline elements", "<p>A<b>n</b>a <i> Ruiz</i>.</p>", "Ana Ruiz."],
  ["line ends", "<p>Ana<br>Ruiz<br><br><br>left</p>", "Ana\nRuiz\n\nleft"],
  ["kept white space", `<p data-style="white-space: pre-wrap">Ana\n  Ruiz</p><p>x</p>`, "Ana\n  Ruiz\n\nx"],
  ["no-break space", "<p>Ana&nbsp;Ruiz</p>", "Ana\u{A0}Ruiz"],
  ["two scripts", "<p><ruby>Ana<rt>x</rt></ruby><!--x--> Ruiz</p>", "Ana Ruiz"],
  ["nothing", "<p> </p>", ""],
  ["astral", "<p>😀  Ana\n😀 b</p>", "😀 Ana 😀 b"],
  ["no elements, collapsed", "Mayor Ana\nRuiz said on\n\nMonday.", "Mayor Ana Ruiz said on Monday."],
  ["characters that nobody sees", "<p>Ana Mer&shy;cier and Ana&#x200B; Ruiz&#xFEFF;</p>", "Ana Mercier and Ana Ruiz"],
]));

test("a root that has only text is read by its white-space, as one with elements", async ({ page, show }) => {
  await show(`<p id="text">Mayor Ana\nRuiz said on\n\nMonday.</p>`);
  assert.equal(await read(page), "Mayor Ana Ruiz said on Monday.");
  await page.evaluate(() => (/** @type {HTMLElement} */ (document.querySelector("#text")).style.whiteSpace = "pre-wrap"));
  assert.equal(await read(page), "Mayor Ana\nRuiz said on\n\nMonday.");
});

test("what is put beside the line does not cut a sentence", (site) => all(site, [
  ["a large first letter", `<p><span data-style="float: left; padding-right: 8px">A</span>na Ruiz said so.</p>`, "Ana Ruiz said so."],
  ["with its mark", `<p><span data-style="float: left">“W</span>e will,” Ana Ruiz said.</p>`, "“We will,” Ana Ruiz said."],
  ["words for screen readers", `<p>“In the <a href="#">report<span data-style="position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0)">
    (opens in new window)</span></a> that we published,” she said.</p>`, "“In the report that we published,” she said."],
  ["clipped by a path", `<p>Ana<span data-style="position: absolute; clip-path: inset(50%)"> unseen</span> left.</p>`, "Ana left."],
  ["a label beside the line", `<p>The report<em data-style="position: absolute">exclusive</em> says so.</p>`, "The report exclusive says so."],
  ["a block beside the text", `<p>Ana</p><div data-style="float: right">Paul</div><p>Iv</p>`, "Ana\n\nPaul\n\nIv"],
]));

test("boxes that stand side by side are apart, and parts of a word are not", (site) => all(site, [
  ["entries of a list", `<ul><li data-style="display: inline-block">Lisbon</li><li data-style="display: inline-block">Ana Ruiz</li></ul>`, "Lisbon\n\nAna Ruiz"],
  ["boxes in a line", `<p><span data-style="display: inline-block">Lisbon</span><span data-style="display: inline-block">Ana Ruiz</span></p>`, "Lisbon Ana Ruiz"],
  ["letters in boxes", `<p><i data-style="display: inline-block">A</i><i data-style="display: inline-block">n</i><i data-style="display: inline-block">a</i></p>`, "Ana"],
  ["a box and a comma", `<p><span data-style="display: inline-block">Ana Ruiz</span>, mayor</p>`, "Ana Ruiz, mayor"],
  ["a time", "<p><span>Ana Ruiz</span><time>March 4, 2026</time>Lisbon</p>", "Ana Ruiz March 4, 2026 Lisbon"],
  ["a time in brackets", "<p>Ana (<time>March 4</time>), Paul</p>", "Ana (March 4), Paul"],
  ["a gap by a margin", `<p>Photo<b data-style="margin-left: 1em">Ana Ruiz</b></p>`, "Photo Ana Ruiz"],
  ["a part of a word with a little room", `<p>Mer<b data-style="padding: 0 2px">cier</b>s</p>`, "Merciers"],
  ["words of two elements", "<p><span>Credit</span><span>Ana Ruiz</span></p>", "Credit Ana Ruiz"],
  ["a word of two elements", "<p><b>brid</b><i>ge</i></p>", "bridge"],
]));

test("what cannot be seen is left out", (site) => all(site, [
  ["hidden", `<p>A<span hidden>x</span><b data-style="display: none">x</b><i data-style="visibility: hidden">x<u data-style="visibility: visible">n</u></i>a</p>`, "Ana"],
  ["folded", "<p>Ana</p><details><summary>More</summary><p>x</p></details><details open><summary>Less</summary><p>Paul</p></details>", "Ana\n\nMore\n\nLess\n\nPaul"],
  ["not drawn", `<p>Ana</p><div data-style="content-visibility: hidden"><p>x</p></div>`, "Ana"],
  ["transparent", `<p>Ana<span data-style="opacity: 0"> x</span></p>`, "Ana"],
  ["out of the page", `<p>Ana</p><div data-style="position: absolute; left: -9999px">x</div><div data-style="position: fixed; transform: translateX(-200vw)">x</div>`, "Ana"],
  ["indented away", `<p data-style="text-indent: -9999px">x</p><p>Ana</p>`, "Ana"],
  ["without a size", `<p>Ana<span data-style="font-size: 0">x</span></p>`, "Ana"],
  ["without a height", `<div data-style="height: 0; overflow: hidden"><p>x</p></div><p>Ana</p>`, "Ana"],
  ["no text", "<p>A<script type='x'>1</script><svg><text>s</text></svg>na</p>", "Ana"],
  ["edited", "<p>A<b contenteditable>x</b><i contenteditable=false>na</i></p>", "Ana"],
  ["controls", "<p>Ana</p><label>x<input value=x></label><textarea>x</textarea><button>x</button><select><option>x</select>", "Ana"],
]));

test("what was scrolled away can be scrolled back, and is read", async ({ page, show }) => {
  await show(`<div id="text"><div class="part"><p>Ana</p><p class="first">Lisbon</p><p class="last">Paul</p></div></div>`);
  await page.evaluate(() => {
    const [part, first, last] = ["part", "first", "last"].map((name) => /** @type {HTMLElement} */ (document.querySelector(`.${name}`)));
    if (!part || !first || !last) return;
    part.style.cssText = "height: 100px; overflow: auto; position: relative";
    first.style.cssText = "position: relative";
    last.style.cssText = "margin-top: 3000px";
    part.scrollTop = 3000;
    scrollTo(0, 0);
  });
  assert.equal(await read(page), "Ana\n\nLisbon\n\nPaul");
});

test("a root that is hidden or edited has no text", async ({ page, show }) => {
  for (const body of [`<div hidden><p id="text">Ana</p></div>`, `<div contenteditable><p id="text">Ana</p></div>`, `<details><p id="text">Ana</p></details>`]) {
    await show(body);
    assert.equal(await read(page), "", body);
  }
});

test("a root without a box of its own is read", async ({ page, show }) => {
  await show(`<main><div id="text"><p>Ana</p></div></main>`);
  await page.evaluate(() => (/** @type {HTMLElement} */ (document.querySelector("#text")).style.display = "contents"));
  assert.equal(await read(page), "Ana");
  await page.evaluate(() => (/** @type {HTMLElement} */ (document.querySelector("main")).hidden = true));
  assert.equal(await read(page), "");
});

test("children of a host show where it has slots", async ({ page, show }) => {
  await show(`<div id="text"><p>Ana</p><div id="host"><p>x</p><p slot="s">Paul</p>y</div></div>`);
  await page.evaluate(() => {
    const slot = document.createElement("slot");
    slot.name = "s";
    document.querySelector("#host")?.attachShadow({ mode: "open" }).append(slot);
  });
  assert.equal(await read(page), "Ana\n\nPaul");
});

test("the text of another window is read", async ({ page, show }) => {
  await show("");
  const texts = await page.evaluate(async (address) => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const paragraph = /** @type {Document} */ (frame.contentDocument).createElement("p");
    paragraph.textContent = "Ana Ruiz left.";
    frame.contentDocument?.body.append(paragraph);
    const { mark } = await import(`${address}pkg/mark.js`);
    const { text } = await mark(paragraph);
    return [text, /** @type {any} */ (frame.contentWindow).CSS.highlights.has("newsmark-person"), CSS.highlights.size];
  }, address);
  assert.deepEqual(texts, ["Ana Ruiz left.", true, 0]);
});

test("what is around the article, and code, is left out unless it is asked for", async ({ page, show }) => {
  await show(`<div id="text"><nav>Home</nav><h1>Bridge</h1><p>Ana <code>x</code></p><pre>y</pre><div class="share-bar">Share</div>
    <blockquote><p>Yes.</p><footer>Paul</footer></blockquote><form>Sign up</form><aside>More</aside><footer>Contact</footer></div>`);
  assert.equal(await read(page), "Bridge\n\nAna\n\n“Yes.”\n\nPaul\n\nMore");
  assert.equal(await read(page, { exclude: "aside, h1, blockquote" }), "Home\n\nAna x\n\ny\n\nShare\n\nSign up\n\nContact");
  assert.match(await read(page, { exclude: "" }), /^Home\n\nBridge\n\nAna x\n\ny\n\nShare\n\n/);
  await show(`<div id="text"><form><main class="section-social-affairs"><h1>Bridge</h1><p>Ana</p></main></form></div>`);
  assert.equal(await read(page), "Bridge\n\nAna", "a form around the whole page is no form");
});

test("numbers of notes are left out, and figures are not", (site) => all(site, [
  ["of an encyclopedia", `<p>It opened.<sup class="reference"><a href="#n"><span>[</span>13<span>]</span></a></sup> Ana left.<a href="#n">[2]</a></p>`, "It opened. Ana left."],
  ["small, with a link", `<p>“It is late”,<sup><a href="#n">4</a></sup> Ana said.<sup>*</sup></p>`, "“It is late”, Ana said."],
  ["beside the line", `<p>“In the report<span data-style="position: absolute">1</span> that we published,” Ana said.<sup>2</sup></p>`, "“In the report that we published,” Ana said."],
  ["a figure", `<p>10<sup>6</sup> people, 3 km<sup>2</sup> <a href="/x">[sic]</a></p>`, "106 people, 3 km2 [sic]"],
]));

test("quotes that have no marks in their text have them for the core", (site) => all(site, [
  ["a quote in a line", "<p>Ana said: <q>It is <b>late</b></q> and left.</p>", "Ana said: “It is late” and left."],
  ["one in another", "<p><q>He said <q>no</q> to us</q>.</p>", "“He said ‘no’ to us”."],
  ["one with marks of its own", "<p><q>“Late”</q></p>", "“Late”"],
  ["a block", "<p>Ana said:</p><blockquote><p>It is late.</p><p>Too late.</p><cite>Ana</cite></blockquote><p>End.</p>", "Ana said:\n\n“It is late.\n\n“Too late.”\n\nAna\n\nEnd."],
  ["a block with marks of its own", "<blockquote><p>“It is late.”</p></blockquote>", "“It is late.”"],
]));

test("a block that is a quote is found as one, and only its own words are marked", async ({ page, show }) => {
  await show(`<article id="text"><p>Ana Ruiz, the mayor, said in a statement:</p><blockquote><p>We will build the bridge.</p></blockquote></article>`);
  const found = await page.evaluate(async (address) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    const { annotations } = await mark(document.querySelector("#text"));
    return [annotations.quotes[0]?.text, [...CSS.highlights.get("newsmark-quote") ?? []].map(({ startContainer, startOffset, endOffset }) => startContainer.nodeValue?.slice(startOffset, endOffset))];
  }, address);
  assert.deepEqual(found, ["“We will build the bridge.”", ["We will build the bridge."]]);
});

test("parts in other languages are left out, but for what in them is English", async ({ page, show }) => {
  await show(`<div id="text" lang="en_US"><p>Ana</p><p lang="fr">Paul<b lang="en-GB">Iv</b></p><p lang="">Bo</p></div>`);
  assert.equal(await read(page), "Ana\n\nIv\n\nBo");
  assert.equal(await read(page, { everything: true }), "Ana\n\nPaulIv\n\nBo");
});

test("every word leads back to where it stands, and pages nest as deep as they like", async ({ page, show }) => {
  await show(`<div id="text"><h1>Bri<b>dge</b></h1>\n<p>\n  Ana\n    <i>Ru</i>iz 😀 l<b><u>e</u>f</b>t,\n\t\n she <script type="x">x</script>  sa&shy;id.</p></div>`);
  const words = await page.evaluate(async (address) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    const root = /** @type {Element} */ (document.querySelector("#text"));
    const marking = await mark(root);
    const words = [...marking.text.matchAll(/\S+/g)].map(({ 0: word, index }) => marking.rangesOf({ start: index, end: index + word.length })
      .map((/** @type {StaticRange} */ { startContainer, startOffset, endOffset }) => startContainer.nodeValue?.slice(startOffset, endOffset)).join("|"));
    let at = /** @type {Element} */ (document.createElement("div"));
    root.replaceChildren(at);
    for (let depth = 0; depth < 3000; depth += 1) {
      at.append("a ");
      const inner = document.createElement("span");
      at.append(inner);
      at = inner;
    }
    return [words, (await mark(root, { annotate: () => marking.annotations, annotations: { ...marking.annotations, mentions: [], quotes: [], dates: [], entities: [] } })).text.length];
  }, address);
  assert.deepEqual(words, [["Bri|dge", "Ana", "Ru|iz", "😀", "l|e|f|t,", "she", "sa\u{AD}id."], 2 * 3000 - 1]);
});

test("where words alone have changed, what is read is what would be read anew", async ({ page, show }) => {
  await show(`<main id="text"></main>${Object.values(SHAPES).map(({ article = STORY }) => `<template>${article}</template>`).join("")}`);
  const wrong = await page.evaluate(async (address) => {
    const { readPage } = await import(`${address}marking/reading.js`);
    const root = /** @type {Element} */ (document.querySelector("#text"));
    const wrong = /** @type {any[]} */ ([]);
    for (const { content } of document.querySelectorAll("template")) {
      root.replaceChildren(content);
      const how = { kept: new Map() };
      readPage(root, how);
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const words of [` ${node.nodeValue} 7`, "", "Lisbon", "(", node.nodeValue ?? ""]) {
          node.nodeValue = words;
          const [known, anew] = [readPage(root, how, [node]), readPage(root)];
          if (known.text !== anew.text) wrong.push([known.text, anew.text]);
          const runs = (/** @type {any} */ { runs }) => runs.map((/** @type {any} */ { node, from, start, length }) => `${node.nodeValue} ${from} ${start} ${length}`).join();
          if (runs(known) !== runs(anew)) wrong.push(["runs", runs(known), runs(anew)]);
        }
      }
    }
    return wrong.slice(0, 3);
  }, address);
  assert.deepEqual(wrong, []);
}, { allows: /style-src|img-src|Policy/ });
