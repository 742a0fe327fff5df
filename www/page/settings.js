// What a reader has set: the view, the kinds that are switched off, keys, the newsroom's own columns. Kept in this browser once its reader has
// agreed to keep things there, and in this tab until then. What cannot be kept is forgotten with the page, and work goes on.

/** The reader has agreed. */
const AGREED = "newsmark.keep";
const NAME = "newsmark.settings";

/**
 * @typedef {object} Settings
 * @property {string} [view]
 * @property {string[]} [off]        Kinds of marks that are switched off.
 * @property {boolean} [letters]
 * @property {boolean} [announcing]
 * @property {string[]} [columns]    The newsroom's own, of the tables of sources.
 * @property {Record<string, Record<string, string>>} [people]  What stands in them: by name, then by column.
 */

/** Whether the reader has agreed, in this tab or before. */
export function isAgreed() {
  try {
    return localStorage.getItem(AGREED) !== null;
  } catch {
    return false;
  }
}

/** @returns {Settings} without what others wrote there and is none. */
export function settings() {
  return read(storage());
}

/** @param {Settings} changed */
export function set(changed) {
  write(storage(), { ...settings(), ...changed });
}

/** The reader agrees: what this tab knows is kept, with what was kept before. */
export function agree() {
  const own = settings();
  localStorage.setItem(AGREED, "yes");
  const kept = settings();
  set({ ...kept, ...own, people: { ...kept.people, ...own.people } });
}

/** The reader takes it back: what is set stays in this tab, or is forgotten as well. @param {boolean} isForgotten */
export function disagree(isForgotten) {
  const own = isForgotten ? {} : settings();
  for (const name of [AGREED, NAME]) localStorage.removeItem(name);
  write(storage(), own);
}

/** Null where a page may have none. */
function storage() {
  try {
    return isAgreed() ? localStorage : sessionStorage;
  } catch {
    return null;
  }
}

/** @param {Storage | null} from  @returns {Settings} */
function read(from) {
  /** @type {any} */
  let given;
  try {
    given = JSON.parse(from?.getItem(NAME) ?? "{}");
  } catch {
    given = {};
  }
  const texts = (/** @type {unknown} */ list) => (Array.isArray(list) && list.every((one) => typeof one === "string") ? list : undefined);
  const flag = (/** @type {unknown} */ one) => (typeof one === "boolean" ? one : undefined);
  const isPeople = given?.people && typeof given.people === "object"
    && Object.values(given.people).every((one) => one && typeof one === "object" && Object.values(one).every((value) => typeof value === "string"));
  return {
    view: typeof given?.view === "string" ? given.view : undefined, off: texts(given?.off), columns: texts(given?.columns),
    letters: flag(given?.letters), announcing: flag(given?.announcing), people: isPeople ? given.people : undefined,
  };
}

/** @param {Storage | null} to  @param {Settings} all */
function write(to, all) {
  try {
    to?.setItem(NAME, JSON.stringify(all));
  } catch {
    // What cannot be kept is forgotten with the page.
  }
}
