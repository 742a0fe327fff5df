// On demand: a dossier, many articles together. It lies over the page as a dialog; an article of it is opened in the page itself, with its
// corrections, and what is corrected there comes back. Everything happens on the device.

import sheet from "../../style/dossier.css";
import * as words from "../../words/dossier.js";
import { undo } from "../../words/page.js";
import { all as keptCorrections, forgetAll, recall } from "../../corrections/store.js";
import { inOrder, titleOf } from "../../dossier/digest.js";
import { asFile, ENDING, storyOf } from "../../dossier/file.js";
import { voicesOf } from "../../dossier/heard.js";
import { decided, joined, joining } from "../../dossier/joining.js";
import { createKeeping } from "../../dossier/keeping.js";
import { createPool } from "../../dossier/pool.js";
import { byId } from "../../reading/dom.js";
import { createHistory } from "../history.js";
import { isAgreed } from "../settings.js";
import { setUpArriving } from "./dossier/arriving.js";
import { createExporting } from "./dossier/exporting.js";
import { createFrame } from "./dossier/frame.js";
import { save } from "./files.js";

/** @typedef {import("../../dossier/digest.js").Story} Story */
/** @typedef {import("../../dossier/digest.js").Digest} Digest */
/** @typedef {import("../../dossier/digest.js").Entry} Entry */
/** @typedef {import("../../dossier/file.js").Dossier} Dossier */
/** @typedef {import("../../dossier/joining.js").Decision} Decision */
/** @typedef {import("../draft.js").Draft} Draft */

/**
 * @typedef {object} Page     What a dossier asks of the page that it lies over.
 * @property {() => Draft} take               The article that is shown, with its corrections.
 * @property {(draft: Draft) => void} show    Shows another.
 * @property {(name: "dossier" | "files") => string} scriptFor
 */

/**
 * @typedef {object} Model    What the views show.
 * @property {Entry[]} entries                       Every article, in order of time.
 * @property {import("../../dossier/digest.js").Reading[]} readings   Those that were read.
 * @property {import("../../dossier/joining.js").Party[]} parties
 * @property {import("../../dossier/heard.js").Voice[]} voices        Once they are asked for.
 */

/** @param {Page} page */
export function createDossier(page) {
  const style = new CSSStyleSheet();
  style.replaceSync(sheet);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];

  /** @type {Dossier} */
  let dossier = { name: "", stories: [], decisions: [] };
  /** What was saved last. */
  let saved = dossier;
  /** What was found in each article as it stands. @type {WeakMap<Story, { digest: Digest | null, problem: string }>} */
  const found = new WeakMap();
  /** What is shown, until something changes. @type {Model | null} */
  let model = null;
  /** Whether the browser keeps it. */
  let isKept = isAgreed();
  /** Articles are on their way: with the first that is new, something is done. */
  let isComing = false;
  /** Whether something could not be kept. */
  let isBehind = false;
  /** What came from other tabs: going back here is not to lose it. @type {Story[]} */
  let foreign = [];
  /** Reading, while it goes on. @type {AbortController | null} */
  let reading = null;

  const pool = createPool(() => new Worker(page.scriptFor("dossier"), { type: "module" }));
  const createUndo = () => createHistory(() => dossier, goBack, (what, act, again) => frame.tell(what, act, again));
  let history = createUndo();

  const frame = createFrame({
    current: modelNow,
    name: (name) => put({ ...dossier, name }),
    decide: (decision) => {
      history.record(words.DONE[decision.does]);
      put({ ...dossier, decisions: decided(dossier.decisions, decision) });
    },
    remove: (stories) => {
      history.record(words.removed(stories.length));
      put({ ...dossier, stories: dossier.stories.filter((story) => !stories.includes(story)) });
    },
    openArticle,
    files: (files) => void arriving.take(files),
    addShown: () => {
      isComing = true;
      add([shown()]);
    },
    goOn: () => void readAll(),
    cancel: () => {
      arriving.cancel();
      reading?.abort();
    },
    keep: (is) => void keep(is),
    deleteAll: async () => {
      await keeping.forget(true);
      forgetAll();
      isKept = false;
      foreign = [];
      history = createUndo();
      put({ name: "", stories: [], decisions: [] });
      saved = dossier;
      frame.tell(words.deleted);
    },
    save: () => {
      const name = (dossier.name || words.unnamed).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") + ENDING;
      save(name, "application/json", asFile(dossier));
      saved = dossier;
      frame.tell(words.savedAs(name));
    },
    exportAll: () => exporting.open(),
    undo: () => history.undo(),
    redo: () => history.redo(),
  });
  const exporting = createExporting(frame.dialog, { current: modelNow, name: () => dossier.name || words.unnamed, written });
  const arriving = setUpArriving(frame.dialog, () => new Worker(page.scriptFor("files"), { type: "module" }), {
    began: () => (isComing = true),
    arrived: add,
    opened,
    progress: (done, of) => frame.progress(done < of ? words.opening(done, of) : "", done, of),
    refused: frame.refuse,
    done: (what, isNew) => (isNew ? frame.tell(what, undo, () => history.undo()) : frame.tell(what)),
  });

  const keeping = createKeeping((others, gone) => {
    if (!others) {
      isKept = false;
      frame.tell(words.deletedElsewhere);
      return show();
    }
    const here = new Set(dossier.stories.map(({ id }) => id));
    foreign = [...foreign, ...others.stories.filter(({ id }) => !here.has(id))].filter(({ id }) => !gone.has(id));
    adopt(others, gone);
    frame.tell(words.fromElsewhere);
  }, (wrong) => {
    isBehind = true;
    frame.warn(words.NOT_KEPT[wrong]);
  });

  /** Keeps the dossier in the browser, or no more. @param {boolean} is */
  async function keep(is) {
    frame.warn("");
    if (!is) await keeping.forget(false);
    const before = is ? await keeping.agree(dossier) : undefined;
    isKept = before !== undefined;
    if (before) adopt(before);
    else show();
    if (before || !is) frame.tell(before ? words.kept : words.keptNoMore);
  }

  /** Shows what the browser keeps, with what is only here. @param {Dossier} kept  @param {ReadonlySet<string>} [gone]  Articles that it has no more. */
  function adopt(kept, gone) {
    const there = new Set(kept.stories.map(({ id }) => id));
    const own = dossier.stories.filter(({ id }) => !there.has(id) && !gone?.has(id));
    put(own.length > 0 ? { ...kept, name: kept.name || dossier.name, stories: [...kept.stories, ...own] } : kept);
  }

  /** @param {Dossier} state */
  function goBack(state) {
    const there = new Set(state.stories.map(({ id }) => id));
    put({ ...state, stories: [...state.stories, ...foreign.filter(({ id }) => !there.has(id))] });
  }

  /** What is shown of the dossier as it stands. @returns {Model} */
  function modelNow() {
    return (model ??= modelOf(entriesNow(), joined));
  }

  /** The same, once it has been made in turns. */
  async function modelSoon() {
    const [entries, { decisions }] = [entriesNow(), dossier];
    const parties = await inTurns(joining(inOrder(entries), decisions));
    // Meanwhile something else may have been decided.
    if (!model && dossier.decisions === decisions && dossier.stories.length === entries.length) model = modelOf(entries, () => parties);
  }

  /** @returns {Entry[]} */
  function entriesNow() {
    return dossier.stories.map((story) => ({ story, ...(found.get(story) ?? { digest: null, problem: "" }) }));
  }

  /** @param {readonly Entry[]} entries  @param {typeof joined} join  @returns {Model} */
  function modelOf(entries, join) {
    const readings = inOrder(entries);
    const parties = join(readings, dossier.decisions);
    /** @type {Model["voices"] | undefined} */
    let voices;
    return {
      entries: [...readings, ...entries.filter((entry) => entry.digest === null)], readings, parties,
      get voices() {
        return (voices ??= voicesOf(readings, parties));
      },
    };
  }

  /** @param {Dossier} state */
  function put(state) {
    dossier = state;
    if (isKept) keeping.keep(dossier);
    changed();
    void readAll();
  }

  function changed() {
    model = null;
    show();
  }

  function show() {
    byId("show-dossier", HTMLButtonElement).textContent = words.dossierOf(dossier.stories.length);
    frame.show({ title: dossier.name, count: dossier.stories.length, unread: unread().length, isReading: reading !== null, isKept, add: addable() });
  }

  function recordOnce() {
    if (isComing) history.record(words.DONE.add);
    isComing = false;
  }

  /** Adds articles that are not here yet. @param {readonly Story[]} stories  @returns {number} how many. */
  function add(stories) {
    const here = new Set(dossier.stories.map(({ id }) => id));
    const kept = keptCorrections();
    const fresh = stories.flatMap((story) => {
      if (here.has(story.id)) return [];
      here.add(story.id);
      return [story.corrections.length > 0 ? story : { ...story, corrections: recall(story.text, kept) }];
    });
    if (fresh.length > 0) {
      recordOnce();
      put({ ...dossier, stories: [...dossier.stories, ...fresh] });
    }
    return fresh.length;
  }

  /** A dossier that was saved. @param {Dossier} given */
  function opened(given) {
    const isFirst = dossier.stories.length === 0;
    recordOnce();
    add(given.stories);
    put({ ...dossier, name: dossier.name || given.name, decisions: given.decisions.reduce(decided, dossier.decisions) });
    if (isFirst) saved = dossier;
  }

  const unread = () => dossier.stories.filter((story) => !found.has(story));

  /** Reads what was not read yet. */
  async function readAll() {
    if (reading) return;
    let jobs = unread();
    if (jobs.length === 0) return;
    const { signal } = (reading = new AbortController());
    try {
      for (; jobs.length > 0; jobs = unread()) {
        let done = 0;
        const stories = jobs;
        await pool.read(stories, "digest", (answers) => {
          for (const [at, { made, problem }] of answers) found.set(/** @type {Story} */ (stories[at]), { digest: /** @type {Digest | null} */ (made), problem });
          done += answers.length;
          frame.progress(words.reading(done, stories.length), done, stories.length);
        }, signal);
      }
    } catch {
      if (!signal.aborted) frame.tell(words.threadsMissing);
    } finally {
      reading = null;
      frame.progress("", 0, 0);
      // Each by itself, so that the page can answer in between.
      model = null;
      await modelSoon();
      await rest();
      void modelNow().voices;
      await rest();
      show();
    }
  }

  /**
   * Everything that is found in each article, as corrected and written down; "" where nothing could be.
   * @param {readonly Story[]} stories
   * @param {"line" | "training"} wanted
   * @param {AbortSignal} signal
   */
  async function written(stories, wanted, signal) {
    const all = stories.map(() => "");
    await pool.read(stories, wanted, (answers) => {
      for (const [at, { made }] of answers) all[at] = typeof made === "string" ? made : "";
    }, signal);
    return all;
  }

  /** The article that the page shows. @returns {Story} */
  function shown() {
    const { text, date, publication, corrections } = page.take();
    return storyOf(text, { date, publication: publication.trim(), corrections });
  }

  /** The title of the page's article, where it can be added. */
  function addable() {
    const { text, sample } = page.take();
    if (text.trim() === "" || sample !== "") return "";
    const story = storyOf(text, {});
    return dossier.stories.some(({ id }) => id === story.id) ? "" : titleOf({ story, digest: null });
  }

  /** Takes what was done in the page to one of the articles. */
  function takeBack() {
    const now = shown();
    const stories = dossier.stories.map((story) => (story.id === now.id && isOther(story, now) ? { ...now, file: story.file } : story));
    if (stories.some((story, at) => story !== dossier.stories[at])) put({ ...dossier, stories });
  }

  /** Shows an article in the page, and a place in it. @param {Story} story  @param {(root: Document) => void} [goTo] */
  function openArticle(story, goTo) {
    frame.close();
    page.show({ text: story.text, date: story.date, publication: story.publication, corrections: story.corrections, own: story.text, sample: "" });
    goTo?.(document);
  }

  addEventListener("beforeunload", (event) => {
    if (dossier !== saved && (!isKept || isBehind) && dossier.stories.length > 0) event.preventDefault();
  });

  if (isKept) void keeping.recall().then((kept) => kept && adopt(kept));

  return {
    /** @param {readonly File[]} [files] */
    open(files = []) {
      takeBack();
      changed();
      frame.open();
      pool.warmUp();
      if (files.length > 0) arriving.take(files);
    },
  };
}

/** How long a turn takes, in milliseconds: the page answers between two. */
const TURN = 8;

/** Goes through steps with pauses. @template T  @param {Generator<void, T>} steps  @returns {Promise<T>} */
async function inTurns(steps) {
  let began = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - began < TURN) continue;
    await rest();
    began = performance.now();
  }
}

/** Lets the page do something else. */
function rest() {
  return new Promise((resolve) => setTimeout(resolve));
}

/** @param {Story} one  @param {Story} other */
function isOther(one, other) {
  return one.date !== other.date || one.publication !== other.publication || JSON.stringify(one.corrections) !== JSON.stringify(other.corrections);
}
