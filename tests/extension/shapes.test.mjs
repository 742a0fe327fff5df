// Pages of many shapes: the article is found and marked, and what stands around it is not.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, marked } from "./browser.mjs";
import { SHAPES } from "./pages.mjs";

/** @type {import("./browser.mjs").Launched} */
let launched;
before(async () => {
  launched = await launch(Object.fromEntries(SHAPES.map(([, body], index) => [`shape-${index}`, { body }])));
});
after(() => launched?.close());

for (const [index, [name, , isWhole = false]] of SHAPES.entries()) {
  test(name, async () => {
    const page = await launched.open(`shape-${index}`);
    const before = await page.content();
    await launched.click(page);
    const { person = [], quote = [] } = await marked(page);
    assert.ok(person.includes("Ana Ruiz"), `${person}`);
    assert.equal(person.includes("Otto Lund"), isWhole, `${person}`);
    assert.ok(quote.some((words) => words.startsWith("“We will open the bridge")), `${quote}`);
    assert.equal((await page.content()).replace(/<newsmark-overlay.*?<\/newsmark-overlay>/s, ""), before, "the page's own elements are as they were");
    await page.close();
  });
}
