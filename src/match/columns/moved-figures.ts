import type { Atom } from '../rows/row.ts';
import { isBlank } from './grid-columns.ts';

// Table 4 prints three sums in a row: where a cell got lost in one remedy and another came in elsewhere, their number fits and the figures
// between them have moved.

/** Sums that fail, at least: one alone is as likely the author's, and stays as printed. */
const fewestFailing = 2;

const addsUp = (figures: readonly number[]): boolean => 2 * (figures.at(-1) ?? 0) === figures.reduce((sum, figure) => sum + figure, 0);

function inGroups(figures: readonly number[], count: number): number[][] {
  return Array.from({ length: figures.length / count }, (_, n) => figures.slice(n * count, (n + 1) * count));
}

/** Whether a group may add up that lacks one of its figures, at a place in it. */
function mayAddUp(group: readonly number[], at: number): boolean {
  const isTotal = at === group.length - 1;
  const others = group.slice(0, -1).reduce((sum, figure) => sum + figure, 0);
  return isTotal || others <= (group.at(-1) ?? 0);
}

const groupOf = (place: number, count: number) => Math.floor(place / count);

/**
 * Whether the groups of a row, each of `count` figures with its total last, do not add up as they stand, but would if one figure were
 * taken out of a group and one put into another: which reading is right cannot be told.
 */
export function mayHaveMoved(atoms: readonly (Atom | undefined)[], count: number): boolean {
  const figures = atoms.map((atom) => (atom && !isBlank(atom) ? Number(atom.raw) : 0));
  if (figures.length % count !== 0 || figures.some(Number.isNaN)) return false;
  const failing = inGroups(figures, count).map((group) => !addsUp(group));
  if (failing.filter(Boolean).length < fewestFailing) return false;
  return figures.some((_, out) => {
    const rest = figures.toSpliced(out, 1);
    return figures.some(
      (_, lost) => groupOf(out, count) !== groupOf(lost, count) && areMended(inGroups(rest.toSpliced(lost, 0, 0), count), lost, failing),
    );
  });
}

/** Whether all groups add up, but for what one of them lost, and one does that did not before: zeros would wherever they stand. */
function areMended(groups: readonly (readonly number[])[], lost: number, failing: readonly boolean[]): boolean {
  const count = groups[0]?.length ?? 1;
  const broken = groupOf(lost, count);
  const isMended = (group: readonly number[], n: number) => n !== broken && failing[n] === true && group.some((figure) => figure > 0);
  return groups.every((group, n) => (n === broken ? mayAddUp(group, lost % count) : addsUp(group))) && groups.some(isMended);
}
