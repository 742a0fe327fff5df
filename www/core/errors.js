// The one kind of error that callers meet: its name tells whose it is, its `kind` what is wrong.

/**
 * @param {string} kind
 * @param {string} message  For whoever calls.
 * @param {ErrorOptions} [options]
 */
export function errorOf(kind, message, options) {
  return Object.assign(new Error(message, options), { name: "NewsmarkError", kind });
}
