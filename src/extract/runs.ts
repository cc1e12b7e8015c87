import type { FormColumn, FormGroup } from '../../schemas/forms/index.ts';
import { type ColumnSum, type Reading, readingsOfGroups, readingsOfRow, solveColumns } from '../match/columns/solve.ts';
import type { Atom, PrintedRow } from '../match/rows/row.ts';

/** The digits of a row whose cells were printed without borders, all on one line with nothing but blanks between; null for any other. */
export function runDigits(atoms: readonly Atom[]): string | null {
  const [first, ...others] = atoms;
  if (!first || atoms.some(({ bordered, line, raw }) => bordered || line !== first.line || !/^\d+$/.test(raw))) return null;
  // A character in their midst may stand where a digit stood: what the sums make of the rest would be a guess.
  if (others.some(({ interrupted }) => interrupted)) return null;
  return atoms.map(({ raw }) => raw).join('');
}

/**
 * Whether separators are missing in a table: most rows that hold digits have fewer pieces than columns although they
 * have digits enough. Otherwise a short row lost a cell, and its digits must not be cut.
 */
function isRunTogether(rows: readonly PrintedRow[], count: number): boolean {
  let run = 0;
  let apart = 0;
  for (const { atoms } of rows) {
    if (atoms.length === count && !atoms.some(({ touching }) => touching)) apart++;
    else if (atoms.length > 0 && atoms.length < count && (runDigits(atoms)?.length ?? 0) >= count) run++;
  }
  return run > apart;
}

/** Sums of table 3 down the columns (A01, A02): from one row code to those that add up to it. */
function columnSums(rows: readonly { readonly code: string; readonly role: string }[]): ColumnSum[] {
  const codes = (role: string) => rows.filter((row) => row.role === role).map(({ code }) => code);
  return [
    { left: codes('received'), right: [...codes('processed'), ...codes('carried_out')] },
    { left: codes('result'), right: codes('processed') },
  ];
}

/**
 * Readings of the rows of table 3 whose digits ran together, separated by their own sums and those down the columns.
 * `printed`: all known rows of the table; `rowOf`: the one printed row of a code, null where there is none or its place is doubtful.
 */
export function solveRuns(
  group: FormGroup,
  columns: readonly FormColumn[],
  printed: readonly PrintedRow[],
  rowOf: (code: string) => PrintedRow | null,
): ReadonlyMap<string, Reading> {
  const solved = new Map<string, Reading>();
  if (!isRunTogether(printed, columns.length)) return solved;
  const readings = new Map<string, readonly Reading[]>();
  for (const { code } of group.rows) {
    const digits = runDigits(rowOf(code)?.atoms ?? []);
    if (digits) readings.set(code, readingsOfRow(digits, columns.length));
  }
  for (const [code, left] of solveColumns(readings, columnSums(group.rows))) if (left.length === 1 && left[0]) solved.set(code, left[0]);
  return solved;
}

/** The one reading of a run of several groups with a total each, or null. */
export function solveGroups(digits: string, groups: number, count: number): Reading | null {
  const readings = readingsOfGroups(digits, groups, count);
  return readings.length === 1 ? (readings[0] ?? null) : null;
}
