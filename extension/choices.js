// What the reader has chosen: which kinds are marked, and in which colours. Kept in this browser, and in no account.

import { kinds } from "../www/reading/kinds.js";

/** @typedef {keyof typeof import("./words.js").COLOURS} Colour */

/**
 * @typedef {object} Choices
 * @property {string[]} off                    Kinds that are not marked.
 * @property {Record<string, Colour>} colours  By kind; those that are left out have their usual one.
 */

const NAME = "choices";

/** Each with its tone on light and on dark grounds: those of `www/style/tokens.css`, and a pink. @type {Record<Colour, [light: string, dark: string]>} */
export const TONES = {
  red: ["#a8351a", "#f29b80"], amber: ["#8a5a00", "#e5b866"], green: ["#2f6b32", "#94cf92"], teal: ["#0f666b", "#7fcfd2"],
  blue: ["#1f56a5", "#8fbcf5"], purple: ["#7a3d9a", "#d3a5ee"], pink: ["#a3246b", "#f29bc4"], grey: ["#5c574e", "#b5b0a5"],
};

/** How much of its colour the ground of a quote or date has. */
const WASH = "16%";

/** @returns {Promise<Choices>} */
export async function keptChoices() {
  try {
    return checked((await chrome.storage.local.get(NAME))[NAME]);
  } catch {
    return checked(null);
  }
}

/** @param {Choices} choices */
export async function keepChoices(choices) {
  await chrome.storage.local.set({ [NAME]: choices });
}

/** Calls with what is chosen anew, here or elsewhere. @param {(choices: Choices) => void} call  @returns {() => void} ends it. */
export function onChoices(call) {
  /** @param {Record<string, { newValue?: unknown }>} changes  @param {string} area */
  const changed = (changes, area) => {
    if (area === "local" && changes[NAME]) call(checked(changes[NAME].newValue));
  };
  chrome.storage.onChanged.addListener(changed);
  return () => chrome.storage.onChanged.removeListener(changed);
}

/** What is kept may be of another version: of it, what is known is taken. @param {any} kept  @returns {Choices} */
function checked(kept) {
  const isKind = (/** @type {unknown} */ id) => kinds.some((kind) => kind.id === id);
  const off = Array.isArray(kept?.off) ? kept.off.filter(isKind) : [];
  const colours = Object.entries(kept?.colours ?? {}).filter(([kind, colour]) => isKind(kind) && Object.hasOwn(TONES, /** @type {string} */ (colour)));
  return { off, colours: Object.fromEntries(colours) };
}

/** The kinds that are marked. @param {Choices} choices */
export function typesOf({ off }) {
  return kinds.map(({ id }) => id).filter((id) => !off.includes(id));
}

/**
 * The chosen colours as a style sheet for a page.
 * @param {Choices} choices
 * @param {"light" | "dark" | "both"} ground  What the text stands on; `both` where the page says by `color-scheme` which.
 */
export function styleOf({ colours }, ground) {
  const rules = Object.entries(colours).map(([kind, colour]) => {
    const [light, dark] = TONES[colour];
    const tone = ground === "both" ? `light-dark(${light}, ${dark})` : ground === "light" ? light : dark;
    const wash = kind === "quote" || kind === "date" ? ` --news-mark-${kind}-wash: color-mix(in oklab, ${tone} ${WASH}, transparent);` : "";
    return `--news-mark-${kind}: ${tone};${wash}`;
  });
  return `:root { ${rules.join(" ")} }`;
}
