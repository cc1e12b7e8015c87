import { expect, it } from 'vitest';
import { damageTrial } from '../../bench/generate/damage-trial.ts';

// One dropped, doubled or moved cell or line in a table, over all layouts: no wrong number may be read, unless the
// damaged text is what another report prints (its rendering gives the text back), or a printed sign ties the number.
// Many more by `npm run test:property -- 20000`.

const trials = 400;

it('reads no wrong number from a damaged table', async () => {
  const results = [];
  for (let seed = 0; seed < trials; seed++) results.push(await damageTrial(seed));
  const excused = results.filter(({ isAnotherReport }) => isAnotherReport);
  const silent = results.filter(({ wrong, tied, isAnotherReport }) => wrong.length > tied && !isAnotherReport);
  console.info(`damage: ${trials} texts, ${excused.length} are what another report prints, ${silent.length} read wrongly`);
  expect(silent.map(({ name, wrong }) => `${name}: ${wrong[0]}`)).toEqual([]);
});
