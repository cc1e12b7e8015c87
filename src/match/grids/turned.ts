import type { Line } from '../../model.ts';
import { columnNamed, rowNamed } from './labels.ts';
import { type Matrix, matrixOf, type Run, rowsOf, transposed, wordsOf } from './matrix.ts';
import type { Regridded } from './regridded.ts';

// Tables 2 and 3 turned over: what the form prints below one another stands side by side, and its columns are rows.

/** Cells of the row that holds the labels of table 3, and rows that are its columns, at least. */
const [fewestCells, fewestNames, fewestColumns] = [15, 5, 5];
/** Columns that the labels of rows take up: 法人或其他组织 stands beside those it spans. */
const labelColumns = 3;
/** Rows of table 3 turned over: its columns, below heads of up to three lines and a caption. */
const mostRows = 14;

/** Whether the rows of a grid are the columns of table 3, below a line of its rows. */
function isTurned(matrix: Matrix): boolean {
  const names = matrix.map((row) => new Set(row.flatMap((placed) => rowNamed(wordsOf(placed), 'applications') ?? [])).size);
  const columns = matrix.flatMap((row) =>
    row
      .slice(0, labelColumns)
      .flatMap((placed) => columnNamed(wordsOf(placed), 'applications') ?? [])
      .slice(0, 1),
  );
  return Math.max(...names) >= fewestNames && new Set(columns).size >= fewestColumns && new Set(columns).size === columns.length;
}

/** Table 3 as the form prints it, where a grid has it turned over. */
export function turnedApplications(lines: readonly Line[], { from, to }: Run): Regridded | null {
  const own = lines.slice(from, to);
  if (own.length <= fewestColumns || own.length > mostRows || !own.some(({ row }) => (row?.cells.length ?? 0) >= fewestCells)) return null;
  const matrix = matrixOf(own);
  return matrix && isTurned(matrix) ? { rows: rowsOf(transposed(matrix), own[0]?.n ?? 0), from, to } : null;
}

const firstWords = (line: Line | undefined): string => line?.row?.cells[0]?.text.replace(/\s+/g, '') ?? '';

/** Most lines begin otherwise: what their first cell says need not be looked at. */
const mayBeHead = (line: Line | undefined): line is Line => line?.row?.cells[0]?.text.startsWith('信') === true;

/** Whether a line begins a clause of table 2 whose rows stand side by side. */
function opensClause({ row }: Line): boolean {
  const [, ...labels] = row?.cells ?? [];
  const words = labels.map(({ text }) => text.replace(/\s+/g, '')).filter((text) => text !== '');
  return words.length > 0 && words.every((text) => rowNamed(text, 'disclosure') !== null);
}

/** Clauses of table 2 as the form prints them, where a grid has them turned over. */
export function turnedClauses(lines: readonly Line[], { from, to }: Run): Regridded[] {
  const found: Regridded[] = [];
  for (let at = from; at < to; at++) {
    const line = lines[at];
    if (!mayBeHead(line) || firstWords(line) !== '信息内容' || !opensClause(line)) continue;
    let end = at + 1;
    while (end < to && columnNamed(firstWords(lines[end]), 'disclosure') !== null) end++;
    const matrix = end > at + 1 ? matrixOf(lines.slice(at, end)) : null;
    if (matrix) found.push({ rows: rowsOf(transposed(matrix), line.n), from: at, to: end });
    at = end - 1;
  }
  return found;
}
