// Says where an article is not in English, and marks it all the same where a reader wants that.

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
      const name = language && language !== "und" ? new Intl.DisplayNames("en", { type: "language" }).of(language) : null;
      const words = everything ? "This article is marked as if it were in English. Expect mistakes."
        : `This article ${name ? `seems to be in ${name}` : "does not seem to be in English"}. newsmark reads only English for now, and leaves the rest unmarked.`;
      if (said.textContent !== words) said.textContent = words;
      button.textContent = everything ? "Remove the marks" : "Mark it anyway";
    },
  };
}
