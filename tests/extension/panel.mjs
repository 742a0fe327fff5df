// The panel beside the page, by Chromium's own protocol: playwright does not show it.

import { PATIENCE } from "./browser.mjs";

/** @typedef {Awaited<ReturnType<typeof panelOf>>} Panel */

/** The panel that stands open; waits for it. @param {import("./browser.mjs").Launched} launched */
export async function panelOf({ protocol, id }) {
  await protocol.send("Target.setDiscoverTargets", { discover: true });
  const isPanel = (/** @type {any} */ { url, type }) => type === "page" && url === `chrome-extension://${id}/panel.html`;
  const found = new Promise((resolve) => protocol.on("Target.targetCreated", ({ targetInfo }) => isPanel(targetInfo) && resolve(targetInfo)));
  const { targetInfos } = await protocol.send("Target.getTargets");
  const { targetId } = targetInfos.find(isPanel) ?? await found;
  const { sessionId } = await protocol.send("Target.attachToTarget", { targetId, flatten: false });

  let last = 0;
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  const asked = new Map();
  protocol.on("Target.receivedMessageFromTarget", ({ sessionId: from, message }) => {
    const { id: answered, result, error } = JSON.parse(message);
    const waiting = from === sessionId ? asked.get(answered) : undefined;
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  });

  /** @param {string} method  @param {object} [params]  @returns {Promise<any>} */
  function send(method, params = {}) {
    last += 1;
    const own = last;
    const answer = new Promise((resolve, reject) => asked.set(own, { resolve, reject }));
    void protocol.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id: own, method, params }) });
    return answer;
  }

  /** @param {string} expression  @returns {Promise<any>} */
  async function evaluate(expression) {
    const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  return {
    send,
    evaluate,

    /** Waits until something is true in it, looking with each frame. @param {string} expression */
    until: (expression) => evaluate(`new Promise((resolve, reject) => {
      const began = performance.now();
      const look = () => (${expression}) ? resolve() : performance.now() - began > ${PATIENCE} ? reject(new Error(${JSON.stringify(expression)} + " is not so: " + document.body.innerText)) : setTimeout(look, 20);
      look();
    })`),

    /** What it says in a sentence. */
    said: () => evaluate("document.querySelector('#said').textContent"),

    /** Clicks what a selector finds, as the pointer does. @param {string} selector */
    async click(selector) {
      const [x, y] = await evaluate(`(() => {
        const found = document.querySelector(${JSON.stringify(selector)});
        found.scrollIntoView({ block: "center" });
        const { x, y, width, height } = found.getBoundingClientRect();
        return [x + width / 2, y + height / 2];
      })()`);
      for (const type of ["mousePressed", "mouseReleased"]) await send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
    },
  };
}
