// The lines of a PDF page: pieces of text next to each other, with no more than a word space between them.
//
// A PDF has no words, lines or paragraphs, only positions of glyphs. Text that is not level, such as a stamp in the margin, is left out.

/** @typedef {{ str: string, transform: number[], width: number }} Item  Text as pdf.js gives it. */
/** @typedef {{ text: string, left: number, right: number, base: number, size: number }} Line  In points, from the top left; `base` is what it stands on. */
/** @typedef {{ width: number, height: number, lines: Line[] }} Page */

/** Gaps that are a space, and that are no part of a line, in heights of its letters. */
const SPACE = 0.15;
const APART = 1.1;
/** How far pieces of a line may stand above or below one another, likewise: footnote numbers do. */
const UNEVEN = 0.45;

/**
 * @param {readonly Item[]} items
 * @param {readonly number[]} view  How the page is turned.
 * @returns {Line[]} in the order of the file.
 */
export function linesOf(items, view) {
  /** @type {Line[]} */
  const lines = [];
  for (const item of items) {
    const piece = item.str?.trim() ? placed(item, view) : null;
    if (!piece) continue;
    const last = lines.at(-1);
    if (last && isBeside(last, piece)) join(last, piece);
    else lines.push(piece);
  }
  return joined(lines);
}

/** Where a piece stands; null where it is not level. @param {Item} item  @param {readonly number[]} view  @returns {Line | null} */
function placed({ str, transform, width }, view) {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = view;
  const [p = 0, q = 0, r = 0, s = 0, x = 0, y = 0] = transform;
  const [along, down] = [a * p + c * q, b * p + d * q];
  if (Math.abs(down) > Math.abs(along) / 10 || along <= 0) return null;
  const left = a * x + c * y + e;
  const lead = str.length - str.trimStart().length;
  const each = str.length > 0 ? width / str.length : 0;
  return { text: str.trim(), left: left + lead * each, right: left + width - (str.length - lead - str.trim().length) * each, base: b * x + d * y + f, size: Math.hypot(a * r + c * s, b * r + d * s) };
}

/** Whether a piece goes on right of a line. @param {Line} line  @param {Line} piece */
function isBeside(line, piece) {
  const size = Math.max(line.size, piece.size);
  const gap = piece.left - line.right;
  return Math.abs(line.base - piece.base) < UNEVEN * size && gap > -UNEVEN * size && gap < APART * Math.min(line.size, piece.size);
}

/** @param {Line} line  @param {Line} piece */
function join(line, piece) {
  const isApart = piece.left - line.right > SPACE * Math.min(line.size, piece.size);
  line.text += (isApart ? " " : "") + piece.text;
  line.right = Math.max(line.right, piece.right);
  // A small piece, such as a footnote's number, moves no line.
  if (piece.size > line.size) [line.base, line.size] = [piece.base, piece.size];
}

/** Lines whose pieces do not stand together in the file. @param {Line[]} lines */
function joined(lines) {
  /** @type {Line[]} */
  const whole = [];
  for (const line of lines) {
    const before = whole.find((other) => isBeside(other, line));
    const after = before ? undefined : whole.find((other) => isBeside(line, other));
    if (before) join(before, line);
    else if (after) {
      join(line, after);
      whole[whole.indexOf(after)] = line;
    } else whole.push(line);
  }
  return whole;
}
