// The card: one element that floats beside the mark it describes, and is its description for assistive technology.

const GAP = 8;

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
     * @param {{ pointer?: { x: number, y: number }, owner?: Element }} [from]  `owner` is the mark's element, if it has one.
     */
    show(lines, content, from = {}) {
      hide();
      const { pointer } = from;
      owner = from.owner ?? null;
      owner?.setAttribute("aria-describedby", card.id);
      card.replaceChildren(content);
      card.hidden = false;
      const line = (pointer && lines.find(({ top, bottom }) => top <= pointer.y && pointer.y <= bottom)) ?? lines[0];
      if (!line) return;
      // Whatever its offsets count from is found by measuring.
      place(0, 0);
      const { width, height, left: zeroLeft, top: zeroTop } = card.getBoundingClientRect();
      const view = card.ownerDocument.documentElement;
      const beside = pointer && line.width > width ? pointer.x - width / 3 : line.left;
      const left = Math.max(GAP, Math.min(beside, view.clientWidth - width - GAP));
      const under = line.bottom + GAP;
      const over = line.top - GAP - height;
      const top = under + height > view.clientHeight && over >= 0 ? over : under;
      place(left - zeroLeft, top - zeroTop);
    },
  };

  /** @param {number} left  @param {number} top */
  function place(left, top) {
    card.style.setProperty("--left", `${Math.round(left)}px`);
    card.style.setProperty("--top", `${Math.round(top)}px`);
  }
}
