// The other end of `worker-node.js`: annotates what it is sent, one text after the other.

import { parentPort } from "node:worker_threads";
import { answer } from "./answer.js";
import { annotate } from "./node.js";

parentPort?.on("message", (data) => answer(data, (message) => parentPort?.postMessage(message), annotate));
