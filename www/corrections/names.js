// The names that a reader corrected, in the form of the option `names`, so that other articles get them right. Pure functions.

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {{ name: string, type: import("../core/engine.js").Entity["type"], aliases: string[] }} Known */

/** What a reader says of a name makes it sure. */
const SURE = 1;

/** @param {Article} article  @returns {Known[]} */
export function namesOf({ annotations: { entities, mentions } }) {
  return entities.flatMap(({ name, type, mentions: own }) => {
    const all = own.flatMap((index) => mentions[index] ?? []);
    if (!all.some(({ score }) => score === SURE)) return [];
    const forms = new Set(all.flatMap(({ form, text }) => (form === "name" ? text.replace(/\s+/g, " ") : [])));
    forms.delete(name);
    // A surname alone is of others elsewhere.
    const aliases = [...forms].filter((form) => type !== "person" || form.includes(" "));
    return [{ name, type, aliases }];
  });
}
