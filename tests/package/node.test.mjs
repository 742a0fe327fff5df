// The package on a server: in threads, by `require`, in bundles for Node, and what is refused there.

import assert from "node:assert/strict";
import { mkdir, readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { createProject } from "./project.mjs";

/** @type {Awaited<ReturnType<typeof createProject>>} */
let project;

before(async () => (project = await createProject()));
after(() => project?.remove());

/** What a script of the project prints, as JSON. @param {string} name  @param {string} source */
async function printed(name, source) {
  await writeFile(join(project.folder, name), source);
  return JSON.parse(project.run("node", [name]));
}

test("a worker of Node's finds what the main thread finds, and keeps no program alive", async () => {
  // A program that did not end by itself would not be answered here.
  const found = await printed("worker.mjs", `
    import { annotate } from "newsmark";
    import { createAnnotator } from "newsmark/worker";
    const annotator = createAnnotator();
    const text = "“We will build it,” Ana Ruiz said yesterday.";
    const options = { date: "2026-03-04", patterns: [{ type: "other", pattern: "build" }] };
    const same = JSON.stringify(await annotator.annotate(text, options)) === JSON.stringify(await annotate(text, options));
    const progress = [];
    await annotator.annotate(text, { progress: (done) => progress.push(done) });
    const wrong = await annotator.annotate(text, { date: "soon" }).catch(({ name, kind }) => [name, kind]);
    const long = "Ana Ruiz said on Monday that the bridge will open.\\n\\n".repeat(40_000);
    const abort = new AbortController();
    const given = annotator.annotate(long, { signal: abort.signal }).catch(({ name }) => name);
    abort.abort();
    console.log(JSON.stringify([same, progress.at(-1), wrong, await given, (await annotator.annotate(text)).quotes.length, annotator.isThreaded]));`);
  assert.deepEqual(found, [true, 1, ["NewsmarkError", "date"], "AbortError", 1, true]);
});

test("where the thread's script is not there, the main thread does the work", async () => {
  const folder = join(project.folder, "node_modules/newsmark/pkg");
  await rename(join(folder, "worker-thread-node.js"), join(folder, "away.js"));
  try {
    const found = await printed("refused.mjs", `
      import { createAnnotator } from "newsmark/worker";
      const annotator = createAnnotator();
      const calls = ["Ana Ruiz left.", "Bo Lind stayed.", "Paul Mercier came."].map((text) => annotator.annotate(text).catch(({ name }) => name));
      const found = await Promise.all(calls);
      console.log(JSON.stringify([...found.map((one) => one.entities?.[0].name ?? one), annotator.isThreaded]));`);
    assert.deepEqual(found, ["Ana Ruiz", "AbortError", "Paul Mercier", false]);
  } finally {
    await rename(join(folder, "away.js"), join(folder, "worker-thread-node.js"));
  }
});

const USE = `
  const text = "“It is late,” said Ana Ruiz.";
  const patterns = [{ type: "other", pattern: "late" }];
  annotate(text, { patterns }).then(async (found) => console.log(JSON.stringify([found.entities.map(({ name }) => name), (await exportAs(text, found, "markdown")).includes("## Ana Ruiz")])));`;

test("require gives the same calls", async () => {
  assert.deepEqual(await printed("required.cjs", `const { annotate, exportAs } = require("newsmark");${USE}`), [["late", "Ana Ruiz"], true]);
});

for (const [format, extension] of /** @type {const} */ ([["esm", "mjs"], ["cjs", "cjs"]])) {
  test(`a bundle for Node (${format}) needs no file beside it`, async () => {
    const source = join(project.folder, `source.${extension}.js`);
    await writeFile(source, `import { annotate, exportAs } from "newsmark"; import { createAnnotator } from "newsmark/worker";${USE}
      export { createAnnotator };`);
    const outfile = join(project.folder, `bundle-${format}`, `main.${extension}`);
    await build({ entryPoints: [source], bundle: true, platform: "node", format, outfile, logLevel: "error", logOverride: { "empty-import-meta": "silent" } });
    assert.deepEqual(await readdir(join(project.folder, `bundle-${format}`)), [`main.${extension}`]);
    assert.deepEqual(JSON.parse(project.run("node", [outfile])), [["late", "Ana Ruiz"], true]);
  });
}

test("an option that there is not is refused, wherever it is given", async () => {
  const found = await printed("options.mjs", `
    import { annotate, isNewsmarkError, load } from "newsmark";
    import { createAnnotator } from "newsmark/worker";
    const { annotate: atOnce } = await load();
    const tried = await Promise.all([
      async () => annotate("", { dat: "2024-05-17" }),
      async () => atOnce("", { dat: "2024-05-17" }),
      async () => createAnnotator().annotate("", { dat: "2024-05-17" }),
      async () => annotate("", "2024-05-17"),
    ].map((call) => call().catch((error) => [isNewsmarkError(error), error.kind, error.message])));
    console.log(JSON.stringify([tried, isNewsmarkError(new Error("other")), isNewsmarkError("text")]));`);
  const known = "date, names, patterns, everything, limit, progress";
  const refused = [true, "options", `unknown option "dat"; the options are ${known}`];
  assert.deepEqual(found, [[refused, refused, [true, "options", `unknown option "dat"; the options are ${known}, signal`], [true, "options", "the options must be an object, such as { date: \"2022-01-03\" }"]], false, false]);
});

test("what a bundler for a site makes of a wasm can be given to load", async () => {
  const folder = join(project.folder, "esbuild");
  await mkdir(folder, { recursive: true });
  const source = join(folder, "main.js");
  await writeFile(source, `import wasm from "newsmark/newsmark.wasm"; import { load } from "newsmark"; load(wasm);`);
  await build({ entryPoints: [source], bundle: true, format: "esm", outdir: join(folder, "dist"), loader: { ".wasm": "file" }, logLevel: "error" });
  const made = await readdir(join(folder, "dist"));
  assert.equal(made.filter((name) => name.endsWith(".wasm")).length, 1, made.join(" "));
});
