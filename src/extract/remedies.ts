import type { FormTable } from '../../schemas/forms/index.ts';
import type { Issue, ReportCell } from '../../schemas/report.ts';
import type { RowCount } from '../check/index.ts';
import { issue } from '../issue.ts';
import { assign } from '../match/assign.ts';
import type { Atom, PrintedRow } from '../match/row.ts';
import { ambiguousCell, blankCell, cellCode, certainCell, lostCell, solvedCell, type TableReading } from './reading.ts';
import { runDigits, solveGroups } from './runs.ts';

// Table 4: one line of 15 numbers under three groups of columns, or three tables (or lines) of five.

const joined = (atoms: readonly Atom[]) =>
  atoms
    .map(({ raw }) => raw)
    .join(' ')
    .trim();

/** Read table 4 from its printed rows. */
export function readRemedies(form: FormTable, rows: readonly PrintedRow[]): TableReading {
  const group = form.groups[0];
  if (!group) return { cells: [], issues: [], rowCounts: [] };
  const { columns, rows: remedies } = group;
  const all = remedies.flatMap((remedy) => columns.map((column) => ({ remedy: remedy.code, column })));
  const printed = printedLines(rows);
  const cells = new Map<string, ReportCell>();
  const issues: Issue[] = [];
  const rowCounts: RowCount[] = [];
  const seen = new Map<string, string>();
  const fill = (place: readonly { remedy: string; column: (typeof columns)[number] }[], row: PrintedRow) => {
    const assignment = assign(
      row,
      place.map(({ column }) => column),
      [],
      false,
    );
    const digits = assignment.certain ? null : runDigits(row.atoms);
    const reading = digits ? solveGroups(digits, place.length / columns.length, columns.length) : null;
    const raw = joined(row.atoms);
    const line = row.atoms[0]?.line ?? row.line;
    if (!assignment.certain && !reading && raw !== '') {
      issues.push(issue('row_count_differs', raw, line));
      rowCounts.push({ row: `remedies.${place[0]?.remedy ?? ''}`, values: row.atoms.length, columns: place.length });
    }
    place.forEach(({ remedy, column }, at) => {
      const code = cellCode('remedies', remedy, column.code);
      const atom = assignment.certain ? assignment.atoms[at] : undefined;
      const before = seen.get(code);
      seen.set(code, raw);
      if (before !== undefined && before !== raw) cells.set(code, ambiguousCell(code, raw, line));
      else if (atom) cells.set(code, certainCell(code, column, atom));
      else if (reading) cells.set(code, solvedCell(code, column, reading[at] ?? 0, raw, line));
      else cells.set(code, raw === '' ? blankCell(code, line) : ambiguousCell(code, raw, line));
    });
  };
  const separate = haveOwnLines(rows, printed);
  for (const row of printed) fill(placeOf(row, all, columns.length, separate), row);
  return {
    cells: all.map(
      ({ remedy, column }) => cells.get(cellCode('remedies', remedy, column.code)) ?? lostCell(cellCode('remedies', remedy, column.code)),
    ),
    issues,
    rowCounts,
  };
}

/** Lines with numbers; where there are none, empty ones. */
function printedLines(rows: readonly PrintedRow[]): readonly PrintedRow[] {
  const lines = rows.filter(({ atoms }) => atoms.length > 0);
  const filled = lines.filter(({ atoms }) => atoms.some(({ raw }) => raw !== ''));
  return filled.length > 0 ? filled : lines;
}

const remedyOf = (row: PrintedRow) => (row.sense?.kind === 'row' ? row.sense.code : row.group);

/** Whether the remedies have a line each: else their names are a head over one line, and no number is one name's. */
function haveOwnLines(rows: readonly PrintedRow[], printed: readonly PrintedRow[]): boolean {
  const served = new Set(printed.map(remedyOf));
  return served.size > 1 && rows.every((row) => row.sense?.kind !== 'row' || served.has(row.sense.code));
}

/** The cells a printed line covers: its own remedy's five where each has a line, else all fifteen. */
function placeOf<T extends { remedy: string }>(row: PrintedRow, all: readonly T[], count: number, separate: boolean): readonly T[] {
  const filled = row.atoms.filter(({ raw }) => raw !== '').length;
  const named = remedyOf(row);
  return separate && named && filled <= count * 2 && row.atoms.length < all.length ? all.filter(({ remedy }) => remedy === named) : all;
}
