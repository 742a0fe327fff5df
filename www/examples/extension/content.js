// The content script: it marks the page's own text with what the service worker finds.

import { mark } from "newsmark/mark";

mark(document.querySelector("article") ?? document.body, {
  annotate: (text, options) => chrome.runtime.sendMessage({ text, options }),
});
