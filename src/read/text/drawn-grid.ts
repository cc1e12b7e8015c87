import { append } from '../../append.ts';
import type { GridCell } from '../../model.ts';

// Tables drawn with lines all around their cells (browsers print pages so, and converters to plain text): what stands in one frame is
// one cell, however many lines it has, and beside however many other cells it stands.

/** A row of a drawn table: its first line, counted from the table's, and the cells that begin in it. */
interface DrawnGridRow {
  readonly from: number;
  readonly cells: readonly GridCell[];
}

/** Lines of a text that are one drawn table, and the cells that begin in each of its rows, by the first line of the row. */
export interface DrawnGrid {
  readonly from: number;
  readonly to: number;
  readonly begun: ReadonlyMap<number, readonly GridCell[]>;
}

const top = /^\s*[+┌┏╔][+\-─━═┬┳╦]{3,}[+┐┓╗]\s*$/;
const bottom = /^\s*[+└┗╚][+\-─━═┴┻╩]{3,}[+┘┛╝]\s*$/;
const framed = /^\s*[|│┃║+├┣╠└┗╚┝┠╟].*[|│┃║+┤┫╣┘┛╝┥┨╢]\s*$/;
/** A stretch of a line that draws, from one corner to another. */
const stroke = /[+├┣╠┌┏╔└┗╚┝┠╟┼╋╬|│┃║](?:[-─━═=]{2,}[+┤┫╣┬┳╦┴┻╩┼╋╬┐┓╗┘┛╝┥┨╢|│┃║])+/g;
const bar = /[|│┃║]/;

const fewestRows = 3;
const mostLines = 1000;
const mostColumns = 40;

/** Columns that a character takes up: Chinese ones two; fonts may set quotes, or those of the drawing too, so wide. */
type Width = (code: number) => number;
const isDrawing = (code: number) => code >= 0x2500 && code < 0x2580;
const chineseWide: Width = (code) => (code > 0x2e7f ? 2 : 1);
const quotesWide: Width = (code) => (code > 0x2000 && !isDrawing(code) ? 2 : 1);
const drawingWide: Width = (code) => (code > 0x2000 ? 2 : 1);
const widths: readonly Width[] = [chineseWide, quotesWide, drawingWide, () => 1];

function shownWidth(line: string, width: Width): number {
  const text = line.trimEnd();
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += width(text.charCodeAt(at));
  return sum;
}

/** What a line shows between two borders, by their columns; null where it draws. */
interface Stretch {
  readonly left: number;
  readonly right: number;
  readonly text: string | null;
}

/** A cell while lines are read. */
interface Frame {
  readonly left: number;
  readonly right: number;
  readonly first: number;
  until: number;
  readonly texts: string[];
  /** Line of its first words. */
  shown: number;
}

/** A line cut at its borders. */
function stretches(line: string, width: Width): readonly Stretch[] {
  const places = [0];
  for (let at = 0; at < line.length; at++) places.push((places[at] ?? 0) + width(line.charCodeAt(at)));
  const strokes = [...line.matchAll(stroke)].map(({ 0: drawn, index }) => ({ from: index, to: index + drawn.length - 1 }));
  const cut: Stretch[] = [];
  let border = -1;
  const upTo = (at: number) => {
    if (border >= 0) cut.push({ left: places[border] ?? 0, right: places[at] ?? 0, text: line.slice(border + 1, at).trim() });
    border = at;
  };
  for (let at = 0, next = 0; at < line.length; at++) {
    const drawn = strokes[next];
    if (drawn?.from === at) {
      if (at > border) upTo(at);
      cut.push({ left: places[at] ?? 0, right: places[drawn.to] ?? 0, text: null });
      border = drawn.to;
      at = drawn.to;
      next++;
    } else if (bar.test(line.charAt(at))) upTo(at);
  }
  return cut;
}

/** Follows the frames of a table from line to line. */
class FrameFollower {
  readonly closed: Frame[] = [];
  private open: Frame[] = [];
  /** What the line before drew: cells begin below. */
  private drawn: readonly Stretch[] = [];

  /** False where the line does not go on with the frames above it. */
  take(line: readonly Stretch[], at: number): boolean {
    if (line.length > mostColumns) return false;
    const drawn = line.filter(({ text }) => text === null);
    for (const { left, right, text } of line) if (text !== null && !this.show(left, right, text, at)) return false;
    for (const frame of this.open) if (drawn.some(({ left, right }) => left <= frame.left && frame.right <= right)) frame.until = at;
    const isCut = ({ left, right }: Frame) => drawn.some((one) => one.left < right && left < one.right);
    append(
      this.closed,
      this.open.filter(({ until }) => until >= 0),
    );
    this.open = this.open.filter(({ until }) => until < 0);
    this.drawn = drawn;
    return !this.open.some(isCut);
  }

  get isClosed(): boolean {
    return this.open.length === 0;
  }

  private show(left: number, right: number, text: string, at: number): boolean {
    let frame = this.open.find((one) => one.left === left && one.right === right);
    if (!frame) {
      if (!this.drawn.some((one) => one.left <= left && right <= one.right)) return false;
      frame = { left, right, first: at, until: -1, texts: [], shown: at };
      this.open.push(frame);
    }
    if (text !== '' && frame.texts.push(text) === 1) frame.shown = at;
    return true;
  }
}

/** The rows that frames make up; null where they are none of a table. */
function rowsOf(frames: readonly Frame[]): readonly DrawnGridRow[] | null {
  const borders = [...new Set(frames.flatMap(({ left, right }) => [left, right]))].sort((a, b) => a - b);
  const begun = [...new Set(frames.map(({ first }) => first))].sort((a, b) => a - b);
  if (begun.length < fewestRows || borders.length - 1 > mostColumns) return null;
  const rows = begun.map((from) => ({ from, cells: [] as GridCell[] }));
  for (const { left, right, first, until, texts, shown } of [...frames].sort((a, b) => a.left - b.left)) {
    const column = borders.indexOf(left);
    const columns = borders.indexOf(right) - column;
    const row = begun.indexOf(first);
    const below = shown - first;
    rows[row]?.cells.push({ text: texts.join(' '), column, columns, rows: begun.filter((at) => at >= first && at < until).length, below });
  }
  return rows;
}

/** The rows of the table on these lines, each measured so that it is as wide as the first. */
function gridOf(lines: readonly string[]): readonly DrawnGridRow[] | null {
  for (const drawn of [chineseWide, drawingWide]) {
    const whole = shownWidth(lines[0] ?? '', drawn);
    const frames = new FrameFollower();
    const isTaken = lines.every((line, at) => {
      const width = widths.find((one) => shownWidth(line, one) === whole);
      return width !== undefined && frames.take(stretches(line, width), at);
    });
    const rows = isTaken && frames.isClosed ? rowsOf(frames.closed) : null;
    if (rows) return rows;
  }
  return null;
}

/** Tables of a text whose cells have frames. */
export function drawnGrids(lines: readonly string[]): readonly DrawnGrid[] {
  const grids: DrawnGrid[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!top.test(lines[at] ?? '')) continue;
    const from = at;
    let end = at + 1;
    let to = end;
    for (; end < lines.length && end - at < mostLines && framed.test(lines[end] ?? ''); end++)
      if (bottom.test(lines[end] ?? '')) to = end + 1;
    const rows = to > at + 1 ? gridOf(lines.slice(at, to)) : null;
    if (rows) grids.push({ from, to, begun: new Map(rows.map((row) => [from + row.from, row.cells])) });
    // Each line is looked at once: no other table begins within these frames.
    at = end - 1;
  }
  return grids;
}
