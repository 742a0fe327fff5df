// The controls of a card that correct its mark: what it is, whose it is, what it says, where it begins and ends, and that it is none.

import * as words from "../words/page.js";
import { isValue } from "../corrections/value.js";
import { QUOTES, correct } from "../words/reading.js";
import { meaning } from "../reading/calendar.js";
import { listed, speakerNames } from "../reading/credit.js";
import { element } from "../reading/dom.js";
import { entityKinds } from "../reading/kinds.js";
import { annotationOf } from "../reading/subject.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("../core/engine.js").Entity} Entity */
/** @typedef {import("../corrections/correct.js").Correction} Correction */
/** @typedef {import("../reading/subject.js").Subject} Subject */
/** @typedef {(correction: Correction, place?: import("./correcting.js").Place) => void} Make */

/** Of a long article's names, a list to choose from has the most mentioned. */
const CHOICES = 200;

/**
 * @param {Subject} subject
 * @param {Article} shown    What the subject is of.
 * @param {Article} article  The same, without a filter: all that can be chosen.
 * @param {Make} make
 * @param {(told: string) => string | undefined} valueOf  The value of a date in somebody's words.
 * @returns {Node[]}
 */
export function correctingTools(subject, shown, article, make, valueOf) {
  const { sort } = subject;
  const { start, end } = annotationOf(subject, shown.annotations) ?? { start: 0, end: 0 };
  const at = { start, end };
  const list = { mention: article.annotations.mentions, quote: article.annotations.quotes, date: article.annotations.dates }[sort];
  const index = list.findIndex((one) => one.start === start && one.end === end);
  const place = (/** @type {string} */ control) => ({ sort, start, end, control });
  const controls = {
    mention: () => mentionTools(article, index, make, place),
    quote: () => quoteTools(article, index, make, place),
    date: () => dateTools(article, index, make, place, valueOf),
  }[sort]();
  const group = element("div", { class: "tools", role: "group", "aria-label": correct },
    ...controls,
    edges(article.text, at, (to, control) => make({ does: "span", sort, at, to }, { sort, ...to, control })),
    element("p", { class: "tool-line" },
      press(words.removeHighlight, "remove", () => make({ does: "remove", sort, at })),
      ...(sort === "mention" ? removeAll(article, index, () => make({ does: "remove", sort, at, all: true })) : [])));
  return [group];
}

/** @param {Article} article  @param {number} index  @param {Make} make  @param {(control: string) => import("./correcting.js").Place} place */
function mentionTools({ annotations }, index, make, place) {
  const mention = annotations.mentions[index];
  const entity = mention && annotations.entities[mention.entity];
  if (!mention || !entity) return [];
  const at = { start: mention.start, end: mention.end };
  const others = chosen(annotations.entities.filter((other) => other !== entity));
  return [
    choice(words.kind, "type", entityKinds.map(({ id, one }) => [id, one]), entity.type, (type) =>
      make({ does: "type", at, type: /** @type {Entity["type"]} */ (type) }, place("type"))),
    ...(others.length > 0 ? [choice(words.samePerson, "merge", [["", words.chooseName], ...others], "", (id) => {
      const into = spanOf(annotations, Number(id));
      if (id && into) make({ does: "merge", at, into }, place("merge"));
    })] : []),
    written(words.name, "name", entity.name, (name) => make({ does: "rename", at, name }, place("name"))),
    ...(entity.mentions.length > 1 ? [element("p", { class: "tool-line" },
      press(words.isDifferent(entity.name), "split", () => make({ does: "split", at }, place("type"))))] : []),
  ];
}

/** @param {Article} article  @param {number} index  @param {Make} make  @param {(control: string) => import("./correcting.js").Place} place */
function quoteTools({ annotations }, index, make, place) {
  const quote = annotations.quotes[index];
  if (!quote) return [];
  const speakers = chosen(annotations.entities);
  const { entities = [] } = quote.speaker ?? {};
  // Several, or somebody who is not named, are none of the choices.
  const now = !quote.speaker ? "" : entities.length === 1 ? String(entities[0]) : "words";
  const several = now === "words" ? [/** @type {[string, string]} */ (["words", listed(speakerNames(annotations, quote))])] : [];
  const at = { start: quote.start, end: quote.end };
  /** @param {string} id */
  const credit = (id) => make({ does: "speaker", at, speaker: id === "" ? null : nearest(annotations, Number(id), quote.start) }, place("speaker"));
  const list = choice(words.speaker, "speaker", [["", words.noSpeaker], ...several, ...speakers, ["other", words.someoneElse]], now, (id) => {
    if (id === "words") return;
    if (id !== "other") return credit(id);
    const field = written(words.speaker, "other", "", (name) => {
      const known = speakers.find(([, other]) => other.toLowerCase() === name.toLowerCase());
      if (known) credit(known[0]);
      else make({ does: "speaker", at, speaker: null, name }, place("speaker"));
    });
    list.replaceWith(field);
    field.querySelector("input")?.focus();
  });
  const kinds = /** @type {[value: string, shown: string][]} */ (Object.entries(QUOTES));
  return [list, choice(words.kind, "kind", kinds, quote.kind, (kind) => make({ does: "kind", at, kind: /** @type {typeof quote.kind} */ (kind) }, place("kind")))];
}

/** @param {Article} article  @param {number} index  @param {Make} make  @param {(control: string) => import("./correcting.js").Place} place  @param {(told: string) => string | undefined} valueOf */
function dateTools({ annotations }, index, make, place, valueOf) {
  const date = annotations.dates[index];
  if (!date) return [];
  const told = meaning(date) || date.text;
  const field = element("input", { type: "text", value: told, "data-control": "value", spellcheck: "false", autocomplete: "off", size: "18", "aria-describedby": "value-help" });
  const help = element("p", { class: "hint", id: "value-help", role: "status" }, words.dateHelp);
  field.addEventListener("change", () => {
    const written = field.value.trim();
    if (written === told) return;
    const value = isValue(written.toUpperCase()) ? written.toUpperCase() : valueOf(written);
    field.setAttribute("aria-invalid", String(!value));
    help.textContent = value ? words.dateHelp : words.dateUnread;
    if (value && value !== date.value) make({ does: "value", at: { start: date.start, end: date.end }, value }, place("value"));
  });
  // A day can be picked, too; what else a date can be is written.
  const picker = element("input", { type: "date", value: /^\d{4}-\d\d-\d\d/.exec(date.value)?.[0] ?? "", "data-control": "day", "aria-label": words.pickDay, min: "1000-01-01", max: "9999-12-31" });
  picker.addEventListener("change", () => {
    if (picker.validity.valid && picker.value !== "" && picker.value !== date.value) make({ does: "value", at: { start: date.start, end: date.end }, value: picker.value }, place("day"));
  });
  return [element("label", { class: "tool-line" }, element("span", {}, words.date), field), help,
    element("p", { class: "tool-line" }, element("span", {}, words.pickDay), picker)];
}

/** @param {Article} article  @param {number} index  @param {() => void} remove */
function removeAll({ annotations }, index, remove) {
  const entity = annotations.entities[annotations.mentions[index]?.entity ?? -1];
  return entity && entity.mentions.length > 1 ? [press(words.removeAll(entity.mentions.length), "remove all", remove)] : [];
}

/**
 * Four buttons that move a mark's ends by a word.
 * @param {string} text
 * @param {{ start: number, end: number }} at
 * @param {(to: { start: number, end: number }, control: string) => void} move
 */
function edges(text, { start, end }, move) {
  const before = wordsIn(text.slice(Math.max(0, start - 200), start)).at(-1);
  const inside = wordsIn(text.slice(start, end));
  const after = wordsIn(text.slice(end, end + 200))[0];
  const button = (/** @type {string} */ name, /** @type {string} */ sign, /** @type {{ start: number, end: number } | null} */ to) => {
    const made = element("button", { type: "button", class: "step", "data-control": name, "aria-label": name, title: name, disabled: to === null }, sign);
    made.addEventListener("click", () => to && move(to, name));
    return made;
  };
  const offset = Math.max(0, start - 200);
  const [second, last] = [inside[1], inside.at(-2)];
  return element("p", { class: "tool-line" },
    element("span", {}, words.start),
    button(words.EXTEND.startEarlier, "←", before ? { start: offset + before.start, end } : null),
    button(words.EXTEND.startLater, "→", second ? { start: start + second.start, end } : null),
    element("span", {}, words.end),
    button(words.EXTEND.endEarlier, "←", last ? { start, end: start + last.end } : null),
    button(words.EXTEND.endLater, "→", after ? { start, end: end + after.end } : null));
}

/** Words and marks of a text. @param {string} text */
function wordsIn(text) {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’.-][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]/gu)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
}

/**
 * @param {string} name
 * @param {string} control
 * @param {[value: string, shown: string][]} options
 * @param {string} value
 * @param {(value: string) => void} changed
 */
function choice(name, control, options, value, changed) {
  const select = element("select", { "data-control": control }, ...options.map(([id, shown]) => element("option", { value: id, selected: id === value }, shown)));
  select.addEventListener("change", () => changed(select.value));
  return element("label", { class: "tool-line" }, element("span", {}, name), select);
}

/** A field for a name. @param {string} label  @param {string} control  @param {string} value  @param {(name: string) => void} changed */
function written(label, control, value, changed) {
  const field = element("input", { type: "text", value, placeholder: words.typeName, "data-control": control, spellcheck: "false", autocomplete: "off", size: "18", maxlength: "200" });
  field.addEventListener("change", () => {
    const name = field.value.trim().replace(/\s+/g, " ");
    if (name !== "" && name !== value) changed(name);
  });
  return element("label", { class: "tool-line" }, element("span", {}, label), field);
}

/** @param {string} name  @param {string} control  @param {() => void} pressed */
function press(name, control, pressed) {
  const button = element("button", { type: "button", class: "quiet", "data-control": control }, name);
  button.addEventListener("click", pressed);
  return button;
}

/** Entities to choose from, by name. @param {Entity[]} entities  @returns {[string, string][]} */
function chosen(entities) {
  const most = [...entities].sort((one, other) => other.mentions.length - one.mentions.length).slice(0, CHOICES);
  return most.sort((one, other) => one.name.localeCompare(other.name)).map(({ id, name }) => [String(id), name]);
}

/** An entity's first mention. @param {Article["annotations"]} annotations  @param {number} id */
function spanOf({ entities, mentions }, id) {
  const first = mentions[entities[id]?.mentions[0] ?? -1];
  return first ? { start: first.start, end: first.end } : null;
}

/** The mention of an entity that stands nearest. @param {Article["annotations"]} annotations  @param {number} id  @param {number} offset */
function nearest({ entities, mentions }, id, offset) {
  const all = (entities[id]?.mentions ?? []).flatMap((index) => mentions[index] ?? []);
  const [found] = all.sort((one, other) => Math.abs(one.start - offset) - Math.abs(other.start - offset));
  return found ? { start: found.start, end: found.end } : null;
}
