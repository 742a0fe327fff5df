// A dossier that outlives its tab: in this browser's own database, once its reader has agreed, and until they take that back. Nothing leaves
// the device. Several tabs may change it: each writes only what it changed, and what another has written meanwhile is joined with it. By idb,
// which gives the browser's database promises in 1 KB.

import { openDB } from "idb";
import { agree, disagree, isAgreed } from "../page/settings.js";
import { isDecision, storyOf } from "./file.js";

/** @typedef {import("./digest.js").Story} Story */
/** @typedef {import("./file.js").Dossier} Dossier */
/** @typedef {{ order: number, revision: number, story: Story }} Kept  `order` is its place in the list, `revision` how often it was written. */
/** @typedef {{ name: string, decisions: readonly import("./joining.js").Decision[] }} About */
/** @typedef {"full" | "blocked"} Wrong */

const NAME = "newsmark";
const [ARTICLES, ABOUT] = ["articles", "about"];

/**
 * @param {(dossier: Dossier | null, gone: ReadonlySet<string>) => void} changed  Told of what another tab has written, and which articles it has
 *   taken out; null where it has deleted everything.
 * @param {(wrong: Wrong) => void} failed       Told of what could not be written.
 */
export function createKeeping(changed, failed) {
  /** @type {Promise<import("idb").IDBPDatabase<unknown>> | null} */
  let base = null;
  /** What the database has, as far as this tab knows. @type {Dossier} */
  let known = { name: "", stories: [], decisions: [] };
  /** @type {Map<string, Kept>} */
  let rows = new Map();
  /** One thing after the other. @type {Promise<unknown>} */
  let queue = Promise.resolve();
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = () => after(async () => {
    if (!base) return;
    if (isAgreed()) await readAgain();
    else changed(null, new Set());
  });

  const open = () => openDB(NAME, 1, {
    upgrade(made) {
      made.createObjectStore(ARTICLES, { keyPath: "story.id" });
      made.createObjectStore(ABOUT);
    },
    terminated: () => (base = null),
  });

  /** @template T  @param {() => Promise<T>} work  @returns {Promise<T | undefined>} */
  function after(work) {
    const done = queue.then(work).catch((error) => void failed(error?.name === "QuotaExceededError" ? "full" : "blocked"));
    queue = done;
    return done;
  }

  /** What is kept. @returns {Promise<Dossier>} */
  async function read() {
    const transaction = (await (base ??= open())).transaction([ARTICLES, ABOUT]);
    const [all, about] = await Promise.all([transaction.objectStore(ARTICLES).getAll(), transaction.objectStore(ABOUT).get(ABOUT)]);
    const sorted = /** @type {Kept[]} */ (all).filter(({ story }) => typeof story?.text === "string").sort((one, other) => one.order - other.order);
    rows = new Map(sorted.map((row) => [row.story.id, { ...row, story: storyOf(row.story.text, row.story) }]));
    known = { name: about?.name ?? "", decisions: (about?.decisions ?? []).filter(isDecision), stories: [...rows.values()].map(({ story }) => story) };
    return known;
  }

  /** Tells what the database has now. */
  async function readAgain() {
    const before = known.stories;
    await read();
    changed(known, new Set(before.flatMap(({ id }) => (rows.has(id) ? [] : id))));
  }

  /** Writes what differs from what is known. @param {Dossier} now */
  async function write(now) {
    const here = new Map(now.stories.map((story) => [story.id, story]));
    const gone = known.stories.filter(({ id }) => !here.has(id));
    const fresh = now.stories.filter((story) => rows.get(story.id)?.story !== story);
    const isAboutNew = now.name !== known.name || now.decisions !== known.decisions;
    if (gone.length + fresh.length === 0 && !isAboutNew) return;
    const transaction = (await (base ??= open())).transaction([ARTICLES, ABOUT], "readwrite");
    const [articles, abouts] = [transaction.objectStore(ARTICLES), transaction.objectStore(ABOUT)];
    const written = new Map(rows);
    let isJoined = false;
    /** @type {Promise<unknown>[]} */
    const work = gone.map(({ id }) => articles.delete(id).then(() => void written.delete(id)));
    let last = Math.max(0, ...[...rows.values()].map(({ order }) => order));
    for (const story of fresh) {
      const own = rows.get(story.id);
      const order = own?.order ?? (last += 1);
      work.push(articles.get(story.id).then(async (/** @type {Kept | undefined} */ there) => {
        const isOthers = there !== undefined && there.revision !== own?.revision;
        isJoined ||= isOthers;
        const row = { order: there?.order ?? order, revision: (there?.revision ?? 0) + 1, story: isOthers ? { ...story, ...both(there.story, story) } : story };
        await articles.put(row);
        written.set(story.id, { ...row, story });
      }));
    }
    if (isAboutNew) {
      work.push(abouts.get(ABOUT).then(async (/** @type {About | undefined} */ there) => {
        const others = (there?.decisions ?? []).filter((one) => !has(known.decisions, one) && !has(now.decisions, one));
        await abouts.put({ name: now.name !== known.name ? now.name : there?.name ?? "", decisions: [...others, ...now.decisions] }, ABOUT);
      }));
    }
    await Promise.all([...work, transaction.done]);
    rows = written;
    known = now;
    channel.postMessage("written");
    if (isJoined) await readAgain();
  }

  return {
    /** The reader agrees. @param {Dossier} now  @returns {Promise<Dossier | undefined>} what was kept before; nothing where the browser keeps nothing. */
    agree: (now) => after(async () => {
      const before = await read();
      await write({ ...now, name: now.name || before.name, stories: [...before.stories, ...now.stories.filter(({ id }) => !rows.has(id))], decisions: [...before.decisions, ...now.decisions] });
      agree();
      void navigator.storage?.persist?.();
      return known;
    }),

    /** What was kept. */
    recall: () => after(read),

    /** @param {Dossier} now */
    keep: (now) => void after(() => write(now)),

    /** Forgets all that is kept; what the reader has set stays in this tab, or is forgotten as well. @param {boolean} isAll */
    forget: (isAll) => after(async () => {
      disagree(isAll);
      const transaction = (await (base ??= open())).transaction([ARTICLES, ABOUT], "readwrite");
      await Promise.all([transaction.objectStore(ARTICLES).clear(), transaction.objectStore(ABOUT).clear(), transaction.done]);
      known = { name: "", stories: [], decisions: [] };
      rows = new Map();
      channel.postMessage("forgotten");
    }),
  };
}

/** What two tabs made of an article: the corrections of both. @param {Story} theirs  @param {Story} ours */
function both(theirs, ours) {
  return { date: ours.date || theirs.date, publication: ours.publication || theirs.publication, corrections: [...theirs.corrections, ...ours.corrections.filter((one) => !has(theirs.corrections, one))] };
}

/** @param {readonly unknown[]} all  @param {unknown} one */
function has(all, one) {
  return all.some((other) => JSON.stringify(other) === JSON.stringify(one));
}
