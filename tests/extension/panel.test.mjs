// The panel: what it lists, where its lines lead, what it hands over; by pointer, by keys, and for everybody.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe } from "../e2e/axe.mjs";
import { launch, marked, marks, unmarked } from "./browser.mjs";
import { ARTICLE } from "./pages.mjs";
import { panelOf } from "./panel.mjs";

/** @type {import("./browser.mjs").Launched} */
let launched;
/** @type {import("./browser.mjs").Page} */
let page;
/** @type {import("./panel.mjs").Panel} */
let panel;
/** What went wrong in the panel. @type {string[]} */
const problems = [];

before(async () => {
  launched = await launch({ article: { body: ARTICLE } });
  page = await launched.open("article");
  await launched.click(page);
  await marked(page);
  panel = await panelOf(launched);
  await panel.until("!document.querySelector('#tabs').hidden");
  await panel.evaluate("addEventListener('error', ({ message }) => (window.problem = message)); addEventListener('unhandledrejection', ({ reason }) => (window.problem = String(reason)));");
});
after(async () => {
  problems.push(...[await panel?.evaluate("window.problem")].filter(Boolean));
  await launched?.close();
  assert.deepEqual(problems, []);
});

/** The texts of what a selector finds. @param {string} selector  @returns {Promise<string[]>} */
const texts = (selector) => panel.evaluate(`[...document.querySelectorAll(${JSON.stringify(selector)})].map(({ textContent }) => textContent)`);

test("it lists who said what, who is named, when, and the sources", async () => {
  assert.deepEqual(await texts("[role=tab]"), ["Quotes 4", "Names 5", "Dates 9", "Sources 3"]);
  assert.equal(await panel.evaluate("document.querySelector('#headline').textContent"), "Bridge in Solvik opens on Friday");
  assert.equal(await panel.said(), "5 names, 4 quotes, 9 dates");
  assert.deepEqual(await texts("#index-quotes .speaker-name"), ["Ana Ruiz 2", "Tom Berg", "The engineers who looked at it in the spring"]);
  assert.ok((await texts("#index-names .row-name")).includes("Ana Ruiz"));
  const [first = ""] = await texts("#index-sources .row");
  assert.match(first, /^Ana RuizMayor2 quotes · \d+% of all quoted words$/);
});

test("a line leads to its mark, and a name that is asked for again to its next mention", async () => {
  await page.evaluate(() => (document.body.style.paddingBlock = "3000px"));
  await page.evaluate(() => scrollTo(0, 0));
  await panel.click("#index-quotes .said-go");
  // The mark is in view, and its card open.
  await page.waitForFunction(() => document.querySelector("newsmark-overlay")?.shadowRoot?.querySelector(".card:not([hidden])")?.textContent?.includes("Ana Ruiz"));
  assert.ok(await page.evaluate(() => scrollY > 1000));

  await panel.click("#tab-names");
  // Its card stands at one of its two mentions, then at the other, then at the first again.
  const card = () => page.evaluate(() => document.querySelector("newsmark-overlay")?.shadowRoot?.querySelector(".card:not([hidden])")?.getBoundingClientRect().top ?? 0);
  const movedFrom = (/** @type {number} */ before) => page.waitForFunction((before) => {
    const shown = document.querySelector("newsmark-overlay")?.shadowRoot?.querySelector(".card:not([hidden])");
    return shown?.querySelector(".card-title")?.textContent === "Ana Ruiz" && shown.getBoundingClientRect().top !== before;
  }, before);
  await panel.click("#index-names .name-row");
  await page.evaluate(() => scrollTo(0, 3000));
  const quote = await card();
  await panel.click("#index-names .name-row");
  await movedFrom(quote);
  const second = await card();
  await panel.click("#index-names .name-row");
  await movedFrom(second);
});

test("keys alone: from list to list, and to a line's mark", async () => {
  await panel.evaluate("document.querySelector('#tab-quotes').focus()");
  const press = async (/** @type {string} */ key) => {
    for (const type of ["rawKeyDown", "keyUp"]) await panel.send("Input.dispatchKeyEvent", { type, key, code: key, windowsVirtualKeyCode: { ArrowRight: 39, Enter: 13 }[key] });
  };
  await press("ArrowRight");
  await panel.until("document.activeElement.id === 'tab-names' && !document.querySelector('#index-names').hidden");
  await press("ArrowRight");
  await press("ArrowRight");
  await panel.until("document.activeElement.id === 'tab-sources'");
});

test("what was read goes to newsmark's own page, with its day and where it is from", async () => {
  const opening = launched.context.waitForEvent("page");
  await panel.click("#hand-over");
  const own = await opening;
  /** @type {string[]} */
  const said = [];
  own.on("console", (message) => message.type() === "error" && said.push(message.text()));
  await own.waitForURL(`chrome-extension://${launched.id}/newsmark/index.html`);
  await own.waitForFunction(() => document.querySelectorAll("#article mark.person").length > 0 && document.querySelector("#article")?.textContent?.includes("Tom Berg"));
  assert.equal(await own.inputValue("#date"), "2024-05-13");
  assert.equal(await own.inputValue("#publication"), "The Solvik Post");
  assert.ok(!(await own.textContent("#article"))?.includes("Otto Lund"));
  assert.deepEqual(await launched.worker.evaluate(async () => Object.keys(await chrome.storage.session.get())), [], "nothing of it is kept");
  assert.deepEqual(said, []);
  await own.close();
});

for (const [name, features, width] of /** @type {[string, { name: string, value: string }[], number][]} */ ([
  ["light", [{ name: "prefers-color-scheme", value: "light" }], 360],
  ["dark", [{ name: "prefers-color-scheme", value: "dark" }], 360],
  ["forced colours", [{ name: "forced-colors", value: "active" }], 360],
  ["320 pixels wide", [], 320],
])) {
  test(`axe finds nothing in any list: ${name}`, async () => {
    await panel.send("Emulation.setEmulatedMedia", { features });
    await panel.send("Emulation.setDeviceMetricsOverride", { width, height: 700, deviceScaleFactor: 1, mobile: false });
    await panel.evaluate(`${axe}; undefined`);
    for (const tab of ["quotes", "names", "dates", "sources"]) {
      await panel.click(`#tab-${tab}`);
      assert.deepEqual(await panel.evaluate("axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html, nodes[0].failureSummary].join(' ')))"), [], tab);
      assert.ok(await panel.evaluate("document.documentElement.scrollWidth <= innerWidth"), `${tab} is too wide`);
    }
  });
}

test("the options: what is switched off or coloured shows at once, and stays", async () => {
  const options = await launched.context.newPage();
  await options.goto(`chrome-extension://${launched.id}/options.html`);
  await options.getByLabel("Organizations", { exact: true }).uncheck();
  await options.getByLabel("Color for People").selectOption("blue");
  await options.getByText("Saved", { exact: true }).waitFor();
  await page.waitForFunction(() => !CSS.highlights.has("newsmark-organization") && CSS.highlights.has("newsmark-person"));
  const colour = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--news-mark-person").trim());
  assert.equal(await colour(), "#1f56a5");
  await options.reload();
  assert.equal(await options.getByLabel("Organizations", { exact: true }).isChecked(), false);
  assert.match(await options.textContent("#key") ?? "", /^Alt\+Shift\+M /);
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    await options.emulateMedia({ colorScheme });
    await options.evaluate(axe);
    assert.deepEqual(await options.evaluate(async () => (await /** @type {any} */ (window).axe.run()).violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes[0].html}`)), []);
  }
  await options.getByRole("button", { name: "Restore the defaults" }).click();
  await page.waitForFunction(() => CSS.highlights.has("newsmark-organization"));
  assert.equal(await colour(), "");
  await options.close();
});

test("it follows the tab that is shown, and takes marks away", async () => {
  const other = await launched.open("article");
  await panel.until("document.querySelector('#said').textContent === 'To highlight the page in this tab, click the newsmark button in the toolbar or press Alt+Shift+M.'");
  assert.ok(await panel.evaluate("document.querySelector('#tabs').hidden"));
  await other.close();
  await page.bringToFront();
  await panel.until("!document.querySelector('#tabs').hidden");
  await panel.click("#clear");
  await unmarked(page);
  await panel.until("document.querySelector('#tabs').hidden && document.activeElement.id === 'read'");
  await panel.click("#read");
  await marked(page);
  assert.ok((await marks(page)).person?.includes("Ana Ruiz"));
});
