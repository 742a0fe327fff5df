// Pasting and dropping, as a browser does it: with what was copied in several kinds.

/** @typedef {import("./browser.mjs").Page} Page */

/** Pastes where the focus is. @param {Page} page  @param {Record<string, string>} kinds */
export const paste = (page, kinds) =>
  page.evaluate((kinds) => {
    const clipboardData = new DataTransfer();
    for (const [kind, data] of Object.entries(kinds)) clipboardData.setData(kind, data);
    (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, kinds);

/** Drops on the page. @param {Page} page  @param {Record<string, string>} kinds */
export const drop = (page, kinds) =>
  page.evaluate((kinds) => {
    const dataTransfer = new DataTransfer();
    for (const [kind, data] of Object.entries(kinds)) dataTransfer.setData(kind, data);
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, kinds);

/** Chooses a file. @param {Page} page  @param {string} name  @param {string | Uint8Array} content */
export const choose = (page, name, content) =>
  page.setInputFiles("#file", { name, mimeType: "", buffer: Buffer.from(content) });

/** Waits until a text is shown, and nothing else. @param {Page} page  @param {string} text */
export const shows = (page, text) =>
  page.waitForFunction((text) => document.querySelector("#article")?.textContent === text, text);
