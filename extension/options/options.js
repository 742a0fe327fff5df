// The options: which kinds are marked, and in which colours. A change is kept at once, and pages that are marked show it at once.

import { byId, element } from "../../www/reading/dom.js";
import { kinds } from "../../www/reading/kinds.js";
import { keepChoices, keptChoices, styleOf } from "../choices.js";
import { keyNow } from "../key.js";
import * as words from "../words.js";

/** @typedef {import("../choices.js").Choices} Choices */

const form = byId("choices", HTMLFormElement);
const done = byId("done", HTMLElement);
const colours = new CSSStyleSheet();
document.adoptedStyleSheets = [colours];

/** A line for a kind: whether it is marked, and its colour. @param {import("../../www/reading/kinds.js").Kind} kind */
function lineOf({ id, many }) {
  const box = element("input", { type: "checkbox", name: `on-${id}` });
  const colour = element("select", { name: `colour-${id}`, "aria-label": words.colourOf(many) },
    element("option", { value: "" }, words.standard), ...Object.entries(words.COLOURS).map(([value, name]) => element("option", { value }, name)));
  return { id, box, colour, line: element("li", {}, element("label", {}, box, element("span", { class: `sample ${id}` }, many)), colour) };
}

const lines = kinds.map(lineOf);

/** @param {Choices} choices */
function show(choices) {
  for (const { id, box, colour } of lines) {
    box.checked = !choices.off.includes(id);
    colour.value = choices.colours[id] ?? "";
  }
  colours.replaceSync(styleOf(choices, "both"));
}

/** What the form says. @returns {Choices} */
function chosen() {
  const coloured = lines.filter(({ colour }) => colour.value !== "");
  return {
    off: lines.filter(({ box }) => !box.checked).map(({ id }) => id),
    colours: Object.fromEntries(coloured.map(({ id, colour }) => [id, /** @type {import("../choices.js").Colour} */ (colour.value)])),
  };
}

/** @param {Choices} choices  @param {string} said */
async function keep(choices, said) {
  colours.replaceSync(styleOf(choices, "both"));
  try {
    await keepChoices(choices);
    done.textContent = said;
  } catch {
    done.textContent = words.notSaved;
  }
}

form.addEventListener("change", () => void keep(chosen(), words.saved));
form.addEventListener("reset", (event) => {
  event.preventDefault();
  const none = { off: [], colours: {} };
  show(none);
  void keep(none, words.isReset);
});
form.addEventListener("submit", (event) => event.preventDefault());

const texts = { title: words.optionsTitle, what: words.whatToHighlight, apply: words.changesApply, reset: words.reset, shortcut: words.shortcut, change: words.changeShortcut, privacy: words.privacy, note: words.privacyNote };
for (const [id, text] of Object.entries(texts)) byId(id, HTMLElement).textContent = text;
document.title = words.optionsTitle;
byId("kinds", HTMLElement).replaceChildren(...lines.map(({ line }) => line));
byId("key", HTMLElement).textContent = words.shortcutIs(await keyNow());
show(await keptChoices());
