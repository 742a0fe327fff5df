// Shapes that articles have on the web, each as small as it can be: what marks have to stand in. All words are ours.

/**
 * @typedef {object} Shape
 * @property {string} [css]
 * @property {string} [html]      The page around; `%` is where the article goes.
 * @property {string} [article]   What is in it.
 * @property {string} [head]      All that stands before the body.
 * @property {string} [type]      How it is served.
 * @property {string} [script]    Runs in the page before it is marked.
 * @property {string} [click]     What is clicked before, as full screen needs it.
 * @property {string} [later]     Runs in the page after it was marked.
 * @property {boolean} [isFramed] The article is in the frame of the page, where the element is not defined.
 * @property {Partial<Expected>} [found]
 */
/** @typedef {{ person: string[], place: string[], said: [words: string, speaker: string][], unmarked: string[] }} Expected */

/** What is found in most shapes: `unmarked` are words that no mark holds. @type {Expected} */
export const EXPECTED = {
  person: ["Ana Ruiz", "Paul Mercier"], place: ["Lisbon"], said: [["“We built it in two years,”", "Ana Ruiz"], ["that the old ferry would stop", "Paul Mercier"]], unmarked: [],
};

const PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
const IMAGE = `<img alt="The bridge" width="60" height="40" src="${PIXEL}" />`;
const OPENED = `<p>Mayor <a href="#ana">Ana Ruiz</a> opened the bridge in Lisbon on Monday.</p>`;
const QUOTED = "<p>“We built it in <em>two years</em>,” Ana Ruiz said.</p>";
const FERRY = "<p>Paul Mercier, an engineer, said that the old ferry would stop.</p>";
const STORY = `<h1>Bridge opens</h1>${IMAGE}${OPENED}${QUOTED}${FERRY}`;
const MORE = "<p>Nobody knew how many people would cross it, and the toll was not yet known.</p>".repeat(12);

/** @type {Record<string, Shape>} */
export const SHAPES = {
  "plain": {},
  "a drop cap by ::first-letter": { css: "#text p::first-letter { float: left; font-size: 3em; line-height: 1 }", article: `${IMAGE}<p>Ana Ruiz opened the bridge in Lisbon.</p>${QUOTED}${FERRY}` },
  "a drop cap as an element": { article: `<p><span style="float: left; font-size: 3em">A</span>na Ruiz opened the bridge in Lisbon.</p>${QUOTED}${FERRY}` },
  "floats": { article: `<p><span style="float: right; width: 8em">${IMAGE}</span>Mayor Ana Ruiz opened the bridge in Lisbon.</p><div style="float: left; width: 40%">${QUOTED}</div>${FERRY}` },
  "several columns": { css: "#text { columns: 3; height: 12em }" },
  "a grid": { css: "#text { display: grid; grid-template-columns: 1fr 1fr; gap: 1em }" },
  "flex in another order": { css: "#text { display: flex; flex-direction: column } #text p:last-child { order: -1 }" },
  "a reset that takes all": { css: `*, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid } h1 { font: inherit } a { color: inherit; text-decoration: inherit }
    img { display: block; max-width: 100%; height: auto } button { background: none; font: inherit } :host, html { line-height: 1.5 } mark { all: unset }` },
  "a framework's base and its classes": { css: `*, ::before { box-sizing: border-box } body { margin: 0; font: 1rem/1.5 system-ui } mark { padding: .2em; background: #fcf8e3 } .card { position: relative; display: flex; opacity: 0 }
    .overlay, .frame, .text { position: fixed; inset: 0; background: #0009 } .stop { display: none } :not(:defined) { visibility: hidden }`, html: `<div class="container"><div class="row card-deck">%</div></div>` },
  "normalized": { css: "html { line-height: 1.15; -webkit-text-size-adjust: 100% } body { margin: 0 } h1 { font-size: 2em; margin: .67em 0 } a { background-color: transparent } img { border-style: none }" },
  "dark": { css: "body { color: #ddd; background: #111 } a { color: #8cf }" },
  "coloured": { css: "body { color: #fff; background: #0b3d91 } a { color: #ff0 }" },
  "right to left around it": { html: `<div dir="rtl">%</div>` },
  "a modal dialog": { html: "<dialog>%</dialog>", script: "document.querySelector('dialog').showModal()" },
  "a popover": { html: `<div popover="manual">%</div>`, script: "document.querySelector('[popover]').showPopover()" },
  "full screen": { html: `<main id="all" style="background: #fff; overflow: auto"><button id="go" onclick="document.querySelector('#all').requestFullscreen().then(() => document.title = 'full')">Full screen</button>%</main>`, click: "#go" },
  "in a shadow root": { html: `<div id="host"></div><template>%</template>`, script: "document.querySelector('#host').attachShadow({ mode: 'open' }).append(document.querySelector('template').content)" },
  "in a frame": { html: `<iframe width="600" height="500"></iframe><template>%</template>`, script: "document.querySelector('iframe').contentDocument.body.append(document.querySelector('template').content)", isFramed: true },
  "in a frame that is scaled": { css: "iframe { transform: scale(.7); transform-origin: 0 0 }", html: `<iframe width="800" height="600"></iframe><template>%</template>`, script: "document.querySelector('iframe').contentDocument.body.append(document.querySelector('template').content)", isFramed: true },
  "another route of an app": { article: "<p>Lena Strand left Oslo.</p>", later: `document.querySelector("#text").innerHTML = STORY; history.replaceState(null, "", "#next")`, found: { unmarked: ["Strand"] } },
  "a live blog": { article: `<h2>14:05</h2>${QUOTED}${FERRY}`, later: `document.querySelector("#text").insertAdjacentHTML("afterbegin", "<section><h2>14:20</h2><p>Ana Ruiz is back in Lisbon.</p></section>")` },
  "a transcript": { article: `${IMAGE}<p><b>ANA RUIZ:</b> We built it in two years. It was hard, and it was cold.</p><p><b>PAUL MERCIER:</b> The old ferry will stop in May, and I will miss it.</p>
    <p><b>ANA RUIZ:</b> Then it is done. We will all walk across it to Lisbon.</p><p><b>PAUL MERCIER:</b> It is. We start at noon.</p>`,
    found: { person: ["ANA RUIZ", "PAUL MERCIER"], said: [["We built it in two years. It was hard, and it was cold.", "Ana Ruiz"], ["It is. We start at noon.", "Paul Mercier"]] } },
  "a list": { article: `<ol><li>Mayor Ana Ruiz opened the bridge in Lisbon.</li><li>“We built it in two years,” Ana Ruiz said.<ul><li>Paul Mercier said that the old ferry would stop.</li></ul></li></ol>` },
  "a table": { article: `<table border="1"><caption>Who said what in Lisbon</caption><tr><th>Who</th><th>What</th></tr><tr><td>Ana Ruiz</td><td>“We built it in two years,” Ana Ruiz said.</td></tr><tr><td>Engineer</td><td>Paul Mercier said that the old ferry would stop.</td></tr></table>` },
  "figures with captions": { article: `<figure>${IMAGE}<figcaption>Ana Ruiz on the bridge in Lisbon. <small>Photo: Ines Falk</small></figcaption></figure>${QUOTED}${FERRY}` },
  "a gallery that scrolls": { css: ".gallery { display: flex; width: 300px; overflow-x: auto } figure { flex: none; width: 280px; margin: 0 }", article: `<div class="gallery"><figure>${IMAGE}<figcaption>Ana Ruiz in Lisbon.</figcaption></figure><figure>${IMAGE}<figcaption>A bridge.</figcaption></figure></div>${QUOTED}${FERRY}` },
  "advertisements between paragraphs": { article: `${OPENED}<aside aria-hidden="true"><iframe width="300" height="60" srcdoc="Buy a boat from Olaf Berg!"></iframe></aside>${QUOTED}<div style="height: 90px"><ins></ins></div>${FERRY}`, found: { unmarked: ["Olaf"] } },
  "a blurred end behind a wall": { css: ".last { filter: blur(4px); user-select: none } .wall { position: sticky; bottom: 0; height: 60px; background: #fff; pointer-events: none }", article: `${IMAGE}${OPENED}${QUOTED}${FERRY}<p class="last">And so on and on.</p>`, html: `%<div class="wall"><a href="#pay">Pay</a></div>` },
  "folded details": { article: `${STORY}<details><summary>More of it</summary><p>Olaf Berg left Oslo.</p></details>`, found: { unmarked: ["Olaf", "Oslo"] } },
  "footnotes": { article: `${IMAGE}<p>Mayor Ana Ruiz<sup><a href="#n1">1</a></sup> opened the bridge in Lisbon.[2]</p><p>“We built it in two years,”<a href="#n3"><sup>[3]</sup></a> Ana Ruiz said.</p>${FERRY}` },
  "code in the line": { article: `${STORY}<p>It runs <code>Lisbon.open("Olaf Berg")</code>, on <kbd>Enter</kbd>.</p><pre>Olaf Berg left.</pre>`, found: { unmarked: ["Olaf"] } },
  "a block quote": { article: `${IMAGE}${OPENED}<p>Ana Ruiz said:</p><blockquote><p>We built it in two years, and it will stand for ninety.</p></blockquote>${FERRY}`, found: { said: [["We built it in two years, and it will stand for ninety.", "Ana Ruiz"], ["that the old ferry would stop", "Paul Mercier"]] } },
  "a pull quote beside it": { css: ".pull { float: right; width: 12em; font-size: 1.5em }", article: `${OPENED}<aside class="pull">“We built it in two years”</aside>${QUOTED}${FERRY}` },
  "hyphens, soft and the browser's": { css: "#text { width: 7em; hyphens: auto; text-align: justify }", article: `${IMAGE}<p>Mayor Ana Ru&#173;iz opened the bridge in Lis&#173;bon.</p>${QUOTED}<p>Paul Mer&#173;cier said that the old ferry would stop.</p>` },
  "spaced letters": { css: "#text { letter-spacing: .3em; word-spacing: 1em; line-height: 3 }" },
  "capitals by style": { css: "#text { text-transform: uppercase; font-variant: small-caps }" },
  "laid out when it is seen": { css: "#text p { content-visibility: auto; contain-intrinsic-size: auto 30px }", article: `${STORY}${MORE}` },
  "a part that can be edited": { article: `${STORY}<p contenteditable="true">Olaf Berg is written here.</p><textarea>Olaf Berg</textarea>`, found: { unmarked: ["Olaf"] } },
  "ten pixels a rem": { css: "html { font-size: 62.5% } body { font-size: 1.6rem }" },
  "without a doctype": { head: "<title>Quirks</title>", html: `<table width="800"><tr><td><font size="4">%</font></td></tr></table>`, article: `${STORY}${MORE}` },
  "for print, too": { css: "@media print { nav { display: none } a::after { content: ' (' attr(href) ')' } } @page { margin: 2cm }", html: "<nav>Olaf Berg</nav>%" },
  "a header that stays": { css: "header { position: sticky; top: 0; height: 80px; background: #eee; z-index: 2147483647 }", html: "<header>The Harbour Post</header>%", article: `${STORY}${MORE}` },
  "turned and scaled": { css: "#text { transform: rotate(2deg) scale(.9) } #text p { translate: 5px 3px }" },
  "zoomed": { css: "#text { zoom: 1.3 }" },
  "XHTML": { type: "application/xhtml+xml", head: `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>XHTML</title></head>` },
  "a part of the page that scrolls": { css: ".scroller { height: 260px; overflow: auto; position: relative }", html: `<div class="scroller">%</div>`, article: `${MORE}${STORY}${MORE}` },
  "boxes without boxes": { css: "#text section { display: contents }", article: `<section><section>${STORY}</section></section>` },
  "elements of the site's own": { article: `<x-block>${IMAGE}</x-block><x-block>${OPENED}</x-block><x-block>${QUOTED}</x-block><x-block>${FERRY}</x-block>` },
  "every word an element": { article: [`Mayor Ana Ruiz opened the bridge in Lisbon.`, `“We built it in two years,” Ana Ruiz said.`, `Paul Mercier said that the old ferry would stop.`].map((line) => `<p>${line.split(" ").map((word) => `<span>${word}</span>`).join(" ")}</p>`).join("") },
  "from top to bottom": { css: "#text { writing-mode: vertical-rl; height: 20em }" },
  "breaks in place of paragraphs": { article: `Mayor Ana Ruiz opened the bridge in Lisbon.<br><br>“We built it in two years,” Ana Ruiz said.<br><br>Paul Mercier said that the old ferry would stop.` },
};

/** The markup of a shape's page, with its article in an element of some name. @param {Shape} shape  @param {string} tag */
export function pageOf({ css = "", html = "%", article = STORY, head = "<!doctype html><html lang=\"en\"><head><title>A shape</title></head>" }, tag) {
  const panel = tag === "news-mark" ? ` panel="none" style="display: block"` : ` style="display: block"`;
  const root = `<${tag} id="text"${panel}>${article}</${tag}>`;
  return `${head}<body><style>/*<![CDATA[*/ ${css} /*]]>*/</style>${html.replace("%", () => root)}<p id="after">The end.</p></body>${head.includes("<html") ? "</html>" : ""}`;
}

/** For scripts in the page. */
export { STORY };
