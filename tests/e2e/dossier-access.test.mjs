// A dossier for everybody: by keyboard alone, without what axe-core finds wrong, in every way of seeing; many articles, and giving up.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, isClean, modes } from "./axe.mjs";
import { launch, open, pageTests } from "./browser.mjs";
import { BRIDGE, FERRY, NURSE, OPENED, dossierOf } from "./dossiers.mjs";

/** @type {import("./browser.mjs").Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

for (const [name, options] of modes) {
  test(`axe-core finds nothing wrong in a dossier: ${name}`, async () => {
    const { page, context, problems } = await open(browser, options);
    await page.evaluate(axe);
    await page.click("#show-dossier");
    await page.locator("#dossier .empty").waitFor();
    await isClean(page, "empty");
    await page.keyboard.press("Escape");
    await dossierOf(page, [BRIDGE, OPENED, NURSE, FERRY]);
    await isClean(page, "articles");
    for (const tab of ["people", "sources", "timeline", "search"]) {
      await page.click(`#tab-dossier-${tab}`);
      await isClean(page, tab);
    }
    await page.locator("#dossier .dossier-search input").fill("the");
    await page.locator("#dossier .dossier-place").first().waitFor();
    await isClean(page, "what was found");
    await page.click("#tab-dossier-people");
    await page.locator("#dossier .dossier-who", { hasText: "2 articles · 2 quotes" }).click();
    await page.locator("#dossier summary", { hasText: "Same as" }).click();
    await isClean(page, "a person");
    const wide = await page.evaluate(() => document.querySelector("#dossier")?.scrollWidth ?? 0);
    assert.ok(wide <= (page.viewportSize()?.width ?? 0), `no way sideways: ${wide}`);
    await page.locator("#dossier .dossier-acts").getByRole("button", { name: "Export" }).click();
    await isClean(page, "export");
    await page.keyboard.press("Escape");
    await page.click("#tab-dossier-articles");
    for (const box of await page.locator("#dossier .dossier-article input").all().then((all) => all.slice(0, 2))) await box.check();
    await page.getByRole("button", { name: "Compare these two" }).click();
    await isClean(page, "comparison");
    await context.close();
    assert.deepEqual(problems, []);
  });
}

const pageTest = pageTests();

pageTest("everything is reached by keyboard, and Escape leads back to the button", async ({ page }) => {
  await dossierOf(page, [BRIDGE, OPENED]);
  await page.locator("#tab-dossier-articles").focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "tab-dossier-people");
  await page.locator("#dossier .dossier-who", { hasText: "2 articles" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Ana Ruiz");
  const show = page.locator("#dossier").getByRole("button", { name: "Show in article" }).first();
  await show.focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "“We will build it,”", "the quote itself");
  await page.locator("#show-dossier").focus();
  await page.keyboard.press("Enter");
  await page.locator("#dossier[open]").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "dossier-title");
  await page.keyboard.press("Escape");
  assert.ok(await page.locator("#dossier").isHidden());
  assert.equal(await page.evaluate(() => document.activeElement?.id), "show-dossier");
  assert.match((await page.textContent("#article")) ?? "", /^Council to decide on bridge/);
});

pageTest("letters and Ctrl+Z in a dossier do nothing to the article below", async ({ page }) => {
  const before = await page.textContent("#article");
  await dossierOf(page, [BRIDGE]);
  for (const key of ["n", "p", "/", "?", "Control+z"]) await page.keyboard.press(key);
  await page.keyboard.press("Escape");
  assert.equal(await page.textContent("#article"), before);
  assert.ok(await page.locator("#keys").isHidden());
});

pageTest("many articles are read with progress; giving up keeps what was read, and the rest is read later", async ({ page }) => {
  const count = 3000;
  const lines = Array.from({ length: count }, (_, at) => JSON.stringify({ text: `${BRIDGE.buffer.toString()}\nReport ${at}.` })).join("\n");
  await page.click("#show-dossier");
  await page.locator("#dossier .empty").waitFor();
  await page.evaluate(() => {
    // A press as soon as there is something to give up.
    const busy = /** @type {HTMLElement} */ (document.querySelector("#dossier .dossier-busy"));
    new MutationObserver((_, observer) => {
      if (busy.hidden || !/^Reading [1-9]/.test(busy.textContent ?? "")) return;
      observer.disconnect();
      busy.querySelector("button")?.click();
    }).observe(busy, { attributes: true, childList: true, subtree: true, characterData: true });
  });
  await page.setInputFiles("#dossier input[type=file]", [{ name: "many.jsonl", mimeType: "", buffer: Buffer.from(lines) }]);
  const rest = page.locator("#dossier .remark", { hasText: "not been read yet" });
  await rest.waitFor();
  const left = Number(/^[\d,]+/.exec((await rest.textContent()) ?? "")?.[0].replace(",", ""));
  assert.ok(left > 0, String(left));
  await rest.getByRole("button", { name: "Read the rest" }).click();
  await rest.waitFor({ state: "hidden" });
  await page.locator("#dossier .dossier-busy").waitFor({ state: "hidden" });
  const listed = Number((await page.textContent("#tab-dossier-articles .count"))?.replace(",", ""));
  assert.ok(listed >= left && listed <= count, `${listed} of ${count}, ${left} of them later`);
  await page.click("#tab-dossier-people");
  await page.locator("#dossier .dossier-who", { hasText: `Mayor · ${listed.toLocaleString("en-US")} articles` }).waitFor();
});

pageTest("a thread whose script cannot be had is said, and nothing is lost", async ({ page }) => {
  await page.evaluate(() => {
    const Real = Worker;
    /** @type {any} */ (window).Worker = new Proxy(Real, {
      construct(target, args) {
        const made = Reflect.construct(target, args);
        // What a browser tells of a script that is not there has no message.
        if (String(args[0]).includes("page-dossier")) {
          made.terminate();
          setTimeout(() => made.dispatchEvent(new Event("error")));
        }
        return made;
      },
    });
    /** @type {any} */ (window).mend = () => (window.Worker = Real);
  });
  await page.click("#show-dossier");
  await page.setInputFiles("#dossier input[type=file]", [BRIDGE]);
  await page.getByText("The articles can’t be read right now. Check your connection and try again.").waitFor();
  assert.equal(await page.locator("#dossier .dossier-article").count(), 1);
  await page.evaluate(() => /** @type {any} */ (window).mend());
  await page.getByRole("button", { name: "Read the rest" }).click();
  await page.locator("#dossier .dossier-article", { hasText: "2 quotes" }).waitFor();
});

pageTest("markup in texts, names of files and of people stays text, and nothing is asked for but the page's own code", async ({ page, requests }) => {
  const evil = "<img src=//evil.example/x onerror=alert(1)>";
  const text = `${evil} Council\n\n“${evil} It is late,” said Ana ${evil} Ruiz on March 4, 2026.\n\n“We will build it,” said Bo Lind, ${evil} mayor.\n`;
  await page.click("#show-dossier");
  await page.setInputFiles("#dossier input[type=file]", [{ name: `${evil}.txt`, mimeType: "text/plain", buffer: Buffer.from(text) }, { name: `${evil}.zip`, mimeType: "", buffer: Buffer.from("PK\x03\x04") },
    { name: `${evil}.json`, mimeType: "", buffer: Buffer.from(JSON.stringify({ newsmark: "dossier", version: 1, name: evil, articles: [], decisions: [{ does: "rename", member: evil, name: evil }] })) }]);
  await page.locator("#dossier .dossier-refused").waitFor();
  await page.locator("#dossier .dossier-article").waitFor();
  await page.locator("#dossier .dossier-busy").waitFor({ state: "hidden" });
  for (const tab of ["people", "sources", "timeline", "search", "articles"]) {
    await page.click(`#tab-dossier-${tab}`);
    if (tab === "people") await page.locator("#dossier .dossier-who").first().click();
    if (tab === "search") await page.locator("#dossier .dossier-search input").fill("evil");
    assert.equal(await page.locator("#dossier img").count(), 0, tab);
  }
  assert.equal(await page.inputValue("#dossier-name"), evil);
  const { origin } = new URL(page.url());
  assert.deepEqual(requests.filter((address) => !address.startsWith(origin)), []);
});

pageTest("what is dragged within a dossier is not dropped on it, and what comes from elsewhere is", async ({ page }) => {
  await dossierOf(page, [BRIDGE]);
  const dropped = (/** @type {boolean} */ isOwn) => page.evaluate((isOwn) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/plain", "“It is late,” said Bo Lind.");
    const dialog = /** @type {HTMLElement} */ (document.querySelector("#dossier"));
    if (isOwn) dialog.dispatchEvent(new DragEvent("dragstart", { bubbles: true }));
    dialog.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    if (isOwn) dialog.dispatchEvent(new DragEvent("dragend", { bubbles: true }));
  }, isOwn);
  await dropped(true);
  assert.equal(await page.locator("#dossier .dossier-article").count(), 1);
  await dropped(false);
  await page.locator("#dossier .dossier-article", { hasText: "It is late" }).waitFor();
  assert.equal(await page.locator("#dossier .dossier-article").count(), 2);
});
