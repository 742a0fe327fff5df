// The way to a dossier of many articles (`later/dossier.js`), which is asked for when somebody wants it.

import { notAtHand } from "../words/page.js";
import { byId } from "../reading/dom.js";

/** @typedef {import("./later/dossier.js").Page} Page */

/** @param {Page} page  @param {(what: string) => void} tell */
export function setUpDossier(page, tell) {
  /** @type {ReturnType<typeof import("./later/dossier.js").createDossier> | undefined} */
  let made;
  /** @param {readonly File[]} [files] */
  async function open(files) {
    try {
      const { createDossier } = await import("./later/dossier.js");
      made ??= createDossier(page);
      made.open(files);
    } catch {
      tell(notAtHand);
    }
  }
  byId("show-dossier", HTMLButtonElement).addEventListener("click", () => open());
  return open;
}
