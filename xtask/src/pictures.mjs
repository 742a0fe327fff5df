// The extension's icons, of `www/icon.svg`, and the pictures of it that stores show: a page of ours in the browser, with the panel beside it.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { launch, marked } from "../../tests/extension/browser.mjs";
import { panelOf } from "../../tests/extension/panel.mjs";

/** What stores ask for. */
const [WIDTH, HEIGHT] = [1280, 800];
const PANEL = 400;
const ICONS = "extension/icons";
const STORE = "extension/store";

/** A news page of one of the tests' articles. @param {string} name  @param {string} site  @param {string} day */
function pageOf(name, site, day) {
  const [headline = "", ...lines] = readFileSync(`tests/articles/${name}.txt`, "utf8").split(/\n\s*\n/).map((line) => line.trim().replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
  const style = `:root { color-scheme: light dark; }
    body { max-width: 38rem; margin: 0 auto; padding: 0 2rem 2rem; font: 1.125rem/1.6 Georgia, "Liberation Serif", serif; background: light-dark(#fff, #16181b); color: light-dark(#1c1c1c, #ddd); }
    header { margin-bottom: 2rem; padding: 1rem 0; border-bottom: 3px double; font-weight: bold; font-size: 1.5rem; text-align: center; }
    h1 { margin: 0 0 1rem; font-size: 2rem; line-height: 1.2; }`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${headline}</title><meta property="article:published_time" content="${day}"><meta property="og:site_name" content="${site}"><style>${style}</style>
    <header>${site}</header><main><article><h1>${headline}</h1>${lines.map((line) => `<p>${line}</p>`).join("\n")}</article></main>`;
}

const launched = await launch({
  politics: { body: pageOf("politics", "The Capital Courier", "2024-03-21") },
  business: { body: pageOf("business", "The Northern Ledger", "2023-11-14") },
});
const studio = await launched.context.newPage();

mkdirSync(ICONS, { recursive: true });
for (const size of [16, 32, 48, 128]) {
  await studio.setViewportSize({ width: size, height: size });
  await studio.setContent(`<style>body { margin: 0; } svg { display: block; width: ${size}px; }</style>${readFileSync("www/icon.svg", "utf8")}`);
  await studio.screenshot({ path: `${ICONS}/${size}.png`, omitBackground: true });
}

/**
 * A page with the panel beside it, as the browser shows them.
 * @param {string} name  Of the picture.
 * @param {string} path  Of the page.
 * @param {"light" | "dark"} scheme
 * @param {string} tab   The list that is open.
 * @param {string} look  A mark that is pointed at, by its words.
 */
async function picture(name, path, scheme, tab, look) {
  const page = await launched.context.newPage();
  await page.setViewportSize({ width: WIDTH - PANEL - 1, height: HEIGHT });
  await page.emulateMedia({ colorScheme: scheme });
  await page.goto(launched.site + path);
  await launched.click(page);
  await marked(page);
  const panel = await panelOf(launched);
  await panel.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
  await panel.send("Emulation.setDeviceMetricsOverride", { width: PANEL, height: HEIGHT, deviceScaleFactor: 1, mobile: false });
  await panel.until("!document.querySelector('#tabs').hidden");
  await panel.click(`#tab-${tab}`);
  await panel.evaluate("document.activeElement.blur()");
  const at = await page.evaluate((look) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const start = texts.currentNode.nodeValue?.indexOf(look) ?? -1;
      if (start < 0) continue;
      const range = new Range();
      range.setStart(texts.currentNode, start);
      range.setEnd(texts.currentNode, start + look.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error(`the page has no ${look}`);
  }, look);
  await page.mouse.move(at.x, at.y);
  await page.locator("newsmark-overlay .card").waitFor();
  const [left, right] = [await page.screenshot(), Buffer.from((await panel.send("Page.captureScreenshot")).data, "base64")];
  await page.close();
  await studio.bringToFront();
  await studio.setViewportSize({ width: WIDTH, height: HEIGHT });
  const source = (/** @type {Buffer} */ bytes) => `data:image/png;base64,${bytes.toString("base64")}`;
  await studio.setContent(`<style>body { display: flex; gap: 1px; margin: 0; background: ${scheme === "light" ? "#c8c4bb" : "#000"}; }</style><img src="${source(left)}"><img src="${source(right)}">`);
  await studio.screenshot({ path: `${STORE}/${name}.png` });
}

await picture("1-who-said-what", "politics", "light", "quotes", "Alvarado");
await picture("2-names", "business", "light", "names", "Tuesday");
await picture("3-dark", "politics", "dark", "dates", "February 29");

await studio.setViewportSize({ width: WIDTH, height: HEIGHT });
await studio.emulateMedia({ colorScheme: "light" });
await studio.goto(`chrome-extension://${launched.id}/options.html`);
await studio.getByRole("heading", { name: "newsmark options" }).waitFor();
writeFileSync(`${STORE}/4-options.png`, await studio.screenshot());
await launched.close();
