// What the page shows before the core is there, and whose text is shown once it is.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { address, launch, open, ready } from "./browser.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/**
 * A page whose core arrives when it is let.
 * @param {string} path
 * @param {(page: Page, arrive: () => Promise<void>) => Promise<void>} body
 */
async function early(path, body) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  /** @type {() => void} */
  let arrive = () => {};
  const arrived = new Promise((resolve) => (arrive = () => resolve(null)));
  await page.route("**/*.wasm", async (route) => {
    await arrived;
    await route.continue();
  });
  try {
    await page.goto(`${address}${path}`, { waitUntil: "commit" });
    await page.locator("#sample option", { hasText: "My article" }).waitFor({ state: "attached" });
    await body(page, async () => {
      arrive();
      await ready(page);
    });
  } finally {
    await context.close();
  }
}

/** Pastes into the page. @param {Page} page  @param {string} text */
function paste(page, text) {
  return page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** The marks of the article, and what can be chosen. @param {Page} page */
function shown(page) {
  return page.evaluate(() => {
    const marks = [...document.querySelectorAll("#article *")].map((mark) => ({ data: { .../** @type {HTMLElement} */ (mark).dataset }, name: mark.localName, classes: mark.className, text: mark.textContent }));
    return { marks, text: document.querySelector("#article")?.textContent, legend: document.querySelector("#legend")?.textContent, dated: document.querySelector("#dated")?.textContent, tops: ["#bar", "#article"].map((place) => document.querySelector(place)?.getBoundingClientRect().top) };
  });
}

test("what is served is marked as the core marks it, in the same place, and needs no script", async () => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 800 }]) {
    const live = await open(browser, { viewport });
    const served = await browser.newContext({ javaScriptEnabled: false, viewport });
    const page = await served.newPage();
    await page.goto(address);
    const first = await shown(page);
    assert.ok(first.marks.length > 100, `${first.marks.length} elements`);
    assert.deepEqual(first, await shown(live.page));
    assert.ok(await page.locator("noscript .failure").isVisible());
    await served.close();
    await live.context.close();
  }
});

test("a text pasted before the core is there is shown when it is", async () => {
  await early("", async (page, arrive) => {
    assert.ok(await page.locator("#article mark.person").first().isVisible());
    await paste(page, "Ana Ruiz flew to Lisbon.");
    assert.ok(await page.locator("#article").isHidden(), "what the page opens with is not that text");
    assert.ok(await page.locator("#progress").isVisible(), "and it is seen that something is on its way");
    assert.ok(await page.locator("#tabs").isHidden(), "nor is what was found in it shown");
    await arrive();
    assert.ok(await page.locator("#progress").isHidden());
    assert.equal(await page.textContent("#article"), "Ana Ruiz flew to Lisbon.");
    assert.ok(await page.locator("#article mark.person").isVisible());
  });
});

test("what was served stays in its place when the core comes", async () => {
  await early("", async (page, arrive) => {
    await page.evaluate(() => {
      /** @type {any} */ (window).served = [...document.querySelectorAll("#article mark")];
    });
    await arrive();
    assert.ok(await page.evaluate(() => /** @type {any} */ (window).served.length > 50 && /** @type {any} */ (window).served.every((/** @type {Node} */ mark) => mark.isConnected)));
    await page.locator("#article mark.person").first().click();
    assert.ok(await page.locator("#card").isVisible(), "and is alive");
  });
});

test("a sample chosen before the core is there is shown when it is", async () => {
  await early("", async (page, arrive) => {
    const before = await page.textContent("#article");
    await page.selectOption("#sample", "1");
    await arrive();
    assert.notEqual(await page.textContent("#article"), before);
    assert.ok(await page.locator("#article mark.person").first().isVisible());
  });
});

test("who follows a link that holds a text is shown no other before the page's script is there", async () => {
  for (const [hash, isShown] of /** @type {const} */ ([["", true], ["#article", true], ["#text=A", false]])) {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    await page.route("**/pkg/page.js", (route) => route.abort());
    await page.goto(`${address}${hash}`);
    assert.equal(await page.locator("#article").isVisible(), isShown, hash);
    await context.close();
  }
});

test("who follows a link that holds a text sees no other", async () => {
  const { page, context } = await open(browser, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.click("#edit");
  await page.fill("#text", "Ana Ruiz flew to Lisbon.");
  await page.click("#show-export");
  await page.click("#share");
  await page.waitForFunction(() => document.getElementById("saved")?.textContent?.startsWith("Link copied"));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await context.close();
  await early(new URL(link).hash, async (page, arrive) => {
    assert.ok(await page.locator("#article").isHidden());
    await arrive();
    assert.equal(await page.textContent("#article"), "Ana Ruiz flew to Lisbon.");
    assert.ok(await page.locator("#article mark.person").isVisible());
  });
});
