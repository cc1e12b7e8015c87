import { performance } from 'node:perf_hooks';

/** The middle of some numbers; the mean of the two middle ones of an even count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** Milliseconds that one call takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Milliseconds of several ways to do the same, measured in turns, so that a busy machine slows all alike: the least of
 * `rounds` calls each, after `warm` unmeasured ones. The least is what the work costs; the rest is the machine.
 */
export async function fastest(ways: readonly (() => unknown)[], rounds: number, warm: number): Promise<number[]> {
  for (let round = 0; round < warm; round++) for (const way of ways) await way();
  const least = ways.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [index, way] of ways.entries()) least[index] = Math.min(least[index] ?? Number.POSITIVE_INFINITY, await timed(way));
  }
  return least;
}
