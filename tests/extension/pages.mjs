// Pages of news sites, of the shapes that sites have. Words and names are ours. Otto Lund stands around articles, and never in one.

const PARAGRAPHS = [
  "“We will open the bridge on Friday,” Mayor Ana Ruiz told reporters at the town hall on Monday, after a week of heavy rain along the coast had kept all boats in port.",
  "Harbour Bank lent the city the money, and the loan is to be repaid by 2031. “It is a sound bridge, and the figures are sound as well,” its director, Tom Berg, said.",
  "The work began two years ago, and the council voted for it in March. Residents have waited since then for a way across the river that does not close with each flood.",
  "Ana Ruiz said that the old bridge would stay open for cyclists. The engineers who looked at it in the spring found that its piers would last for another thirty years.",
];

/** The paragraphs of an article, in some element. @param {string} tag */
const paragraphs = (tag = "p") => PARAGRAPHS.map((words) => `<${tag}>${words}</${tag}>`).join("\n");

const HEADLINE = "Bridge in Solvik opens on Friday";
const META = "<meta property=\"article:published_time\" content=\"2024-05-13T08:00:00Z\"><meta property=\"og:site_name\" content=\"The Solvik Post\">";
const MENU = "<ul><li><a href=\"/news\">News</a></li><li><a href=\"/sport\">Sport</a></li><li><a href=\"/lund\">Otto Lund’s column</a></li></ul>";
const RELATED = "<h2>More news</h2><ul><li><a href=\"/1\">Otto Lund said the harbour would close</a></li><li><a href=\"/2\">Rain in Solvik</a></li></ul>";

/** @param {string} body  @param {string} [head] */
export const page = (body, head = META) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${HEADLINE} – The Solvik Post</title>${head}</head><body>${body}</body></html>`;

/** An article as most sites have it. */
export const ARTICLE = page(`<nav>${MENU}</nav><main><article><h1>${HEADLINE}</h1><p>By Eva Holm</p>${paragraphs()}</article></main><aside>${RELATED}</aside><footer>Otto Lund, editor</footer>`);

/** The same, by a script that changes pages without loading them. */
export const APP = ARTICLE.replace("<head>", `<head><script>
  const text = ${JSON.stringify(PARAGRAPHS.map((words) => words.replaceAll("Ana Ruiz", "Kim Dahl")))};
  function turn(address) {
    history.pushState({}, "", address);
    const article = document.createElement("article");
    const headline = document.createElement("h1");
    headline.textContent = "Another story";
    article.append(headline, ...text.map((words) => Object.assign(document.createElement("p"), { textContent: words })));
    document.querySelector("main").replaceChildren(article);
  }
</script>`);

export const GERMAN = page(`<article><h1>Brücke in Solvik bleibt geschlossen</h1>${Array(5).fill(
  "<p>Der Stadtrat von Solvik hat am Montag beschlossen, dass die Brücke nicht geöffnet wird, und die Bürgermeisterin sagte, dass sie das sehr bedauert und weiter mit allen reden will.</p>").join("")}</article>`, "").replace("lang=\"en\"", "");

export const EMPTY = page("<canvas></canvas>", "");

/** What each page has, and whether all of it is read. @type {[name: string, html: string, isWhole?: boolean][]} */
export const SHAPES = [
  ["an article among menus", ARTICLE],
  ["nothing but divisions", page(`<div class="top"><div>${MENU}</div></div><div class="wrap"><div class="c1"><div class="t">${HEADLINE}</div><div class="b">${paragraphs()}</div></div><div class="sidebar">${RELATED}</div></div>`)],
  ["the headline apart from the text", page(`<header>${MENU}</header><main><header><h1>${HEADLINE}</h1></header><div class="body">${paragraphs()}</div></main><footer>Otto Lund</footer>`)],
  ["an advertisement in the middle", page(`<nav>${MENU}</nav><article><h1>${HEADLINE}</h1><section>${paragraphs()}</section><div class="ad"><iframe title="advertisement"></iframe></div><section>${paragraphs()}</section></article><aside>${RELATED}</aside>`)],
  ["comments below", page(`<article><h1>${HEADLINE}</h1>${paragraphs()}</article><section id="comments" class="comments"><h2>Comments</h2><div class="comment"><p>Otto Lund wrote: I do not like this bridge.</p></div></section>`)],
  ["a table for a frame", page(`<table><tr><td>${MENU}</td><td><h1>${HEADLINE}</h1>${paragraphs()}</td><td>${RELATED}</td></tr></table>`)],
  ["line breaks for paragraphs", page(`<div id="menu">${MENU}</div><div id="story"><h1>${HEADLINE}</h1>${PARAGRAPHS.join("<br><br>")}</div><div id="footer">Otto Lund</div>`)],
  ["no doctype", ARTICLE.replace("<!doctype html>", "")],
  ["a dark page", ARTICLE.replace("<body>", "<body style=\"background:#111;color:#eee\">")],
  ["quotes as elements", page(`<nav>${MENU}</nav><article><h1>${HEADLINE}</h1>${paragraphs()}<blockquote><p>It will be a fine day for all of us.</p><footer>Ana Ruiz</footer></blockquote></article>`)],
  ["the article in a dialog", page(`<nav>${MENU}</nav><dialog open><article><h1>${HEADLINE}</h1>${paragraphs()}</article></dialog>`)],
  ["a short report", page(`<nav>${MENU}</nav><main><article><h1>${HEADLINE}</h1><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p></article></main><footer>Otto Lund</footer>`)],
  ["a word or two, and no article", page(`<p>${PARAGRAPHS[0]?.slice(0, 120)}</p><p>Otto Lund was there.</p>`), true],
];
