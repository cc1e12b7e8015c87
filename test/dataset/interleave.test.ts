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

const runs = Number(process.env.GONGKAI_INTERLEAVINGS ?? 500);

/** The open data and the receipts of a world. */
const seen = async ({ open, state }: World) => ({
  open: await contents(open),
  receipts: Object.keys(await contents(state, 'state/receipts/')),
});

/** Work off one drawn scenario serially and at once. */
async function compare(seed: number, tampering?: Tampering) {
  const next = sequence(seed);
  const { messages, otherwise } = tampering ? drawContest(next) : draw(next);
  const [serial, together] = [newWorld(), newWorld()];
  await serially(serial, otherwise());
  const weather = tampering ? calm : { crash: next(10), lost: next(50), refused: next(30) };
  await atOnce(together, messages, new Schedule(seed, weather), 2 + next(5), tampering);
  return { serial: await seen(serial), together: await seen(together) };
}

test('whatever the order, the faults and the number of processes, the open data are those of a serial run', async () => {
  for (let seed = 1; seed <= runs; seed++) {
    const { serial, together } = await compare(seed);
    expect(together, `seed ${seed}`).toEqual(serial);
  }
});

test.each([
  ['pointers that are overwritten without compare-and-swap', withoutCompareAndSwap],
  ['partitions that are not verified after they were written', withoutVerification],
])('the runs notice %s', async (_, tampering) => {
  let noticed = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const { serial, together } = await compare(seed, tampering);
    if (JSON.stringify(serial) !== JSON.stringify(together)) noticed++;
  }
  expect(noticed).toBeGreaterThan(0);
});

test('the same contests without tampering come out alike', async () => {
  for (let seed = 1; seed <= 200; seed++) {
    const { serial, together } = await compare(seed, untampered);
    expect(together, `seed ${seed}`).toEqual(serial);
  }
});
