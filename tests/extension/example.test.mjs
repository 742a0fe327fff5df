// The example for authors of extensions, bundled as it says: it marks a page that allows no wasm.

import assert from "node:assert/strict";
import { cp, mkdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { launch, marked } from "./browser.mjs";
import { ARTICLE } from "./pages.mjs";

const EXAMPLE = "www/examples/extension";
const MADE = resolve("target/extension/example");

/** @type {import("./browser.mjs").Launched} */
let launched;
before(async () => {
  await mkdir(MADE, { recursive: true });
  const alias = { "newsmark/mark": resolve("www/pkg/mark.js"), newsmark: resolve("www/pkg/index.js") };
  await build({ entryPoints: [`${EXAMPLE}/background.js`], bundle: true, format: "esm", outdir: MADE, logLevel: "error", alias });
  await build({ entryPoints: [`${EXAMPLE}/content.js`], bundle: true, outdir: MADE, logLevel: "error", alias });
  await cp(`${EXAMPLE}/manifest.json`, `${MADE}/manifest.json`);
  await cp("www/pkg/newsmark_bg.wasm", `${MADE}/newsmark_bg.wasm`);
  launched = await launch({ article: { body: ARTICLE, policy: "default-src 'none'" } }, MADE);
});
after(() => launched?.close());

test("the example marks a page that allows no wasm", async () => {
  const page = await launched.open("article");
  await launched.click(page);
  assert.ok((await marked(page)).person?.includes("Ana Ruiz"));
});

test("the package's README has it", async () => {
  const readme = await readFile("www/README.md", "utf8");
  for (const name of ["background.js", "content.js"]) {
    const [, code = ""] = /\n\n(import[^]*)/.exec(await readFile(`${EXAMPLE}/${name}`, "utf8")) ?? [];
    assert.ok(readme.includes(code), name);
  }
});
