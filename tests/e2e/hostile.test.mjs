// Five hundred texts that would like to be run, by every way into the page and out of it: each stays text.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pageTests, setText } from "./browser.mjs";

const test = pageTests();

/** What runs where it is taken for markup; all of them call `alert`. */
const VECTORS = [
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
  "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>", "<details open ontoggle=alert(1)>", "<body onload=alert(1)>",
  "<input autofocus onfocus=alert(1)>", "<a href=javascript:alert(1) id=x>x</a>", "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
  "<object data=\"javascript:alert(1)\"></object>", "<embed src=javascript:alert(1)>", "<video><source onerror=alert(1)></video>",
  "<style>@keyframes x{}</style><p style=animation-name:x onanimationstart=alert(1)>", "<template><script>alert(1)</script></template>",
  "<form action=javascript:alert(1)><button autofocus onfocus=alert(1)>", "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
  "<base href=javascript:alert(1)//>", "<link rel=stylesheet href=//evil.example/x.css onerror=alert(1)>", "<audio src=x onerror=alert(1)>",
];
/** What ends whatever the text may stand in. */
const ENDS = ["", "\">", "'>", "-->", "]]>"];
/** Where in an article it stands. @type {((payload: string) => string)[]} */
const PLACES = [
  (payload) => payload,
  (payload) => `Mayor Ana ${payload} Ruiz said on March 4, 2026 that it was late.`,
  (payload) => `“It is ${payload} late,” said Ana Ruiz.`,
  (payload) => `“It is late,” said Ana ${payload}.`,
  (payload) => `ANA RUIZ${payload}: It was on May 3, 20${payload}26.`,
];
const PAYLOADS = VECTORS.flatMap((vector) => ENDS.flatMap((end) => PLACES.map((place) => place(end + vector))));
/** So many at once: the page is looked at once for each portion. */
const PORTION = 50;
const FORMATS = ["json", "html", "markdown", "tei", "web-annotations", "brat", "conll", "csv-entities", "csv-quotes", "csv-dates"];

/** Elements that no article makes. @param {import("./browser.mjs").Page} page */
const foreign = (page) => page.locator(["#article", "#panel", "#card"].map((place) => `${place} :is(script, img, iframe, object, embed, video, audio, math, style, template, form, meta, base, link, a, details, body, [onload], [onerror], [onfocus])`).join(", ")).count();

test("five hundred payloads, typed, opened and linked, and in every export", async ({ page, context, problems }) => {
  assert.equal(PAYLOADS.length, 500);
  const folder = await mkdtemp(join(tmpdir(), "newsmark-hostile-"));
  try {
    for (let from = 0; from < PAYLOADS.length; from += PORTION) {
      const text = PAYLOADS.slice(from, from + PORTION).join("\n\n");
      await setText(page, text);
      assert.equal(await foreign(page), 0, "typed");
      await page.locator("#article mark[tabindex]").first().press("Enter");
      assert.equal(await foreign(page), 0, "in a card");

      const written = await page.evaluate(async ([text, formats]) => {
        const { annotate, exportAs, load } = await import(`${location.origin}/core/engine.js`);
        await load();
        const annotations = annotate(text);
        return Object.fromEntries(formats.map((format) => [format, exportAs({ text, annotations }, format)]));
      }, /** @type {const} */ ([text, FORMATS]));
      for (const [format, ending] of [["html", "html"], ["tei", "xml"], ["markdown", "txt"]]) {
        const file = join(folder, `article.${ending}`);
        await writeFile(file, String(written[String(format)]));
        const reader = await context.newPage();
        reader.on("dialog", (dialog) => {
          problems.push(`${format}: a dialog`);
          return dialog.dismiss();
        });
        /** @type {string[]} */
        const asked = [];
        reader.on("request", (request) => asked.push(request.url()));
        await reader.goto(pathToFileURL(file).href);
        assert.deepEqual(asked, [pathToFileURL(file).href], `${format} asks for nothing`);
        if (format === "html") assert.equal(await reader.locator("script, img, iframe, object, embed, [onerror], [onload]").count(), 0);
        await reader.close();
      }
      assert.deepEqual(JSON.parse(written.json).text, text);
      JSON.parse(written["web-annotations"]);

      for (const name of ["payloads.txt", "payloads.html"]) {
        await page.setInputFiles("#file", { name, mimeType: name.endsWith("html") ? "text/html" : "text/plain", buffer: Buffer.from(`<p>Ana Ruiz</p>${text}`) });
        // As a page, its tags are gone.
        await page.waitForFunction((isPage) => document.querySelector("#article")?.textContent?.startsWith(isPage ? "Ana Ruiz" : "<p>Ana Ruiz"), name.endsWith("html"));
        assert.equal(await foreign(page), 0, name);
      }

      const link = await page.evaluate((text) => import(`${location.origin}/page/sharing.js`).then(({ linkOf }) => linkOf(text, "")), text);
      await page.evaluate((link) => location.replace(String(link)), link);
      await page.waitForFunction((text) => document.querySelector("#article")?.textContent === text, text);
      assert.equal(await foreign(page), 0, "linked");
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("the net would catch what runs", async ({ page, problems }) => {
  await page.evaluate(() => alert(1));
  assert.equal(problems.splice(0).length, 1);
});
