// <news-mark> on pages of others: what it shows, tells and leaves behind.

import assert from "node:assert/strict";
import { address, elementTests } from "./browser.mjs";

const test = elementTests();

const ARTICLE = `<news-mark date="2026-03-04"><h1>Bridge to open</h1><p>“We will build it,” Ana <em>Ruiz</em> said in Lisbon on Monday.</p>
  <p>Paul Mercier agreed.</p></news-mark>`;
const TEXT = "Bridge to open\n\n“We will build it,” Ana Ruiz said in Lisbon on Monday.\n\nPaul Mercier agreed.";

/** The events of the element as a page notes them, in order. @param {import("./browser.mjs").Page} page */
const told = (page) => page.evaluate(() => /** @type {any} */ (window).told);

test("the text is annotated, and stays where it was", async ({ page, show }) => {
  await show(ARTICLE);
  const marked = await page.locator("news-mark mark").allTextContents();
  for (const wanted of ["Ana Ruiz", "Lisbon", "Monday", "“We will build it,”", "Paul Mercier"]) assert.ok(marked.includes(wanted), `${wanted} of ${marked}`);
  assert.equal(await page.evaluate(() => document.querySelector("news-mark")?.outerHTML), ARTICLE, "the light text is untouched");
  assert.equal(await page.evaluate(() => document.querySelector("news-mark")?.shadowRoot?.querySelector(".article")?.textContent), TEXT);
  assert.equal(await page.locator("news-mark .speaker-name").first().textContent(), "Ana Ruiz");
});

test("a text without elements is taken as it is, blank lines and all", async ({ page, show }) => {
  await show("<news-mark>\n  Ana Ruiz left.\n\n  Paul Mercier stayed.\n</news-mark>");
  assert.equal(await page.locator("news-mark .article > p").count(), 2);
});

test("before it is defined, and where the core cannot be loaded, the text can be read", async ({ page, show }) => {
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  await show(ARTICLE, { until: "news-mark-error" });
  assert.ok(await page.locator("news-mark p").last().isVisible());
  assert.ok(await page.locator("news-mark .article").isHidden());
  const [error] = await told(page);
  assert.equal(error.type, "news-mark-error");
}, { allows: /404/ });

test("attributes are properties, and what they say is done", async ({ page, show }) => {
  await show(ARTICLE);
  const reflected = await page.evaluate(() => {
    const element = /** @type {any} */ (document.querySelector("news-mark"));
    element.date = "2026-04-01";
    element.types = "person";
    element.theme = "dark";
    element.panel = "none";
    element.srcLang = "en-GB";
    const names = ["date", "types", "theme", "panel", "src-lang"];
    const attributes = names.map((name) => element.getAttribute(name));
    element.theme = "";
    return [...attributes, element.hasAttribute("theme")];
  });
  assert.deepEqual(reflected, ["2026-04-01", "person", "dark", "none", "en-GB", false]);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("news-mark"))?.annotations?.reference.date === "2026-04-01");
  const lines = await page.locator("news-mark .article mark").evaluateAll((marks) =>
    marks.map((mark) => [mark.classList.contains("person"), getComputedStyle(mark).textDecorationLine, getComputedStyle(mark).backgroundImage]));
  for (const [isPerson, line, background] of lines) {
    assert.equal(line, isPerson ? "underline" : "none");
    assert.equal(background, "none");
  }
  assert.deepEqual(await page.locator("news-mark .switch:visible .sample").allTextContents(), ["People"]);
  assert.ok(await page.locator("news-mark .panel").isHidden());
});

test("properties set before the definition are kept", async ({ page, show }) => {
  await show("<news-mark>The TDL met Ana Ruiz yesterday.</news-mark>", {
    first: () => {
      const element = /** @type {any} */ (document.querySelector("news-mark"));
      element.date = "2026-03-04";
      element.names = [{ name: "TDL", type: "organization" }];
    },
  });
  const found = await page.evaluate(() => /** @type {any} */ (document.querySelector("news-mark")).annotations);
  assert.equal(found.dates[0].value, "2026-03-03");
  assert.ok(found.entities.some((/** @type {any} */ entity) => entity.name === "TDL" && entity.type === "organization"));
});

test("themes follow the page, the system or the attribute", async ({ page, show }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await show(ARTICLE);
  const ink = () => page.locator("news-mark .panel").evaluate((panel) => getComputedStyle(panel).color);
  const light = await ink();
  await page.locator("news-mark").evaluate((element) => element.setAttribute("theme", "auto"));
  const dark = await ink();
  assert.notEqual(light, dark, "the page around is light, the system dark");
  await page.locator("news-mark").evaluate((element) => element.setAttribute("theme", "light"));
  assert.equal(await ink(), light);
});

test("it tells what happens, across shadow roots", async ({ page, show }) => {
  await show(ARTICLE);
  await page.locator("news-mark mark.person").first().click();
  await page.locator("news-mark mark.quote").first().focus();
  await page.keyboard.press("Enter");
  const events = await told(page);
  assert.deepEqual(events.map((/** @type {any} */ event) => event.type), ["news-mark-ready", "news-mark-annotated", "news-mark-select", "news-mark-select"]);
  assert.ok(events.every((/** @type {any} */ event) => event.bubbles && event.composed && event.target === "NEWS-MARK"));
  assert.equal(events[1].detail.text, TEXT);
  assert.deepEqual([events[2].detail.sort, events[2].detail.annotation.text], ["mention", "Ana Ruiz"]);
  assert.deepEqual([events[3].detail.sort, events[3].detail.annotation.text], ["quote", "“We will build it,”"]);
});

test("a text that is not in English is shown as it is, whatever the page says of it", async ({ page, show }) => {
  const german = "Der Stadtrat von Solvik hat am Montag beschlossen, dass die Brücke nicht geöffnet wird.";
  await show(`<news-mark lang="en_US">${german}</news-mark>`, { until: "news-mark-error" });
  const found = await page.evaluate(() => {
    const [{ detail }] = /** @type {any} */ (window).told.filter((/** @type {any} */ { type }) => type === "news-mark-error");
    return [detail.error.name, detail.error.kind, document.querySelector("news-mark")?.shadowRoot?.querySelector("slot")?.hidden];
  });
  assert.deepEqual(found, ["NewsmarkError", "language", false]);
  await show(`<news-mark lang="en_US">Ana Ruiz left.</news-mark>`);
  assert.equal(await page.locator("news-mark mark.person").count(), 1);
});

test("what is wrong is told, and the text stays readable", async ({ page, show }) => {
  await show(`<news-mark date="yesterday">Ana Ruiz left.</news-mark>`, { until: "news-mark-error" });
  assert.deepEqual(await page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector("news-mark"));
    const kinds = [];
    for (const set of [{}, { date: "", srcLang: "de" }, { srcLang: "", annotations: { schema: 1 } }, { annotations: null, names: "Ana" }]) {
      Object.assign(element, set);
      kinds.push(await element.annotate().then(() => "none", (/** @type {any} */ error) => `${error.name} ${error.kind}`));
    }
    return kinds;
  }), ["NewsmarkError date", "NewsmarkError language", "NewsmarkError annotations", "NewsmarkError names"]);
  assert.equal(await page.evaluate(() => document.querySelector("news-mark")?.shadowRoot?.querySelector("slot")?.hidden), false);
});

test("annotations can be given and taken", async ({ page, show }) => {
  await show("<news-mark>Ana Ruiz left.</news-mark>");
  const shown = await page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector("news-mark"));
    const given = structuredClone(element.annotations);
    given.entities[0].type = "product";
    element.annotations = given;
    await element.annotate();
    return [element.shadowRoot.querySelectorAll("mark.product").length, element.annotations.entities[0].type];
  });
  assert.deepEqual(shown, [1, "product"]);
});

test("every format is exported", async ({ page, show }) => {
  await show(ARTICLE);
  const formats = ["json", "html", "markdown", "tei", "web-annotations", "brat", "conll", "csv-entities", "csv-quotes", "csv-dates"];
  const written = await page.evaluate((formats) => {
    const element = /** @type {any} */ (document.querySelector("news-mark"));
    return Promise.all(formats.map((format) => element.export(format)));
  }, formats);
  written.forEach((file, index) => assert.match(file, /Monday|Ana Ruiz/, formats[index]));
  const error = await page.evaluate(() => /** @type {any} */ (document.querySelector("news-mark")).export("pdf").catch((/** @type {any} */ error) => error.kind));
  assert.equal(error, "format");
});

test("the text that changes is annotated anew", async ({ page, show }) => {
  await show(ARTICLE);
  await page.evaluate(() => document.querySelector("news-mark p:last-child")?.replaceChildren("Lena Strand disagreed."));
  await page.locator("news-mark mark", { hasText: "Lena Strand" }).waitFor();
  assert.equal(await page.locator("news-mark mark", { hasText: "Paul Mercier" }).count(), 0);
});

test("the keyboard goes from mark to mark, and Escape closes the card", async ({ page, show }) => {
  await show(ARTICLE);
  const active = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent);
  await page.locator("news-mark .article mark[tabindex='0']").focus();
  const first = await active();
  await page.keyboard.press("ArrowRight");
  assert.notEqual(await active(), first);
  assert.ok(await page.locator("news-mark .card").isVisible());
  await page.keyboard.press("Escape");
  assert.ok(await page.locator("news-mark .card").isHidden());
});

test("pieces can be styled from outside, and every colour set", async ({ page, show }) => {
  await show(`${ARTICLE}`);
  const styled = await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("news-mark::part(person) { font-weight: 700 } news-mark::part(legend) { display: none } news-mark { --news-mark-place: rgb(1, 2, 3) }");
    document.adoptedStyleSheets = [sheet];
    const root = document.querySelector("news-mark")?.shadowRoot;
    /** @param {string} selector */
    const style = (selector) => getComputedStyle(/** @type {Element} */ (root?.querySelector(selector)));
    return [style("mark.person").fontWeight, style(".legend").display, style("mark.place").textDecorationColor];
  });
  assert.deepEqual(styled, ["700", "none", "rgb(1, 2, 3)"]);
});

test("hostile text is text", async ({ page, show }) => {
  await show("<news-mark></news-mark>");
  const hostile = `“<img src=x onerror=alert(1)>,” said Ana <script>alert(1)</script> Ruiz. {{7*7}} </news-mark><svg onload=alert(1)>`;
  await page.evaluate((hostile) => document.querySelector("news-mark")?.replaceChildren(hostile), hostile);
  await page.locator("news-mark mark").first().waitFor();
  const inside = await page.evaluate(() => {
    const root = document.querySelector("news-mark")?.shadowRoot;
    return [root?.querySelector(".article")?.textContent, root?.querySelectorAll("img, script, svg:not(.timeline)").length];
  });
  assert.deepEqual(inside, [hostile, 0]);
});

test("moved, cloned, adopted and removed, it leaves nothing behind", async ({ page, show }) => {
  await show(ARTICLE, {
    first: () => {
      const listened = /** @type {any} */ (window).listened = /** @type {AbortSignal[]} */ ([]);
      for (const target of [document, window, document.body]) {
        const add = target.addEventListener;
        target.addEventListener = function (/** @type {any[]} */ ...given) {
          // The element's own, not those of the test's tools.
          if (new Error().stack?.includes(`${location.origin}/pkg/`)) listened.push(given[2]?.signal);
          return add.apply(this, /** @type {any} */ (given));
        };
      }
    },
  });
  const outcome = await page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector("news-mark"));
    const source = element.outerHTML;
    const head = document.head.outerHTML;
    /** @param {any} element */
    const marks = async (element) => {
      await element.annotate();
      return element.shadowRoot.querySelectorAll(".article mark").length;
    };
    const all = await marks(element);
    document.body.append(document.createElement("section"));
    document.querySelector("section")?.append(element);
    const moved = element.shadowRoot.querySelectorAll(".article mark").length;
    const clone = element.cloneNode(true);
    const cloned = clone.outerHTML === source && clone.shadowRoot === null;
    document.body.append(clone);
    const ofClone = await marks(clone);
    const frame = document.createElement("iframe");
    document.body.append(frame);
    frame.contentDocument?.body.append(element);
    const adopted = await marks(element);
    const coloured = element.ownerDocument.defaultView.getComputedStyle(element.shadowRoot.querySelector("mark.person")).textDecorationStyle;
    element.remove();
    clone.remove();
    frame.remove();
    const signals = /** @type {any} */ (window).listened;
    return {
      moved: moved === all, cloned, ofClone: ofClone === all, adopted: adopted === all, coloured,
      same: element.outerHTML === source, empty: element.shadowRoot.childNodes.length,
      head: document.head.outerHTML === head, sheets: document.adoptedStyleSheets.length,
      listening: signals.filter((/** @type {AbortSignal | undefined} */ signal) => !signal?.aborted).length, listened: signals.length > 0,
    };
  });
  assert.deepEqual(outcome, {
    moved: true, cloned: true, ofClone: true, adopted: true, coloured: "solid", same: true, empty: 0, head: true, sheets: 0, listening: 0, listened: true,
  });
});

test("two copies on one page do not fight", async ({ page, show }) => {
  await page.route("**/copy/**", (route) => route.continue({ url: route.request().url().replace("/copy/", "/") }));
  await show(ARTICLE);
  const both = await page.evaluate(async (address) => {
    const first = customElements.get("news-mark");
    await import(`${address}copy/pkg/define.js`);
    const { NewsMark } = await import(`${address}copy/pkg/element.js`);
    customElements.define("other-mark", class extends NewsMark {});
    const other = /** @type {any} */ (document.createElement("other-mark"));
    other.textContent = "Ana Ruiz left.";
    document.body.append(other);
    await other.annotate();
    return [customElements.get("news-mark") === first, NewsMark !== first, other.shadowRoot.querySelectorAll(".article mark").length,
      document.querySelector("news-mark")?.shadowRoot?.querySelectorAll(".article mark").length];
  }, address);
  assert.deepEqual(both.slice(0, 3), [true, true, 1]);
  assert.ok((both[3] ?? 0) > 1);
});
