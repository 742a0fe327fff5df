// Times `mark()` in Chromium, and prints what it measured as JSON: the first call on a page of a site, core and all, and what one digit costs that
// ticks in a long page that is watched. `cargo xtask bench` runs it with the texts that its pages are made of.

import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const RUNS = 15;
const LENGTH = 118_000;

const address = process.env.NEWSMARK_URL ?? "http://127.0.0.1:8000/";
const browser = await chromium.launch({
  executablePath: process.env.NEWSMARK_BROWSER,
  args: JSON.parse(process.env.NEWSMARK_BROWSER_ARGS ?? "[]"),
});
const paragraphs = process.argv.slice(2).map((file) => readFileSync(file, "utf8")).join("\n\n").split(/\n\s*\n/).map((paragraph) => `<p>${paragraph.replace(/[<&]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</p>`);
console.log(JSON.stringify({ first: await first(), tick: await tick(), characters: LENGTH }));
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

/** What the page's thread does, drawing and all, for one digit that changes, on the whole. */
async function tick() {
  const page = await open(LENGTH);
  const client = await page.context().newCDPSession(page);
  // Of the processor: what else the machine does is not in it.
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async () => 1000 * ((await client.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  await page.evaluate(async (address) => {
    const { mark } = await import(`${address}pkg/mark.js`);
    /** @type {() => void} */
    let told = () => undefined;
    await mark(document.body, { watch: true, onUpdate: () => told() });
    const clock = /** @type {Text} */ (document.querySelector("#clock")?.firstChild);
    Object.assign(window, {
      change: (/** @type {number} */ minutes) => new Promise((resolve) => {
        told = () => requestAnimationFrame(() => setTimeout(resolve));
        clock.data = `Updated ${minutes} minutes ago`;
      }),
    });
  }, address);
  // What is found once is known afterwards.
  for (let run = 0; run < RUNS; run += 1) await page.evaluate((run) => /** @type {any} */ (window).change(run), 11 + run);
  const before = await busy();
  for (let run = 0; run < RUNS; run += 1) await page.evaluate((run) => /** @type {any} */ (window).change(run), 41 + run);
  const spent = ((await busy()) - before) / RUNS;
  await page.close();
  return spent;
}

/** @param {number[]} times */
function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
