// The reading order of a page's lines: column by column, if there are columns.
//
// A gutter is a vertical strip that hardly any line crosses. Lines that do cross it, such as a headline above two columns, divide the page into
// bands; in each band, the left of the gutter is read first, then the right. Each side can have gutters of its own.

/** @typedef {import("./pdf-lines.js").Line} Line */

/** The fewest lines of a column. */
const FEWEST = 2;
/** The most lines that may cross a gutter, as a share of those beside it. */
const CROSSING = 0.35;
/** The narrowest gutter, in heights of letters. */
const NARROWEST = 0.6;
/** Pieces of a line stand no lower than this share of their height below one another. */
const LEVEL = 0.3;
/** So deep columns are looked for: a page has no more. */
const DEEPEST = 4;

/**
 * @param {readonly Line[]} lines
 * @param {number} [depth]
 * @returns {Line[][]} columns, each from top to bottom.
 */
export function columnsOf(lines, depth = DEEPEST) {
  if (lines.length === 0) return [];
  const down = [...lines].sort((one, other) => one.base - other.base || one.left - other.left);
  const gutter = depth > 0 ? gutterOf(down) : null;
  if (gutter === null) return [level(down)];
  const isCrossing = (/** @type {Line} */ line) => line.left < gutter && line.right > gutter;
  /** @type {Line[][]} */
  const columns = [];
  for (const band of stretches(down, isCrossing)) {
    if (band[0] && isCrossing(band[0])) columns.push(level(band));
    else {
      columns.push(...columnsOf(band.filter(({ right }) => right <= gutter), depth - 1));
      columns.push(...columnsOf(band.filter(({ right }) => right > gutter), depth - 1));
    }
  }
  return columns;
}

/** Stretches of lines that are all of a kind. @param {readonly Line[]} lines  @param {(line: Line) => boolean} is */
function stretches(lines, is) {
  /** @type {Line[][]} */
  const found = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.[0] && is(last[0]) === is(line)) last.push(line);
    else found.push([line]);
  }
  return found;
}

/**
 * The lines of a column: pieces that stand level are of one line, however wide the spaces are that fill it.
 * @param {readonly Line[]} down
 */
function level(down) {
  /** @type {Line[][]} */
  const rows = [];
  for (const line of down) {
    const row = rows.at(-1);
    if (row?.[0] && line.base - row[0].base < row[0].size * LEVEL) row.push(line);
    else rows.push([line]);
  }
  return rows.map((row) => {
    const pieces = row.sort((one, other) => one.left - other.left);
    const last = pieces.at(-1);
    const largest = pieces.reduce((most, piece) => (piece.size > most.size ? piece : most));
    return { ...largest, text: pieces.map(({ text }) => text).join(" "), left: pieces[0]?.left ?? 0, right: last?.right ?? 0 };
  });
}

/** The middle of the best gutter, or null. @param {readonly Line[]} lines  From top to bottom. */
function gutterOf(lines) {
  /** @type {{ at: number, crossing: number, width: number } | null} */
  let best = null;
  // A gutter ends where lines begin.
  for (const start of new Set(lines.map(({ left }) => Math.round(left)))) {
    const right = lines.filter(({ left }) => left >= start - 1);
    const before = lines.filter(({ left }) => left < start - 1);
    const left = before.filter(({ right }) => right < start - 1);
    const crossing = before.length - left.length;
    if (left.length < FEWEST || right.length < FEWEST || crossing > CROSSING * Math.min(left.length, right.length) || !areBeside(left, right)) continue;
    const edge = Math.max(...left.map(({ right }) => right));
    const width = Math.min(...right.map(({ left }) => left)) - edge;
    if (width < NARROWEST * middle(lines.map(({ size }) => size))) continue;
    if (!best || crossing < best.crossing || (crossing === best.crossing && width > best.width)) best = { at: edge + width / 2, crossing, width };
  }
  return best?.at ?? null;
}

/** Whether two columns stand side by side: most lines of the shorter have lines of the other beside them. @param {readonly Line[]} left  @param {readonly Line[]} right */
function areBeside(left, right) {
  const [few, many] = left.length < right.length ? [left, right] : [right, left];
  const top = Math.min(...many.map(({ base, size }) => base - size));
  const bottom = Math.max(...many.map(({ base, size }) => base + size));
  const beside = few.filter(({ base }) => base > top && base < bottom).length;
  return beside >= FEWEST && beside * 2 > few.length;
}

/** @param {number[]} numbers */
function middle(numbers) {
  return numbers.sort((one, other) => one - other)[numbers.length >> 1] ?? 0;
}
