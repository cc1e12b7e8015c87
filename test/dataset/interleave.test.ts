import { expect, test } from 'vitest';
import { sequence } from '../store/contract.ts';
import { draw, drawContest } from './interleave/draw.ts';
import {
  atOnce,
  contents,
  newWorld,
  serially,
  type Tampering,
  untampered,
  type World,
  withoutCompareAndSwap,
  withoutVerification,
} from './interleave/run.ts';
import { calm, Schedule } from './interleave/schedule.ts';

const runs = Number(process.env.GONGKAI_INTERLEAVINGS ?? 2_000);

/** The open data and the receipts of a world. */
const seen = async ({ open, state }: World) => ({
  open: await contents(open),
  receipts: Object.keys(await contents(state, 'state/receipts/')),
});

/** Keys whose objects differ, or are in one world only. */
function differences(one: Awaited<ReturnType<typeof seen>>, other: Awaited<ReturnType<typeof seen>>): string[] {
  const keys = new Set([...Object.keys(one.open), ...Object.keys(other.open)]);
  const receipts = one.receipts.length === other.receipts.length ? [] : [`${one.receipts.length} receipts, not ${other.receipts.length}`];
  return [...receipts, ...[...keys].filter((key) => one.open[key] !== other.open[key])];
}

interface Trial {
  readonly contest?: boolean;
  readonly compacted?: boolean;
  readonly tampering?: Tampering;
}

/** Work off one drawn scenario serially and at once; the keys in which the two end differently. */
async function trial(seed: number, { contest = false, compacted = false, tampering = untampered }: Trial): Promise<string[]> {
  const next = sequence(seed);
  const { messages, otherwise } = contest ? drawContest(next) : draw(next);
  const [serial, together] = [newWorld(), newWorld()];
  await serially(serial, otherwise(), compacted);
  const schedule = new Schedule(seed, contest ? calm : { crash: next(10), lost: next(50), refused: next(30) });
  await atOnce(together, messages, { schedule, processes: 2 + next(5), compacted, tampering });
  return differences(await seen(together), await seen(serial));
}

async function failing(first: number, count: number, options: Trial): Promise<number[]> {
  const seeds: number[] = [];
  for (let seed = first; seed < first + count; seed++) if ((await trial(seed, options)).length > 0) seeds.push(seed);
  return seeds;
}

test('whatever the order, the faults and the number of processes, the partitions and receipts are those of a serial run', async () => {
  expect(await failing(1, runs, {})).toEqual([]);
});

test('so are the compacted tables', async () => {
  expect(await failing(1, runs / 10, { compacted: true })).toEqual([]);
});

test.each([
  ['pointers that are overwritten without compare-and-swap', withoutCompareAndSwap, 250],
  // Rarer: of 4,000 runs 21 come out otherwise.
  ['partitions that are not verified after they were written', withoutVerification, 1_500],
])('the runs notice %s', async (_, tampering, most) => {
  let noticed = false;
  for (let seed = 1; seed <= most && !noticed; seed++) noticed = (await trial(seed, { contest: true, tampering })).length > 0;
  expect(noticed).toBe(true);
});

test('the same contests without tampering come out alike', async () => {
  expect(await failing(1, 250, { contest: true })).toEqual([]);
});
