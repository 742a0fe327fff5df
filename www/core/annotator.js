// Annotating in a thread of its own, wherever threads come from: `worker.js` and `worker-node.js` say that.
//
// The thread takes one text at a time. While one is read, the last call waits and those before it are given up: for a text that
// changes faster than it can be read. What is given up, or aborted by its signal, is rejected as aborted; a thread that is busy
// with it or that dies is replaced. Where there can be no thread, the main one does the work.

import { checkOptions, errorOf } from "./errors.js";

/** @typedef {import("./engine.js").Annotations} Annotations */
/** @typedef {import("./engine.js").AnnotateOptions} AnnotateOptions */
/** @typedef {AnnotateOptions & { signal?: AbortSignal }} WorkerOptions */

/**
 * What of a `Worker` is asked for.
 * @typedef {Pick<Worker, "addEventListener" | "postMessage" | "terminate">} Thread
 */

/**
 * @typedef {object} Job
 * @property {string} text
 * @property {AnnotateOptions} options
 * @property {(annotations: Annotations) => void} resolve
 * @property {(reason: unknown) => void} reject
 */

/**
 * @param {() => Thread} createThread
 * @param {boolean} isOurs  Whether the thread is the package's own: where that cannot be started, the main thread does the work.
 * @param {(text: string, options: AnnotateOptions) => Promise<Annotations>} annotateHere
 */
export function annotatorOf(createThread, isOurs, annotateHere) {
  /** @type {Thread | null} */
  let thread = null;
  /** @type {Job | null} */
  let running = null;
  /** @type {Job | null} */
  let waiting = null;
  let isThreaded = true;
  /** Whether any thread has ever said anything. */
  let hasSpoken = false;

  function next() {
    if (running || !waiting) return;
    running = waiting;
    waiting = null;
    try {
      if (isThreaded) thread ??= started();
    } catch {
      isThreaded = false;
    }
    // A function cannot be sent: what it is to be told comes back.
    if (thread) thread.postMessage({ text: running.text, options: { ...running.options, progress: undefined } });
    else readHere(running);
  }

  /** @param {Job} job */
  function readHere(job) {
    /** @type {typeof done} */
    const unlessGivenUp = (answer) => void (job === running && done(answer));
    void annotateHere(job.text, job.options).then((annotations) => unlessGivenUp({ annotations }), (error) => unlessGivenUp({ error }));
  }

  function started() {
    const made = createThread();
    made.addEventListener("message", (/** @type {MessageEvent} */ { data }) => {
      if (made !== thread) return;
      hasSpoken = true;
      if ("progress" in data) running?.options.progress?.(data.progress);
      else done(data);
    });
    made.addEventListener("error", (/** @type {ErrorEvent} */ event) => {
      event.preventDefault();
      if (made !== thread) return;
      stop();
      // Its script is refused by the page, or no bundler has brought it along.
      if (isOurs && !hasSpoken) {
        isThreaded = false;
        return void (running && readHere(running));
      }
      done({ error: errorOf("worker", `the worker broke down: ${event.message ?? "its script cannot be loaded"}`) });
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
     * Finds the entities, quotes and dates of an article. The promise is rejected with an `AbortError` where the call is given up.
     * @param {string} text
     * @param {WorkerOptions} [options]
     * @returns {Promise<Annotations>}
     */
    annotate(text, { signal, ...options } = {}) {
      return new Promise((resolve, reject) => {
        checkOptions(options, ["signal"]);
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
