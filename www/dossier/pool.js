// Reading many articles at once: a pool of threads, one a core, which are sent a few articles at a time and have some ahead, so that none waits
// for the next. A thread that dies is replaced; what it was reading is read anew, one by one, and the article that it died of is reported. It
// refuses to know what is done with what is found.

/** @typedef {import("./digest.js").Story} Story */
/** @typedef {import("./thread.js").Answer} Answer */
/** @typedef {import("./thread.js").Wanted} Wanted */

/** So many characters are sent at a time; a longer article goes alone. */
const PORTION = 32_000;
/** How many portions a thread has ahead. */
const AHEAD = 2;
/** The most threads: more gain little, and each takes memory. */
const MOST = 8;

/**
 * @param {() => Worker} createWorker  Starts `thread.js`.
 * @param {number} [cores]
 */
export function createPool(createWorker, cores = navigator.hardwareConcurrency || 2) {
  const size = Math.max(1, Math.min(cores, MOST));
  /** Threads that are not at work. @type {Worker[]} */
  let idle = [];
  let isWarm = false;

  /**
   * Reads articles, in any order.
   * @param {readonly Story[]} stories
   * @param {Wanted} wanted
   * @param {(answers: [at: number, answer: Answer][]) => void} done  Told of some at a time, by their index.
   * @param {AbortSignal} signal
   * @returns {Promise<void>} rejected where it is aborted, or no thread can be started.
   */
  function read(stories, wanted, done, signal) {
    const waiting = portions(stories);
    let left = stories.length;
    /** @type {Set<Worker>} */
    const busy = new Set();
    return new Promise((resolve, reject) => {
      const stop = () => {
        for (const thread of busy) thread.terminate();
        busy.clear();
        signal.removeEventListener("abort", stop);
        reject(signal.reason ?? new Error("no thread can be started"));
      };
      if (signal.aborted) return reject(signal.reason);
      if (left === 0) return resolve();
      signal.addEventListener("abort", stop, { once: true });

      /** @param {[number, Answer][]} answers */
      const report = (answers) => {
        left -= answers.length;
        done(answers);
        if (left > 0) return;
        signal.removeEventListener("abort", stop);
        resolve();
      };

      /** @param {Worker} thread */
      function work(thread) {
        /** What the thread has, in order. @type {number[][]} */
        const own = [];
        const give = () => {
          for (let next; own.length < AHEAD && (next = waiting.shift()); own.push(next)) {
            thread.postMessage({ stories: next.map((at) => stories[at]), wanted });
          }
        };
        busy.add(thread);
        thread.onmessage = ({ data }) => {
          if (signal.aborted) return;
          // The core cannot be had.
          if (!Array.isArray(data)) return stop();
          const read = own.shift() ?? [];
          give();
          if (own.length === 0) {
            busy.delete(thread);
            idle.push(thread);
          }
          report(read.map((at, index) => [at, data[index]]));
        };
        thread.onerror = (event) => {
          event.preventDefault();
          thread.terminate();
          busy.delete(thread);
          if (signal.aborted) return;
          // Its script cannot be had: another would fare no better.
          if (!event.message) return stop();
          const [at = [], ...ahead] = own;
          const isOne = at.length === 1;
          waiting.unshift(...(isOne ? [] : at.map((one) => [one])), ...ahead);
          if (waiting.length > 0) start();
          if (isOne) report(at.map((one) => [one, { made: null, problem: event.message }]));
        };
        give();
      }
      const start = () => {
        try {
          work(idle.pop() ?? createWorker());
        } catch {
          stop();
        }
      };
      for (let count = Math.min(size, waiting.length); count > 0; count -= 1) start();
    });
  }

  return {
    read,
    /** Starts the threads before there is something to read, so that they have the core by then. */
    warmUp() {
      if (isWarm) return;
      isWarm = true;
      for (let count = size; count > 0; count -= 1) {
        const thread = createWorker();
        thread.onerror = (event) => {
          event.preventDefault();
          idle = idle.filter((other) => other !== thread);
        };
        thread.postMessage({ stories: [], wanted: "digest" });
        idle.push(thread);
      }
    },
  };
}

/** The articles' indices, some together. @param {readonly Story[]} stories */
function portions(stories) {
  /** @type {number[][]} */
  const all = [];
  let room = 0;
  stories.forEach(({ text }, at) => {
    if (all.length === 0 || text.length > room) {
      all.push([]);
      room = PORTION;
    }
    all.at(-1)?.push(at);
    room -= text.length;
  });
  return all;
}
