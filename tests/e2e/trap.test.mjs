// A core that breaks down: it cannot be made to, so one is built that does when it is told to.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import binaryen from "binaryen";
import { address, elementTests, ready, setText } from "./browser.mjs";

const test = elementTests();

/** The core, with a switch after which `annotate` traps. */
async function breakable() {
  const module = binaryen.readBinary(await readFile("www/pkg/newsmark_bg.wasm"));
  module.addGlobal("armed", binaryen.i32, true, module.i32.const(0));
  module.addGlobalExport("armed", "armed");
  const exports = Array.from({ length: module.getNumExports() }, (_, at) => binaryen.getExportInfo(module.getExportByIndex(at)));
  const name = exports.find((one) => one.name === "annotate")?.value;
  assert.ok(name);
  const { params, results, vars, body } = binaryen.getFunctionInfo(module.getFunction(name));
  const trap = module.if(module.global.get("armed", binaryen.i32), module.unreachable());
  const broken = module.block(null, [trap, module.copyExpression(body)], results);
  module.removeFunction(name);
  module.addFunction(name, params, results, vars, broken);
  return Buffer.from(module.emitBinary());
}

test("after a trap the next call gets a fresh core, and is right", async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const wasm = await breakable();
  await page.route("**/*.wasm", (route) => route.fulfill({ body: wasm, contentType: "application/wasm" }));
  await page.route(`${address}site.html`, (route) => route.fulfill({ body: "<!doctype html><title>A site</title>", contentType: "text/html" }));
  await page.goto(`${address}site.html`);
  const outcome = await page.evaluate(async (address) => {
    const { annotate, exportAs } = await import(`${address}core/newsmark.js`);
    const text = "“It is late,” Ana Ruiz said on 3 May 2021.";
    const before = JSON.stringify(await annotate(text));
    const { default: init } = await import(`${address}pkg/newsmark.js`);
    (await init()).armed.value = 1;
    const failed = await annotate(text).catch((/** @type {any} */ error) => `${error.name} ${error.kind} ${error.cause.constructor.name}`);
    const again = JSON.stringify(await annotate(text));
    const written = await exportAs(text, JSON.parse(again), "csv-dates");
    return { failed, same: before === again, written: written.includes("2021-05-03"), found: JSON.parse(again).quotes.length };
  }, address);
  assert.deepEqual(outcome, { failed: "NewsmarkError core RuntimeError", same: true, written: true, found: 1 });
  await context.close();
});

test("the page says so, and goes on", async ({ browser }) => {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const wasm = await breakable();
  await page.route("**/*.wasm", (route) => route.fulfill({ body: wasm, contentType: "application/wasm" }));
  // The page's core, which is inside its one script.
  await page.addInitScript(() => {
    const start = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
      const made = await start(...given);
      /** @type {any} */ (window).core ??= made.instance.exports;
      return made;
    };
  });
  await page.goto(address);
  await ready(page);
  await page.evaluate(() => {
    /** @type {any} */ (window).core.armed.value = 1;
  });
  await page.click("#edit");
  await page.fill("#text", "Ana Ruiz left.");
  await page.waitForSelector("#failure:not([hidden])");
  assert.match(await page.textContent("#failure") ?? "", /crashed and was restarted/);
  await setText(page, "Ana Ruiz left on Monday.");
  assert.equal(await page.textContent("#article mark.person"), "Ana Ruiz");
  assert.ok(await page.locator("#failure").isHidden());
  await context.close();
});
