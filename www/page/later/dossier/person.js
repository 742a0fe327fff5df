// One person or organisation over all articles: what they say, in order of time, and how a reader corrects who is who.

import * as words from "../../../words/dossier.js";
import { QUOTES } from "../../../words/reading.js";
import { citation } from "../../../reading/citing.js";
import { dayInWords } from "../../../reading/calendar.js";
import { element } from "../../../reading/dom.js";
import { titleOf } from "../../../dossier/digest.js";
import { keyOf, perhapsSame } from "../../../dossier/joining.js";
import { goToQuote } from "./places.js";
import { press } from "./press.js";

/** @typedef {import("../../../dossier/digest.js").Reading} Reading */
/** @typedef {import("../../../dossier/digest.js").Said} Said */
/** @typedef {import("../../../dossier/joining.js").Party} Party */

/** So many roles are told, so many others proposed, so many articles shown at first. */
const ROLES = 4;
const PROPOSED = 3;
const PORTION = 30;

/**
 * @param {import("./frame.js").Acts} acts
 * @param {(party: Party) => void} choose  Shows another.
 */
export function createPerson({ decide, openArticle }, choose) {
  /**
   * @param {Party} party
   * @param {readonly Party[]} all
   * @returns {Node[]}
   */
  return function person(party, all) {
    const { name, roles, articles, quotes, key } = party;
    const said = element("span", { class: "hint", role: "status" });
    const copy = press(words.copy, async () => {
      try {
        await navigator.clipboard.writeText(quotes.map(({ reading, quote }) => cited(party, reading, quote)).join("\n"));
        said.textContent = words.copied;
      } catch {
        said.textContent = words.copyingBlocked;
      }
    });
    const renaming = form(words.rename, words.newName, name, [], (given) => {
      if (given !== "" && given !== name) decide({ does: "rename", member: key, name: given });
      return "";
    });
    const others = all.filter((other) => other !== party && other.type === party.type);
    const joining = form(words.sameAs, words.nameToJoin, "", others.map((other) => other.name), (given) => {
      const other = others.find(({ name }) => name === given);
      if (other) decide({ does: "join", one: key, other: other.key });
      return other ? "" : words.noSuchName;
    });
    const proposed = perhapsSame(party, all).slice(0, PROPOSED).map((other) => element("p", { class: "dossier-perhaps" },
      press(words.perhaps([other.name, other.roles[0], words.inArticles(other.articles)].filter(Boolean).join(", ")), () => choose(other)),
      labelled(press(words.join, () => decide({ does: "join", one: key, other: other.key }), "plain"), words.joinWith(other.name))));
    const facts = [roles.slice(0, ROLES).join(", "), words.inArticles(articles), words.quotes(quotes.length)].filter(Boolean);
    return [
      element("h3", { class: "dossier-name", tabindex: "-1" }, name),
      element("p", { class: "hint" }, facts.join(" · ")),
      element("div", { class: "dossier-tools" }, renaming, joining, ...(quotes.length > 0 ? [copy, said] : [])),
      ...proposed,
      ...inPortions(articlesOf(party).map(({ reading, quotes }) => () => section(party, reading, quotes))),
    ];
  };

  /** @param {Party} party  @param {Reading} reading  @param {Party["quotes"]} quotes */
  function section(party, reading, quotes) {
    const title = titleOf(reading);
    const own = party.members.filter((member) => member.reading === reading);
    const part = labelled(press(words.different, () => decide({ does: "part", members: own.map(keyOf) }), "quiet dossier-part"), words.differentIn(party.name, title));
    return element("section", { class: "dossier-story" },
      element("p", { class: "group-title" }, reading.digest.day ? dayInWords(reading.digest.day) : words.noDay, reading.story.publication && ` · ${reading.story.publication}`),
      element("h4", {}, press(title, () => openArticle(reading.story), "quiet dossier-title"), ...(party.articles > 1 ? [part] : [])),
      ...(quotes.length === 0 ? [element("p", { class: "hint" }, words.notQuoted)] : quotes.map(({ quote, isAlone }) => said(party, reading, quote, isAlone))));
  }

  /** @param {Party} party  @param {Reading} reading  @param {Said} quote  @param {boolean} isAlone */
  function said(party, reading, quote, isAlone) {
    const others = isAlone ? [] : quote.speakers.flatMap((at) => reading.digest.named[at] ?? []).filter((named) => !party.members.some((member) => member.named === named));
    const notes = [quote.kind === "direct" ? "" : QUOTES[quote.kind], quote.isDoubtful ? words.checkThis : "", others.length > 0 ? words.with_(others.map(({ name }) => name).join(", ")) : ""].filter(Boolean);
    const at = reading.digest.quotes.indexOf(quote);
    return element("div", { class: `said ${quote.kind}${quote.isDoubtful ? " doubtful" : ""}` },
      element("p", { class: "said-words" }, quote.words),
      element("p", { class: "said-tools" }, press(words.showQuote, () => openArticle(reading.story, goToQuote(at))), element("span", { class: "hint" }, notes.join(" · "))));
  }
}

/** Those who are quoted, and where they are only named, in order of time. @param {Party} party */
function articlesOf({ members, quotes }) {
  return [...new Set(members.map(({ reading }) => reading))].map((reading) => ({ reading, quotes: quotes.filter((quote) => quote.reading === reading) }));
}

/** @param {Party} party  @param {Reading} reading  @param {Said} quote */
function cited({ name, roles }, { story, digest }, quote) {
  return citation({ words: quote.words, isParaphrase: quote.kind === "indirect", speaker: name, role: roles[0] ?? "", publication: story.publication, date: digest.day ? dayInWords(digest.day) : "" });
}

/** The first of many, and the way to the others. @param {readonly (() => Node)[]} makers  @returns {Node[]} */
function inPortions(makers) {
  const first = makers.slice(0, PORTION).map((make) => make());
  const rest = makers.slice(PORTION);
  if (rest.length === 0) return first;
  const more = press(words.showMore(rest.length), () => {
    const nodes = inPortions(rest);
    more.replaceWith(...nodes);
    const [next] = nodes;
    if (next instanceof HTMLElement) next.querySelector("button")?.focus();
  });
  return [...first, more];
}

/** @param {HTMLElement} button  @param {string} name */
function labelled(button, name) {
  button.setAttribute("aria-label", name);
  return button;
}

/**
 * Something that is typed, behind a button.
 * @param {string} name
 * @param {string} label
 * @param {string} value
 * @param {readonly string[]} options
 * @param {(given: string) => string} done  What is wrong with it, if anything.
 */
function form(name, label, value, options, done) {
  const id = `dossier-${name.replace(/\W+/g, "")}`.toLowerCase();
  const field = element("input", { type: "text", value, "aria-label": label, autocomplete: "off", spellcheck: "false", ...(options.length > 0 ? { list: `${id}-names` } : {}) });
  const wrong = element("span", { class: "hint", role: "status" });
  const made = element("form", {}, field, element("button", { type: "submit", class: "plain" }, words.done), wrong,
    ...(options.length > 0 ? [element("datalist", { id: `${id}-names` }, ...[...new Set(options)].slice(0, 2000).map((option) => element("option", { value: option })))] : []));
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    wrong.textContent = done(field.value.trim());
    if (wrong.textContent === "") details.open = false;
  });
  const details = element("details", { class: "dossier-form" }, element("summary", {}, name), made);
  details.addEventListener("toggle", () => details.open && field.focus());
  return details;
}
