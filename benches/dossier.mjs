// Times a dossier in Chromium, and prints what it measured as JSON: a thousand articles of 4 KB, from the moment at which their file is chosen
// until all are read and people joined; the processor's time for that, which a busy machine does not stretch as much; and the longest that the
// page was busy with one thing meanwhile. `cargo xtask bench` runs it.

import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const ARTICLES = 1000;
/** The first time, threads start and the browser compiles: what counts is a usual time. */
const RUNS = 3;

const [file = ""] = process.argv.slice(2);
const text = readFileSync(file, "utf8");
const browser = await chromium.launch({
  executablePath: process.env.NEWSMARK_BROWSER,
  args: JSON.parse(process.env.NEWSMARK_BROWSER_ARGS ?? "[]"),
});
const runs = [];
for (let run = 0; run < RUNS; run += 1) runs.push(await measure());
runs.sort((one, other) => one.milliseconds - other.milliseconds);
console.log(JSON.stringify({ articles: ARTICLES, ...runs[RUNS >> 1] }));
await browser.close();

async function measure() {
  const page = await browser.newPage();
  await page.goto(process.env.NEWSMARK_URL ?? "");
  await page.waitForSelector("#legend:not([inert])", { state: "attached" });
  await page.click("#show-dossier");
  await page.waitForSelector("#dossier[open]");
  const session = await browser.newBrowserCDPSession();
  const processor = async () => {
    const { processInfo } = /** @type {{ processInfo: { cpuTime: number }[] }} */ (await session.send(/** @type {any} */ ("SystemInfo.getProcessInfo")));
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };
  const before = await processor();
  const measured = await page.evaluate(async ({ text, ARTICLES }) => {
    // No two are the same: the same text is in a dossier once.
    const lines = Array.from({ length: ARTICLES }, (_, at) => JSON.stringify({ text: `Report ${at + 1}\n\n${text}` }));
    const input = /** @type {HTMLInputElement} */ (document.querySelector("#dossier input[type=file]"));
    const data = new DataTransfer();
    data.items.add(new File([lines.join("\n")], "articles.jsonl"));
    input.files = data.files;
    let longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    }).observe({ type: "longtask" });
    const isRead = () => document.querySelector("#tab-dossier-articles .count")?.textContent?.replace(/\D/g, "") === String(ARTICLES)
      && document.querySelector("#dossier .dossier-busy")?.hasAttribute("hidden") && /[1-9]/.test(document.querySelector("#tab-dossier-people .count")?.textContent ?? "");
    const began = performance.now();
    input.dispatchEvent(new Event("change"));
    await new Promise((resolve) => {
      const look = () => (isRead() ? resolve(null) : requestAnimationFrame(look));
      look();
    });
    const milliseconds = performance.now() - began;
    // Long tasks are told of a little later.
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { milliseconds, longest, people: Number(document.querySelector("#tab-dossier-people .count")?.textContent?.replace(/\D/g, "")) };
  }, { text, ARTICLES });
  const spent = await processor() - before;
  await session.detach();
  await page.close();
  return { ...measured, processor: spent };
}
