import type { QualityFile } from '../../schemas/explorer.ts';
import type { Row } from '../../schemas/tables.ts';
import { regionOf } from '../keys.ts';

type Agency = Pick<Row<'agencies'>, 'agency_id'>;
type Relation = Row<'agency_relations'>;

/** First and last year an agency is known to have been there as itself. */
interface Span {
  from: number;
  to: number;
}

/** Agencies whose identity is not known: which of their years are missing cannot be said. */
const known = (id: string): boolean => !id.startsWith('u-');

/** A reform that formed an agency or ended it bounds the years it can have reported: the one before or after it reports the others. */
function spansOf(agencies: readonly Agency[], relations: readonly Relation[], whole: Span): Map<string, Span> {
  const spans = new Map(agencies.map(({ agency_id }) => [agency_id, { ...whole }]));
  for (const { from_id, to_id, year, relation } of relations) {
    const [before, after] = [spans.get(from_id), spans.get(to_id)];
    if (after) after.from = Math.max(after.from, year);
    // Of what was split the other part goes on.
    if (before && relation !== 'split_from') before.to = Math.min(before.to, year - 1);
  }
  return spans;
}

/**
 * Years without a report of each agency that has any, from the first year of the dataset to its last, by agency id. How many there
 * should be is not known: an agency of which nothing is held is in no list, and one may have begun later or ended earlier unseen.
 */
export function absentYears(
  agencies: readonly Agency[],
  relations: readonly Relation[],
  yearsOf: (id: string) => readonly number[],
  years: readonly number[],
): ReadonlyMap<string, readonly number[]> {
  const whole = { from: Math.min(...years), to: Math.max(...years) };
  const absent = new Map<string, readonly number[]>();
  for (const [id, { from, to }] of spansOf(agencies, relations, whole)) {
    if (!known(id)) continue;
    const reported = new Set(yearsOf(id));
    const expected = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
    absent.set(
      id,
      expected.filter((year) => !reported.has(year)),
    );
  }
  return absent;
}

/** How many reports are missing by region and year: between two reports of an agency, before its first, after its last. */
export function absentCounts(
  absent: ReadonlyMap<string, readonly number[]>,
  agencies: readonly Pick<Row<'agencies'>, 'agency_id' | 'first_year' | 'last_year'>[],
): QualityFile['absent'] {
  const counts = new Map<string, [string, number, number, number, number]>();
  for (const { agency_id: id, first_year, last_year } of agencies) {
    for (const year of absent.get(id) ?? []) {
      const key = `${regionOf(id)} ${year}`;
      const row = counts.get(key) ?? [regionOf(id), year, 0, 0, 0];
      counts.set(key, row);
      row[year < first_year ? 3 : year > last_year ? 4 : 2]++;
    }
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
