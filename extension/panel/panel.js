// The panel beside the page: what was found in the page of the tab that is shown, each line of which leads to its place in the page; or in a
// sentence why there is nothing. What it shows it asks the page for, so that it is never of another.

import { byId, element } from "../../www/reading/dom.js";
import { dated } from "../../www/page/dating.js";
import { keptChoices, onChoices, styleOf } from "../choices.js";
import { keyNow } from "../key.js";
import { askPage } from "../messages.js";
import * as words from "../words.js";
import { handOver } from "./handing.js";
import { createLists } from "./lists.js";

/** @typedef {import("../messages.js").Found} Found */
/** @typedef {import("../messages.js").State} State */
/** @typedef {import("../messages.js").Request} Request */

const said = byId("said", HTMLElement);
const hint = byId("hint", HTMLElement);
const headline = byId("headline", HTMLElement);
const day = byId("dated", HTMLElement);
const actions = byId("actions", HTMLElement);
const tabs = byId("tabs", HTMLElement);
const options = byId("options", HTMLButtonElement);

/** The tab that is shown. @type {number | null} */
let tab = null;
/** Which look is the last. */
let turn = 0;
/** Where citations are from. */
let publication = "";
const lists = createLists(tabs, (sort, id) => void ask({ do: "visit", sort, id }), () => publication);

/** The window that the panel is in. */
const { id: window } = await chrome.windows.getCurrent();

/** @param {Request} request  @returns {Promise<State | null>} null where no script of ours is in the page. */
async function ask(request) {
  try {
    return tab === null ? null : await askPage(tab, request);
  } catch {
    return null;
  }
}

/** Looks how the page of the tab stands, and shows it. */
async function look() {
  turn += 1;
  const own = turn;
  const [active] = await chrome.tabs.query({ active: true, windowId: window });
  if (own !== turn) return;
  tab = active?.id ?? null;
  const state = await ask({ do: "state" });
  const sentence = state && state.status.is !== "off" ? "" : await sentenceFor(tab);
  if (own === turn) show(state, sentence);
}

/** What is said of a page that was not read. @param {number | null} tabId */
async function sentenceFor(tabId) {
  // The button keeps it as long as the page is there.
  const isRefused = tabId !== null && (await chrome.action.getBadgeText({ tabId }).catch(() => "")) === words.BADGE.failed;
  return isRefused ? words.notAllowed : words.howToBegin(await keyNow());
}

/** @param {State | null} state  @param {string} sentence */
function show(state, sentence) {
  const { status, found } = state ?? { status: { is: /** @type {const} */ ("off") }, found: null };
  const sentences = {
    off: () => sentence,
    reading: () => words.reading,
    moved: () => words.moved,
    marked: () => (status.is === "marked" ? words.summary(status.counts) : ""),
    failed: () => (status.is === "failed" ? words.FAILED[status.why] : ""),
  };
  const now = sentences[status.is]();
  // What is said again is not read out again.
  if (said.textContent !== now) said.textContent = now;
  tabs.hidden = headline.hidden = day.hidden = !found;
  hint.hidden = !found || found.what === "article";
  showActions(state, found);
  if (!found) return;
  ({ publication } = found);
  headline.textContent = found.title;
  hint.textContent = found.what === "selection" ? words.onlySelection : words.wholePage;
  const told = dated(found.annotations, found.date ? words.fromPage : "");
  day.textContent = words.published(told);
  lists.show(found);
}

/** What can be done now. @param {State | null} state  @param {Found | null} found */
function showActions(state, found) {
  const { status } = state ?? { status: null };
  const buttons = [
    ...(found ? [button("hand-over", words.openInNewsmark, () => void handOver(found)), button("clear", words.removeMarks, () => void ask({ do: "clear" }))] : []),
    ...(status?.is === "off" || status?.is === "moved" || (status?.is === "failed" && status.why === "core")
      ? [button("read", words.readAgain, () => void ask({ do: "read", everything: false }))] : []),
    ...(status?.is === "failed" && status.why === "language" ? [button("read-anyway", words.readAnyway, () => void ask({ do: "read", everything: true }))] : []),
    ...(status?.is === "failed" && status.why === "pdf" ? [button("open", words.openNewsmark, () => void handOver(null))] : []),
  ];
  const focused = actions.contains(document.activeElement) ? document.activeElement?.id : undefined;
  actions.replaceChildren(...buttons);
  // Whoever pressed one stays where they were.
  if (focused !== undefined) (buttons.find(({ id }) => id === focused) ?? buttons[0] ?? options).focus();
}

/** @param {string} id  @param {string} name  @param {() => void} does */
function button(id, name, does) {
  const made = element("button", { type: "button", class: "plain", id }, name);
  made.addEventListener("click", does);
  return made;
}

options.textContent = words.options;
options.addEventListener("click", () => void chrome.runtime.openOptionsPage());

const colours = new CSSStyleSheet();
document.adoptedStyleSheets = [colours];
onChoices((choices) => colours.replaceSync(styleOf(choices, "both")));
colours.replaceSync(styleOf(await keptChoices(), "both"));

chrome.tabs.onActivated.addListener(({ windowId }) => void (windowId === window && look()));
chrome.tabs.onUpdated.addListener((id, { status }) => void (id === tab && status && look()));
chrome.runtime.onMessage.addListener((/** @type {import("../messages.js").Told} */ message, sender) => {
  if (!("tell" in message) || (message.tab ?? sender.tab?.id) !== tab) return;
  // A page that reads may be too busy to answer.
  if (message.status.is === "reading") show({ status: message.status, found: null }, "");
  else void look();
});
await look();
