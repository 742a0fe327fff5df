// Says where an article is not in English, and marks it all the same where a reader wants that.

import * as words from "../words/arriving.js";
import { isForeign } from "../core/language.js";
import { byId } from "../reading/dom.js";

/** @param {() => void} changed  Annotates the text anew. */
export function createLanguage(changed) {
  const notice = byId("language", HTMLElement);
  const said = byId("language-said", HTMLElement);
  const button = byId("mark-anyway", HTMLButtonElement);
  let everything = false;

  button.addEventListener("click", () => {
    everything = !everything;
    changed();
  });

  return {
    /** Whether a text is marked whatever it is in. */
    get everything() {
      return everything;
    },

    /** Another text is there. */
    forget() {
      everything = false;
    },

    /** @param {import("../core/engine.js").Annotations} annotations */
    show({ language }) {
      notice.hidden = !isForeign(language);
      if (notice.hidden) everything = false;
      const name = language && language !== "und" ? new Intl.DisplayNames("en", { type: "language" }).of(language) ?? "" : "";
      const told = everything ? words.readAsEnglish : words.foreign(name);
      if (said.textContent !== told) said.textContent = told;
      button.textContent = everything ? words.removeHighlights : words.highlightAnyway;
    },
  };
}
