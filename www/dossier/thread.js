// The thread in which a dossier's articles are read. It is sent a few at a time and answers with what is asked for of each, and no more: all
// that is found in a thousand articles would take the page longer to receive than it takes to find. Sent none, it gets itself ready.

import { correct } from "../corrections/correct.js";
import { annotate, exportAs, load } from "../core/engine.js";
import { digest, headlineOf } from "./digest.js";

/** @typedef {import("../core/engine.js").Article} Article */
/** @typedef {import("./digest.js").Digest} Digest */
/** @typedef {import("./digest.js").Story} Story */
/** @typedef {"digest" | "line" | "training"} Wanted  A digest; all that was found, as a line of JSON or as lines to train with. */
/** @typedef {{ made: Digest | string | null, problem: string }} Answer  Null where an article could not be read. */

/** @type {Record<Wanted, (article: Article, story: Story) => Digest | string>} */
const MAKE = {
  digest,
  line: (article, { publication, file }) =>
    `${JSON.stringify({ title: headlineOf(article), publication, file, text: article.text, ...article.annotations })}\n`,
  training: (article) => `${exportAs(article, "conll")}\n`,
};

/** @param {Story} story  @param {Wanted} wanted  @returns {Answer} */
function read(story, wanted) {
  const { text, date, corrections } = story;
  try {
    return { made: MAKE[wanted]({ text, annotations: correct(text, annotate(text, { date: date || null }), corrections) }, story), problem: "" };
  } catch (error) {
    return { made: null, problem: error instanceof Error ? error.message : String(error) };
  }
}

addEventListener("message", async ({ data }) => {
  const { stories, wanted } = /** @type {{ stories: Story[], wanted: Wanted }} */ (data);
  try {
    await load();
    if (stories.length > 0) postMessage(stories.map((story) => read(story, wanted)));
  } catch (error) {
    // The core cannot be had: every article would fail.
    if (stories.length > 0) postMessage({ problem: error instanceof Error ? error.message : String(error) });
  }
});
