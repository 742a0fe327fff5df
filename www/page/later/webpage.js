// The article as one file in the page's own look: its marks, its speakers in the margin, and the list of its quotes. It needs nothing
// else, and nothing in it can run.

import base from "../../style/base.css";
import marks from "../../style/marks.css";
import media from "../../style/media.css";
import saved from "../../style/saved.css";
import tokens from "../../style/tokens.css";
import { element } from "../../reading/dom.js";
import { sheetElement, sheetOf } from "./sheet.js";

/** What may be used in the file: its own style. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** @param {import("./export.js").Given} given */
export function webPage({ article, publication, render }) {
  const text = element("article", { class: "article", lang: "en" });
  render(text, article);
  for (const mark of text.querySelectorAll("[tabindex]")) mark.removeAttribute("tabindex");
  const sheet = sheetOf({ article, publication });
  const list = sheetElement(sheet);
  // The headline stands above already.
  list.querySelector("h1")?.remove();
  list.className = "quotes";
  const head = element("head", {},
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "color-scheme", content: "light dark" }),
    element("title", {}, sheet.title));
  const body = element("body", {}, element("main", {}, element("div", { class: "reading" }, text), list));
  // The style sheets go in as they are: they are the page's own, and have no end tag in them.
  return `<!doctype html>\n<html lang="en">\n${head.outerHTML.replace("</head>", () => `<style>\n${[tokens, base, marks, saved, media].join("\n")}\n</style></head>`)}\n${body.outerHTML}\n</html>\n`;
}
