// The other end of `worker-node.js`: annotates the texts that it gets, one at a time.

import { parentPort } from "node:worker_threads";
import { answer } from "./answer.js";
import { annotate } from "./node.js";

parentPort?.on("message", (data) => answer(data, (message) => parentPort?.postMessage(message), annotate));
