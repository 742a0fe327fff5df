// What runs in the background: it answers the button and the key, and annotates for pages, whose own rules may allow no WebAssembly. It keeps
// nothing, so that the browser may stop it at any time.

import { annotate, load } from "../www/core/engine.js";
import { isNewsmarkError } from "../www/core/errors.js";
import { askPage, tellAll } from "./messages.js";
import * as words from "./words.js";

/** @typedef {import("./messages.js").Answer} Answer */
/** @typedef {import("./messages.js").Status} Status */

const SCRIPT = "content.js";
/** The same file that the packed page has. */
const CORE = "newsmark/pkg/newsmark_bg.wasm";
/** When a page's process is sure to know of a click, in milliseconds. The script may be there before that is known, and is refused then. */
const GRANTED = 150;

chrome.action.onClicked.addListener((tab) => {
  // Browsers open it only as the first thing after a click.
  openPanel(tab.windowId);
  if (tab.id !== undefined) void toggle(tab.id, tab.windowId);
});

chrome.runtime.onMessage.addListener((/** @type {import("./messages.js").Annotate | import("./messages.js").Told} */ message, sender, answer) => {
  if ("ask" in message) {
    answerFor(message).then(answer);
    return true;
  }
  const tab = message.tab ?? sender.tab?.id;
  if (tab !== undefined) void showStatus(tab, message.status);
  return false;
});

/** Marks the page of a tab, or takes its marks away. @param {number} tab  @param {number} window */
async function toggle(tab, window) {
  try {
    const { status } = await askPage(tab, { do: "toggle" });
    if (status.is === "off") closePanel(window);
  } catch {
    // No script of ours is there yet.
    await begin(tab);
  }
}

/** @param {number} tab */
async function begin(tab) {
  try {
    await showStatus(tab, { is: "reading" });
    await inject(tab).catch(() => later(GRANTED).then(() => inject(tab)));
    await askPage(tab, { do: "toggle" });
  } catch {
    // The browser's own pages, and the like. The tab may be gone, too.
    await onButton(tab, words.BADGE.failed, words.notAllowed).catch(() => {});
    tellAll({ tell: "status", status: { is: "off" }, tab });
  }
}

/** @param {number} tab */
const inject = (tab) => chrome.scripting.executeScript({ target: { tabId: tab }, files: [SCRIPT] });

/** @param {number} time  In milliseconds. */
const later = (time) => new Promise((done) => setTimeout(done, time));

/** @param {import("./messages.js").Annotate} asked  @returns {Promise<Answer>} */
async function answerFor({ text, options }) {
  try {
    await load(chrome.runtime.getURL(CORE));
    return { annotations: annotate(text, options) };
  } catch (error) {
    return { error: isNewsmarkError(error) ? error.kind : "core" };
  }
}

/** Says on the button how a page stands; the browser forgets it with the page. @param {number} tab  @param {Status} status */
async function showStatus(tab, status) {
  const said = { off: () => ["", words.buttonOff], moved: () => ["", words.buttonOff], reading: () => [words.BADGE.reading, words.buttonReading],
    marked: () => (status.is === "marked" ? [String(status.counts.quotes), words.buttonMarked(status.counts)] : []),
    failed: () => (status.is === "failed" ? [words.BADGE.failed, words.FAILED[status.why]] : []) };
  const [badge = "", title = ""] = said[status.is]();
  // The tab may be gone.
  await onButton(tab, badge, title).catch(() => {});
}

/** @param {number} tabId  @param {string} text  @param {string} title */
async function onButton(tabId, text, title) {
  await Promise.all([
    chrome.action.setBadgeText({ tabId, text }),
    chrome.action.setBadgeBackgroundColor({ tabId, color: "#5f5a51" }),
    chrome.action.setTitle({ tabId, title }),
  ]);
}

// Chromium and Firefox differ in what they call the panel beside a page.

/** @type {{ sidebarAction?: { open: () => Promise<void>, close: () => Promise<void> } }} */
const { sidebarAction } = /** @type {any} */ (chrome);

/** @param {number} windowId */
function openPanel(windowId) {
  const opened = sidebarAction ? sidebarAction.open() : chrome.sidePanel.open({ windowId });
  // Without it the marks are there all the same.
  opened.catch(() => {});
}

/** @param {number} windowId */
function closePanel(windowId) {
  const closed = sidebarAction ? sidebarAction.close() : chrome.sidePanel.close?.({ windowId });
  // Not every browser lets it be closed.
  closed?.catch(() => {});
}
