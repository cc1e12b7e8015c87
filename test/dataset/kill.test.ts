import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { type Layout, layouts, randomReport } from '../../bench/generate/index.ts';
import { sequence } from '../store/contract.ts';
import { contents, filesIn, temporary, write } from '../support/folders.ts';
import { start } from '../support/script.ts';

// Whole processes, pulled out of life at random moments. `npm run test:soak` does it 50 times with 500 files.

const files = Number(process.env.GONGKAI_KILL_FILES ?? 16);
const kills = Number(process.env.GONGKAI_KILLS ?? 3);
const program = new URL('../../dist/gongkai.js', import.meta.url).pathname;
const limit = 3_600_000;

/** Kills of one dataset before it may be completed. */
const inRow = 3;

let folder = '';
let whole: Awaited<ReturnType<typeof held>>;
let milliseconds = 0;

const ingest = (out: string) => start(program, ['ingest', folder, '--out', out, '--workers', '2']);

/** What a dataset holds, as far as it must be the same: the published bytes, and which things have a receipt. */
const held = async (out: string) => ({ open: contents(join(out, 'open')), receipts: readdirSync(join(out, 'state/receipts')).sort() });

async function completed(out: string): Promise<void> {
  const { code, err } = await ingest(out).ended;
  expect(`${code} ${err}`).toMatch(/^[03] /);
}

beforeAll(async () => {
  folder = temporary();
  const plain = layouts.filter(({ medium }: Layout) => medium === 'html' || medium === 'txt');
  const old = new Date('2026-01-01');
  for (let seed = 1; seed <= files; seed++) {
    const layout = plain[seed % plain.length];
    if (layout === undefined) continue;
    // Few places: agencies and years with several documents, and few tables to compact.
    const { name, bytes } = randomReport(seed, { division: seed % 2 ? '350200' : '370200', year: 2022 + (seed % 3) }).render(layout.name);
    write(folder, { [`${seed}-${name}`]: bytes });
    utimesSync(join(folder, `${seed}-${name}`), old, old);
  }
  const out = temporary();
  const began = performance.now();
  await completed(out);
  milliseconds = performance.now() - began;
  whole = await held(out);
}, limit);

test(
  'killed at any moment, and run again, ingest ends with the bytes of an undisturbed run',
  async () => {
    const next = sequence(kills);
    const moments: string[] = [];
    for (let killed = 0; killed < kills; ) {
      const out = temporary();
      for (let row = 0; row < inRow && killed < kills; row++) {
        const run = ingest(out);
        // Anywhere in a run: before the first file, among receipts, in compaction, at the last line.
        const moment = next(Math.ceil(milliseconds));
        await sleep(moment);
        run.process.kill('SIGKILL');
        const { signal } = await run.ended;
        if (signal !== 'SIGKILL') break;
        moments.push(`${moment} of ${Math.round(milliseconds)} ms`);
        killed++;
      }
      await completed(out);
      expect(await held(out), moments.slice(-inRow).join(', ')).toEqual(whole);
    }
  },
  limit,
);

test(
  'killed after its receipts and before its compaction, ingest compacts when it is run again',
  async () => {
    const out = temporary();
    const run = ingest(out);
    const receipts = () => readdirSync(out, { recursive: true }).filter((path) => String(path).includes('receipts')).length;
    while (receipts() <= files) await sleep(5);
    run.process.kill('SIGKILL');
    await run.ended;
    await completed(out);
    expect(await held(out)).toEqual(whole);
  },
  limit,
);

test(
  'two at once end with the bytes of one, also when one of them is killed',
  async () => {
    for (const killed of kills > 10 ? [false, true] : [true]) {
      const out = temporary();
      const both = [ingest(out), ingest(out)] as const;
      if (killed) {
        await sleep(milliseconds / 2);
        both[0].process.kill('SIGKILL');
      }
      const ended = await Promise.all(both.map((run) => run.ended));
      for (const { code, err } of killed ? ended.slice(1) : ended) expect(`${code} ${err}`).toMatch(/^[03] /);
      if (killed) await completed(out);
      expect(await held(out)).toEqual(whole);
      expect(filesIn(out).filter((path) => path.includes('.new'))).toEqual([]);
    }
  },
  limit,
);
