// The way to the sheet that exports (`later/export.js`), which is asked for when somebody wants it.

import * as words from "../words/page.js";
import { exportAs, render } from "../core/engine.js";
import { byId } from "../reading/dom.js";
import { linkOf } from "./sharing.js";

/** @typedef {import("../core/engine.js").Article} Article */

/**
 * @param {() => Article | null} current
 * @param {() => string} publication
 * @param {() => { text: string, date: string, corrections: readonly import("../corrections/correct.js").Correction[] }} given  What a link holds.
 */
export function setUpSaving(current, publication, given) {
  const sheet = byId("export", HTMLDialogElement);
  const said = byId("saved", HTMLElement);
  let isSetUp = false;

  byId("show-export", HTMLButtonElement).addEventListener("click", async () => {
    said.textContent = "";
    sheet.showModal();
    if (isSetUp) return;
    try {
      const { setUpExport } = await import("./later/export.js");
      if (!isSetUp) setUpExport({ current, publication, exportAs, render });
      isSetUp = true;
    } catch {
      said.textContent = words.notAtHand;
    }
  });

  byId("share", HTMLButtonElement).addEventListener("click", async () => {
    const { text, date, corrections } = given();
    const whole = await linkOf(text, date, corrections);
    const link = whole ?? await linkOf(text, date);
    if (!link) return void (said.textContent = words.linkTooLong);
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = words.linkCopied(corrections.length, whole !== null);
    } catch {
      location.replace(link);
      said.textContent = words.linkInBar;
    }
  });

  return {
    /** Another article: what was said of the last is over. */
    refresh() {
      said.textContent = "";
    },
  };
}
