import type { TruthCell } from '../accuracy/truth.ts';
import type { Draft } from './draft/draft.ts';
import type { PrintedCell } from './draft/printed.ts';
import type { OutLine } from './layout/lines.ts';
import { sumReadings } from './splits.ts';

/** What a careful reader may answer for each cell of a rendering: by cell code. */
export type Readings = (draft: Draft, lines: readonly OutLine[]) => Map<string, TruthCell>;

const declined: TruthCell = { value: null, status: 'ambiguous', status_any: ['ambiguous', 'lost', 'blank', 'unparsed', 'na_mark'] };

function printed(cell: PrintedCell): TruthCell {
  const money = cell.code.endsWith('.amount') && cell.unit !== null && cell.value !== null;
  return { value: cell.value, status: cell.status, ...(money ? { unit: cell.unit ?? '' } : {}) };
}

const orDeclined = (cell: TruthCell): TruthCell => ({ ...cell, accept: [declined] });

/** A sign, a word or a counter that only one column of a row prints. */
const tied = (cell: PrintedCell) => /^[+-]\d|^无增减|[项元]$/.test(cell.raw);

/** Printed row of a cell: table 4 is one row of fifteen. */
const rowOf = (code: string) => (code.startsWith('remedies.') ? 'remedies' : code.slice(0, code.lastIndexOf('.')));

function readRows(draft: Draft, read: (cells: readonly PrintedCell[]) => readonly TruthCell[]): Map<string, TruthCell> {
  const rows = [...groupByRow(draft).values()];
  return new Map(rows.flatMap((cells) => read(cells).map((truth, index) => [cells[index]?.code ?? '', truth] as const)));
}

function groupByRow(draft: Draft): Map<string, PrintedCell[]> {
  const rows = new Map<string, PrintedCell[]>();
  for (const cell of draft.cells.values()) {
    const row = rowOf(cell.code);
    rows.set(row, [...(rows.get(row) ?? []), cell]);
  }
  return rows;
}

/** The layout decides every cell. */
export const certain: Readings = (draft) => new Map([...draft.cells].map(([code, cell]) => [code, printed(cell)]));

/** Either the figure or no figure; never another one. */
export const uncertain: Readings = (draft) => new Map([...draft.cells].map(([code, cell]) => [code, orDeclined(printed(cell))]));

/** As `uncertain` in the tables named, certain elsewhere. */
export const uncertainIn =
  (...tables: readonly string[]): Readings =>
  (draft) =>
    new Map(
      [...draft.cells].map(([code, cell]) => [code, tables.includes(code.split('.')[0] ?? '') ? orDeclined(printed(cell)) : printed(cell)]),
    );

/** Blank cells left no trace: a row with some of its figures could be any of its columns, but for signs and words that only one column prints. */
export const blanksGone: Readings = (draft) =>
  readRows(draft, (cells) => {
    const left = cells.filter((cell) => cell.raw !== '').length;
    if (left === cells.length) return cells.map(printed);
    if (left === 0) return cells.map((): TruthCell => ({ ...declined, status: 'blank' }));
    return cells.map((cell) => (tied(cell) ? orDeclined(printed(cell)) : declined));
  });

/** Repeated lines were dropped: a row is known only where none of its lines was. */
export const repeatsDropped: Readings = (draft, lines) => {
  const left = new Set(lines.flatMap((line) => line.codes ?? []));
  return readRows(draft, (cells) => {
    const whole = cells.every((cell) => left.has(cell.code));
    return cells.map((cell) => (whole || (tied(cell) && left.has(cell.code)) ? orDeclined(printed(cell)) : declined));
  });
};

/** Figures run together: what the row's own sum decides is solved; a row without a sum is never cut. */
export const runsTogether: Readings = (draft, lines) => {
  const lineOf = new Map(lines.flatMap((line) => (line.codes ?? []).map((code) => [code, line] as const)));
  return readRows(draft, (cells) => {
    const [first] = cells;
    if (!first || cells.length === 1) return cells.map(printed);
    const tail = figuresOf(lineOf.get(first.code), cells);
    if (first.code.startsWith('applications.')) {
      const solved = cells.map((cell): TruthCell => ({ value: cell.value, status: 'solved', status_any: ['solved', 'reported'] }));
      return sumReadings(tail, cells.length) === 1 ? solved : solved.map(orDeclined);
    }
    if (first.code.startsWith('remedies.'))
      return cells.map((cell) => orDeclined({ value: cell.value, status: 'solved', status_any: ['solved', 'reported'] }));
    const signed = cells.some((cell) => cell.raw.includes('-'));
    return cells.map((cell) =>
      signed ? orDeclined({ value: cell.value, status: 'reported', status_any: ['reported', 'solved'] }) : declined,
    );
  });
};

/** The digits of a run-together row, cut where the line prints a blank; in one piece where the line holds other rows too. */
function figuresOf(line: OutLine | undefined, cells: readonly PrintedCell[]): string[] {
  const digits = cells.map((cell) => cell.raw).join('');
  if (!line || (line.codes?.length ?? 0) > cells.length) return [digits];
  let seen = 0;
  let start = line.text.length;
  while (start > 0 && seen < digits.length) {
    start -= 1;
    if (line.text[start] !== ' ') seen += 1;
  }
  return line.text.slice(start).trim().split(/ +/);
}

/** No number can be read. */
export const nothing: Readings = () => new Map();
