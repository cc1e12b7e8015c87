import { describe, expect, it } from 'vitest';
import { parseSavedQuery, renderSavedQuery, SavedQueryError } from '../../src/derive/saved-query.ts';

const file = `-- title.zh: 标题
-- title.en: Title
-- question.zh: 问？
-- question.en: What: when?
-- param: from_year integer = 2019 | 起始 | first
-- param: region varchar = null | 地区 | region
-- param: min_rate double = 0.5 | 最低 | least
-- column: year integer | 年度 | year
-- column: n bigint | 数 | number
-- chart: line x=year y=n
-- (a comment would be no header)
SELECT year, count(*) AS n -- :no_parameter
FROM reports
WHERE year >= :from_year AND (:region IS NULL OR region = :region) AND title <> 'a:from_year ''b'' :region' AND 0.1 > :min_rate
GROUP BY year
ORDER BY year;
`.replace('-- (a comment would be no header)\n', '');
const query = parseSavedQuery('q', file);

describe('the header of a saved query', () => {
  it('is taken apart', () => {
    expect(query).toMatchObject({
      name: 'q',
      title: { zh: '标题', en: 'Title' },
      question: { zh: '问？', en: 'What: when?' },
      chart: { kind: 'line', x: 'year', y: 'n' },
    });
    expect(query.parameters.map(({ name, type, default: value }) => [name, type, value])).toEqual([
      ['from_year', 'integer', 2019],
      ['region', 'varchar', null],
      ['min_rate', 'double', 0.5],
    ]);
    expect(query.columns[1]).toEqual({ name: 'n', type: 'bigint', zh: '数', en: 'number' });
    expect(query.sql).toMatch(/^SELECT[\s\S]*ORDER BY year$/);
  });

  it.each([
    ['title.zh', 'titel.zh', 'q.sql:1'],
    ['-- title.en: Title\n', '', 'exactly one "title.en"'],
    ['-- title.en: Title', '-- title.en: Title\n-- title.en: Title', 'exactly one "title.en"'],
    ['year integer | 年度 | year', 'year int | 年度 | year', 'q.sql:8'],
    ['year integer | 年度 | year', 'year integer | 年度', 'q.sql:8'],
    ['line x=year', 'pie x=year', 'q.sql:10'],
    ['line x=year', 'line z=year', 'q.sql:10'],
  ])('with %j as %j is refused, with its line', (good, bad, told) => {
    expect(() => parseSavedQuery('q', file.replace(good, bad))).toThrow(told);
  });
});

describe('a saved query is rendered', () => {
  it('with its defaults, and nothing changed inside texts and comments', () => {
    expect(renderSavedQuery(query)).toBe(`SELECT year, count(*) AS n -- :no_parameter
FROM reports
WHERE year >= 2019 AND (CAST(NULL AS varchar) IS NULL OR region = CAST(NULL AS varchar)) AND title <> 'a:from_year ''b'' :region' AND 0.1 > CAST(0.5 AS double)
GROUP BY year
ORDER BY year`);
  });

  it('with values that cannot break out of their literal', () => {
    expect(renderSavedQuery(query, { region: "x' OR '1'='1", from_year: '2021' })).toContain("region = 'x'' OR ''1''=''1'");
  });

  it.each([
    [{ from_year: '2020; DROP TABLE x' }, 'type integer'],
    [{ from_year: '' }, 'type integer'],
    [{ from_year: '20.5' }, 'type integer'],
    [{ min_rate: 'half' }, 'type double'],
    [{ year: '2020' }, 'no parameter "year"'],
  ])('and refuses %j', (values, told) => {
    expect(() => renderSavedQuery(query, values)).toThrow(SavedQueryError);
    expect(() => renderSavedQuery(query, values)).toThrow(told);
  });

  it.each(["2024-01-01' OR '1'='1", '2024-1-1', '2024-01-01x', ''])('and takes no date from %j', (value) => {
    const since = { name: 'since', type: 'date', default: null, zh: '起', en: 'since' } as const;
    const dated = { ...query, parameters: [since], sql: 'SELECT :since' };
    expect(() => renderSavedQuery(dated, { since: value })).toThrow('type date');
    expect(renderSavedQuery(dated, { since: '2024-01-31' })).toBe("SELECT DATE '2024-01-31'");
  });

  it('and refuses a place its header does not declare', () => {
    expect(() => renderSavedQuery({ ...query, sql: 'SELECT :other' })).toThrow(':other');
  });
});
