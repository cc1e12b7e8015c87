import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { refused } from '../../bin/local/sql/duckdb.ts';
import { openDataset } from '../../bin/local/sql/open-dataset.ts';
import { everyCase } from '../queries/every-case.ts';
import { writeTable } from '../support/dataset-folder.ts';
import { duckdb, select } from '../support/duckdb.ts';
import { gongkai } from './recorded.ts';

const base = mkdtempSync(join(tmpdir(), 'gongkai-query-'));
// A name that is a pattern to a glob must not be read as one.
const out = join(base, "data [1]'s * set");
beforeAll(() => {
  writeTable(out, 'reports', everyCase.reports);
  writeTable(out, 'cells', everyCase.cells);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const query = (...argv: string[]) => gongkai(['query', ...argv, '--out', out]);

describe('gongkai query', () => {
  it('answers SQL as a table with Chinese aligned, nulls told from empty text', async () => {
    const { code, out: shown } = await query(
      "SELECT agency_name, year, agency_kind AS kind FROM reports WHERE agency_id IN ('110000-audit', 'u-0f3a9c') ORDER BY year, agency_name LIMIT 3",
    );
    expect(code).toBe(0);
    expect(shown.split('\n')).toEqual([
      'agency_name   year  kind',
      '────────────  ────  ─────',
      '北京市审计局  2016  audit',
      '北京市审计局  2020  audit',
      '北京市审计局  2021  audit',
      '',
    ]);
    expect((await query("SELECT CAST(NULL AS varchar) AS a, '' AS b")).out).toContain('∅');
  });

  it('takes SQL that begins with a comment, as the saved queries do', async () => {
    expect(await query('-- one\n-- two\nSELECT 1 AS a', '--json')).toMatchObject({ code: 0, out: '[\n{"a":1}\n]\n' });
    expect((await query('--one')).err).toContain('(unknown_option)');
  });

  it('writes CSV that keeps null and empty text apart', async () => {
    const { out: csv } = await query(
      `SELECT CAST(NULL AS varchar) AS a, '' AS b, 'x,"y"' AS c, 1.5 AS d, DATE '2024-02-29' AS e`,
      '--format',
      'csv',
    );
    expect(csv).toBe('a,b,c,d,e\n,"","x,""y""",1.5,2024-02-29\n');
  });

  it('writes one JSON array, a row a line', async () => {
    const { out: json } = await query(
      'SELECT 1 AS a, CAST(9007199254740993 AS bigint) AS b, [1, NULL] AS c, {x: 1} AS d UNION ALL SELECT 2, 3, NULL, NULL ORDER BY a',
      '--json',
    );
    expect(JSON.parse(json)).toEqual([
      { a: 1, b: '9007199254740993', c: [1, null], d: { x: 1 } },
      { a: 2, b: 3, c: null, d: null },
    ]);
    expect(json.trim().split('\n')).toHaveLength(4);
    expect(JSON.parse((await query('SELECT 1 AS a WHERE false', '--json')).out)).toEqual([]);
  });

  it('limits rows and says that there are more', async () => {
    const few = await query('SELECT year FROM reports ORDER BY year', '--max-rows', '2', '--format', 'csv');
    expect(few.out.trim().split('\n')).toHaveLength(3);
    expect(few.err).toContain('Only the first 2 rows');
    const screen = await query('SELECT * FROM range(60) ORDER BY 1');
    expect(screen.out.trim().split('\n')).toHaveLength(52);
    expect(screen.err).toContain('Only the first 50 rows');
    const all = await query('SELECT * FROM range(60) ORDER BY 1', '--format', 'csv');
    expect([all.out.trim().split('\n').length, all.err]).toEqual([61, '']);
  });

  it('lays a large table out in parts, so that it need not fit into memory', async () => {
    const lines = (await query('SELECT * FROM range(25000) ORDER BY 1', '--max-rows', '24000')).out.trim().split('\n');
    const heads = lines.filter((line) => line.trim() === 'range');
    expect(heads).toHaveLength(3);
    expect(lines).toHaveLength(24000 + 2 * heads.length);
  });

  it('ends with 4 when nothing matched', async () => {
    expect((await query('SELECT year FROM reports WHERE year = 1999')).code).toBe(4);
    expect((await query('SELECT year FROM reports WHERE year = 2021', '--format', 'csv')).code).toBe(0);
  });

  it('reads keys of the path with their declared types', async () => {
    const { out: csv } = await query('SELECT DISTINCT typeof(year) AS y, typeof(region) AS r FROM cells', '--format', 'csv');
    expect(csv).toBe('y,r\nINTEGER,VARCHAR\n');
  });

  it('gives decimals and large whole numbers as they are', async () => {
    const { out: json } = await query('SELECT 1.25 AS share, 12 AS few, 9007199254740993 AS many', '--json');
    expect(JSON.parse(json)).toEqual([{ share: 1.25, few: 12, many: '9007199254740993' }]);
  });

  it('writes Parquet that others read, and not to a terminal', async () => {
    const engine = await openDataset(out, 'reports', { scratch: base });
    const file = join(base, 'result.parquet');
    expect(await engine.writeParquet('SELECT agency_id, year FROM reports ORDER BY 1, 2 -- all', file, 3)).toBe(3);
    engine.close();
    const rows = await select(`SELECT * FROM '${file.replaceAll("'", "''")}'`, await duckdb());
    expect(rows).toHaveLength(3);
    const some = await query('SELECT agency_id FROM reports', '--format', 'parquet');
    const none = await query('SELECT agency_id FROM reports WHERE year = 1', '--format', 'parquet');
    expect([some, none].map(({ code, out: bytes }) => [code, bytes.slice(0, 4)])).toEqual([
      [0, 'PAR1'],
      [4, 'PAR1'],
    ]);
    const told = await gongkai(['query', 'SELECT 1', '--format', 'parquet', '--out', out], { terminal: 80 });
    expect(told).toMatchObject({ code: 2, out: '' });
    expect(told.err).toContain('parquet_to_terminal');
  });

  it('leaves no temporary file behind, also where it is interrupted', async () => {
    const temporary = mkdtempSync(join(base, 'tmp-'));
    vi.stubEnv('TMPDIR', temporary);
    const left = () => readdirSync(temporary).filter((name) => !name.startsWith('gongkai-duckdb-'));
    let leave: () => unknown = () => {};
    const ask = (sql: string) =>
      gongkai(['query', sql, '--format', 'parquet', '--out', out], {
        interruptible: (undo) => {
          leave = undo;
        },
      });
    expect((await ask('SELECT agency_id FROM reports')).code).toBe(0);
    expect(left()).toEqual([]);
    const endless = ask('SELECT sum(a.range) FROM range(10000000) a, range(10000000) b');
    await expect.poll(() => left().length, { timeout: 30_000 }).toBe(1);
    await new Promise((later) => setTimeout(later, 300));
    await leave();
    expect(left()).toEqual([]);
    expect((await endless).code).not.toBe(0);
    vi.unstubAllEnvs();
  });
});

describe('saved queries on the command line', () => {
  it('are listed with question and parameters', async () => {
    const { out: list } = await query('--list', '--lang', 'zh');
    expect(list).toContain('denial_reasons  不予公开的理由');
    expect(list).toContain('-p from_year=2019');
    const [first] = JSON.parse((await query('--list', '--json')).out);
    expect(first).toHaveProperty('question.en');
    expect(first).not.toHaveProperty('sql');
  });

  it('take parameters', async () => {
    const { out: csv } = await query(
      '--named',
      'disclosure_rate_by_year',
      '-p',
      'from_year=2021',
      '-p',
      'to_year=2021',
      '-p',
      'coverage=aggregate',
      '--format',
      'csv',
    );
    expect(csv).toBe(
      'year,agency_kind,reports,reports_without,processed,disclosed,disclosure_rate\n2021,government,3,0,3450,1800,0.5217391304347826\n',
    );
  });

  it('take each of several parameters', async () => {
    const asked = (year: number) => query('--named', 'disclosure_rate_by_year', '-p', `from_year=${year}`, '-p', 'coverage=aggregate');
    expect([(await asked(2021)).code, (await asked(2022)).code]).toEqual([0, 4]);
  });

  it('say what they ask, with titles in words for people and names for programs', async () => {
    const asked = ['--named', 'disclosure_rate_by_year', '-p', 'from_year=2021'];
    const people = await query(...asked, '--lang', 'en');
    const titles = people.out.split('─')[0]?.replaceAll(/\s+/g, ' ');
    expect(people.err).not.toBe('');
    expect(titles).not.toContain('reports_without');
    const programs = await query(...asked, '--lang', 'en', '--format', 'csv');
    expect([programs.out.split('\n')[0], programs.err]).toEqual([expect.stringContaining('reports_without'), '']);
  });

  it('take text as text, whatever it holds', async () => {
    const { code, err } = await query('--named', 'indicators_by_agency', '-p', "agency_id=x' OR '1'='1");
    expect(code).toBe(4);
    expect(err).not.toContain('sql_');
  });

  it.each([
    [['--named', 'denial_reason'], 'unknown_query', 'Did you mean "denial_reasons"?'],
    [['--named', 'denial_reasons', '-p', 'form_year=2020'], 'unknown_parameter', 'Did you mean "from_year"?'],
    [['--named', 'denial_reasons', '-p', 'from_year=new'], 'parameter_value', 'whole number'],
    [['--named', 'denial_reasons', '-p', 'from_year'], 'parameter_invalid', '-p name=value'],
    [['--named', '../package', '-p', 'x=1'], 'unknown_query', '--list'],
    [['SELECT 1', '-p', 'x=1'], 'parameters_without_query', '--named'],
    [['SELECT 1', '--named', 'denial_reasons'], 'query_missing', 'either'],
    [[], 'query_missing', '--list'],
  ])('%j is wrong usage', async (argv, code, told) => {
    const { code: ended, err } = await query(...argv);
    expect(ended).toBe(2);
    expect(err).toContain(`(${code})`);
    expect(err).toContain(told);
  });
});

describe('SQL in error is explained with its place', () => {
  it.each([
    [
      'SELECT agecy_id FROM reports',
      'sql_no_column',
      '1 │ SELECT agecy_id FROM reports\n    │        ^^^^^^^^\n  Did you mean "agency_id"?',
    ],
    ["SELECT '公开', agecy_id\nFROM reports", 'sql_no_column', "1 │ SELECT '公开', agecy_id\n    │                ^^^^^^^^"],
    ['SELECT r.titel\nFROM reports r', 'sql_no_column', 'Did you mean "title"?'],
    ['SELECT *\nFROM\n  report', 'sql_no_table', '3 │   report\n    │   ^^^^^^\n  Did you mean "reports"?'],
    ['SELEC 1', 'sql_syntax', '1 │ SELEC 1\n    │ ^^^^^'],
    ['SELECT 1 +', 'sql_syntax', 'a syntax error at its end.\n  1 │ SELECT 1 +\n    │           ^'],
    ['SELECT nope(1)', 'sql_no_function', '"nope"'],
    ["SELECT CAST('x' AS integer)", 'sql_refused', "Could not convert string 'x'"],
    ['SELECT year, count(*) FROM reports', 'sql_refused', 'must appear in the GROUP BY clause'],
    ['SELECT 1; SELECT 2', 'sql_not_one', 'exactly one statement'],
    ['  ', 'query_missing', 'one SQL statement'],
    ['/* nothing */', 'sql_not_one', 'exactly one statement'],
    [' ; ;', 'sql_not_one', 'exactly one statement'],
  ])('%j', async (sql, code, told) => {
    const { code: ended, out: shown, err } = await query(sql);
    expect({ ended, shown }).toEqual({ ended: 2, shown: '' });
    expect(err).toContain(`(${code})`);
    expect(err).toContain(told);
    expect(err).not.toMatch(/exception_type|^\s+at /m);
  });

  it('in Chinese too', async () => {
    const { err } = await query('SELECT agecy_id FROM reports', '--lang', 'zh');
    expect(err).toContain('没有列“agecy_id”');
    expect(err).toContain('是不是 "agency_id"？');
  });
});

it('a disk without room for what the engine writes aside is no fault of the SQL', () => {
  const told = (type: string, message: string) =>
    refused(new Error(JSON.stringify({ exception_type: type, exception_message: message })), 'SELECT 1');
  expect(told('IO', 'Could not write file "/tmp/x/result.parquet": No space left on device')).toMatchObject({ code: 'disk_full' });
  expect(told('IO', 'Could not read')).toMatchObject({ refusal: { kind: 'other' } });
});

describe('a query can only read the dataset', () => {
  const file = join(base, 'secret.csv');
  beforeAll(() => {
    mkdirSync(base, { recursive: true });
    writeFileSync(file, 'a\n1\n');
  });

  it.each([
    ['CREATE TABLE x AS SELECT 1'],
    ["COPY (SELECT 1) TO '/tmp/gongkai-written.csv'"],
    ["EXPLAIN ANALYZE COPY (SELECT 1) TO '/tmp/gongkai-written.csv'"],
    ['SET lock_configuration = false'],
    ["ATTACH '/tmp/gongkai-written.db'"],
    ['INSTALL httpfs'],
    ['DROP VIEW reports'],
    ['PRAGMA enable_profiling'],
  ])('%s is refused', async (sql) => {
    const { code, err } = await query(sql);
    expect(code).toBe(2);
    expect(err).toMatch(/\(sql_(not_select|forbidden|syntax|refused)\)/);
  });

  it('writes nothing into the dataset, where the engine itself would let it', async () => {
    const written = join(out, 'open', 'written.csv');
    for (const sql of [
      `COPY (SELECT 1) TO '${written.replaceAll("'", "''")}'`,
      `EXPLAIN ANALYZE COPY (SELECT 1) TO '${written.replaceAll("'", "''")}'`,
    ]) {
      expect(await query(sql)).toMatchObject({ code: 2, err: expect.stringContaining('(sql_not_select)') });
      expect(existsSync(written)).toBe(false);
    }
  });

  it('reads no other file', async () => {
    for (const sql of [`SELECT * FROM read_csv('${file}')`, `SELECT * FROM '${file}'`, "SELECT * FROM glob('/etc/*')"]) {
      const { code, err } = await query(sql);
      expect(code).toBe(2);
      expect(err).toContain('(sql_forbidden)');
    }
  });

  it('explains and describes', async () => {
    expect((await query('EXPLAIN SELECT 1')).code).toBe(0);
    expect((await query('SHOW TABLES', '--format', 'csv')).out).toContain('reports');
    expect((await query('DESCRIBE cells', '--format', 'csv')).out).toContain('row_code,VARCHAR');
  });

  it('says what to do where there is no dataset', async () => {
    const { code, err } = await gongkai(['query', 'SELECT 1', '--out', join(base, 'nowhere')]);
    expect(code).toBe(1);
    expect(err).toContain('gongkai ingest');
  });
});
