import { describe, expect, test, vi } from 'vitest';
import { specimens } from '../../bench/fuzz/specimens.ts';
import { tryDamaged } from '../../bench/fuzz/trial.ts';

// 2,000 damaged files over all formats; `npm run fuzz` reads 20,000 in threads that are watched for hangs.

const sound = specimens();
const perFormat = Math.ceil(2_000 / sound.length);

describe('a damaged file is read or refused: no crash, no object out of shape, no number that is not printed', () => {
  test.each(sound.map(({ format }, at) => [format, at] as const))('%s', async (_, at) => {
    const faults: string[] = [];
    // What a library has to say goes nowhere: not between the objects of `parse --json`, not into a function's log.
    const said = (['log', 'info', 'debug', 'warn', 'error'] as const).map((method) => vi.spyOn(console, method));
    let read = 0;
    for (let n = 0; n < perFormat; n++) {
      const seed = at + n * sound.length;
      const trial = await tryDamaged(sound, seed);
      faults.push(...trial.faults.map((fault) => `seed ${seed}: ${fault}`));
      if (trial.outcome === 'read') read++;
    }
    expect(faults).toEqual([]);
    expect(said.flatMap(({ mock }) => mock.calls)).toEqual([]);
    vi.restoreAllMocks();
    // Damage that no file survives would test nothing but the first check.
    expect(read).toBeGreaterThan(perFormat / 20);
  });
});
