// The dossier as it is seen: its head, what goes on, its tabs, and what was done last with the way back.

import * as words from "../../../words/dossier.js";
import { close } from "../../../words/reading.js";
import { element } from "../../../reading/dom.js";
import { createTabs } from "../../../reading/panel/tabs.js";
import { press } from "./press.js";
import { createArticles } from "./articles.js";
import { createPeople } from "./people.js";
import { createSearch } from "./search.js";
import { createSources } from "./sources.js";
import { createTimeline } from "./timeline.js";

/** @typedef {import("../../../dossier/digest.js").Story} Story */
/** @typedef {import("../../../files/collection.js").Refused} Refused */
/** @typedef {import("../dossier.js").Model} Model */

/**
 * @typedef {object} Acts    What a reader can do.
 * @property {() => Model} current
 * @property {(name: string) => void} name
 * @property {(decision: import("../../../dossier/joining.js").Decision) => void} decide
 * @property {(stories: readonly Story[]) => void} remove
 * @property {(story: Story, goTo?: (root: Document) => void) => void} openArticle
 * @property {(files: readonly File[]) => void} files
 * @property {() => void} addShown
 * @property {() => void} goOn
 * @property {() => void} cancel
 * @property {(is: boolean) => void} keep
 * @property {() => void} deleteAll
 * @property {() => void} save
 * @property {() => void} exportAll
 * @property {() => void} undo
 * @property {() => void} redo
 */

/** Progress is shown so often, in milliseconds. */
const OFTEN = 100;
/** Of what could not be added, so much is listed. */
const LISTED = 50;
/** What can be chosen. */
const ACCEPTED = ".txt,.md,.html,.htm,.mhtml,.mht,.pdf,.docx,.eml,.zip,.jsonl,.ndjson,.json";

/** @param {Acts} acts */
export function createFrame(acts) {
  const name = element("input", { type: "text", id: "dossier-name", placeholder: words.unnamed, "aria-label": words.nameOf, autocomplete: "off", spellcheck: "false", maxlength: "120" });
  name.addEventListener("change", () => acts.name(name.value.trim()));
  const sum = element("p", { class: "hint", id: "dossier-sum" });
  const addShown = press("", acts.addShown, "plain");
  const save = press(words.save, acts.save, "plain");
  save.title = words.saveHelp;
  const exportAll = press(words.exportAll, acts.exportAll, "plain");
  const back = press(words.back, () => dialog.close(), "primary");
  const keep = element("input", { type: "checkbox", id: "dossier-keep" });
  keep.addEventListener("change", () => acts.keep(keep.checked));
  const deleteAll = press(words.deleteAll, () => deleting.showModal());
  const adding = element("div", { class: "dossier-adding", role: "group", "aria-label": words.add },
    choice(words.addFiles, { accept: ACCEPTED }), choice(words.addFolder, { webkitdirectory: true }), addShown,
    element("span", { class: "dossier-keeping" }, element("label", {}, keep, words.keep), deleteAll));

  const bar = element("progress", { "aria-label": words.articles });
  const said = element("span", { role: "status" });
  const cancel = press(words.cancel, acts.cancel);
  const busy = element("div", { class: "dossier-busy", hidden: true }, said, cancel, bar);
  const rest = element("p", { class: "remark", hidden: true });
  const refusals = element("details", { class: "remark dossier-refused", hidden: true });
  const warning = element("p", { class: "remark", role: "status", hidden: true });
  const empty = element("div", { class: "empty" }, element("p", { class: "empty-title" }, words.emptyTitle), element("p", {}, words.emptyHelp));

  const noticed = element("span", { role: "status" });
  const act = press("", () => wanted?.());
  const shut = press("×", () => tell(""));
  shut.setAttribute("aria-label", close);
  const notice = element("div", { class: "notice dossier-notice" }, noticed, act, shut);
  /** @type {(() => void) | undefined} */
  let wanted;

  const views = {
    articles: createArticles(acts),
    people: createPeople(acts),
    sources: createSources((party) => {
      tabs.open("dossier-people");
      showView();
      views.people.choose(party);
    }),
    timeline: createTimeline(acts),
    search: createSearch(acts),
  };
  const names = { articles: words.articles, people: words.people, sources: words.sources, timeline: words.timeline, search: words.search };
  const root = element("div", { class: "dossier-views" });
  const tabs = createTabs(root, words.dossier, Object.entries(views).map(([id, { content }]) => ({ id: `dossier-${id}`, name: names[/** @type {keyof typeof names} */ (id)], content })));
  // Which tab is open, and what it shows, is known once its own listeners are through.
  for (const event of ["click", "keydown"]) root.firstElementChild?.addEventListener(event, () => showView());

  const dialog = element("dialog", { class: "dossier", id: "dossier", "aria-labelledby": "dossier-title", tabindex: "-1" },
    element("header", { class: "dossier-head" },
      element("div", { class: "dossier-named" }, element("h2", { id: "dossier-title", tabindex: "-1", autofocus: true }, words.dossier), name, sum),
      element("div", { class: "dossier-acts" }, save, exportAll, back)),
    adding, busy, warning, rest, refusals, empty, root, notice);
  document.body.append(dialog);
  const deleting = element("dialog", { class: "sheet", "aria-labelledby": "dossier-delete-title" },
    element("h2", { id: "dossier-delete-title" }, words.deleteTitle), element("p", {}, words.deleteHelp),
    element("p", { class: "sheet-actions" }, press(words.deleteAll, () => {
      deleting.close();
      acts.deleteAll();
    }, "primary"), press(words.cancel, () => deleting.close(), "plain")));
  dialog.append(deleting);
  dialog.addEventListener("keydown", (event) => {
    if (event.altKey || !(event.ctrlKey || event.metaKey) || !/^[zy]$/i.test(event.key) || (event.target instanceof HTMLElement && event.target.matches("input"))) return;
    event.preventDefault();
    if (event.shiftKey || event.key.toLowerCase() === "y") acts.redo();
    else acts.undo();
  });

  /** @param {string} name  @param {Record<string, string | boolean>} told */
  function choice(name, told) {
    const input = element("input", { type: "file", multiple: true, "aria-label": name, ...told });
    input.addEventListener("change", () => {
      acts.files([...input.files ?? []]);
      // The same can be chosen again.
      input.value = "";
    });
    return element("label", { class: "plain file" }, name, input);
  }

  /** Which view was shown last, and of what. @type {[string, Model] | null} */
  let shown = null;
  function showView() {
    const open = /** @type {keyof typeof views | undefined} */ (Object.entries(views).find(([, { content }]) => content.parentElement?.hidden === false)?.[0]);
    const model = acts.current();
    if (!open || (shown?.[0] === open && shown[1] === model)) return;
    shown = [open, model];
    views[open].show(model);
  }

  /** @param {string} what  @param {string} [word]  What the button says.  @param {() => void} [how] */
  function tell(what, word = "", how) {
    noticed.textContent = what;
    act.textContent = word;
    act.hidden = !how;
    shut.hidden = what === "";
    notice.classList.toggle("is-empty", what === "");
    wanted = how;
  }
  tell("");

  let drawn = 0;
  return {
    dialog,
    tell,

    /** Says what stays true until it is mended. @param {string} what  "" once it is. */
    warn(what) {
      warning.textContent = what;
      warning.hidden = what === "";
    },

    open() {
      if (!dialog.open) dialog.showModal();
    },
    close: () => dialog.close(),

    /** @param {{ title: string, count: number, unread: number, isReading: boolean, isKept: boolean, add: string }} state */
    show({ title, count, unread, isReading, isKept, add }) {
      if (document.activeElement !== name) name.value = title;
      keep.checked = isKept;
      deleteAll.hidden = !isKept;
      empty.hidden = count > 0;
      root.hidden = save.hidden = exportAll.hidden = name.hidden = sum.hidden = count === 0;
      addShown.hidden = add === "";
      addShown.textContent = words.addThis(add.length > 40 ? `${add.slice(0, 40).replace(/\s+\S*$/, "")} …` : add);
      rest.hidden = isReading || unread === 0;
      rest.replaceChildren(words.unread(unread), " ", press(words.goOn, acts.goOn));
      // While articles are read, what is shown of them all waits for the last.
      if (isReading && shown) return;
      const model = acts.current();
      sum.textContent = words.summary(count, model.readings.reduce((all, { digest }) => all + digest.quotes.length, 0));
      tabs.setCount("dossier-articles", count);
      tabs.setCount("dossier-people", model.parties.filter(({ type }) => type !== "place").length);
      tabs.setCount("dossier-sources", model.voices.filter(({ kind }) => kind !== "nobody").length);
      tabs.setCount("dossier-timeline", model.readings.reduce((all, { digest }) => all + digest.dates.length, 0));
      showView();
      // What had the focus is gone.
      const focused = document.activeElement;
      if (dialog.open && !(focused && dialog.contains(focused) && focused.checkVisibility())) dialog.focus();
    },

    /** @param {string} what  "" when it is over.  @param {number} done  @param {number} of */
    progress(what, done, of) {
      const now = performance.now();
      if (what !== "" && now - drawn < OFTEN && done < of) return;
      drawn = what === "" ? 0 : now;
      busy.hidden = what === "";
      said.textContent = what;
      bar.max = Math.max(of, 1);
      bar.value = done;
    },

    /** @param {readonly Refused[]} more */
    refuse(more) {
      const list = refusals.querySelector("ul") ?? element("ul");
      list.append(...more.slice(0, LISTED).map(({ why }) => element("li", {}, why)));
      const count = Number(refusals.dataset.count ?? 0) + more.length;
      refusals.dataset.count = String(count);
      refusals.hidden = false;
      refusals.replaceChildren(element("summary", {}, words.refused(count)), list, press(close, () => {
        refusals.hidden = true;
        refusals.dataset.count = "0";
        refusals.replaceChildren();
      }));
    },
  };
}
