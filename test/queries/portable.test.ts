import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { savedQueryNames } from '../../bin/local/sql/saved-queries.ts';
import { codeLists } from '../../schemas/codes.ts';
import { allForms } from '../../schemas/forms/index.ts';
import { parseSavedQuery, renderSavedQuery } from '../../src/derive/saved-query.ts';
import { type SqlGrammar, sqlGrammar } from '../support/sql-grammars.ts';
import { portabilityFaults } from './portable.ts';

let trino: SqlGrammar;
beforeAll(async () => {
  trino = await sqlGrammar('trino');
});
const saved = (name: string) => parseSavedQuery(name, readFileSync(new URL(`../../queries/${name}.sql`, import.meta.url), 'utf8'));

describe.each(savedQueryNames())('saved query %s', (name) => {
  it('is legal Trino', () => {
    expect(trino.validate(renderSavedQuery(saved(name)))).toEqual([]);
  });

  it('says nothing that the two engines understand differently', () => {
    expect(portabilityFaults(renderSavedQuery(saved(name)))).toEqual([]);
  });
});

it('every query over several reports says how many were without the numbers', () => {
  const silent = savedQueryNames().filter((name) => !saved(name).columns.some((column) => column.name === 'reports_without'));
  // One row a report: what a report lacks is null there.
  expect(silent).toEqual(['indicators_by_agency']);
});

it('names only codes that exist', () => {
  const formCodes = allForms.flatMap(({ tables }) =>
    tables.flatMap(({ groups, headings }) => [
      ...groups.flatMap(({ rows, columns }) => [...rows, ...columns].map(({ code }) => code)),
      ...headings.flatMap(({ subtotal }) => subtotal ?? []),
    ]),
  );
  const codes = new Set<string>([...formCodes, ...Object.values(codeLists).flatMap((list) => Object.keys(list))]);
  const other = /^(government|day|u-|posts\.|followers\.|[A-Z]\d\d)$/;
  for (const name of savedQueryNames()) {
    const literals = [...renderSavedQuery(saved(name)).matchAll(/'([^']*)'/g)].flatMap(([, text]) => text ?? []);
    expect(
      literals.filter((text) => !codes.has(text) && !other.test(text)),
      name,
    ).toEqual([]);
  }
});

it('lists the reasons for refusal and the applicants as the form does', () => {
  const group = allForms.find(({ id }) => id === '2021')?.tables.find(({ table }) => table === 'applications')?.groups[0];
  const reasons = group?.rows.filter(({ subtotal }) => subtotal === 'denied_total').map(({ code }) => code);
  expect(saved('denial_reasons').sql.match(/denied_\w+/g)).toEqual(reasons);
  const applicants = group?.columns.filter(({ code, optional }) => code !== 'total' && !optional).map(({ code }) => code);
  expect([...saved('applicant_mix').sql.matchAll(/\('(\w+)'\)/g)].map(([, code]) => code)).toEqual(applicants);
});

describe('the lint sees', () => {
  it.each([
    ['SELECT `year` FROM reports ORDER BY 1', 'backticks'],
    ['SELECT year::varchar AS y FROM reports ORDER BY 1', 'the cast ::'],
    ["SELECT year FROM reports WHERE title ILIKE '%x%' ORDER BY year", 'the word ILIKE'],
    ['SELECT year FROM reports', 'no ORDER BY'],
    ['SELECT year FROM (SELECT year FROM reports ORDER BY year)', 'no ORDER BY'],
    ['SELECT list_value(year) AS l FROM reports ORDER BY 1', 'function list_value is not on the list'],
    ['SELECT region AS place, count(*) AS n FROM reports GROUP BY place ORDER BY 1', 'alias place is used in GROUP'],
    ['SELECT year + 1 AS next FROM reports WHERE next > 2020 ORDER BY 1', 'alias next is used in WHERE'],
    ['SELECT year, count(*) AS n FROM reports GROUP BY year HAVING n > 1 ORDER BY 1', 'alias n is used in HAVING'],
    ['SELECT year, count(*) AS n FROM reports GROUP BY ALL ORDER BY 1', 'GROUP BY ALL'],
    ['SELECT year FROM reports ORDER BY ALL', 'ORDER BY ALL'],
    ['SELECT cells_null / cells_reported AS rate FROM reports ORDER BY 1', 'a divisor that is not NULLIF(…, 0)'],
    ['SELECT CAST(year AS hugeint) AS y FROM reports ORDER BY 1', 'the type hugeint'],
    ['SELECT count(*) FILTER (WHERE year > (2020)) OVER () AS n FROM reports ORDER BY 1', 'FILTER of a window function'],
  ])('%s', (sql, fault) => {
    expect(portabilityFaults(sql)).toContain(fault);
  });

  it('nothing wrong in a good statement', () => {
    const good = 'SELECT r.year AS y, CAST(sum(r.cells_null) AS bigint) AS missing FROM reports r GROUP BY r.year ORDER BY y';
    expect(portabilityFaults(good)).toEqual([]);
    expect(trino.validate(good)).toEqual([]);
  });

  it.each([
    ['SELECT * EXCLUDE (year) FROM reports'],
    ['FROM reports'],
    ['SELECT DISTINCT ON (year) year FROM reports'],
    ['SELECT year FROM reports LIMIT 1 OFFSET 2'],
    ['SELECT year FROM reports QUALIFY row_number() OVER () = 1'],
  ])('(the grammar) %s', (sql) => {
    expect(trino.validate(sql)).not.toEqual([]);
  });
});
