import type { Line } from '../../model.ts';
import { rowNamed } from './labels.ts';
import { type PlacedCell, type Run, wordsOf } from './matrix.ts';
import { addsUp, joined, type Part, partOf, wanted } from './parts.ts';
import type { Regridded } from './regridded.ts';

// Table 3 in parts: its first columns in one grid, the others in the next, beside the same rows.

/** Lines between two parts: a caption. */
const mostBetween = 3;

/** Whether the last row of a grid holds fewer figures than table 3 has columns: most are the whole table. */
const isPart = (lines: readonly Line[], { to }: Run): boolean =>
  (lines[to - 1]?.row?.cells.filter(({ text }) => /^\d/.test(text)).length ?? 0) < wanted.length;

const labelOf = (row: readonly PlacedCell[]): string => [...new Set(row)].map(wordsOf).join('|');

/** Whether the rows of a part are those of the first one: they have its labels or, where it prints none, as many figures that add up. */
function areSameRows(first: Part, parts: readonly Part[]): boolean {
  if (parts.some(({ figures }) => figures.length !== first.figures.length)) return false;
  if (parts.every(({ labels }) => labels[0]?.length)) {
    return parts.every(({ labels }) => labels.every((row, at) => labelOf(row) === labelOf(first.labels[at] ?? [])));
  }
  return first.figures.every((_, at) => addsUp(parts.flatMap(({ figures }) => figures[at] ?? [])));
}

/** Table 3 in one grid, where several next to each other have its columns between them. */
export function joinedHalves(lines: readonly Line[], runs: readonly Run[]): Regridded[] {
  const parts: Part[] = [];
  for (const run of runs) {
    const part = isPart(lines, run) ? partOf(lines, run) : null;
    const before = parts.at(-1);
    if (before && (!part || run.from - before.run.to > mostBetween)) parts.length = 0;
    if (part) parts.push(part);
    const first = parts[0];
    const codes = parts.flatMap((one) => one.codes);
    if (!first || codes.some((code, at) => code !== wanted[at])) parts.length = 0;
    else if (codes.length === wanted.length) {
      const isTable = parts.length > 1 && first.labels.some((row) => row.some((placed) => rowNamed(wordsOf(placed), 'applications')));
      if (!isTable || !areSameRows(first, parts)) return [];
      const others = parts.slice(1).map(({ run: { from, to } }) => ({ rows: [], from, to }));
      return [joined(first, parts, lines[first.run.from]?.n ?? 0), ...others];
    }
  }
  return [];
}
