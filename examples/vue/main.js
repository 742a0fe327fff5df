// <news-mark> in a page that Vue makes. In a template it is <news-mark :date="date" @news-mark-annotated="show">, with
// `compilerOptions.isCustomElement: (tag) => tag === "news-mark"`.

import "newsmark/define";
import { createApp, h, ref } from "vue";

const ARTICLES = [
  "Mayor Ana Ruiz said on Monday that the bridge will open.",
  "“The ferry is late,” said Paul Mercier in Lisbon.",
];

createApp({
  setup() {
    const shown = ref(0);
    const names = ref([]);
    const show = ({ detail }) => (names.value = detail.annotations.entities.map(({ name }) => name));
    return () => h("main", [
      h("button", { type: "button", onClick: () => (shown.value = (shown.value + 1) % ARTICLES.length) }, "Next article"),
      h("news-mark", { date: "2026-03-04", panel: "none", onNewsMarkAnnotated: show }, ARTICLES[shown.value]),
      h("p", { id: "names" }, names.value.join(", ")),
    ]);
  },
}).mount("#root");
