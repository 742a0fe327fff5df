// The card: one element that floats beside the mark it describes. While somebody looks around it is the mark's description for assistive
// technology; opened to stay, it is a dialog of its own, with controls.

const GAP = 8;
/** How high a card is at least, where it has less room. */
const SMALLEST = 120;

/** @param {HTMLElement} card */
export function createCard(card) {
  /** @type {Element | null} */
  let owner = null;

  function hide() {
    owner?.removeAttribute("aria-describedby");
    owner = null;
    card.hidden = true;
  }

  return {
    isOpen: () => !card.hidden,

    hide,

    /**
     * Shows the card under the line of the mark that is pointed at, or above it where there is no room.
     * @param {DOMRect[]} lines  The mark's, in the window.
     * @param {Node} content
     * @param {{ pointer?: { x: number, y: number }, owner?: Element, stays?: string }} [from]  `owner` is the mark's element, if it has one; `stays`
     *   is the name of a card that was opened to stay.
     */
    show(lines, content, { pointer, owner: mark, stays } = {}) {
      hide();
      card.setAttribute("role", stays ? "dialog" : "tooltip");
      card.toggleAttribute("data-stays", Boolean(stays));
      if (stays) card.setAttribute("aria-label", stays);
      else card.removeAttribute("aria-label");
      if (!stays) {
        owner = mark ?? null;
        owner?.setAttribute("aria-describedby", card.id);
      }
      card.replaceChildren(content);
      card.hidden = false;
      const line = (pointer && lines.find(({ top, bottom }) => top <= pointer.y && pointer.y <= bottom)) ?? lines[0];
      if (!line) return;
      if (isSheet(card)) return uncover(card, line);
      // Whatever its offsets count from is found by measuring.
      place(0, 0);
      card.style.removeProperty("--room");
      const { width, height, left: zeroLeft, top: zeroTop } = card.getBoundingClientRect();
      const view = card.ownerDocument.documentElement;
      const beside = pointer && line.width > width ? pointer.x - width / 3 : line.left;
      const left = Math.max(GAP, Math.min(beside, view.clientWidth - width - GAP));
      const under = line.bottom + GAP;
      // A card that reached beyond the page would make it longer, and closing it would move what is being clicked.
      const [roomUnder, roomOver] = [view.clientHeight - under - GAP, line.top - 2 * GAP];
      const isUnder = height <= roomUnder || (height > roomOver && roomUnder >= roomOver);
      const room = Math.max(SMALLEST, isUnder ? roomUnder : roomOver);
      card.style.setProperty("--room", `${Math.floor(room)}px`);
      const top = isUnder ? under : line.top - GAP - Math.min(height, room);
      place(left - zeroLeft, top - zeroTop);
    },

    /** The controls in it, in order. @returns {HTMLElement[]} */
    controls: () => [...card.querySelectorAll("button:not(:disabled), select, input, summary")].map((control) => /** @type {HTMLElement} */ (control)),
  };

  /** @param {number} left  @param {number} top */
  function place(left, top) {
    card.style.setProperty("--left", `${Math.round(left)}px`);
    card.style.setProperty("--top", `${Math.round(top)}px`);
  }
}

/** Whether the card is a sheet at the foot of a narrow window. @param {HTMLElement} card */
function isSheet(card) {
  return card.ownerDocument.defaultView?.getComputedStyle(card).position === "fixed";
}

/** Scrolls until the sheet does not cover the line that it is about. @param {HTMLElement} card  @param {DOMRect} line */
function uncover(card, line) {
  const hidden = line.bottom + GAP - card.getBoundingClientRect().top;
  if (hidden > 0) card.ownerDocument.defaultView?.scrollBy({ top: hidden, behavior: "instant" });
}
