import type { Latest } from './latest.ts';

/** The version of a day (`2026-11-30`): its month, and the next patch after the release that is current (contract 6). */
export function nextVersion(latest: Pick<Latest, 'version'> | null, date: string): string {
  const month = `v${Number(date.slice(0, 4))}.${Number(date.slice(5, 7))}.`;
  const patch = latest?.version.startsWith(month) ? Number(latest.version.slice(month.length)) + 1 : 0;
  return `${month}${patch}`;
}
