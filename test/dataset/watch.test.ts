import { appendFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { randomReport } from '../../bench/generate/index.ts';
import type { Failure } from '../../bin/failure.ts';
import type { Ingested } from '../../bin/local/ingest/tally.ts';
import { watch } from '../../bin/local/ingest/watch.ts';
import { contents, temporary, write } from '../support/folders.ts';

/** Watch a folder for as many looks as there are steps; each step happens before its look. */
async function looks(folder: string, out: string, steps: readonly (() => void)[]): Promise<{ taken: Ingested[]; failures: Failure[] }> {
  const [taken, failures]: [Ingested[], Failure[]] = [[], []];
  const waiting = [...steps];
  await watch(
    folder,
    { out, workers: 1, every: 0 },
    {
      failed: (failure) => failures.push(failure),
      taken: async (ingested) => void taken.push(ingested),
      again: async () => {
        const step = waiting.shift();
        step?.();
        return step !== undefined;
      },
    },
  );
  return { taken, failures };
}

const report = (seed: number) => Buffer.from(randomReport(seed).plainText);
const nothing = () => {};

test('a burst of files is taken in at once, when it has come to rest', async () => {
  const [folder, out] = [temporary(), temporary()];
  const burst = () => {
    for (let seed = 1; seed <= 12; seed++) write(folder, { [`${seed}.txt`]: report(seed) });
  };
  const { taken } = await looks(folder, out, [nothing, burst, nothing, nothing, nothing]);
  expect(taken.map(({ files, outcomes }) => [files, outcomes.candidate])).toEqual([[12, 12]]);
});

test('a file that is still being written is left alone until it is whole', async () => {
  const [folder, out, whole] = [temporary(), temporary(), temporary()];
  const body = report(20);
  const path = join(folder, 'slow.txt');
  const parts = [0, 1, 2, 3].map((n) => () => appendFileSync(path, body.subarray((n * body.length) / 4, ((n + 1) * body.length) / 4)));
  const { taken } = await looks(folder, out, [nothing, ...parts, nothing, nothing]);
  expect(taken.map(({ outcomes }) => outcomes)).toEqual([{ candidate: 1, not_a_report: 0, container: 0, quarantined: 0 }]);
  const other = temporary();
  write(other, { 'slow.txt': body });
  await looks(other, whole, [nothing, nothing]);
  expect(contents(join(out, 'open'))).toEqual(contents(join(whole, 'open')));
});

test('after a restart only what is new is taken in; a change and a sidecar that appears or goes are new', async () => {
  const [folder, out] = [temporary(), temporary()];
  write(folder, { 'a.txt': report(30), 'b.txt': report(31) });
  const old = new Date('2026-01-01');
  for (const name of ['a.txt', 'b.txt']) utimesSync(join(folder, name), old, old);
  expect((await looks(folder, out, [nothing, nothing])).taken).toHaveLength(1);
  expect((await looks(folder, out, [nothing, nothing])).taken).toEqual([]);
  const sidecar = join(folder, 'b.txt.meta.json');
  const steps = [
    () => write(folder, { 'c.txt': report(32) }),
    nothing,
    () => writeFileSync(sidecar, '{"withdrawn": true, "reason": "x"}'),
    nothing,
    () => rmSync(sidecar),
    nothing,
    nothing,
  ];
  const { taken } = await looks(folder, out, steps);
  expect(taken.map(({ files, unchanged }) => files - unchanged)).toEqual([1, 1, 1]);
});
