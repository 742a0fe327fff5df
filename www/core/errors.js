// The errors that newsmark throws, and how to tell them from others.

/**
 * What was wrong: an argument, by its name; `length`: the text is over the limit; `core`: the core could not be loaded, or crashed; `worker`: the
 * worker crashed; `file`: a file cannot be read; `language`: the text is not English.
 * @typedef {"text" | "length" | "options" | "date" | "names" | "patterns" | "format" | "annotations" | "core" | "worker" | "file" | "language"} ErrorKind
 */

/** @typedef {Error & { name: "NewsmarkError", kind: ErrorKind }} NewsmarkError */

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
  if (unknown) throw errorOf("options", `unknown option ${JSON.stringify(unknown)}; the options are ${known.join(", ")}`);
}
