import type { FormGroup } from '../../../schemas/forms/index.ts';
import { addTo, groupBy } from '../../group-by.ts';
import type { PrintedRow } from '../rows/row.ts';
import { isBlank } from './grid-columns.ts';

/** Rows of one level that print as many cells, at least: fewer may all be odd. */
const fewestAlike = 2;

/** The level of a row of table 3: clause, result, or part of a result. A label of each is as wide as the others of its level. */
function levelOf({ sense }: PrintedRow, clauses: ReadonlyMap<string, FormGroup>): string | null {
  if (sense?.kind !== 'row') return null;
  const row = clauses.get(sense.code)?.rows.find(({ code }) => code === sense.code);
  if (!row || row.role === 'value') return null;
  if (row.subtotal) return 'part';
  return row.role === 'result' || row.role === 'processed' ? 'result' : 'clause';
}

/** The rows that print the number of cells which most of them do; none where no two do, or as many print another number. */
function usualRows(rows: readonly PrintedRow[]): readonly PrintedRow[] {
  const [most = [], next = []] = [...groupBy(rows, ({ atoms }) => atoms.length).values()].sort((a, b) => b.length - a.length);
  return most.length >= fewestAlike && most.length > next.length ? most : [];
}

/** All rows of its table print as many cells, those that fill a row counted. */
const isEven = ({ atoms }: PrintedRow): boolean => atoms[0]?.even === true;

/**
 * Rows of table 3 that leave cells empty and print more or fewer behind their label than most rows of its level: what the label's own
 * margin leaves empty may stand in the place of a cell that got lost, and the sum of the row still hold.
 */
export function oddRows(rows: readonly PrintedRow[], clauses: ReadonlyMap<string, FormGroup>): ReadonlySet<PrintedRow> {
  const odd = new Set<PrintedRow>();
  if (!rows.some(({ atoms }) => atoms.some(isBlank))) return odd;
  const levels = new Map<string, PrintedRow[]>();
  for (const row of rows) {
    const level = row.atoms[0]?.bordered ? levelOf(row, clauses) : null;
    if (level !== null) addTo(levels, level, row);
  }
  for (const own of levels.values()) {
    const [usual, ...others] = usualRows(own);
    if (!usual) continue;
    const areEven = isEven(usual) && others.every(isEven);
    for (const row of own)
      if (row.atoms.length !== usual.atoms.length && row.atoms.some(isBlank) && !(areEven && isEven(row))) odd.add(row);
  }
  return odd;
}
