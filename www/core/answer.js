// The answer of a thread to a text that it gets.

/** @typedef {import("./engine.js").AnnotateOptions} AnnotateOptions */

/**
 * @param {{ text: string, options: AnnotateOptions }} asked
 * @param {(message: unknown) => void} post  Sends a message back.
 * @param {(text: string, options: AnnotateOptions) => Promise<import("./engine.js").Annotations>} annotate
 */
export async function answer({ text, options }, post, annotate) {
  try {
    post({ annotations: await annotate(text, { ...options, progress: (done) => post({ progress: done }) }) });
  } catch (error) {
    // Only the message of an error survives the transfer.
    const { name, message, kind } = /** @type {Error & { kind?: string }} */ (error);
    post({ error: { name, message, kind } });
  }
}
