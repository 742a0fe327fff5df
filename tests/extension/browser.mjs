// Chromium with the extension in it, for the tests: a site on a loopback port, the button clicked as a reader clicks it, and the panel beside the
// page. Playwright knows nothing of buttons and panels of extensions; Chromium's own protocol does.

import { createServer } from "node:http";
import { resolve } from "node:path";
import { chromium } from "playwright-core";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {{ body: string | Buffer, type?: string, policy?: string }} Answer */
/** @typedef {Awaited<ReturnType<typeof launch>>} Launched */

/** What stores get, unpacked. */
const FOLDER = resolve("target/extension/chromium");

/** Lets tests load an extension and click its button. */
const ARGUMENT = "--enable-unsafe-extension-debugging";

/**
 * @param {Record<string, Answer>} answers  What the site has, by path.
 * @param {string} [folder]  The extension.
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
export async function launch(answers, folder = FOLDER, options = {}) {
  const program = process.env.NEWSMARK_BROWSER;
  if (!program) throw new Error("NEWSMARK_BROWSER is not set: run these tests by `cargo xtask test extension`");
  const site = await serve(answers);
  const context = await chromium.launchPersistentContext("", {
    ...options, executablePath: program, ignoreDefaultArgs: ["--disable-extensions"],
    args: [...JSON.parse(process.env.NEWSMARK_BROWSER_ARGS ?? "[]"), ARGUMENT],
  });
  context.setDefaultTimeout(PATIENCE);
  const browser = context.browser();
  if (!browser) throw new Error("the browser is gone");
  const protocol = await browser.newBrowserCDPSession();
  const starting = context.waitForEvent("serviceworker");
  // @ts-ignore: newer than the types.
  const { id } = await protocol.send("Extensions.loadUnpacked", { path: folder });
  const worker = await starting;
  // It is told of before its script has run, and a click is lost until then.
  await until(() => worker.evaluate(() => chrome.action.onClicked.hasListeners()), "the background listens");

  /** The tab of a page. @param {Page} page */
  async function tabOf(page) {
    const session = await context.newCDPSession(page);
    const { targetInfo } = await session.send("Target.getTargetInfo");
    await session.detach();
    const { targetInfos } = await protocol.send("Target.getTargets", { filter: [{ type: "tab" }] });
    const tab = targetInfos.find((/** @type {any} */ { url }) => url === targetInfo.url);
    if (!tab) throw new Error(`no tab has ${page.url()}`);
    return tab.targetId;
  }

  return {
    context, site: site.address, worker, id, protocol,

    /** A page of the site in a tab of its own. @param {string} path */
    async open(path) {
      const page = await context.newPage();
      await page.goto(site.address + path);
      return page;
    },

    /** Clicks the extension's button while a page is shown. @param {Page} page */
    async click(page) {
      await page.bringToFront();
      // @ts-ignore: newer than the types.
      await protocol.send("Extensions.triggerAction", { id, targetId: await tabOf(page) });
    },

    /** What the button says in the tab that is shown. */
    button: () => worker.evaluate(async () => {
      const [{ id: tabId } = {}] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return { badge: await chrome.action.getBadgeText({ tabId }), title: await chrome.action.getTitle({ tabId }) };
    }),

    async close() {
      await context.close();
      site.close();
    },
  };
}

/** A site on a loopback port. @param {Record<string, Answer>} answers */
async function serve(answers) {
  const server = createServer(({ url = "" }, response) => {
    const answer = answers[url.replace(/[?#].*/, "").slice(1)];
    if (!answer) return void response.writeHead(404).end();
    const { body, type = "text/html; charset=utf-8", policy } = answer;
    response.writeHead(200, { "content-type": type, ...(policy && { "content-security-policy": policy }) }).end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The marks of a page, as the words that each look is on. @param {Page} page  @returns {Promise<Record<string, string[]>>} */
export function marks(page) {
  return page.evaluate(() => Object.fromEntries([...CSS.highlights].filter(([name]) => name.startsWith("newsmark-")).map(([name, ranges]) => {
    const words = [...ranges].map((range) => {
      const live = new Range();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    });
    return [name.slice("newsmark-".length), words];
  })));
}

/** How long something may take, in milliseconds. */
export const PATIENCE = 30_000;

/** Waits until something is so. Playwright's own waiting is stopped by strict policies of pages. @param {() => Promise<boolean>} isSo  @param {string} what */
export async function until(isSo, what) {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > PATIENCE) throw new Error(`not so: ${what}`);
    await new Promise((later) => setTimeout(later, 20));
  }
}

/** Waits until a page has marks. @param {Page} page */
export async function marked(page) {
  await until(async () => Object.keys(await marks(page)).length > 0, "the page is marked");
  return marks(page);
}

/** Waits until a page has none. @param {Page} page */
export async function unmarked(page) {
  await until(async () => Object.keys(await marks(page)).length === 0 && (await page.locator("newsmark-overlay").count()) === 0, "the page has no marks");
}
