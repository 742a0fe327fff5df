// What happens to the text under the marks: words that change, text that comes and goes, and an end of it all.

/** In milliseconds: changes come together, and are not put off for longer. */
const PAUSE = 150;
const LONGEST = 2000;
/** Reading anew takes no more than one part in so many of the time, as long as it is not slower than that. */
const SHARE = 6;
/** How long a browser that is busy may put it off. */
const LATEST = 500;
/** How often it is looked whether the page has taken highlights or style sheets away, or turned dark, which nothing tells. */
const LOOKING = 1000;

/** What shows or hides text. */
const ATTRIBUTES = ["class", "hidden", "open", "style"];
const HIDING = /display|visibility|opacity/;

/**
 * @typedef {object} Told
 * @property {(nodes: Set<Node>) => void} changed  At once, before anything is drawn: text nodes that have other words now.
 * @property {() => void} stirred   Something has changed in the root or around it.
 * @property {() => void} left      The root is no longer in its document.
 * @property {(changed: Set<Node> | null) => void} update  Some time after changes, if they are followed: the text is to be read anew. Where nothing but
 *   words has changed, the text nodes that they stand in.
 * @property {() => void} looking   From time to time, if changes are followed.
 */

/**
 * @param {Element} root
 * @param {boolean} follows  Whether changes of the text are followed.
 * @param {Told} told
 */
export function watch(root, follows, told) {
  const { ownerDocument: document } = root;
  const window = /** @type {Window & typeof globalThis} */ (document.defaultView);
  const inside = new MutationObserver((records) => {
    const changed = new Set(records.filter(({ type }) => type === "characterData").map(({ target }) => target));
    if (changed.size > 0) told.changed(changed);
    told.stirred();
    const weighty = follows ? records.filter(matters) : [];
    if (weighty.length === 0) return;
    if (weighty.every(({ type }) => type === "characterData")) for (const { target } of weighty) words?.add(target);
    else words = null;
    soon();
  });
  const around = new MutationObserver(() => {
    if (root.isConnected && root.ownerDocument === document) told.stirred();
    else told.left();
  });
  let isSeen = root.checkVisibility?.();
  // What shows or hides all of it may be anywhere in the page.
  const size = new window.ResizeObserver(() => {
    if (root.checkVisibility?.() === isSeen) return;
    isSeen = !isSeen;
    words = null;
    soon();
  });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** How long reading took, in milliseconds. */
  let cost = 0;
  /** The text nodes that have changed since, or null where more has. @type {Set<Node> | null} */
  let words = new Set();

  function soon() {
    timer ??= setTimeout(() => {
      if (window.requestIdleCallback) window.requestIdleCallback(run, { timeout: LATEST });
      else run();
    }, Math.min(LONGEST, Math.max(PAUSE, cost * SHARE)));
  }

  function run() {
    if (timer === undefined) return;
    timer = undefined;
    const start = performance.now();
    const changed = words;
    words = new Set();
    told.update(changed);
    cost = performance.now() - start;
  }

  inside.observe(root, { childList: true, characterData: true, subtree: true, ...(follows ? { attributeFilter: ATTRIBUTES, attributeOldValue: true } : {}) });
  for (let tree = root.getRootNode(); ; tree = /** @type {ShadowRoot} */ (tree).host.getRootNode()) {
    around.observe(tree, { childList: true, subtree: true });
    if (!("host" in tree)) break;
  }
  if (follows) size.observe(root);
  const looking = follows ? setInterval(() => document.visibilityState === "visible" && told.looking(), LOOKING) : undefined;

  return {
    soon,

    /** Forgets what we have done ourselves. */
    skip() {
      inside.takeRecords();
    },

    end() {
      inside.disconnect();
      around.disconnect();
      size.disconnect();
      clearTimeout(timer);
      timer = undefined;
      clearInterval(looking);
    },
  };
}

/**
 * Looks at a root for a short while.
 * @param {Element} root
 * @returns {() => boolean}  Ends it, and tells whether anything in the root has changed.
 */
export function watchBriefly(root) {
  let hasChanged = false;
  const observer = new MutationObserver(() => (hasChanged = true));
  observer.observe(root, { childList: true, characterData: true, subtree: true, attributeFilter: ATTRIBUTES });
  return () => {
    hasChanged ||= observer.takeRecords().length > 0;
    observer.disconnect();
    return hasChanged;
  };
}

/** Whether a change can be one of the text that is seen. @param {MutationRecord} record */
function matters({ type, attributeName, oldValue, target, addedNodes, removedNodes }) {
  if (isOurs(target) || (type === "childList" && [...addedNodes, ...removedNodes].every(isOurs))) return false;
  if (type !== "attributes" || attributeName === null) return true;
  const value = /** @type {Element} */ (target).getAttribute(attributeName);
  return value !== oldValue && (attributeName !== "style" || HIDING.test(`${oldValue} ${value}`));
}

/** Whether a node is the host of card and keys, which stands in the body that may be marked. @param {Node} node */
function isOurs(node) {
  return /** @type {Element} */ (node).localName === "newsmark-overlay";
}
