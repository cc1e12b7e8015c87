import type { FormColumn } from '../../../schemas/forms/index.ts';
import type { Atom, Header, PrintedRow } from '../rows/row.ts';
import { sumsHold } from './count.ts';
import { byPosition, type GridHeader, isBlank } from './grid-columns.ts';

// The heads of table 4 come three times, and its one row may hold more cells than there are columns.

/** Where the heads stand that a grid prints over all of these columns, from left to right; null where they are others. */
function placesOf(columns: readonly FormColumn[], heads: readonly Header[]): readonly GridHeader[] | null {
  const known = new Set(columns.map(({ code }) => code));
  const places = new Map(heads.filter(({ code, column }) => known.has(code) && column >= 0).map((head) => [head.column, head]));
  const ordered = [...places.values()].sort((a, b) => a.column - b.column);
  const isWhole = ordered.length === columns.length && ordered.every(({ code }, at) => code === columns[at]?.code);
  const isApart = ordered.every(({ column }, at) => at === 0 || column >= (ordered[at - 1]?.column ?? 0) + (ordered[at - 1]?.columns ?? 0));
  return isWhole && isApart ? ordered.map(({ column, columns }) => ({ column, columns, isRepeated: false })) : null;
}

/**
 * Which cells of a row stand under the heads of a grid, if they add up: a figure beside its own head would still do so, as long as it
 * stays in its remedy. What stands left of all heads names the row: 2022年. Undefined where counting may tell: where no grid places
 * the heads, or as many figures as columns stand elsewhere.
 */
export function underHeads(
  { atoms }: PrintedRow,
  columns: readonly FormColumn[],
  heads: readonly Header[],
): readonly Atom[] | null | undefined {
  const isPlaced = atoms.length >= columns.length && atoms.every(({ bordered, even, column }) => bordered && even === null && column >= 0);
  if (!isPlaced || atoms.every(isBlank)) return undefined;
  const isCounted = atoms.length === columns.length;
  if (isCounted && sumsHold(atoms, columns)) return undefined;
  const places = placesOf(columns, heads);
  const from = places?.[0]?.column;
  if (!places || from === undefined) return undefined;
  const own = atoms.filter(({ column }) => column >= from);
  if (isCounted) return own.length === atoms.length ? undefined : null;
  const placed = byPosition(own, places);
  if (placed && sumsHold(placed, columns)) return placed;
  return own.filter((atom) => !isBlank(atom)).length < columns.length ? null : undefined;
}
