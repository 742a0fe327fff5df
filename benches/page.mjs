// Times the page in Chromium, and prints what it measured as JSON: from navigation to the first mark of the page, which is served, to those
// that its core makes, and to the first of the element on a plain page, with an empty and with a filled cache; and annotating and rendering
// the texts whose files are named. `cargo xtask bench` runs it.

import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const LOADS = 10;
const RUNS = 20;
/** What a page says once its marks are painted begins so. */
const MARKED = "marked";
/** Watches for marks: what is in the page then. */
const [FIRST, MADE] = ["#article mark", "#legend:not([inert])"];
/** How long a load is left alone once its first mark is there, in milliseconds. */
const SETTLED = 500;

const address = process.env.NEWSMARK_URL ?? "";
const browser = await chromium.launch({
  executablePath: process.env.NEWSMARK_BROWSER,
  args: JSON.parse(process.env.NEWSMARK_BROWSER_ARGS ?? "[]"),
});
const texts = process.argv.slice(2).map((file) => readFileSync(file, "utf8"));
const [page, core, element] = [await loads("", inDocument, FIRST), await loads("", inDocument, MADE), await loads("examples/element.html", inElement)];
console.log(JSON.stringify({ page, core, element, abort: await aborting(), texts: await inPage(texts) }));
await browser.close();

/** Runs in a page, and tells when an element is there. @param {[string, string]} given  What to say, and a selector. */
function inDocument([said, awaited]) {
  new MutationObserver((_, observer) => {
    if (!document.querySelector(awaited)) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => console.debug(said, performance.now())));
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

/** Runs in a page, and tells when an element of ours has marked its text. @param {[string, string]} given */
function inElement([said]) {
  addEventListener("news-mark-annotated", () => requestAnimationFrame(() => setTimeout(() => console.debug(said, performance.now()))));
}

/** @param {string} path  @param {(given: [string, string]) => void} tell  @param {string} [awaited] */
async function loads(path, tell, awaited = "") {
  /** @type {{ cold: number[], warm: number[] }} */
  const times = { cold: [], warm: [] };
  for (let load = 0; load < LOADS; load += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(tell, /** @type {[string, string]} */ ([MARKED, awaited]));
    for (const cache of /** @type {const} */ (["cold", "warm"])) {
      // Waited for outside the page: what looks in it at work is compiled there, in the same thread.
      const said = page.waitForEvent("console", { predicate: (message) => message.text().startsWith(MARKED) });
      await page.goto(`${address}${path}`, { waitUntil: "commit" });
      times[cache].push(Number((await said).text().slice(MARKED.length)));
      // What the page does afterwards is no part of the next load.
      await page.waitForTimeout(SETTLED);
    }
    await context.close();
  }
  return { cold: median(times.cold), warm: median(times.warm) };
}

/** How long after it is aborted a call on 4 MB in a worker is given up, in a page of some site. */
async function aborting() {
  const page = await browser.newPage();
  await page.route(`${address}site.html`, (route) => route.fulfill({ body: "<!doctype html><title>A site</title>", contentType: "text/html" }));
  await page.goto(`${address}site.html`);
  const times = await page.evaluate(async ({ address, RUNS }) => {
    const { createAnnotator } = await import(`${address}pkg/worker.js`);
    const annotator = createAnnotator();
    const long = "Ana Ruiz said on Monday that the bridge will open.\n\n".repeat(80_000);
    const times = [];
    for (let run = 0; run < RUNS; run += 1) {
      const abort = new AbortController();
      const call = annotator.annotate(long, { signal: abort.signal }).then(() => "done", (/** @type {any} */ error) => error.name);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const start = performance.now();
      abort.abort();
      if ((await call) !== "AbortError") throw new Error("it was done already");
      times.push(performance.now() - start);
    }
    if ((await annotator.annotate("Ana Ruiz left.")).entities.length !== 1) throw new Error("the next call is wrong");
    return times;
  }, { address, RUNS });
  await page.close();
  return Math.max(...times);
}

/** @param {string[]} texts */
async function inPage(texts) {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForSelector(MADE);
  const times = await page.evaluate(async ({ texts, address, RUNS }) => {
    const { annotate, load, render } = await import(`${address}core/engine.js`);
    await load();
    const root = document.getElementById("article") ?? document.body;
    return texts.map((text) => {
      /** @type {{ annotate: number[], render: number[], again: number[] }} */
      const times = { annotate: [], render: [], again: [] };
      /** @param {number[]} list  @param {() => void} work */
      const time = (list, work) => {
        const start = performance.now();
        work();
        list.push(performance.now() - start);
      };
      for (let run = 0; run < RUNS; run += 1) {
        /** @type {any} */
        let annotations;
        time(times.annotate, () => (annotations = annotate(text)));
        root.replaceChildren();
        time(times.render, () => {
          render(root, { text, annotations });
          root.getBoundingClientRect();
        });
        // One more letter at the end of the first sentence, as when somebody types.
        const at = text.indexOf(".");
        const typed = `${text.slice(0, at)}x${text.slice(at)}`;
        const found = annotate(typed);
        time(times.again, () => {
          render(root, { text: typed, annotations: found });
          root.getBoundingClientRect();
        });
      }
      return { ...times, marks: root.querySelectorAll("mark").length };
    });
  }, { texts, address, RUNS });
  await page.close();
  return times.map((time) => ({ annotate: median(time.annotate), render: median(time.render), again: median(time.again), marks: time.marks }));
}

/** @param {number[]} times */
function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
