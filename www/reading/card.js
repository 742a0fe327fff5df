// The card: one element that floats next to the mark it describes. On hover or focus, it describes the mark to assistive technology; once
// opened to stay, it is a dialog with controls.

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
     * @param {{ pointer?: { x: number, y: number }, owner?: Element, stays?: string, isInView?: boolean }} [from]  `owner` is the mark's element,
     *   if it has one; `stays` is the name of a card that was opened to stay; `isInView` keeps it in the window, wherever its mark is.
     */
    show(lines, content, { pointer, owner: mark, stays, isInView = false } = {}) {
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
      const view = viewOf(card.ownerDocument);
      const beside = pointer && line.width > width ? pointer.x - width / 3 : line.left;
      const left = Math.max(GAP, Math.min(beside, view.width - width - GAP));
      const under = line.bottom + GAP;
      // A card that reached beyond the page would make it longer, and closing it would move what is being clicked.
      const [roomUnder, roomOver] = [view.height - under - GAP, line.top - 2 * GAP];
      const isUnder = height <= roomUnder || (height > roomOver && roomUnder >= roomOver);
      const room = Math.max(SMALLEST, isUnder ? roomUnder : roomOver);
      card.style.setProperty("--room", `${Math.floor(room)}px`);
      const wanted = isUnder ? under : line.top - GAP - Math.min(height, room);
      const top = isInView ? Math.max(GAP, Math.min(wanted, view.height - Math.min(height, room) - GAP)) : wanted;
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

/** What is seen of a page; one without a doctype is as high as its root element says, not as its window. @param {Document} document */
function viewOf({ documentElement: { clientWidth, clientHeight }, defaultView, compatMode }) {
  const isQuirky = compatMode !== "CSS1Compat" && defaultView;
  return isQuirky ? { width: defaultView.innerWidth, height: defaultView.innerHeight } : { width: clientWidth, height: clientHeight };
}

/** Scrolls until the sheet does not cover the line that it is about, or else puts it at the head of the window. @param {HTMLElement} card  @param {DOMRect} line */
function uncover(card, line) {
  const window = card.ownerDocument.defaultView;
  card.classList.remove("over");
  const hidden = line.bottom + GAP - card.getBoundingClientRect().top;
  if (hidden <= 0 || !window) return;
  const before = window.scrollY;
  window.scrollBy({ top: hidden, behavior: "instant" });
  card.classList.toggle("over", window.scrollY - before < Math.floor(hidden));
}
