import type { Line } from '../../model.ts';
import { type PlacedCell, type Run, wordsOf } from './matrix.ts';
import { addsUp, fewestRows, joined, partOf, wanted } from './parts.ts';
import type { Regridded } from './regridded.ts';

// Table 3 with its total before other columns: the sums of all rows tell that neither heads nor figures have moved.

/** Lines that the head of table 3 takes up, at most. */
const mostHeadLines = 4;

/** Whether a total stands before other words on a line of the head. */
const totalFirst = ({ row }: Line): boolean => {
  const at = row?.cells.findIndex(({ text }) => /^[总合]\s*计$/.test(text)) ?? -1;
  return at >= 0 && (row?.cells.slice(at + 1).some(({ text }) => text !== '') ?? false);
};

/** Whether a figure is more than zero: of zeros alone it does not matter which is which. */
const counts = (placed: PlacedCell): boolean => /[1-9]/.test(wordsOf(placed));

/** Table 3 with its total in the last place, where every row adds up under the heads as they are printed, and not as the form has them. */
export function movedTotal(lines: readonly Line[], run: Run): Regridded | null {
  if (run.to - run.from <= fewestRows || !lines.slice(run.from, run.from + mostHeadLines).some(totalFirst)) return null;
  const part = partOf(lines, run);
  const at = part?.codes.indexOf('total') ?? -1;
  if (!part || at < 0) return null;
  const moved = <T>(row: readonly T[]): T[] => [...row.toSpliced(at, 1), ...row.slice(at, at + 1)];
  const own = { ...part, heads: moved(part.heads), figures: part.figures.map(moved) };
  const isTold = own.figures.every(addsUp) && (!part.figures.every(addsUp) || !part.figures.flat().some(counts));
  return isTold && moved(part.codes).join() === wanted.join() ? joined(own, [own], lines[run.from]?.n ?? 0) : null;
}
