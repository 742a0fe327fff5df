// The service worker: it has the core, and so pages need not allow WebAssembly.
//
// esbuild background.js --bundle --format=esm --outdir=dist
// esbuild content.js --bundle --outdir=dist
// cp manifest.json node_modules/newsmark/pkg/newsmark_bg.wasm dist

import { load } from "newsmark";

const core = load(chrome.runtime.getURL("newsmark_bg.wasm"));

chrome.action.onClicked.addListener(({ id }) => {
  chrome.scripting.executeScript({ target: { tabId: id }, files: ["content.js"] });
});

chrome.runtime.onMessage.addListener(({ text, options }, _sender, answer) => {
  core.then(({ annotate }) => answer(annotate(text, options)));
  // The answer comes later.
  return true;
});
