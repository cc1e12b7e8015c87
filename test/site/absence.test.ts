import { expect, test } from 'vitest';
import { absentCounts, absentYears } from '../../src/site/absence.ts';

const whole = [2018, 2022];
const years: Readonly<Record<string, readonly number[]>> = {
  '350200-finance': [2018, 2019, 2021, 2022],
  '350200-health': [2019],
  '350200-land': [2018],
  '350200-natural-resources': [2020, 2021, 2022],
  '110000-finance': [2018, 2019, 2020, 2021, 2022],
  'u-3f2a': [2020],
};
const agencies = Object.entries(years).map(([agency_id, own]) => ({
  agency_id,
  first_year: Math.min(...own),
  last_year: Math.max(...own),
}));
const absent = (relation: 'renamed' | 'merged_into' | 'split_from' | null = null) =>
  absentYears(
    agencies,
    relation === null ? [] : [{ from_id: '350200-land', to_id: '350200-natural-resources', year: 2020, relation }],
    (id) => years[id] ?? [],
    whole,
  );

test('a year without a report is missing, from the first year of the dataset to its last', () => {
  expect(Object.fromEntries(absent())).toEqual({
    '350200-finance': [2020],
    '350200-health': [2018, 2020, 2021, 2022],
    '350200-land': [2019, 2020, 2021, 2022],
    '350200-natural-resources': [2018, 2019],
    '110000-finance': [],
  });
});

test.each(['renamed', 'merged_into'] as const)('of agencies that followed one another (%s) each is missed in its own years', (relation) => {
  const found = absent(relation);
  expect(found.get('350200-land')).toEqual([2019]);
  expect(found.get('350200-natural-resources')).toEqual([]);
});

test('an agency that another was split from goes on', () => {
  const found = absent('split_from');
  expect(found.get('350200-land')).toEqual([2019, 2020, 2021, 2022]);
  expect(found.get('350200-natural-resources')).toEqual([]);
});

test('who an unresolved agency is nobody knows: nothing of it is missing', () => {
  expect(absent().has('u-3f2a')).toBe(false);
});

test('what is missing is counted by region and year: between two reports, before the first, after the last', () => {
  expect(absentCounts(absent('renamed'), agencies)).toEqual([
    ['35', 2018, 0, 1, 0],
    ['35', 2019, 0, 0, 1],
    ['35', 2020, 1, 0, 1],
    ['35', 2021, 0, 0, 1],
    ['35', 2022, 0, 0, 1],
  ]);
});
