// What a hostile article can do: nothing. What the page asks the network for: itself, once.

import assert from "node:assert/strict";
import { address, open, pageTests, ready, setText } from "./browser.mjs";

const test = pageTests();

const HOSTILE = [
  `<img src=x onerror=alert(1)>`,
  `</script><script>alert(1)</script>`,
  `</textarea></p><svg onload=alert(1)>`,
  `“<b onmouseover=alert(1)>We agree</b>,” said Ana <img src=x onerror=alert(1)> Ruiz.`,
  `Mayor Ana "><script>alert(1)</script> Ruiz said that {{7*7}} \${alert(1)} would do.`,
  `<iframe srcdoc="<script>alert(1)</script>"> on March 4, 2026`,
  `<style>@import url(//evil.example/x.css);</style> <link rel=stylesheet href=//evil.example/y.css>`,
  `javascript:alert(1) data:text/html,<script>alert(1)</script>`,
  `&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62;`,
  `\u202E\u0000\uFEFF\u2028 <math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>`,
];

test("hostile text is text, in the article and everywhere else", async ({ page }) => {
  const before = await page.locator("*").count();
  for (const text of [...HOSTILE, HOSTILE.join("\n\n")]) {
    await setText(page, text);
    assert.equal(await page.textContent("#article"), await page.inputValue("#text"));
    for (const tab of ["names", "quotes", "dates"]) await page.click(`#tab-${tab}`);
    for (const mark of await page.locator("#article mark[tabindex]").all()) {
      await mark.focus();
      await mark.press("Enter");
    }
    const foreign = await page.locator("img, svg:not(.timeline), iframe, b, math, style, form:not(#saving, #finding, .sheet form), body script, main link").count();
    assert.equal(foreign, 0, text);
  }
  assert.ok(before > 0);
});

test("the page asks for its own files, each once, and for nothing more", async ({ page, requests }) => {
  await setText(page, "Ana Ruiz said on Monday that Lisbon was ready.");
  await page.fill("#date", "2026-03-04");
  await page.selectOption("#sample", "1");
  await page.waitForFunction((before) => document.querySelector("#article")?.textContent !== before, "Ana Ruiz said on Monday that Lisbon was ready.");
  await page.locator("#article mark").first().hover();
  await page.click("#tab-names");
  await page.locator("#index-names button").first().click();
  await page.click("#filters summary");
  await page.locator("#legend button").first().click();
  const paths = requests.map((url) => {
    assert.ok(url.startsWith(address), url);
    return url.slice(address.length);
  });
  assert.deepEqual(paths.sort(), ["", "icon.svg", "pkg/later/samples.js", "pkg/newsmark_bg.wasm", "pkg/page-core.js", "pkg/page-linked.js", "pkg/page.css", "pkg/page.js"]);
});

test("nothing outlives the tab until a reader corrects something", async ({ page, context }) => {
  await setText(page, "Ana Ruiz said on Monday that Lisbon was ready.");
  await page.selectOption("#sample", "1");
  await page.locator("#article mark").first().click();
  const stored = () => page.evaluate(async () => [...Object.keys(localStorage), ...(await indexedDB.databases()).map(({ name }) => name)]);
  assert.deepEqual([await stored(), await context.cookies()], [[], []]);
  // Were something stored, this would show it.
  await page.evaluate(() => localStorage.setItem("anything", "x"));
  assert.deepEqual(await stored(), ["anything"]);
});

test("the policy forbids what the page does not need", async ({ browser }) => {
  // A page of its own: here, violations are what is asked for.
  const trial = await open(browser);
  const outcomes = await trial.page.evaluate(async () => {
    /** @param {() => unknown} act */
    const attempt = async (act) => {
      try {
        await act();
        return "allowed";
      } catch {
        return "refused";
      }
    };
    return {
      "markup from a string": await attempt(() => {
        document.createElement("p").innerHTML = "<b>x</b>";
      }),
      "code from a string": await attempt(() => {
        const button = document.createElement("button");
        button.setAttribute("onclick", "this.dataset.ran = 'yes'");
        button.click();
        if (!button.dataset.ran) throw new Error("did not run");
      }),
      "another server": await attempt(() => fetch("https://example.org/")),
    };
  });
  assert.deepEqual(outcomes, { "markup from a string": "refused", "code from a string": "refused", "another server": "refused" });
  const noticed = () => trial.problems.filter((problem) => problem.startsWith("policy: ")).length;
  for (let turn = 0; turn < 500 && noticed() < 3; turn += 1) await trial.page.waitForTimeout(20);
  assert.equal(noticed(), 3, "each refusal is noticed, so that the other tests would see one");
  await trial.context.close();
});

test("the page goes on without a network", async ({ page, context }) => {
  await context.setOffline(true);
  await setText(page, "Ana Ruiz flew to Lisbon on May 3, 2026.");
  assert.equal(await page.locator("#article mark.person").textContent(), "Ana Ruiz");
});

test("a core that cannot be loaded is said to be missing", async ({ browser }) => {
  const context = await browser.newContext();
  const broken = await context.newPage();
  await broken.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  await broken.goto(address);
  await broken.locator("#failure").waitFor();
  assert.match((await broken.textContent("#failure")) ?? "", /couldn’t load/);
  assert.ok(await broken.locator("#article mark").first().isVisible(), "what was served stays");
  await broken.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "Ana Ruiz left.");
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  assert.equal(await broken.textContent("#article"), "Ana Ruiz left.");
  assert.ok(await broken.locator("#article").isVisible(), "and what is pasted can be read");
  await broken.unroute("**/*.wasm");
  await broken.click("#reload");
  await ready(broken);
  await context.close();
});
