// The rules of a dossier, without a page: who is joined, what is compared, what is read from a file.

import assert from "node:assert/strict";
import { test } from "node:test";
import { compared } from "../../www/dossier/comparing.js";
import { plain } from "../../www/dossier/digest.js";
import { asFile, fromFile, storyOf } from "../../www/dossier/file.js";
import { decided, joined, keyOf } from "../../www/dossier/joining.js";
import { createPool } from "../../www/dossier/pool.js";

/** An article that names some people, each with a role. @param {string} id  @param {...[name: string, role?: string, type?: string]} people  @returns {any} */
const article = (id, ...people) => ({ story: { id }, digest: { quotes: [], named: people.map(([name, role, type = "person"]) => (
  { type, name, plain: plain(name), turn: 1, roles: role ? [role] : [], about: role ? role.split(" ") : [], mentions: 1, quotes: [] })) } });

/** Who is joined: the articles of each. @param {ReturnType<typeof joined>} parties */
const shown = (parties) => parties.map(({ name, members }) => `${name}: ${members.map(({ reading }) => reading.story.id).join("")}`);

/** @type {[what: string, articles: any[], parties: string[]][]} */
const CASES = [
  ["one full name, one role", [article("1", ["Ana Ruiz", "mayor"]), article("2", ["Ana Ruiz", "mayor"])], ["Ana Ruiz: 12"]],
  ["case, accents and marks", [article("1", ["Seán O’Neill"]), article("2", ["SEAN O'NEILL"])], ["Seán O’Neill: 12"]],
  ["a role in one of them", [article("1", ["Ana Ruiz", "mayor"]), article("2", ["Ana Ruiz"])], ["Ana Ruiz: 12"]],
  ["two roles", [article("1", ["Ana Ruiz", "mayor"]), article("2", ["Ana Ruiz", "nurse"])], ["Ana Ruiz: 1", "Ana Ruiz: 2"]],
  ["two roles, and one without", [article("1", ["Ana Ruiz", "mayor"]), article("2", ["Ana Ruiz", "nurse"]), article("3", ["Ana Ruiz"])], ["Ana Ruiz: 1", "Ana Ruiz: 2", "Ana Ruiz: 3"]],
  ["two roles, and one with both", [article("1", ["Ana Ruiz", "mayor"]), article("2", ["Ana Ruiz", "senator"]), article("3", ["Ana Ruiz", "mayor senator"])], ["Ana Ruiz: 123"]],
  ["a surname alone", [article("1", ["Ruiz", "mayor"]), article("2", ["Ruiz", "mayor"]), article("3", ["Ana Ruiz", "mayor"])], ["Ana Ruiz: 3", "Ruiz: 1", "Ruiz: 2"]],
  ["an initial is no name", [article("1", ["J. Ruiz"]), article("2", ["J. Ruiz"])], ["J. Ruiz: 1", "J. Ruiz: 2"]],
  ["organisations", [article("1", ["Lumenar", "", "organization"]), article("2", ["the Lumenar", "", "organization"])], ["Lumenar: 12"]],
  ["a name that fits many", [article("1", ["City Council", "", "organization"]), article("2", ["City Council", "", "organization"])], ["City Council: 1", "City Council: 2"]],
  ["a person is no organisation", [article("1", ["Ana Ruiz"]), article("2", ["Ana Ruiz", "", "organization"])], ["Ana Ruiz: 1", "Ana Ruiz: 2"]],
];

for (const [what, articles, parties] of CASES) {
  test(`joining: ${what}`, () => assert.deepEqual(shown(joined(articles, [])), parties));
}

test("joining: what is decided goes before the rules, and the last decision before the others", () => {
  const articles = [article("1", ["Ana Ruiz", "mayor"]), article("2", ["Ana Ruiz", "nurse"]), article("3", ["Ruiz"])];
  const [mayor, nurse, lone] = joined(articles, []);
  assert.ok(mayor && nurse && lone);
  /** @type {ReturnType<typeof decided>} */
  let decisions = decided([], { does: "join", one: mayor.key, other: nurse.key });
  decisions = decided(decisions, { does: "join", one: lone.key, other: nurse.key });
  assert.deepEqual(shown(joined(articles, decisions)), ["Ana Ruiz: 123"]);
  decisions = decided(decisions, { does: "part", members: nurse.members.map(keyOf) });
  assert.deepEqual(shown(joined(articles, decisions)), ["Ana Ruiz: 1", "Ana Ruiz: 2", "Ruiz: 3"]);
  decisions = decided(decisions, { does: "rename", member: lone.key, name: "Old Ruiz" });
  assert.deepEqual(shown(joined(articles, decisions)), ["Ana Ruiz: 1", "Ana Ruiz: 2", "Old Ruiz: 3"]);
  assert.deepEqual(shown(joined(articles, [{ does: "join", one: "gone", other: mayor.key }])), ["Ana Ruiz: 1", "Ana Ruiz: 2", "Ruiz: 3"], "who is gone is passed over");
});

test("comparing: what is the same, what changed, what came and went", () => {
  const digest = (/** @type {[string, number][]} */ ...quotes) => /** @type {any} */ ({ named: [{ name: "Ana Ruiz", type: "person", plain: "ana ruiz" }, { name: "Bo Lind", type: "person", plain: "bo lind" }],
    quotes: quotes.map(([words, speaker], at) => ({ words, speakers: [speaker], speaker: "", start: at, end: at, kind: "direct" })) });
  const { same, changed, came, went, names } = compared(
    digest(["“It is late.”", 0], ["“We will build it,”", 0], ["“No comment.”", 1], ["“The port is ready.”", 0]),
    digest(["“It is late.”", 0], ["“We will build it well,”", 0], ["“The port is ready.”", 1], ["“Ask the council.”", 1]));
  assert.equal(same, 1);
  assert.deepEqual(changed.map(({ before, after }) => [before.said.words, before.speaker, after.said.words, after.speaker]), [
    ["“We will build it,”", "Ana Ruiz", "“We will build it well,”", "Ana Ruiz"],
    ["“The port is ready.”", "Ana Ruiz", "“The port is ready.”", "Bo Lind"],
  ]);
  assert.deepEqual([came.map(({ said }) => said.words), went.map(({ said }) => said.words)], [["“Ask the council.”"], ["“No comment.”"]]);
  assert.deepEqual(names, { came: [], went: [] });
});

test("files: what was written is read, and what is no dossier is refused", () => {
  const story = storyOf("“So,” said Ana Ruiz.", { date: "2026-03-04", file: "a.txt", corrections: [{ does: "remove", sort: "quote", at: { start: 0, end: 5 } }] });
  const dossier = { name: "March", stories: [story], decisions: [/** @type {const} */ ({ does: "rename", member: "x", name: "y" })] };
  assert.deepEqual(fromFile(asFile(dossier)), dossier);
  for (const other of ["", "[]", "null", "{}", '{"newsmark":"dossier"}', '{"articles":[]}', "\0"]) assert.equal(fromFile(other), "other", other);
  assert.equal(fromFile('{"newsmark":"dossier","version":2,"articles":[]}'), "newer");
  assert.deepEqual(fromFile(JSON.stringify({ newsmark: "dossier", version: 1, name: 7, decisions: [{ does: "join" }, null, 3], articles: [null, { text: 5 }, { text: " " }, { text: "A.", date: "2026-02-30", corrections: [{ does: "x" }, "y"], file: {} }] })),
    { name: "", stories: [storyOf("A.", {})], decisions: [] });
});

/** A thread that answers in its turn, and dies of an article that says so. */
class Thread {
  /** How many were started. */
  static started = 0;
  /** @type {((event: { data: unknown }) => void) | null} */
  onmessage = null;
  /** @type {((event: { message: string, preventDefault: () => void }) => void) | null} */
  onerror = null;
  isDead = false;

  constructor() {
    Thread.started += 1;
  }

  /** @param {{ stories: { text: string }[] }} sent */
  postMessage({ stories }) {
    setImmediate(() => {
      if (this.isDead || stories.length === 0) return;
      this.isDead = stories.some(({ text }) => text.includes("deadly"));
      if (this.isDead) this.onerror?.({ message: "out of memory", preventDefault() {} });
      else this.onmessage?.({ data: stories.map(({ text }) => ({ made: text, problem: "" })) });
    });
  }

  terminate() {
    this.isDead = true;
  }
}

test("reading many: each is told once, and of a thread that dies only what it died of is lost", async () => {
  const stories = Array.from({ length: 50 }, (_, at) => storyOf(at === 17 ? "deadly" : `${at} ${"word ".repeat(at * 60)}`, {}));
  const pool = createPool(() => /** @type {any} */ (new Thread()), 2);
  pool.warmUp();
  /** @type {Map<number, any>} */
  const told = new Map();
  await pool.read(stories, "digest", (answers) => {
    for (const [at, answer] of answers) {
      assert.ok(!told.has(at), `${at} is told twice`);
      told.set(at, answer);
    }
  }, new AbortController().signal);
  assert.equal(told.size, stories.length);
  for (const [at, { made, problem }] of told) assert.deepEqual([made, problem], at === 17 ? [null, "out of memory"] : [stories[at]?.text, ""], String(at));
  assert.ok(Thread.started > 2 && Thread.started < 6, String(Thread.started));
});
