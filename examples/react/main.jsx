// <news-mark> in a page that React makes: attributes as always, and the element's events by "on" and their name.

import "newsmark/define";
import { useState } from "react";
import { createRoot } from "react-dom/client";

const ARTICLES = [
  "Mayor Ana Ruiz said on Monday that the bridge will open.",
  "“The ferry is late,” said Paul Mercier in Lisbon.",
];

function Reader() {
  const [shown, setShown] = useState(0);
  const [names, setNames] = useState([]);
  const events = { "onnews-mark-annotated": ({ detail }) => setNames(detail.annotations.entities.map(({ name }) => name)) };
  return (
    <main>
      <button type="button" onClick={() => setShown((shown + 1) % ARTICLES.length)}>Next article</button>
      <news-mark date="2026-03-04" panel="none" {...events}>{ARTICLES[shown]}</news-mark>
      <p id="names">{names.join(", ")}</p>
    </main>
  );
}

createRoot(document.querySelector("#root")).render(<Reader />);
