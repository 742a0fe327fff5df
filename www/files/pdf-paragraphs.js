// Joins lines into paragraphs, with a blank line after each, where the page shows that it ends.
//
// A paragraph ends at a wider gap, where the type size changes, before an indented line, and after a line that is not full and ends a sentence. Its
// lines become one, except for words broken by a hyphen: the core decides about those, because it has a lexicon.

/** @typedef {import("./pdf-lines.js").Line} Line */

/** A gap of more than so many usual ones is between paragraphs. */
const WIDER = 1.25;
/** Letters are of another size where they differ by more. */
const RESIZED = 0.12;
/** How far an indented line begins from the others, in heights of letters. */
const INDENT = 0.7;
/** How far a line goes that is full, as shares of its column: at its end, and in its middle, where lines are ragged. */
const FULL = { end: 0.95, middle: 0.7 };
/** How an item of a list begins, under which its other lines are indented. */
const ITEM = /^(?:[•▪◦–*-]|\d{1,2}[.)])\s/;
const BULLET = /^[•▪◦]\s/;
/** How a sentence ends. */
const ENDS = /[.?!…:]["'”’)\]]*$/;

/**
 * @param {readonly (readonly Line[])[]} columns  In the order in which they are read.
 * @param {boolean} [isPrinted]                   Whether lines stay as they are on paper.
 * @returns {string}
 */
export function paragraphs(columns, isPrinted = false) {
  let text = "";
  /** @type {{ line: Line, column: Column } | null} */
  let last = null;
  for (const lines of columns) {
    const column = columnOf(lines);
    lines.forEach((line, at) => {
      const isEnd = last && (last.column === column ? endsBefore(lines, at, column) : endsWith(last, line, column));
      text += (last === null ? "" : isEnd ? "\n\n" : isPrinted ? "\n" : between(last.line)) + line.text;
      last = { line, column };
    });
  }
  return text;
}

/** What stands between two lines of a paragraph. @param {Line} before */
function between({ text }) {
  return /[-\u2010\u00ad]$/.test(text) ? "\n" : /\S—$/.test(text) ? "" : " ";
}

/** @typedef {{ left: number, right: number, gap: number }} Column  Its edges, and the usual way from a line to the next. */

/** @param {readonly Line[]} lines  @returns {Column} */
function columnOf(lines) {
  const gaps = lines.slice(1).map(({ base }, at) => base - (lines[at]?.base ?? base)).filter((gap) => gap > 0);
  return {
    left: middle(lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
    gap: gaps.length > 1 ? middle(gaps) : 1.35 * middle(lines.map(({ size }) => size)),
  };
}

/** Whether a paragraph ends before a line of a column. @param {readonly Line[]} lines  @param {number} at  @param {Column} column */
function endsBefore(lines, at, column) {
  const [earlier, before, line] = [lines[at - 2], lines[at - 1], lines[at]];
  if (!before || !line) return false;
  const wasIndented = isIndented(before, column) && earlier !== undefined && isIndented(earlier, column);
  return line.base - before.base > WIDER * column.gap || isResized(before, line) || BULLET.test(line.text)
    || (isIndented(line, column) && !isIndented(before, column) && !ITEM.test(before.text)) || (wasIndented && !isIndented(line, column))
    || (ENDS.test(before.text) && !reaches(before, column, FULL.middle) && /^\P{Ll}/u.test(line.text));
}

/** Whether it ends with a column, and does not go on in the next. @param {{ line: Line, column: Column }} last  @param {Line} line  @param {Column} column */
function endsWith(last, line, column) {
  return isResized(last.line, line) || isIndented(line, column) || (ENDS.test(last.line.text) && !reaches(last.line, last.column, FULL.end));
}

/** @param {Line} line  @param {Column} column */
function isIndented({ left, size }, column) {
  return left - column.left > INDENT * size;
}

/** @param {Line} one  @param {Line} other */
function isResized(one, other) {
  return Math.abs(one.size - other.size) > RESIZED * Math.max(one.size, other.size);
}

/** @param {Line} line  @param {Column} column  @param {number} share */
function reaches({ right }, column, share) {
  return right - column.left >= share * (column.right - column.left);
}

/** @param {number[]} numbers */
function middle(numbers) {
  return numbers.sort((one, other) => one - other)[numbers.length >> 1] ?? 0;
}
