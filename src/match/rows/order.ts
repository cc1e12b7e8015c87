import type { Header, PrintedRow } from './row.ts';

/** More rows than any print of a form: there is no order to keep, and the search below is quadratic. */
const mostRows = 1000;

/**
 * Which members break the order the others keep: all outside a longest ascending chain (equal neighbours belong to it).
 * `places` are positions in the form; returns the indexes that stand out of order.
 */
export function outOfOrder(places: readonly number[]): ReadonlySet<number> {
  if (places.length > mostRows) return new Set(places.keys());
  const best: number[] = [];
  const from: number[] = [];
  let end = -1;
  for (let at = 0; at < places.length; at++) {
    best[at] = 1;
    from[at] = -1;
    for (let before = 0; before < at; before++) {
      if ((places[before] ?? 0) <= (places[at] ?? 0) && (best[before] ?? 0) + 1 > (best[at] ?? 0)) {
        best[at] = (best[before] ?? 0) + 1;
        from[at] = before;
      }
    }
    if (end < 0 || (best[at] ?? 0) > (best[end] ?? 0)) end = at;
  }
  const kept = new Set<number>();
  for (let at = end; at >= 0; at = from[at] ?? -1) kept.add(at);
  return new Set(places.map((_, at) => at).filter((at) => !kept.has(at)));
}

/**
 * Rows of a clause of which one is printed under another clause, though its own heading is printed: a label or a number moved.
 * Of numbers between borders only those of the moved row itself are in doubt.
 */
export function misplacedRows(rows: readonly PrintedRow[]): readonly PrintedRow[] {
  const headings = new Set(rows.map(({ under }) => under));
  const moved = rows.filter(({ sense, under }) => sense?.kind === 'row' && sense.group !== under && headings.has(sense.group));
  const clauses = new Set(moved.map(({ sense }) => sense?.group));
  return rows.filter((row) => moved.includes(row) || (clauses.has(row.sense?.group) && row.atoms.every(({ bordered }) => !bordered)));
}

/** Flat rows of a clause whose head (`heads`, by row) is printed further down: the figures between may be those of any row. */
export function rowsBeforeHead(rows: readonly PrintedRow[], heads: readonly (readonly Header[])[]): readonly PrintedRow[] {
  const headed = new Set(rows.filter((_, at) => heads[at]?.length).map(({ group }) => group));
  return rows.filter(({ sense, group, atoms }, at) => {
    const isHeadless = sense?.kind === 'row' && heads[at]?.length === 0 && headed.has(group);
    return isHeadless && atoms.length > 0 && atoms.every(({ bordered }) => !bordered);
  });
}
