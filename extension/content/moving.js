// Whether the reader has gone on to another page of a site that changes its pages by script. An address that is only touched up, as while
// scrolling, and a place in the same page are no move.

/** The part of an address that tells one page from another. After "#" some sites have a path. */
function pageOf({ href, hash } = location) {
  return /^#!?\//.test(hash) ? href : href.replace(/#.*/, "");
}

/**
 * Calls once, when the reader has gone on.
 * @param {() => boolean} isThere  Whether what was read still stands in the page.
 * @param {() => void} call
 * @returns {() => void} ends it.
 */
export function onMove(isThere, call) {
  let page = pageOf();
  /** The browser's own word on moves, where it has one. @type {any} */
  const { navigation } = window;

  /** @param {boolean} isMove */
  function look(isMove) {
    if (isThere() && !(isMove && pageOf() !== page)) return;
    end();
    call();
  }

  function entered(/** @type {{ navigationType: string | null }} */ { navigationType }) {
    const isTouched = navigationType === null || navigationType === "replace";
    if (isTouched) page = pageOf();
    look(!isTouched);
  }
  // Whoever moves on changes the page.
  const observer = new MutationObserver(() => look(!navigation));
  function end() {
    navigation?.removeEventListener("currententrychange", entered);
    observer.disconnect();
  }

  navigation?.addEventListener("currententrychange", entered);
  observer.observe(document.documentElement, { childList: true, subtree: true });
  return end;
}
