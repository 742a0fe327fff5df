// How many sources an article names, at a glance, and the way to the table of them (`later/sources.js`), which is asked for when somebody
// wants it.

import * as words from "../words/page.js";
import { byId } from "../reading/dom.js";

/** @typedef {import("../core/engine.js").Article} Article */

/**
 * @param {() => Article | null} current
 * @param {(quote: number, origin: HTMLElement) => void} visit  Goes to a quote in the text.
 * @param {(what: string) => void} tell
 */
export function setUpSources(current, visit, tell) {
  const button = byId("show-sources", HTMLButtonElement);
  const sheet = byId("sources", HTMLDialogElement);

  button.addEventListener("click", async () => {
    try {
      const { showSources } = await import("./later/sources.js");
      const article = current();
      if (!article) return;
      showSources(sheet, article, (quote) => {
        sheet.close();
        visit(quote, button);
      });
      sheet.showModal();
    } catch {
      tell(words.notAtHand);
    }
  });

  return {
    /** @param {number} named  @param {number} quotes */
    show(named, quotes) {
      button.hidden = quotes === 0;
      button.textContent = words.sources(named);
    },
  };
}
