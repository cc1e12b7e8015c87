import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { type Layout, layouts, randomReport } from '../../bench/generate/index.ts';
import { sequence } from '../store/contract.ts';
import { contents, filesIn, temporary, write } from '../support/folders.ts';
import { type Running, start } from '../support/script.ts';

// Whole processes, pulled out of life at random moments. `npm run test:soak` does it 50 times with 500 files.

const files = Number(process.env.GONGKAI_KILL_FILES ?? 10);
const kills = Number(process.env.GONGKAI_KILLS ?? 2);
const program = new URL('../../dist/gongkai.js', import.meta.url).pathname;
const limit = 3_600_000;

/** Kills of one dataset before it may be completed. */
const inRow = 3;

/** Folders that gain a file at each step: a run takes files in, then it compacts. How far it is can be told on any machine. */
const phases = ['state/receipts', 'state/shards'] as const;

let folder = '';
let whole: Awaited<ReturnType<typeof held>>;
let steps: readonly number[] = [];

const ingest = (out: string) => start(program, ['ingest', folder, '--out', out, '--workers', '2']);

/** What a dataset holds, as far as it must be the same: the published bytes, and which files have a receipt. */
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
  await completed(out);
  whole = await held(out);
  steps = phases.map((phase) => done(out, phase));
}, limit);

/** Steps of a phase that are done. */
const done = (out: string, phase: string): number => {
  const path = join(out, phase);
  return existsSync(path) ? filesIn(path).length : 0;
};

/** Wait until a run has done so many steps of a phase, or has ended. */
async function reached(run: Running, out: string, phase: string, step: number): Promise<void> {
  const runs = () => run.process.exitCode === null && run.process.signalCode === null;
  while (runs() && done(out, phase) < step) await sleep(2);
}

/** Start ingest and kill it at a step it has not done yet, somewhere on the way to the next one. Null if it ended before. */
async function killed(out: string, next: (below: number) => number): Promise<string | null> {
  const open = phases.flatMap((phase, at) => {
    const [from, to] = [done(out, phase), steps[at] ?? 0];
    return from < to ? [{ phase, step: from + 1 + next(to - from) }] : [];
  });
  const moment = open[next(open.length)];
  if (moment === undefined) return null;
  const run = ingest(out);
  await reached(run, out, moment.phase, moment.step);
  await sleep(next(10));
  run.process.kill('SIGKILL');
  const { signal } = await run.ended;
  return signal === 'SIGKILL' ? `${moment.phase} ${moment.step}` : null;
}

test(
  'killed at any moment, and run again, ingest ends with the bytes of an undisturbed run',
  async () => {
    const next = sequence(kills);
    const moments: string[] = [];
    let late = 0;
    while (moments.length < kills) {
      const out = temporary();
      for (let row = 0; row < inRow && moments.length < kills; row++) {
        const moment = await killed(out, next);
        if (moment === null) {
          // It had ended: that was no kill, another is drawn.
          late++;
          break;
        }
        moments.push(moment);
      }
      await completed(out);
      expect(await held(out), moments.slice(-inRow).join(', ')).toEqual(whole);
      expect(late, 'runs that ended before they were killed').toBeLessThan(10 + kills);
    }
    if (kills > 10) console.log(`killed ${moments.length} times; ${late} runs ended before their moment. ${moments.join(', ')}`);
  },
  limit,
);

test(
  'killed after its receipts and before its compaction, ingest compacts when it is run again',
  async () => {
    const out = temporary();
    const run = ingest(out);
    await reached(run, out, phases[0], files);
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
        await reached(both[0], out, phases[0], Math.ceil(files / 2));
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
