// Files: what they are called, and how they are saved.

import { element } from "../../reading/dom.js";

/** The longest name that is not cut, in characters. */
const LONGEST = 60;

/**
 * A file's name, from the article's headline.
 * @param {import("../../core/engine.js").Article} article
 * @param {string} ending  "-quotes.csv"
 */
export function fileName({ text, annotations: { blocks } }, ending) {
  const headline = blocks.find(({ kind }) => kind === "headline");
  const words = headline ? text.slice(headline.start, headline.end) : "";
  const plain = words.normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  const short = plain.length > LONGEST ? plain.slice(0, LONGEST).replace(/-[^-]*$/, "") : plain;
  return `${short || "article"}${ending}`;
}

/** How long a browser may take to fetch what is saved, in milliseconds. */
const FETCHED = 60_000;

/** @param {string} name  @param {string} type  @param {string} content */
export function save(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), FETCHED);
}
