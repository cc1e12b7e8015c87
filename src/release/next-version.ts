import type { Latest } from './latest.ts';

const numbers = (version: string): number[] => version.slice(1).split('.').map(Number);

/** Whether a release comes after another: their numbers compared one by one (contract 6). */
export function isLater(version: string, other: string): boolean {
  const [one, two] = [numbers(version), numbers(other)];
  const at = one.findIndex((number, n) => number !== two[n]);
  return at >= 0 && (one[at] ?? 0) > (two[at] ?? 0);
}

/** The version of a day (`2026-11-30`): the first of its month, or the next patch after the release that is current where that is later. */
export function nextVersion(latest: Pick<Latest, 'version'> | null, date: string): string {
  const first = `v${Number(date.slice(0, 4))}.${Number(date.slice(5, 7))}.0`;
  if (latest === null || isLater(first, latest.version)) return first;
  return patchAfter(latest.version);
}

/** The next patch of a version. */
export function patchAfter(version: string): string {
  const [year, month, patch = 0] = numbers(version);
  return `v${year}.${month}.${patch + 1}`;
}
