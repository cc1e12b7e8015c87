import { pipe } from './borders.ts';
import { type Cell, CellGatherer, type PlacedText, tallestCell } from './cell-gatherer.ts';

// Rows whose cells stand on lines of their own, as extractors of web text print tables: each cell ends with a pipe, spanned cells
// leave empty ones behind, and a row may begin with a pipe (edge-cases: layout 11). An empty cell is a lone pipe as well.
// Every row of such a table prints as many pipes: by that its rows are told, and a cell that got lost is noticed.

/** Lines of a text that are one table, and its rows. */
export interface EvenTable {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly (readonly PlacedText[])[];
}

const words = /\p{L}{2}/u;
const label = /\p{L}{4}/u;
const figure = /^\d/;

/** The heading of a section ends a table; labels of rows have such ordinals, too (三、本年度办理结果). */
const heading = /^\s*[一二三四五六七]\s*[、.．][^|｜]*(?:情[况況]|事[项項]|[问問][题題])/;

const fewestRows = 3;
const fewestCells = 4;
const mostCells = 40;
/** Empty lines within a table, at most. */
const widestGap = 10;
/** How often each line is looked at, on average, at most. */
const mostLooks = 20;
/** Cells tried in rows that cost as much as one more line. */
const cellsALine = 4;
/** Lines for two rows, at least: where rows are lines, the lines say more. */
const fewestLines = 3;

/** No label stands behind an empty cell: there another row begins. */
const isClosedUp = (row: readonly Cell[]) => row.every(({ text }, at) => at === 0 || row[at - 1]?.text !== '' || !label.test(text));

const labelsBehindFigures = (row: readonly Cell[]): number =>
  row.slice(row.findIndex(({ text }) => figure.test(text)) + 1 || row.length).filter(({ text }) => label.test(text)).length;

/** The cells in rows of one width, if each row ends with a line and begins with a mark or with words (a whole last one: with anything). */
function rowsOfWidth(cells: readonly Cell[], width: number): Cell[][] | null {
  const isMarked = cells[0]?.isMark === true;
  const rows: Cell[][] = [];
  for (let at = 0; at < cells.length; at += width) {
    const isLast = at + width === cells.length;
    const begins = isMarked ? cells[at]?.isMark : isLast || words.test(cells[at]?.text ?? '');
    const row = cells.slice(isMarked ? at + 1 : at, at + width);
    // Words may stand in a cell for its figure; several labels are those of other rows.
    if (!begins || !row.at(-1)?.ends || !isClosedUp(row) || labelsBehindFigures(row) > 1) return null;
    rows.push(row);
  }
  return rows;
}

const isFilled = (row: readonly Cell[]) => row.at(-1)?.text === '';
/** Every cell has a line of its own, and the last one shows something, or none but the label does. */
const isUnfilled = (row: readonly Cell[]) =>
  row.every(({ ends }) => ends) && (!isFilled(row) || row.every(({ text }) => text === '' || words.test(text)));
/** Whether only the last row goes without what fills rows. */
const isLastUnfilled = (rows: readonly (readonly Cell[])[]) =>
  isUnfilled(rows.at(-1) ?? []) && rows.slice(0, -1).some(isFilled) && rows.every((row) => labelsBehindFigures(row) === 0);

/** The rows of the narrowest width that fits all cells; null where none does. `short`: the last row goes without what fills it. */
function rowsOf(cells: readonly Cell[], short = false): Cell[][] | null {
  for (let width = fewestCells; width <= mostCells && width * fewestRows <= cells.length; width++) {
    const rows = (cells.length % width === 0) !== short ? rowsOfWidth(cells, width) : null;
    if (rows && (!short || isLastUnfilled(rows))) return rows;
  }
  return null;
}

/** Looks through the lines of a text once, and through some of them again where a table seemed to begin. */
class TableSearch {
  private readonly lines: readonly string[];
  /** Lines that may still be looked at, or cells instead: hostile texts end no table they begin. */
  private left: number;

  constructor(lines: readonly string[]) {
    this.lines = lines;
    this.left = lines.length * mostLooks;
  }

  run(): EvenTable[] {
    const tables: EvenTable[] = [];
    for (let at = 0; at < this.lines.length; ) {
      const table = this.mayBegin(at, tables.at(-1)?.to ?? 0) ? this.tableFrom(at) : null;
      if (table && (table.to - table.from) * 2 >= table.rows.length * fewestLines) tables.push(table);
      at = table ? table.to : at + 1;
    }
    return tables;
  }

  /** Whether a table may begin on a line: not in the midst of pipes, nor where words above may begin a cell of rows that are no table. */
  private mayBegin(at: number, since: number): boolean {
    if (!this.hasPipe(at)) return false;
    let above = at;
    for (let tall = 0; tall < tallestCell; tall++) {
      above = this.beside(above, -1);
      if (this.hasPipe(above)) return tall > 0 && above < since;
      if (heading.test(this.lines[above] ?? '')) return true;
    }
    return true;
  }

  private hasPipe(at: number): boolean {
    return pipe.test(this.lines[at] ?? '');
  }

  /** The next line before or behind one that shows anything; within a few lines. */
  private beside(at: number, step: 1 | -1): number {
    let beside = at + step;
    while (Math.abs(beside - at) < widestGap && this.lines[beside]?.trim() === '') beside += step;
    return beside;
  }

  /** The longest table that begins on a line: it ends before a line without a pipe, and before the heading of a section. */
  private tableFrom(from: number): EvenTable | null {
    const gatherer = new CellGatherer();
    let longest: EvenTable | null = null;
    for (let at = from; at < this.lines.length && this.left > 0; at++) {
      const line = this.lines[at] ?? '';
      this.left--;
      if (heading.test(line) || !gatherer.take(line, at)) break;
      const mayEnd = gatherer.isBetweenCells && this.hasPipe(at) && !this.hasPipe(this.beside(at, 1));
      if (!mayEnd) continue;
      this.left -= gatherer.cells.length / cellsALine;
      const rows = rowsOf(gatherer.cells) ?? (this.endsBehind(at) ? rowsOf(gatherer.cells, true) : null);
      if (rows) longest = { from, to: at + 1, rows };
    }
    return longest;
  }

  /** Whether a section's heading follows, or nothing: behind other words a cell may go on that is printed on several lines. */
  private endsBehind(at: number): boolean {
    const next = this.lines[this.beside(at, 1)]?.trim() ?? '';
    return next === '' || heading.test(next);
  }
}

/** Tables of a text whose rows run over several lines and print as many pipes each, in their order. */
export const evenTables = (lines: readonly string[]): readonly EvenTable[] => new TableSearch(lines).run();
