// <news-mark> on pages of others: it leaves what is in it where it is; what it marks, tells and leaves behind.

import assert from "node:assert/strict";
import { address, elementTests, highlighted } from "./browser.mjs";

const test = elementTests();

/** @typedef {import("./browser.mjs").Page} Page */

const ARTICLE = `<news-mark date="2026-03-04"><h1>Bridge to open</h1><p>“We will build it,” <a href="#ana">Ana <em>Ruiz</em></a> said in Lisbon on Monday.</p>
  <table><tbody><tr><td>Paul Mercier agreed.</td></tr></tbody></table></news-mark>`;
const TEXT = "Bridge to open\n\n“We will build it,” Ana Ruiz said in Lisbon on Monday.\n\nPaul Mercier agreed.";
const MARKS = {
  "newsmark-date": "Monday", "newsmark-linked": "Ana |Ruiz", "newsmark-person": "Ana |Ruiz|Paul Mercier", "newsmark-place": "Lisbon", "newsmark-quote": "“We will build it,”",
};

/** The events of the element as a page notes them, in order. @param {Page} page */
const told = (page) => page.evaluate(() => /** @type {any} */ (window).told);

/** Whether the element's index can be opened. @param {Page} page */
const hasIndex = (page) => page.locator("news-mark .line").isVisible();

/** @param {Page} page */
const card = (page) => page.locator("newsmark-overlay .card");

/** Waits for the marks of one kind. @param {Page} page  @param {string} kind  @param {string} words */
const waitFor = (page, kind, words) => page.waitForFunction(([kind, words]) =>
  [...CSS.highlights.get(`newsmark-${kind}`) ?? []].map(({ startContainer, startOffset, endOffset }) => startContainer.nodeValue?.slice(startOffset, endOffset)).join("|") === words,
  /** @type {const} */ ([kind, words]));

test("what is in it is marked where it stands, and no element of it is touched", async ({ page, show }) => {
  await show(ARTICLE);
  assert.deepEqual(await highlighted(page), MARKS);
  assert.equal(await page.evaluate(() => document.querySelector("news-mark")?.outerHTML), ARTICLE);
  for (const seen of ["h1", "a", "em", "td"]) assert.ok(await page.locator(`news-mark ${seen}`).isVisible(), seen);
  await page.locator("news-mark em").click();
  assert.ok(page.url().endsWith("#ana"), "a link leads where it leads");
  assert.match(await card(page).innerText(), /Ana Ruiz/);
});

test("where highlights cannot be seen, elements stand around the marks, and go", async ({ page, show }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await show(ARTICLE);
  assert.deepEqual(await page.locator("news-mark .newsmark-person").allTextContents(), ["Ana ", "Ruiz", "Paul Mercier"]);
  await page.emulateMedia({ forcedColors: "none" });
  await waitFor(page, "person", "Ana |Ruiz|Paul Mercier");
  assert.equal(await page.evaluate(() => document.querySelector("news-mark")?.outerHTML), ARTICLE);
});

test("the index is folded up under the text, and leads back to it", async ({ page, show }) => {
  await show(`${ARTICLE}${"<p>And so on.</p>".repeat(99)}`);
  assert.equal(await page.locator("news-mark .line").textContent(), "In this text: 1 quote, 3 names, 1 date");
  assert.ok(await page.locator("news-mark .panel").isHidden());
  await page.locator("news-mark .line").click();
  assert.equal(await page.locator("news-mark .speaker-name").textContent(), "Ana Ruiz");
  await page.locator("news-mark [role=tab]", { hasText: "Names" }).click();
  const row = page.locator("news-mark .name-row", { hasText: "Paul Mercier" });
  await row.focus();
  await page.evaluate(() => scrollTo(0, 150));
  await page.keyboard.press("Enter");
  assert.match(await card(page).innerText(), /Paul Mercier/);
  assert.ok(await row.evaluate((row) => row.matches(":focus")), "the keyboard stays in the index");
  await row.click();
  assert.ok(await card(page).isVisible(), "a click in the index is none in the text");
  const [, , selected] = await told(page);
  assert.deepEqual([selected.type, selected.detail.sort, selected.detail.annotation.text], ["news-mark-select", "mention", "Paul Mercier"]);
  await page.keyboard.press("Escape");
  assert.ok(await card(page).isHidden());
});

test("each time a name is chosen its next mention shows", async ({ page, show }) => {
  await show(`<news-mark panel="beside"><p>Ana Ruiz left.</p><p>Ana Ruiz came back.</p></news-mark>`);
  await page.locator("news-mark [role=tab]", { hasText: "Names" }).click();
  const chosen = async () => {
    await page.locator("news-mark .name-row").click();
    return (await told(page)).at(-1).detail.index;
  };
  assert.deepEqual([await chosen(), await chosen(), await chosen()], [0, 1, 0]);
});

test("the legend switches kinds", async ({ page, show }) => {
  await show(ARTICLE.replace("<news-mark", `<news-mark panel="beside"`));
  assert.deepEqual(await page.locator("news-mark .switch:visible .sample").allTextContents(), ["People", "Places", "Quotes", "Dates"]);
  const name = page.locator("news-mark .switch", { hasText: "People" });
  await name.click();
  assert.deepEqual(Object.keys(await highlighted(page)).sort(), ["newsmark-date", "newsmark-place", "newsmark-quote"]);
  await name.click();
  assert.deepEqual(await highlighted(page), MARKS);
});

test("nothing moves when the text is annotated, and little when the element is defined late", async ({ page, show }) => {
  const paragraphs = "<p>Ana Ruiz said on Monday that the bridge will open.</p>".repeat(6);
  for (const [width, height] of /** @type {const} */ ([[1280, 720], [390, 844]])) {
    await page.setViewportSize({ width, height });
    for (const [html, most] of /** @type {const} */ ([
      [`<news-mark>${paragraphs}</news-mark><p>${"What follows. ".repeat(80)}</p>`, 0.02],
      [`<news-mark id="kept">${paragraphs}</news-mark><p>What follows.</p>`, 0],
      [`<news-mark panel="none">${paragraphs}</news-mark><p>What follows.</p>`, 0],
    ])) {
      await show(html, { first: () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("#kept:not(:defined) { display: block; padding-bottom: .75rem }");
        document.adoptedStyleSheets = [sheet];
        /** @type {number[]} */
        const shifts = [];
        Object.assign(window, { shifts });
        return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => {
          new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => /** @type {any} */ (entry).value))).observe({ type: "layout-shift" });
          resolve(undefined);
        })));
      } });
      const moved = await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() =>
        resolve(/** @type {any} */ (window).shifts.reduce((/** @type {number} */ sum, /** @type {number} */ one) => sum + one, 0)))))));
      assert.ok(moved <= most, `${moved} of ${most}, ${width} wide: ${html.slice(0, 60)}`);
    }
  }
});

test("before it is defined, and where the core cannot be loaded, the text is as it was", async ({ page, show }) => {
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  await show(ARTICLE, { until: "news-mark-error" });
  assert.ok(await page.locator("news-mark td").isVisible());
  assert.equal(await hasIndex(page), false);
  assert.deepEqual((await told(page)).map((/** @type {any} */ { type }) => type), ["news-mark-error"]);
  await page.unroute("**/*.wasm");
  await page.evaluate(() => document.querySelector("news-mark td")?.append(" Lena Strand left."));
  await waitFor(page, "person", "Ana |Ruiz|Paul Mercier|Lena Strand");
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
  assert.deepEqual(Object.keys(await highlighted(page)), ["newsmark-person", "newsmark-linked"]);
  assert.equal(await hasIndex(page), false);
  await page.evaluate(() => document.querySelector("news-mark")?.setAttribute("panel", "beside"));
  assert.deepEqual(await page.locator("news-mark .switch:visible .sample").allTextContents(), ["People"]);
});

test("without a date of its own the page's counts", async ({ page, show }) => {
  await show(`<meta property="article:published_time" content="2024-05-17"><news-mark>The bridge opened on Monday.</news-mark>`);
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector("news-mark")).annotations.dates[0].value), "2024-05-13");
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

test("the index follows the ground, the system or the attribute", async ({ page, show }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await show(ARTICLE.replace("<news-mark", `<news-mark panel="beside"`));
  const ink = () => page.locator("news-mark .panel").evaluate((panel) => getComputedStyle(panel).color);
  const light = await ink();
  const set = (/** @type {string} */ theme) => page.locator("news-mark").evaluate((element, theme) => element.setAttribute("theme", theme), theme);
  await set("auto");
  const dark = await ink();
  assert.notEqual(light, dark, "the page around is light, the system dark");
  await set("light");
  assert.equal(await ink(), light);
  await page.evaluate(() => {
    document.body.style.cssText = "color: #eee; background: #111";
    document.querySelector("news-mark")?.removeAttribute("theme");
  });
  assert.equal(await ink(), dark, "the page is dark, and does not say so");
});

test("it tells what happens, across shadow roots", async ({ page, show }) => {
  await show(ARTICLE);
  await page.locator("news-mark em").click();
  await page.locator("newsmark-overlay .stop").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  const events = await told(page);
  assert.deepEqual(events.map((/** @type {any} */ event) => event.type), ["news-mark-ready", "news-mark-annotated", "news-mark-select", "news-mark-select"]);
  assert.ok(events.every((/** @type {any} */ event) => event.bubbles && event.composed && event.target === "NEWS-MARK"));
  assert.equal(events[1].detail.text, TEXT);
  assert.deepEqual([events[2].detail.sort, events[2].detail.annotation.text], ["mention", "Ana Ruiz"]);
  assert.deepEqual([events[3].detail.sort, events[3].detail.annotation.text], ["quote", "“We will build it,”"]);
});

test("a text that is not in English is left as it is, until it is", async ({ page, show }) => {
  const german = "Der Stadtrat von Solvik hat am Montag beschlossen, dass die Brücke nicht geöffnet wird.";
  await show(`<news-mark lang="en_US">${german}</news-mark>`, { until: "news-mark-error" });
  const [name, kind] = await page.evaluate(() => {
    const { error } = /** @type {any} */ (window).told.at(-1).detail;
    return [error.name, error.kind];
  });
  assert.deepEqual([name, kind, await hasIndex(page), await highlighted(page)], ["NewsmarkError", "language", false, {}]);
  await page.evaluate(() => document.querySelector("news-mark")?.replaceChildren("Ana Ruiz left."));
  await waitFor(page, "person", "Ana Ruiz");
});

test("what is wrong is told, and the text stays as it is", async ({ page, show }) => {
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
  assert.deepEqual([await hasIndex(page), await highlighted(page)], [false, {}]);
});

test("annotations can be given and taken, and then no core is loaded", async ({ page, show, requests }) => {
  await show("<news-mark>Ana Ruiz left.</news-mark>");
  const given = await page.evaluate(() => /** @type {any} */ (document.querySelector("news-mark")).annotations);
  given.entities[0].type = "product";
  requests.length = 0;
  await show("<news-mark>Ana Ruiz left.</news-mark><script nonce=\"test\" type=\"application/json\" id=\"given\">" + JSON.stringify(given) + "</script>", {
    first: () => Object.assign(/** @type {any} */ (document.querySelector("news-mark")), { annotations: JSON.parse(document.querySelector("#given")?.textContent ?? "") }),
  });
  assert.deepEqual([await highlighted(page), requests.filter((url) => url.endsWith(".wasm"))], [{ "newsmark-product": "Ana Ruiz" }, []]);
  assert.match(await page.evaluate(() => /** @type {any} */ (document.querySelector("news-mark")).export("csv-entities")), /product/);
});

test("of calls that come together the last counts, for all of them", async ({ page, show }) => {
  await show("<news-mark>Ana Ruiz left on Monday.</news-mark>");
  const dates = await page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector("news-mark"));
    const calls = ["2026-03-04", "2026-04-01", "2026-05-06"].map((date) => {
      element.date = date;
      return element.annotate();
    });
    return (await Promise.all(calls)).map(({ reference }) => reference.date);
  });
  assert.deepEqual(dates, ["2026-05-06", "2026-05-06", "2026-05-06"]);
  assert.deepEqual(await highlighted(page), { "newsmark-person": "Ana Ruiz", "newsmark-date": "Monday" });
});

test("a card can be the page's own", async ({ page, show }) => {
  await show(ARTICLE);
  await page.evaluate(() => Object.assign(/** @type {any} */ (document.querySelector("news-mark")), {
    card: (/** @type {any} */ { text }, /** @type {Element} */ anchor) => (anchor.closest("a") ? Object.assign(document.createElement("b"), { textContent: `<i>${text}</i> by the page` }) : null),
  }));
  await page.locator("news-mark em").hover();
  await card(page).locator("b").waitFor();
  assert.equal(await card(page).innerText(), "<i>Ana Ruiz</i> by the page");
  await page.locator("news-mark td").click();
  assert.match(await card(page).innerText(), /^Person\s+Paul Mercier/);
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

test("text that changes is annotated anew, in marks and index", async ({ page, show }) => {
  await show(ARTICLE);
  await page.evaluate(() => document.querySelector("news-mark td")?.replaceChildren("Lena Strand disagreed."));
  await waitFor(page, "person", "Ana |Ruiz|Lena Strand");
  await page.locator("news-mark .line").click();
  assert.deepEqual(await page.locator("news-mark .name-row .row-name").allTextContents(), ["Ana Ruiz", "Lena Strand", "Lisbon"]);
});

test("text that is streamed into it is marked as it comes", async ({ page, show }) => {
  await show("<news-mark></news-mark>");
  assert.equal(await hasIndex(page), false);
  await page.evaluate(async () => {
    const paragraph = document.querySelector("news-mark")?.appendChild(document.createElement("p"));
    for (const word of "Ana Ruiz met Paul Mercier in Lisbon.".split(/(?= )/)) {
      paragraph?.append(word);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await waitFor(page, "place", " Lisbon".trim());
  assert.ok(await hasIndex(page));
});

test("text that is shown as a whole, as in a dialog that opens, is marked then", async ({ page, show }) => {
  await show(`<dialog>${ARTICLE}</dialog>`);
  assert.deepEqual(await highlighted(page), {});
  await page.evaluate(() => document.querySelector("dialog")?.showModal());
  await waitFor(page, "person", "Ana |Ruiz|Paul Mercier");
  await page.locator("news-mark td").hover();
  await card(page).waitFor();
  await page.evaluate(() => document.querySelector("dialog")?.close());
  await page.waitForFunction(() => CSS.highlights.size === 0);
});

test("the keyboard gets from before the text to its marks and its index, and back", async ({ page, show }) => {
  await show(ARTICLE);
  const active = () => page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.className || at?.textContent;
  });
  const box = () => page.locator("news-mark .text").boundingBox();
  const before = await box();
  await page.keyboard.press("Tab");
  assert.equal(await active(), "Go to the highlights in this text");
  assert.deepEqual(await box(), before, "what shows for the keyboard takes no room");
  await page.keyboard.press("Enter");
  assert.equal(await active(), "stop");
  assert.match(await card(page).innerText(), /^Quote/);
  await page.keyboard.press("ArrowRight");
  assert.match(await card(page).innerText(), /^Person\s+Ana Ruiz/);
  await page.keyboard.press("Escape");
  assert.ok(await card(page).isHidden());
  assert.equal(await active(), "Go to the highlights in this text");
  await page.keyboard.press("Tab");
  assert.equal(await active(), "Go to its quotes, names and dates");
  await page.keyboard.press("Enter");
  assert.equal(await active(), "line");
  assert.ok(await page.locator("news-mark .panel").isVisible());
});

test("pieces can be styled from outside, and every colour set", async ({ page, show }) => {
  await show(ARTICLE.replace("<news-mark", `<news-mark panel="beside"`));
  const styled = await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("news-mark::part(speaker-name) { font-weight: 900 } news-mark::part(legend) { display: none } news-mark { --news-mark-place: rgb(1, 2, 3) }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const root = document.querySelector("news-mark")?.shadowRoot;
    /** @param {string} selector */
    const style = (selector) => getComputedStyle(/** @type {Element} */ (root?.querySelector(selector)));
    const mark = getComputedStyle(/** @type {Element} */ (document.querySelector("news-mark p")), "::highlight(newsmark-place)");
    return [style(".speaker-name").fontWeight, style(".legend").display, mark.textDecorationColor];
  });
  assert.deepEqual(styled, ["900", "none", "rgb(1, 2, 3)"]);
});

test("what is in it has the page's styles and no others", async ({ page, show }) => {
  await show(ARTICLE, { first: () => {
    const styles = () => [...document.querySelectorAll("news-mark *")].flatMap((element) => {
      const style = getComputedStyle(element);
      return [...style].map((name) => `${element.localName} ${name}: ${style.getPropertyValue(name)}`);
    });
    Object.assign(window, { before: new Set(styles()), styles });
  } });
  assert.deepEqual(await page.evaluate(() => {
    const { styles, before } = /** @type {any} */ (window);
    return styles().filter((/** @type {string} */ style) => !before.has(style));
  }), []);
});

test("hostile text is text", async ({ page, show }) => {
  await show("<news-mark></news-mark>");
  const hostile = `“<img src=x onerror=alert(1)>,” said Ana <script>alert(1)</script> Ruiz. {{7*7}} </news-mark><svg onload=alert(1)>`;
  await page.evaluate((hostile) => document.querySelector("news-mark")?.replaceChildren(hostile), hostile);
  await page.locator("news-mark .line").click();
  const inside = await page.evaluate(() => {
    const element = document.querySelector("news-mark");
    return [element?.textContent, element?.childElementCount, element?.shadowRoot?.querySelectorAll("img, script, svg:not(.timeline)").length];
  });
  assert.deepEqual(inside, [hostile, 0, 0]);
});

test("many elements share one core, one tab stop and one overlay, and each has its index", async ({ page, show, requests }) => {
  await show(Array.from({ length: 12 }, () => "<news-mark><p>Ana Ruiz left Lisbon.</p></news-mark>").join(""));
  await waitFor(page, "place", Array(12).fill("Lisbon").join("|"));
  assert.equal(requests.filter((url) => url.endsWith(".wasm")).length, 1);
  assert.equal(await page.locator("newsmark-overlay").count(), 1);
  assert.equal(await page.locator("newsmark-overlay .stop").textContent(), "24 highlights in this text");
  assert.equal(await page.locator("news-mark .line:visible").count(), 12);
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
      return [...element.ownerDocument.defaultView.CSS.highlights.values()].flatMap((ranges) => [...ranges]).filter(({ startContainer }) => element.contains(startContainer)).length;
    };
    const all = await marks(element);
    document.body.append(document.createElement("section"));
    document.querySelector("section")?.append(element);
    const moved = await marks(element);
    const clone = element.cloneNode(true);
    const cloned = clone.outerHTML === source && clone.shadowRoot === null;
    document.body.append(clone);
    const ofClone = await marks(clone);
    const frame = document.createElement("iframe");
    document.body.append(frame);
    frame.contentDocument?.body.append(element);
    const adopted = await marks(element);
    const view = element.ownerDocument.defaultView;
    const coloured = view.getComputedStyle(element.querySelector("td"), "::highlight(newsmark-person)").textDecorationStyle;
    const framed = view.getComputedStyle(element.shadowRoot.querySelector(".line")).whiteSpace;
    document.body.prepend(element);
    const back = await marks(element);
    element.remove();
    clone.remove();
    frame.remove();
    const signals = /** @type {any} */ (window).listened;
    return {
      moved: moved === all, cloned, ofClone: ofClone === all, adopted: adopted === all, back: back === all, coloured, framed, same: element.outerHTML === source, marks: CSS.highlights.size,
      head: document.head.outerHTML === head, sheets: document.adoptedStyleSheets.length, overlays: document.querySelectorAll("newsmark-overlay").length,
      listening: signals.filter((/** @type {AbortSignal | undefined} */ signal) => !signal?.aborted).length, listened: signals.length > 0,
    };
  });
  assert.deepEqual(outcome, {
    moved: true, cloned: true, ofClone: true, adopted: true, back: true, coloured: "solid", framed: "nowrap", same: true, marks: 0, head: true, sheets: 0, overlays: 0, listening: 0, listened: true,
  });
});

test("removed while it is at work, it marks nothing; put back, it does", async ({ page, show }) => {
  await show(ARTICLE);
  const kept = await page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector("news-mark"));
    const call = element.annotate();
    element.remove();
    await call.catch(() => undefined);
    const without = CSS.highlights.size;
    document.body.append(element);
    return without;
  });
  assert.equal(kept, 0);
  await waitFor(page, "person", "Ana |Ruiz|Paul Mercier");
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
    other.textContent = "Lena Strand left.";
    document.body.append(other);
    await other.annotate();
    return [customElements.get("news-mark") === first, NewsMark !== first];
  }, address);
  assert.deepEqual(both, [true, true]);
  assert.equal((await highlighted(page))["newsmark-person"], "Ana |Ruiz|Paul Mercier|Lena Strand");
});
