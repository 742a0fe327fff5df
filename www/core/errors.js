// What is thrown where something cannot be used, and how to tell it from other errors.

/**
 * Why something was refused: the argument that is wrong; `length` of a text beyond the limit; `core` where the core broke down, and
 * `worker` where its thread did; `file` of a file that cannot be read; `language` of a page's text that is not English.
 * @typedef {"text" | "length" | "options" | "date" | "names" | "patterns" | "format" | "annotations" | "core" | "worker" | "file" | "language"} ErrorKind
 */

/** An error of newsmark's. @typedef {Error & { name: "NewsmarkError", kind: ErrorKind }} NewsmarkError */

/**
 * Makes an error.
 * @param {ErrorKind} kind
 * @param {string} message
 * @param {ErrorOptions} [options]
 * @returns {NewsmarkError}
 */
export function errorOf(kind, message, options) {
  return Object.assign(new Error(message, options), { name: /** @type {const} */ ("NewsmarkError"), kind });
}

/**
 * Whether something that was caught is an error of newsmark's, whose `kind` says what is wrong.
 * @param {unknown} error
 * @returns {error is NewsmarkError}
 */
export function isNewsmarkError(error) {
  return error instanceof Error && error.name === "NewsmarkError";
}

const OPTIONS = ["date", "names", "patterns", "everything", "limit", "progress"];

/**
 * Refuses an option that there is not: most often one that is misspelt.
 * @param {object | null | undefined} options  What is no object is refused by the core.
 * @param {string[]} [others]  What may be said besides.
 */
export function checkOptions(options, others = []) {
  const known = [...OPTIONS, ...others];
  const unknown = options && typeof options === "object" && Object.keys(options).find((name) => !known.includes(name));
  if (unknown) throw errorOf("options", `there is no option ${JSON.stringify(unknown)}; there are ${known.join(", ")}`);
}
