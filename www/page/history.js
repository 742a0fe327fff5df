// Undo for everything: what the page showed before each thing that a reader did, and after each that was taken back. It knows states, not
// what is in them.

import * as words from "../words/page.js";

/** The most that can be taken back. */
const MOST = 200;

/**
 * @template State
 * @param {() => State} take            What the page shows now.
 * @param {(state: State) => void} put  Shows it again.
 * @param {(what: string, act: string, again: () => void) => void} tell  Says what was done, with the word and the way for its opposite.
 */
export function createHistory(take, put, tell) {
  /** @type {{ what: string, state: State }[]} */
  let done = [];
  /** @type {{ what: string, state: State }[]} */
  let undone = [];
  /** What was typed since the last thing done is one thing. */
  let isTyping = false;

  /** @param {typeof done} from  @param {typeof done} to  @param {boolean} isBack */
  function step(from, to, isBack) {
    const last = from.pop();
    isTyping = false;
    if (!last) return false;
    to.push({ what: last.what, state: take() });
    put(last.state);
    if (isBack) tell(words.undone(last.what), words.redo, redo);
    else tell(words.redone(last.what), words.undo, undo);
    return true;
  }
  const undo = () => step(done, undone, true);
  const redo = () => step(undone, done, false);

  /** To be called before something is done. @param {string} what */
  function record(what) {
    done = [...done.slice(1 - MOST), { what, state: take() }];
    undone = [];
    isTyping = false;
    tell(what, words.undo, undo);
  }

  return {
    undo,
    redo,
    record,
    /** Whether a field's own undo is to have its turn first. */
    get isTyping() {
      return isTyping;
    },

    /** To be called before something is typed. */
    type() {
      if (isTyping) return;
      record(words.DONE.typed);
      isTyping = true;
    },
  };
}

/**
 * Takes back on Ctrl+Z and does again with Shift, whatever has the focus. A field in which something was typed takes that back first.
 * @param {ReturnType<typeof createHistory<any>>} history
 * @param {HTMLElement} text  The field that the article is typed into.
 */
export function setUpUndo(history, text) {
  /** A field was asked, and has taken nothing back yet. */
  let isAsked = false;
  document.addEventListener("input", () => (isAsked = false), true);
  document.addEventListener("keydown", (event) => {
    if (event.altKey || !(event.ctrlKey || event.metaKey) || !/^[zy]$/i.test(event.key)) return;
    if (document.querySelector("dialog[open]")) return;
    const act = event.shiftKey || event.key.toLowerCase() === "y" ? history.redo : history.undo;
    const isField = event.target instanceof HTMLElement && event.target.matches("textarea, input:not([type=radio], [type=checkbox], [type=range], [type=date])");
    if (!isField || (event.target === text && !history.isTyping)) {
      event.preventDefault();
      act();
      return;
    }
    isAsked = true;
    setTimeout(() => isAsked && act());
  });
}
