// `newsmark/files` in Node, as others get it: every kind of file, and what pages, mails and encodings say of themselves.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { decode } from "../../www/files/encoding.js";
import { dayOf } from "../../www/files/days.js";
import { columnsOf } from "../../www/files/pdf-columns.js";
import { paragraphs } from "../../www/files/pdf-paragraphs.js";
import { expanded } from "../../www/files/zip.js";
import { createProject } from "./project.mjs";

/** @type {Awaited<ReturnType<typeof createProject>>} */
let made;
before(async () => {
  made = await createProject();
});
after(() => made?.remove());

test("Node reads files of every kind", async () => {
  await writeFile(join(made.folder, "read.mjs"), `
    import { readFile as bytes } from "node:fs/promises";
    import { readFile } from "newsmark/files";
    const told = [];
    for (const name of ["columns.pdf", "article.docx", "thread.eml", "newsletter.eml", "locked.pdf", "scan.pdf"]) {
      const file = await bytes(${JSON.stringify(`${resolve("tests/files")}/`)} + name);
      told.push(await readFile(file, name).then(({ text, date, dateFrom, cleaned }) => [text.split("\\n")[0], date, dateFrom, cleaned.join()], ({ name, kind, reason }) => [name, kind, reason]));
    }
    console.log(JSON.stringify(told));`);
  const headline = "Harbour Town Votes to Keep Its Lighthouse Lit";
  assert.deepEqual(JSON.parse(made.run("node", ["read.mjs"])), [
    [headline, "2000-01-01", "pdf", "line-breaks,running-heads"],
    [headline, null, null, "pictures"],
    ["The lamp — a statement", "2026-03-04", "mail", "mail-header"],
    [headline, "2026-03-05", "mail", "mail-header,pictures"],
    ["NewsmarkError", "file", "password"],
    ["NewsmarkError", "file", "no-text"],
  ]);
});

for (const [written, day] of /** @type {[string, string | null][]} */ ([
  ["2026-03-04T23:30:00-05:00", "2026-03-04"],
  ["2026-03-04", "2026-03-04"],
  ["2026/3/4 10:00", "2026-03-04"],
  ["20260304", "2026-03-04"],
  ["D:20260304101500+01'00'", "2026-03-04"],
  ["Wed, 4 Mar 2026 22:10:00 -0500", "2026-03-04"],
  ["March 4, 2026", "2026-03-04"],
  ["Sept. 4th, 2026", "2026-09-04"],
  ["2026-02-30", null],
  ["0000-00-00", null],
  ["1772582400", null],
  ["yesterday", null],
  ["", null],
])) {
  test(`the day of “${written}” is ${day}`, () => assert.equal(dayOf(written), day));
}

test("what is no text is told from what is", () => {
  assert.equal(decode(new Uint8Array([0x61, 0, 0, 0, 0x62, 0xff]), false), null);
  assert.equal(decode(new TextEncoder().encode("“x”"), false), "“x”");
  assert.equal(decode(Uint8Array.from([0x93, 0x78, 0x94]), false), "“x”");
  assert.equal(decode(new TextEncoder().encode(`<meta charset="no-such-thing">é`), true), `<meta charset="no-such-thing">é`);
});

/** A line of a page, in points. @param {string} text  @param {number} left  @param {number} right  @param {number} base  @param {number} [size] */
const line = (text, left, right, base, size = 10) => ({ text, left, right, base, size });

test("columns are read one after the other, and what goes across them where it stands", () => {
  const side = (/** @type {string} */ name, /** @type {number} */ left, /** @type {number} */ top) => [1, 2, 3, 4].map((at) => line(`${name}${at}`, left, left + 90, top + at * 12));
  const page = [line("Headline", 0, 200, 10, 20), ...side("a", 0, 20), ...side("b", 100, 20), line("Across", 0, 200, 90), ...side("c", 0, 90), ...side("d", 100, 90)];
  // The order of a file says nothing.
  const order = columnsOf([...page].reverse()).flat().map(({ text }) => text);
  assert.deepEqual(order, page.map(({ text }) => text));
  assert.deepEqual(columnsOf([]), []);
});

test("one column with wide spaces in a line stays one", () => {
  const page = [line("one two three", 0, 200, 10), line("four", 0, 30, 22), line("five", 80, 110, 22), line("six", 170, 200, 22), line("seven eight nine", 0, 200, 34)];
  assert.deepEqual(columnsOf(page).flat().map(({ text }) => text), ["one two three", "four five six", "seven eight nine"]);
});

test("paragraphs end at a gap, an indent, another size and a short last line", () => {
  const gap = [line("a b", 0, 100, 12), line("c.", 0, 90, 24), line("D e", 0, 100, 42), line("f", 0, 100, 54), line("g", 0, 100, 66)];
  assert.equal(paragraphs([gap]), "a b c.\n\nD e f g");
  assert.equal(paragraphs([gap], true), "a b\nc.\n\nD e\nf\ng");
  const indent = [line("a", 0, 100, 12), line("b", 0, 100, 24), line("C", 10, 100, 36), line("d", 0, 100, 48), line("e", 0, 100, 60)];
  assert.equal(paragraphs([indent]), "a b\n\nC d e");
  const list = [line("a", 0, 100, 12), line("b", 0, 100, 24), line("• c", 0, 100, 36), line("d", 10, 100, 48), line("e", 0, 100, 60), line("f", 0, 100, 72)];
  assert.equal(paragraphs([list]), "a b\n\n• c d e f");
  const short = [line("a", 0, 100, 12), line("b.", 0, 40, 24), line("C", 0, 100, 36), line("d", 0, 100, 48)];
  assert.equal(paragraphs([short]), "a b.\n\nC d");
  const headline = [line("One", 0, 100, 20, 20), line("Two", 0, 50, 42, 20), line("a", 0, 100, 60), line("b", 0, 100, 72), line("c", 0, 100, 84)];
  assert.equal(paragraphs([headline]), "One Two\n\na b c");
  // On in the next column, unless a short line ended a sentence.
  const next = [line("e", 120, 220, 12), line("f", 120, 220, 24)];
  assert.equal(paragraphs([[line("a", 0, 100, 12), line("b", 0, 100, 24)], next]), "a b e f");
  assert.equal(paragraphs([[line("a", 0, 100, 12), line("b.", 0, 50, 24)], next]), "a b.\n\ne f");
});

test("a hyphen at a line's end is left to the core, a dash joins", () => {
  assert.equal(paragraphs([[line("the gov-", 0, 100, 12), line("ernment—", 0, 100, 24), line("all of it —", 0, 100, 36), line("paid", 0, 100, 48)]]), "the gov-\nernment—all of it — paid");
});

test("an archive tells what it unpacks to, and a broken one nothing", async () => {

  const size = expanded(new Uint8Array(await readFile("tests/files/article.docx")));
  assert.ok(size > 37_000 && size < 1_000_000, String(size));
  assert.equal(expanded(new Uint8Array([0x50, 0x4b, 3, 4])), 0);
  assert.equal(expanded(new Uint8Array()), 0);
});
