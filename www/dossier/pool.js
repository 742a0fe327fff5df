// Reading many articles at once: a pool of threads, one a core. Each has a few articles ahead, so that none waits for the next; a thread that
// dies is replaced, and the article that it died of is reported. It refuses to know what is done with what is found.

/** @typedef {import("../core/engine.js").Annotations} Annotations */
/** @typedef {{ text: string, options: import("../core/engine.js").AnnotateOptions }} Job */

/** How many articles a thread has ahead. */
const AHEAD = 3;
/** The most threads: more gain little, and each takes memory. */
const MOST = 8;

/**
 * @param {() => Worker} createWorker  Starts the thread that `core/worker-thread.js` is.
 * @param {number} [cores]
 */
export function createPool(createWorker, cores = navigator.hardwareConcurrency || 2) {
  const size = Math.max(1, Math.min(cores, MOST));
  /** Threads that are not at work. @type {Worker[]} */
  let idle = [];

  /**
   * Reads articles, in any order.
   * @param {readonly Job[]} jobs
   * @param {(at: number, annotations: Annotations | null, problem: string) => void} done  Told of each: null where it could not be read.
   * @param {AbortSignal} signal
   * @returns {Promise<void>} rejected where it is aborted, or no thread can be started.
   */
  function annotate(jobs, done, signal) {
    let next = 0;
    let left = jobs.length;
    /** What a thread that died had ahead. @type {number[]} */
    const retry = [];
    /** @type {Set<Worker>} */
    const busy = new Set();
    return new Promise((resolve, reject) => {
      const stop = () => {
        for (const thread of busy) thread.terminate();
        reject(signal.reason);
      };
      if (signal.aborted) return reject(signal.reason);
      if (left === 0) return resolve();
      signal.addEventListener("abort", stop, { once: true });

      /** @param {Worker} thread */
      function work(thread) {
        /** @type {number[]} what the thread has, in order */
        const own = [];
        const give = () => {
          while (own.length < AHEAD && next < jobs.length) {
            own.push(next);
            thread.postMessage(jobs[next]);
            next += 1;
          }
        };
        /** @param {Annotations | null} annotations  @param {string} problem */
        const report = (annotations, problem) => {
          const at = own.shift();
          if (at === undefined || signal.aborted) return;
          left -= 1;
          done(at, annotations, problem);
          if (left > 0) return;
          signal.removeEventListener("abort", stop);
          resolve();
        };
        busy.add(thread);
        thread.onmessage = ({ data }) => {
          if ("progress" in data) return;
          report(data.annotations ?? null, data.error?.message ?? "");
          give();
          if (own.length > 0 || signal.aborted) return;
          busy.delete(thread);
          idle.push(thread);
        };
        thread.onerror = (event) => {
          event.preventDefault();
          thread.terminate();
          busy.delete(thread);
          if (signal.aborted) return;
          // Its script cannot be had: another would fare no better.
          if (!event.message) return reject(new Error("no thread can be started"));
          report(null, event.message);
          // What it had ahead goes to the next.
          retry.push(...own);
          if (left > 0) start();
        };
        for (const at of retry.splice(0)) {
          own.push(at);
          thread.postMessage(jobs[at]);
        }
        give();
      }
      const start = () => {
        try {
          work(idle.pop() ?? createWorker());
        } catch (error) {
          signal.removeEventListener("abort", stop);
          reject(error);
        }
      };
      for (let count = Math.min(size, jobs.length); count > 0; count -= 1) start();
    });
  }

  return {
    annotate,
    /** Ends the threads: the next call starts new ones. */
    rest() {
      for (const thread of idle) thread.terminate();
      idle = [];
    },
  };
}
