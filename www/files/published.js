// The publication date of a page: as it tells search engines, or else people who share it, or else its readers.

import { dayOf } from "./days.js";

/** @typedef {{ date: string, dateFrom: "json-ld" | "meta" | "time" }} Published */

/** Names under which pages tell it, in `property`, `name` or `itemprop`. */
const NAMES = new Set([
  "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publish-date",
  "publish_date", "publication_date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "parsely-pub-date", "sailthru.date",
  "citation_publication_date",
]);

/** What is published with a day of its own, as against the site and who wrote it. */
const ARTICLE = /Article|Posting|Report|CreativeWork|WebPage/;

/** Where the times of other articles, and of what readers wrote, stand. */
const AROUND = "nav, aside, footer, [class*=comment], [class*=related]";

/**
 * @param {Document} page
 * @param {Element} [article]  Where it stands in the page: times that come after it are of something else.
 * @returns {Published | null}
 */
export function publishedOn(page, article) {
  const told = fromData(page);
  if (told) return { date: told, dateFrom: "json-ld" };
  for (const meta of page.querySelectorAll("meta[content]")) {
    const name = ["property", "name", "itemprop"].map((attribute) => meta.getAttribute(attribute) ?? "").find((name) => NAMES.has(name.toLowerCase()));
    const date = name ? dayOf(meta.getAttribute("content")) : null;
    if (date) return { date, dateFrom: "meta" };
  }
  const date = fromTimes(page, article);
  return date ? { date, dateFrom: "time" } : null;
}

/** @param {Document} page */
function fromData(page) {
  for (const script of page.querySelectorAll("script")) {
    if (!/^application\/ld\+json\b/i.test(script.getAttribute("type") ?? "")) continue;
    try {
      const date = inData(JSON.parse(script.textContent ?? ""));
      if (date) return date;
    } catch {
      // What cannot be read says nothing.
    }
  }
  return null;
}

/** @param {unknown} data  @param {number} [depth]  How deep it is looked for.  @returns {string | null} */
function inData(data, depth = 4) {
  if (typeof data !== "object" || data === null || depth === 0) return null;
  if (Array.isArray(data)) return first(data, (each) => inData(each, depth - 1));
  const { "@type": type, "@graph": graph, mainEntity, datePublished } = /** @type {Record<string, unknown>} */ (data);
  const own = ARTICLE.test([type].flat().join(" ")) && typeof datePublished === "string" ? dayOf(datePublished) : null;
  return own ?? inData(graph, depth) ?? inData(mainEntity, depth - 1);
}

/** @template T @template R @param {readonly T[]} list  @param {(each: T) => R | null} call  @returns {R | null} */
function first(list, call) {
  for (const each of list) {
    const found = call(each);
    if (found !== null) return found;
  }
  return null;
}

/** The time that is said to be it; else the first of the article, or the only one. @param {Document} page  @param {Element} [article] */
function fromTimes(page, article) {
  const isBefore = (/** @type {Element} */ time) => !article || (article.compareDocumentPosition(time) & (Node.DOCUMENT_POSITION_PRECEDING | Node.DOCUMENT_POSITION_CONTAINED_BY)) !== 0;
  const times = [...page.querySelectorAll("time[datetime]")].filter((time) => !time.closest(AROUND) && isBefore(time));
  const day = (/** @type {Element} */ time) => dayOf(time.getAttribute("datetime"));
  const said = times.find((time) => time.hasAttribute("pubdate") || /datePublished/i.test(time.getAttribute("itemprop") ?? ""));
  const inArticle = times.find((time) => (article ? article.contains(time) : time.closest("article, main")) && day(time));
  const days = new Set(times.map(day).filter(Boolean));
  return (said && day(said)) ?? (inArticle && day(inArticle)) ?? (days.size === 1 ? [...days][0] ?? null : null);
}
