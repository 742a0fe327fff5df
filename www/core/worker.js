// Annotating off the main thread, so that a page stays smooth while a long text is read.
//
// The thread takes one text at a time. While one is read, the last call waits and those before it are given up: for a text that
// changes faster than it can be read. What is given up, or aborted by its signal, is rejected as aborted; a thread that is busy
// with it or that dies is replaced. Where there can be no thread, the main one does the work.

import { annotate as annotateHere, loadFor } from "./engine.js";

/** @typedef {import("./engine.js").Annotations} Annotations */
/** @typedef {import("./engine.js").AnnotateOptions & { signal?: AbortSignal }} WorkerOptions */

/**
 * @typedef {object} Job
 * @property {string} text
 * @property {import("./engine.js").AnnotateOptions} options
 * @property {(annotations: Annotations) => void} resolve
 * @property {(reason: unknown) => void} reject
 */

/**
 * @param {{ createWorker?: () => Worker }} [setUp]  `createWorker` makes the thread where the page may not start the package's own
 *   script, as from another origin: `() => new Worker("/my/newsmark/core/worker-thread.js", { type: "module" })`.
 */
export function createAnnotator({ createWorker = ownWorker } = {}) {
  /** @type {Worker | null} */
  let thread = null;
  /** @type {Job | null} */
  let running = null;
  /** @type {Job | null} */
  let waiting = null;
  let isThreaded = true;

  function next() {
    if (running || !waiting) return;
    running = waiting;
    waiting = null;
    const { text, options } = running;
    try {
      if (isThreaded) thread ??= started();
    } catch {
      isThreaded = false;
    }
    // A function cannot be sent: what it is to be told comes back.
    if (thread) thread.postMessage({ text, options: { ...options, progress: undefined } });
    else void loadFor(options).then(() => annotateHere(text, options)).then((annotations) => done({ annotations }), (error) => done({ error }));
  }

  function started() {
    const made = createWorker();
    made.addEventListener("message", ({ data }) => {
      if (made !== thread) return;
      if ("progress" in data) running?.options.progress?.(data.progress);
      else done(data);
    });
    made.addEventListener("error", (event) => {
      event.preventDefault();
      if (made !== thread) return;
      stop();
      done({ error: { name: "NewsmarkError", message: `the worker broke down: ${event.message ?? "its script cannot be loaded"}`, kind: "worker" } });
    });
    return made;
  }

  function stop() {
    thread?.terminate();
    thread = null;
  }

  /** @param {{ annotations?: Annotations, error?: any }} answer */
  function done({ annotations, error }) {
    const job = running;
    running = null;
    if (annotations) job?.resolve(annotations);
    else job?.reject(error instanceof Error ? error : Object.assign(new Error(error.message), error));
    next();
  }

  return {
    /** Whether the work is done in a thread of its own; known after the first call. */
    get isThreaded() {
      return isThreaded;
    },

    /**
     * @param {string} text
     * @param {WorkerOptions} [options]
     * @returns {Promise<Annotations>}
     */
    annotate(text, { signal, ...options } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const job = { text, options, resolve, reject };
        waiting?.reject(new DOMException("a later call took its place", "AbortError"));
        waiting = job;
        signal?.addEventListener("abort", () => {
          if (waiting === job) waiting = null;
          else if (running === job) {
            running = null;
            stop();
          }
          reject(signal.reason);
          next();
        }, { once: true });
        next();
      });
    },

    /** Ends the thread and gives up what is not done. */
    close() {
      stop();
      for (const job of [running, waiting]) job?.reject(new DOMException("the annotator was closed", "AbortError"));
      running = waiting = null;
    },
  };
}

function ownWorker() {
  return new Worker(new URL("./worker-thread.js", import.meta.url), { type: "module" });
}
