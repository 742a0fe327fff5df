// Hands what was read to newsmark's own page, in a tab of its own: by way of the browser's memory, so that no address and no history holds it.

/** What `open.js` finds it by. */
export const HANDED = "handed.";

/** @param {import("../messages.js").Found | null} found  Null opens the page with nothing. */
export async function handOver(found) {
  if (!found) return void (await chrome.tabs.create({ url: chrome.runtime.getURL("newsmark/index.html") }));
  const { text, read: [start, end], date, publication } = found;
  const id = crypto.randomUUID();
  await chrome.storage.session.set({ [HANDED + id]: { text: text.slice(start, end), date, publication } });
  await chrome.tabs.create({ url: chrome.runtime.getURL(`open.html#${id}`) });
}
