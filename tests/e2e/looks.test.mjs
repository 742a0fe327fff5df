// How it looks where looks decide whether it can be used: narrow, dark, enlarged, in forced colours, on paper.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open } from "./browser.mjs";

/** @type {import("./browser.mjs").Browser} */
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser.close());

for (const width of [320, 390, 768, 1024, 1440, 2200]) {
  test(`nothing is cut off at ${width} pixels`, async () => {
    const { page, context, problems } = await open(browser, { viewport: { width, height: 800 } });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(await overflow(), 0, "reading");
    await page.click("#edit");
    assert.equal(await overflow(), 0, "editing");
    for (const tab of ["names", "dates"]) {
      await page.click(`#tab-${tab}`);
      assert.equal(await overflow(), 0, tab);
    }
    for (const mark of (await page.locator("#article mark[tabindex]").all()).slice(0, 12)) {
      await mark.focus();
      const box = await page.locator("#card").boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= width, "the card stays in view");
    }
    await context.close();
    assert.deepEqual(problems, []);
  });
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`text can be read on every fill, ${colorScheme}`, async () => {
    const { page, context } = await open(browser, { colorScheme });
    await page.click("#tab-quotes");
    const tokens = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement("i"));
      const canvas = document.createElement("canvas").getContext("2d");
      /** @param {string} name @returns {number[]} */
      const rgb = (name) => {
        if (!canvas) return [];
        probe.style.setProperty("color", `var(--${name})`);
        canvas.fillStyle = getComputedStyle(probe).color;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
      };
      const names = ["paper", "raised", "ink", "soft", "accent", "on-accent", "focus", "control", "quote-wash", "quote-hatch", "date-wash", "current-wash", "current-trace",
        "person", "organization", "place", "group", "event", "work", "product", "other", "date", "quote"];
      return Object.fromEntries(names.map((name) => [name, rgb(name)]));
    });
    /** @param {string} a @param {string} b */
    const contrast = (a, b) => {
      const luminance = (/** @type {number[]} */ rgb) => {
        const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
      };
      const [low, high] = [luminance(tokens[a] ?? []), luminance(tokens[b] ?? [])].sort((x, y) => x - y);
      return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
    };
    const fills = ["paper", "raised", "quote-wash", "quote-hatch", "date-wash", "current-wash", "current-trace"];
    for (const fill of fills) {
      for (const text of ["ink", "soft"]) assert.ok(contrast(text, fill) >= 4.5, `${text} on ${fill}: ${contrast(text, fill)}`);
      for (const line of ["person", "organization", "place", "group", "event", "work", "product", "other", "focus"]) {
        assert.ok(contrast(line, fill) >= 3, `${line} on ${fill}: ${contrast(line, fill)}`);
      }
    }
    for (const text of ["accent", "quote"]) assert.ok(contrast(text, "paper") >= 4.5, text);
    assert.ok(contrast("on-accent", "accent") >= 4.5);
    assert.ok(contrast("control", "paper") >= 3);
    const shown = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    assert.equal(shown, `rgb(${tokens.paper?.join(", ")})`);
    assert.equal((tokens.paper?.[0] ?? 0) > 128, colorScheme === "light");
    await context.close();
  });
}

test("kinds differ by more than colour", async () => {
  const { page, context } = await open(browser, { forcedColors: "active" });
  const looks = await page.locator("#legend .sample").evaluateAll((samples) => samples.map((sample) => {
    const style = getComputedStyle(sample);
    const label = getComputedStyle(sample, "::after").content;
    return [style.textDecorationLine, style.textDecorationStyle, style.borderInlineStyle, style.borderBlockStyle, label].join(" ");
  }));
  const common = looks.filter((_, index) => index < 5 || index > 7);
  assert.equal(new Set(common).size, common.length, looks.join("\n"));
  await context.close();
});

test("a tap opens the card at the foot of a narrow screen", async () => {
  const { page, context, problems } = await open(browser, { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  await page.locator("#article mark.person").first().tap();
  const box = await page.locator("#card").boundingBox();
  assert.ok(box && box.width === 390 && Math.round(box.y + box.height) === 800, JSON.stringify(box));
  await page.locator(".wordmark").tap();
  await page.locator("#card").waitFor({ state: "hidden" });
  await context.close();
  assert.deepEqual(problems, []);
});

test("with reduced motion nothing slides", async () => {
  const { page, context } = await open(browser, { reducedMotion: "reduce", viewport: { width: 1200, height: 500 } });
  await page.click("#tab-names");
  await page.locator("#index-names button").last().click();
  const inView = await page.evaluate(() => {
    const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    return top >= 0 && bottom <= innerHeight;
  });
  assert.ok(inView, "the mark is in view at once");
  await context.close();
});

test("paper gets the article and the whole index, and no controls", async () => {
  const { page, context } = await open(browser);
  await page.emulateMedia({ media: "print" });
  for (const shown of ["#article", "#index-names", "#index-quotes", "#index-dates"]) assert.ok(await page.locator(shown).isVisible(), shown);
  for (const hidden of ["#edit", "#bar", "#date", "#tab-names", "#card", "#notice", ".said-copy"]) assert.ok(await page.locator(hidden).first().isHidden(), hidden);
  await context.close();
});
