import type { GridCell, Line } from '../../model.ts';
import { joinedHalves } from './halves.ts';
import { runsOf } from './matrix.ts';
import { movedTotal } from './moved-total.ts';
import { turnedApplications, turnedClauses } from './turned.ts';

/** Lines of a grid (`from` to `to`, exclusive, counted from 0) as rows in the order of the form. */
export interface Regridded {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly (readonly GridCell[])[];
}

/** Grids that print a table of the form otherwise than it does, though nothing in them is in doubt: by the index of their first line. */
export function regridded(lines: readonly Line[]): ReadonlyMap<number, Regridded> {
  const runs = runsOf(lines);
  const found = runs.flatMap((run) => turnedApplications(lines, run) ?? movedTotal(lines, run) ?? turnedClauses(lines, run));
  return new Map([...found, ...joinedHalves(lines, runs)].map((grid) => [grid.from, grid]));
}
