// Marks in a page of others, in Chromium: the first call on a real page's markup, and one digit that ticks in a long page that is watched.
//
// Usage: cargo xtask bench, or `node benches/marking.mjs TEXT` with the variables of `benches/page.mjs`; prints JSON. Times are the main thread's.

import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const RUNS = 15;
const LENGTH = 118_000;

const address = process.env.NEWSMARK_URL ?? "http://127.0.0.1:8000/";
const browser = await chromium.launch({
  executablePath: process.env.NEWSMARK_BROWSER,
  args: JSON.parse(process.env.NEWSMARK_BROWSER_ARGS ?? "[]"),
});
const text = readFileSync(process.argv[2] ?? "", "utf8");
const paragraphs = text.split(/\n\s*\n/).map((paragraph) => `<p>${paragraph.replace(/[<&]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</p>`);
console.log(JSON.stringify({ first: await first(), tick: await tick() }));
await browser.close();

/** A page of a site: menus, pictures and lists around some paragraphs, as many as make so many characters. @param {number} length */
async function open(length) {
  let article = "";
  for (let at = 0; article.length < length; at += 1) article += paragraphs[at % paragraphs.length];
  const menu = "<ul>" + "<li><a href='#x'>One of the sections</a></li>".repeat(40) + "</ul>";
  const page = await browser.newPage();
  await page.route(`${address}site.html`, (route) => route.fulfill({
    body: `<!doctype html><html lang="en"><title>A site</title><nav>${menu}</nav><p id="clock">Updated 10 minutes ago</p><article>${article}</article><footer>${menu}</footer>`, contentType: "text/html; charset=utf-8" }));
  await page.goto(`${address}site.html`);
  return page;
}

/** From the call of a module that is there to the marks, the core's loading and first run with it. */
async function first() {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    const page = await open(6_000);
    times.push(await page.evaluate(async (address) => {
      const { mark } = await import(`${address}pkg/mark.js`);
      const start = performance.now();
      const { annotations } = await mark(document.body);
      if (annotations.mentions.length === 0) throw new Error("nothing was found");
      return performance.now() - start;
    }, address));
    await page.close();
  }
  return median(times);
}

/** What one digit costs that is another one every time. */
async function tick() {
  const page = await open(LENGTH);
  const times = await page.evaluate(async ({ address, RUNS }) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    /** @type {(length: number) => void} */
    let told = () => undefined;
    const tasks = /** @type {number[]} */ ([]);
    let next = () => Promise.resolve(0);
    await mark(document.body, { watch: true, onUpdate: (/** @type {any} */ { text }) => told(text.length) });
    const clock = /** @type {Text} */ (document.querySelector("#clock")?.firstChild);
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
    void next;
    for (let run = 0; run < RUNS; run += 1) {
      await new Promise((resolve) => {
        told = resolve;
        clock.data = `Updated ${11 + run} minutes ago`;
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    return tasks;
  }, { address, RUNS });
  await page.close();
  return times.length < RUNS / 2 ? 50 : median(times);
}

/** @param {number[]} times */
function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
