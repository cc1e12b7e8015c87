import { expect, it } from 'vitest';
import { layouts } from '../../bench/generate/index.ts';
import { roundtripFaults } from '../../bench/generate/roundtrip.ts';

// parse(render(report)) = report, over all layouts: cells with value, status, unit and line, forms, tables, sums, sections.
// Many more by `npm run test:property -- 20000`.

const perLayout = 6;

it('reads every report back as it was rendered', async () => {
  const faults: string[] = [];
  for (let seed = 0; seed < layouts.length * perLayout; seed++) faults.push(...(await roundtripFaults(seed)));
  expect(faults.slice(0, 20)).toEqual([]);
});
