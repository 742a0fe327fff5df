// Annotates off the main thread in Node. An idle thread does not keep the process alive.

import { Worker } from "node:worker_threads";
import { annotatorOf } from "./annotator.js";
import { annotate } from "./node.js";

/** @param {{ createWorker?: () => Worker }} [setUp]  As in a browser, with a `Worker` of `node:worker_threads`. */
export function createAnnotator({ createWorker } = {}) {
  return annotatorOf(() => threadOf((createWorker ?? ownWorker)()), !createWorker, annotate);
}

function ownWorker() {
  return new Worker(new URL("./worker-thread-node.js", import.meta.url));
}

/** A worker of Node's as one of a browser's. @param {Worker} worker  @returns {import("./annotator.js").Thread} */
function threadOf(worker) {
  worker.unref();
  worker.on("message", (data) => "progress" in data || worker.unref());
  return {
    postMessage(/** @type {unknown} */ message) {
      worker.ref();
      worker.postMessage(message);
    },
    addEventListener(/** @type {string} */ type, /** @type {any} */ listener) {
      if (type === "message") worker.on("message", (data) => listener({ data }));
      else worker.on("error", ({ message }) => listener({ message, preventDefault() {} }));
    },
    terminate: () => void worker.terminate(),
  };
}
