// The package as others get it: packed, installed into projects of their own, and imported.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { publint } from "publint";
import { createProject } from "./project.mjs";

/** @type {Awaited<ReturnType<typeof createProject>>} */
let made;
/** A project that has installed the package. */
let project = "";
/** The files of the package. @type {string[]} */
let files = [];

before(async () => {
  made = await createProject();
  ({ folder: project, files } = made);
});
after(() => made?.remove());

/** @param {string} program  @param {string[]} given */
const run = (program, given) => made.run(program, given);

/** What a module of the project prints, as JSON. @param {string} source */
async function printed(source) {
  await writeFile(join(project, "main.mjs"), source);
  return JSON.parse(run("node", ["main.mjs"]));
}

test("the version is the crate's", async () => {
  const [, version] = /^\[workspace\.package\]\nversion = "(.+)"$/m.exec(await readFile("Cargo.toml", "utf8")) ?? [];
  assert.equal(JSON.parse(await readFile("www/package.json", "utf8")).version, version);
});

test("what exports, types and files name is there, and nothing of the page", async () => {
  const manifest = JSON.parse(await readFile(join(project, "node_modules/newsmark/package.json"), "utf8"));
  const named = JSON.stringify(manifest.exports).match(/\.\/[^"]+\.(?:js|wasm|json|d\.ts)(?=")/g) ?? [];
  assert.ok(named.length > 10);
  for (const path of named.filter((path) => path !== "./newsmark.wasm")) assert.ok(files.includes(path.slice(2)), path);
  assert.deepEqual(files.filter((path) => /^(page|style|examples|index)/.test(path)), []);
  assert.equal(manifest.dependencies, undefined);
});

test("publint finds nothing", async () => {
  const { messages } = await publint({ pkgDir: resolve("www"), strict: true });
  assert.deepEqual(messages, []);
});

test("Node annotates and exports", async () => {
  const found = await printed(`
    import { annotate, exportAs } from "newsmark";
    const text = "Ana Ruiz said on Monday that the bridge will open.";
    const annotations = await annotate(text, { date: "2024-05-17" });
    const error = await annotate(text, { date: "soon" }).catch(({ name, kind }) => [name, kind]);
    console.log(JSON.stringify([annotations.dates[0].value, await exportAs(text, annotations, "csv-entities"), error]));`);
  assert.equal(found[0], "2024-05-13");
  assert.match(found[1], /0,person,Ana Ruiz,/);
  assert.deepEqual(found[2], ["NewsmarkError", "date"]);
});

test("the inline file annotates, without any other", async () => {
  const found = await printed(`
    globalThis.fetch = () => { throw new Error("asked for something"); };
    const { load } = await import("newsmark/inline");
    const { annotate } = await load();
    console.log(JSON.stringify(annotate("Ana Ruiz left.").entities[0].name));`);
  assert.equal(found, "Ana Ruiz");
  assert.doesNotMatch(await readFile("www/pkg/inline.js", "utf8"), /^import |\bfrom"/m);
});

test("a server can import everything, and nothing happens", async () => {
  const names = await printed(`
    const modules = await Promise.all(["newsmark", "newsmark/element", "newsmark/define", "newsmark/mark", "newsmark/worker"].map((name) => import(name)));
    console.log(JSON.stringify(modules.map((module) => Object.keys(module))));`);
  assert.deepEqual(names, [["annotate", "exportAs", "load"], ["NewsMark"], [], ["mark", "unmark"], ["createAnnotator"]]);
});

test("a bundler takes what is used, and the element's definition stays", async () => {
  await mkdir(join(project, "source"), { recursive: true });
  /** @param {string} source */
  const bundled = async (source) => {
    await writeFile(join(project, "source/main.js"), source);
    const { outputFiles } = await build({ entryPoints: [join(project, "source/main.js")], bundle: true, format: "esm", write: false, logLevel: "silent" });
    return outputFiles[0]?.text ?? "";
  };
  assert.doesNotMatch(await bundled(`import "newsmark";`), /WebAssembly/, "nothing is used");
  const core = await bundled(`import { annotate } from "newsmark"; console.log(annotate);`);
  assert.match(core, /WebAssembly/);
  assert.doesNotMatch(core, /node:|news-mark/, "no part of Node, no element");
  assert.match(await bundled(`import "newsmark/define";`), /customElements\.define\("news-mark"/);
});

test("the examples of its README do what they say", async () => {
  const examples = [...(await readFile("www/README.md", "utf8")).matchAll(/```js\n([^]*?)```/g)].map(([, code]) => code ?? "");
  const forNode = examples.filter((code) => code.includes("console.log"));
  assert.ok(forNode.length >= 3);
  for (const code of forNode) {
    const expected = [...code.matchAll(/console\.log\(.*\); +\/\/ (.*)/g)].map(([, shown]) => shown);
    await writeFile(join(project, "example.mjs"), code);
    assert.deepEqual(run("node", ["example.mjs"]).trim().split("\n"), expected, code);
  }
});

test("types are right for who imports them", async () => {
  await writeFile(join(project, "use.ts"), `
    import { annotate, exportAs, load } from "newsmark";
    import { NewsMark } from "newsmark/element";
    import "newsmark/define";
    import { mark, unmark } from "newsmark/mark";
    import { createAnnotator } from "newsmark/worker";
    const found = await annotate("Ana Ruiz left.", { date: "2024-05-17", names: [{ name: "TDL", type: "organization" }] });
    const first: string = found.entities[0]!.name;
    const kind: "direct" | "indirect" | "mixed" | undefined = found.quotes[0]?.kind;
    const file: string = await exportAs("", found, "tei");
    const date: string = (null as unknown as NewsMark).date;
    const again: Promise<typeof found> = createAnnotator().annotate("", { signal: AbortSignal.timeout(1) });
    document.querySelector("news-mark")!.addEventListener("news-mark:select", ({ detail }) => {
      if (detail.sort === "date") console.log(detail.annotation.value satisfies string);
    });
    document.createElement("news-mark").types = "person";
    // @ts-expect-error: no such property
    document.createElement("news-mark").kinds = "person";
    const text: string = (await mark(null as unknown as Element, { types: ["person"], watch: true })).text;
    unmark(null as unknown as Element);
    // @ts-expect-error: no such format
    (await load()).exportAs("", found, "pdf");
    console.log(first, kind, file, date, again, text);`);
  for (const [module, resolution] of [["node16", "node16"], ["esnext", "bundler"]]) {
    const options = ["--ignoreConfig", "--noEmit", "--strict", "--target", "es2023", "--lib", "es2023,dom", "--types", "", "--module", module ?? "", "--moduleResolution", resolution ?? ""];
    run("node", [resolve("node_modules/typescript/bin/tsc"), ...options, "use.ts"]);
  }
});
