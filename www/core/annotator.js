// Annotates in a separate thread; `worker.js` and `worker-node.js` say where threads come from.
//
// The thread handles one text at a time. Meanwhile only the latest call waits: a text can change faster than it can be annotated. Replaced calls, and those
// aborted by their signal, reject with `AbortError`. A thread that is busy with such a call, or that dies, is replaced. If no thread can start, the
// main thread does the work.

import { checkOptions, errorOf } from "./errors.js";

/** @typedef {import("./engine.js").Annotations} Annotations */
/** @typedef {import("./engine.js").AnnotateOptions} AnnotateOptions */
/** @typedef {AnnotateOptions & { signal?: AbortSignal }} WorkerOptions */

/**
 * The part of `Worker` that is used.
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
 * @param {boolean} isOurs  Whether the thread is the package's own. If such a thread cannot be started, the main thread does the work.
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
  /** Whether any thread has ever answered. */
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
    // A function cannot be sent to a thread; progress comes back as messages.
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
      // The page's policy blocks its script, or the bundler did not include it.
      if (isOurs && !hasSpoken) {
        isThreaded = false;
        return void (running && readHere(running));
      }
      done({ error: errorOf("worker", `the worker crashed: ${event.message ?? "its script could not be loaded"}`) });
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
    /** Whether a separate thread does the work; known after the first call. */
    get isThreaded() {
      return isThreaded;
    },

    /**
     * Finds the entities, quotes and dates of an article. The promise rejects with an `AbortError` if the call is aborted or replaced.
     * @param {string} text
     * @param {WorkerOptions} [options]
     * @returns {Promise<Annotations>}
     */
    annotate(text, { signal, ...options } = {}) {
      return new Promise((resolve, reject) => {
        checkOptions(options, ["signal"]);
        if (signal?.aborted) return reject(signal.reason);
        const job = { text, options, resolve, reject };
        waiting?.reject(new DOMException("a later call replaced this one", "AbortError"));
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

    /** Ends the thread, and rejects the calls that are not done. */
    close() {
      stop();
      for (const job of [running, waiting]) job?.reject(new DOMException("the annotator was closed", "AbortError"));
      running = waiting = null;
    },
  };
}
