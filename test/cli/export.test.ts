import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@lokalise/xlsx';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { headlines, type Row } from '../../schemas/tables.ts';
import { sheetLimits } from '../../src/release/tables/workbook.ts';
import { everyCase } from '../queries/every-case.ts';
import { writeTable } from '../support/dataset-folder.ts';
import { duckdb, select } from '../support/duckdb.ts';
import { gongkai } from './recorded.ts';

const base = mkdtempSync(join(tmpdir(), 'gongkai-export-'));
const out = join(base, 'dataset');
const evil = '=HYPERLINK("http://x")';

const document = (names: readonly string[]): Row<'documents'> => ({
  sha256: 'a'.repeat(64),
  names,
  format: 'html',
  bytes: 7,
  outcome: 'published',
  reason: 'only_candidate',
  report_kind: 'annual_report',
  agency_id: '110000-audit',
  year: 2021,
  parser_version: '0.1.0',
  source_url: null,
});

beforeAll(() => {
  const reports = everyCase.reports.map((row) => (row.agency_id === 'u-0f3a9c' ? { ...row, agency_name: evil } : row));
  writeTable(out, 'reports', reports);
  writeTable(out, 'cells', everyCase.cells);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const exported = (table: string, to: string, ...argv: string[]) =>
  gongkai(['export', table, '--out', out, '--to', join(base, to), ...argv]);
const file = (...path: string[]) => readFileSync(join(base, ...path));

describe('gongkai export', () => {
  it('writes data, README, citation and checksums that verify', async () => {
    const { code, out: shown, err } = await exported('reports', 'a', '--format', 'csv', '--where', 'year = 2021');
    expect({ code, shown }).toEqual({ code: 0, shown: '' });
    expect(err).toContain(`${join(base, 'a', 'reports.csv')} (17 rows)`);
    expect(readdirSync(join(base, 'a')).sort()).toEqual(['CITATION.cff', 'README.md', 'SHA256SUMS', 'reports.csv']);
    for (const line of file('a', 'SHA256SUMS').toString().trim().split('\n')) {
      const [sum = '', name = ''] = line.split('  ');
      expect(createHash('sha256').update(file('a', name)).digest('hex'), name).toBe(sum);
    }
    const readme = file('a', 'README.md').toString();
    expect(readme).toContain('year = 2021');
    expect(readme).toContain('17 行');
    for (const { name } of headlines) expect(readme).toContain(`\`${name}\``);
    expect(file('a', 'CITATION.cff').toString()).toContain('cff-version');
  });

  it('writes to a folder named after the table and the format where none is named', async () => {
    const here = vi.spyOn(process, 'cwd').mockReturnValue(base);
    const { err } = await gongkai(['export', 'reports', '--out', out, '--format', 'json', '--lang', 'en']);
    here.mockRestore();
    expect(err).toContain(`${join('reports-json', 'reports.json')} (25 rows)`);
    expect(JSON.parse(file('reports-json', 'reports.json').toString())).toHaveLength(25);
  });

  it('says the day it was made, as others read a day', async () => {
    await exported('reports', 'dated', '--format', 'json');
    const days = [file('dated', 'README.md'), file('dated', 'CITATION.cff')].map((text) => /\b\d{4}-\d\d-\d\d(?!\w)/.exec(`${text}`)?.[0]);
    const now = new Date().toISOString().slice(0, 10);
    expect(days).toEqual([now, now]);
  });

  it('says how to read its format, and no other', async () => {
    const readme = async (format: string) => {
      await exported('reports', `read-${format}`, '--format', format);
      return file(`read-${format}`, 'README.md').toString();
    };
    expect(await readme('csv')).toContain('no spreadsheet runs it as a formula');
    for (const format of ['json', 'xlsx', 'parquet']) {
      const text = await readme(format);
      expect(text).not.toContain('formula');
      expect(text).not.toContain('were cut');
    }
  });

  it('counts the texts that Excel cannot hold whole', async () => {
    const { characters } = sheetLimits;
    try {
      // Only the hash of the document is longer.
      Object.assign(sheetLimits, { characters: 63 });
      await exported('cells', 'cut', '--format', 'xlsx', '--where', "agency_id = '110000-audit' AND year = 2021");
    } finally {
      Object.assign(sheetLimits, { characters });
    }
    const cut = everyCase.cells.filter(({ agency_id, year }) => agency_id === '110000-audit' && year === 2021).length;
    expect(file('cut', 'README.md').toString()).toContain(`- ${cut} texts are longer`);
  });

  it('writes lists and structs as JSON, which no spreadsheet runs either', async () => {
    writeTable(out, 'documents', [document(['-1.html', 'b "x".html'])]);
    await exported('documents', 'lists', '--format', 'csv');
    expect(file('lists', 'documents.csv').toString()).toContain(`,"[""-1.html"",""b \\""x\\"".html""]",`);
    await exported('documents', 'lists-book', '--format', 'xlsx');
    const [row] = utils.sheet_to_json<Record<string, unknown>>(read(file('lists-book', 'documents.xlsx')).Sheets.数据 ?? {}, { range: 1 });
    expect(row?.names).toBe(JSON.stringify(['-1.html', 'b "x".html']));
  });

  it('makes the folders above its own, takes an empty one, and leaves no other behind', async () => {
    vi.stubEnv('TMPDIR', join(base, 'scratch'));
    mkdirSync(join(base, 'scratch'));
    mkdirSync(join(base, 'empty'));
    for (const to of ['above/it/reports', 'empty']) {
      expect((await exported('reports', to, '--format', 'parquet')).code).toBe(0);
      expect(readdirSync(join(base, to)).sort()).toEqual(['CITATION.cff', 'README.md', 'SHA256SUMS', 'reports.parquet']);
    }
    expect(readdirSync(join(base, 'scratch'))).toEqual([]);
    vi.unstubAllEnvs();
  });

  it('says that there is no dataset, and makes nothing', async () => {
    const { code, err } = await gongkai(['export', 'reports', '--format', 'csv', '--out', join(base, 'no'), '--to', join(base, 'of-no')]);
    expect([code, err]).toEqual([1, expect.stringContaining('(dataset_missing)')]);
    expect(existsSync(join(base, 'of-no'))).toBe(false);
  });

  it('gives the same rows in every format', async () => {
    for (const format of ['csv', 'json', 'parquet', 'xlsx']) {
      expect(
        (await exported('cells', `all-${format}`, '--format', format, '--where', "agency_id = '110000-audit' AND year = 2021")).code,
      ).toBe(0);
    }
    const wanted = everyCase.cells.filter(({ agency_id, year }) => agency_id === '110000-audit' && year === 2021);
    const key = (row: Record<string, unknown>) => `${row.table_code}.${row.row_code}.${row.column_code}=${row.value}`;
    const all = wanted.map((row) => key({ ...row })).sort();
    expect((JSON.parse(file('all-json', 'cells.json').toString()) as Record<string, unknown>[]).map(key).sort()).toEqual(all);
    const sql = (path: string) => select(`SELECT * FROM '${join(base, path)}'`);
    expect((await sql('all-parquet/cells.parquet')).map(key).sort()).toEqual(all);
    expect(
      (await select(`SELECT * FROM read_csv('${join(base, 'all-csv/cells.csv')}', all_varchar = true)`, await duckdb())).map(key).sort(),
    ).toEqual(all);
    const sheet = read(file('all-xlsx', 'cells.xlsx')).Sheets.数据;
    const rows = sheet ? utils.sheet_to_json<Record<string, unknown>>(sheet, { range: 1 }) : [];
    expect(rows.map(key).sort()).toEqual(all);
  });

  it('gives Excel Chinese labels, codes, and a codebook', async () => {
    await exported('reports', 'book', '--format', 'xlsx');
    const book = read(file('book', 'reports.xlsx'));
    expect(book.SheetNames).toEqual(['数据', '指标字典']);
    const [labels, codes, first] = utils.sheet_to_json<unknown[]>(book.Sheets.数据 ?? {}, { header: 1, defval: null });
    expect([labels?.[0], codes?.[0], first?.[0]]).toEqual(['机关代码', 'agency_id', '100000-customs']);
  });

  it('gives Excel numbers as numbers, days as days, and nothing where there is nothing', async () => {
    await exported('reports', 'typed', '--format', 'xlsx', '--where', "agency_id <> 'u-0f3a9c'");
    const sheet = read(file('typed', 'reports.xlsx'), { cellDates: true }).Sheets.数据 ?? {};
    const rows = utils.sheet_to_json<Record<string, unknown>>(sheet, { range: 1, defval: null, UTC: true });
    expect(rows.some(({ published }) => published instanceof Date)).toBe(true);
    const columns = ['agency_id', 'year', 'agency_name', 'published', 'applications_new_received', 'disclosure_fees_amount'] as const;
    const plain = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
    const lines = (of: readonly Readonly<Record<string, unknown>>[]) =>
      of.map((row) => JSON.stringify(columns.map((column) => plain(row[column])))).sort();
    expect(lines(rows)).toEqual(lines(everyCase.reports.filter(({ agency_id }) => agency_id !== 'u-0f3a9c')));
  });

  it('lets no text run as a formula', async () => {
    await exported('reports', 'evil', '--format', 'csv', '--where', "agency_id = 'u-0f3a9c'");
    expect(file('evil', 'reports.csv').toString()).toContain(`"'=HYPERLINK(""http://x"")"`);
    await exported('cells', 'change', '--format', 'json', '--where', "agency_id = 'u-0f3a9c' AND value = -5");
    await exported('reports', 'evil-book', '--format', 'xlsx', '--where', "agency_id = 'u-0f3a9c'");
    const sheet = read(file('evil-book', 'reports.xlsx'), { cellFormula: true }).Sheets.数据 ?? {};
    expect(Object.values(sheet).filter((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)).toEqual([]);
  });

  it.each([
    [['report', '--format', 'csv'], 2, 'table_unknown', 'Did you mean "reports"?'],
    [['reports'], 2, 'missing_option', '--format'],
    [['reports', '--format', 'xls'], 2, 'invalid_value', 'csv | xlsx | parquet | json'],
    [['reports', '--format', 'xlsx', '--to', 'reports.XLSX'], 2, 'invalid_value', 'a folder'],
    [['reports', '--format', 'csv', '--where', 'yaer = 1'], 2, 'sql_no_column', '1 │ yaer = 1\n    │ ^^^^'],
    [['reports', '--format', 'csv', '--where', 'year = 1) OR (1 = 1'], 0, '', ''],
    [['reports', '--format', 'csv', '--where', 'year = '], 2, 'sql_syntax', 'at its end.\n  1 │ year = \n    │        ^'],
    [['reports', '--format', 'csv', '--where', "true)) UNION ALL SELECT * FROM read_csv('/etc/passwd') --"], 2, 'sql_', ''],
  ])('%j', async (argv, code, told, advice) => {
    const [table = '', ...rest] = argv;
    const { code: ended, err } = await exported(table, 'wrong', ...rest);
    expect(ended).toBe(code);
    if (told) expect(err).toContain(`(${told}`);
    expect(err).toContain(advice);
    rmSync(join(base, 'wrong'), { recursive: true, force: true });
    expect(readdirSync(base).filter((name) => name.includes('.part-'))).toEqual([]);
  });

  it('says what to do where a sheet cannot hold the rows', async () => {
    const { rows } = sheetLimits;
    try {
      Object.assign(sheetLimits, { rows: 5 });
      const { code, err } = await exported('reports', 'full', '--format', 'xlsx');
      expect([code, err]).toEqual([1, expect.stringContaining('(sheet_full)')]);
      expect(err).toContain('--where');
      expect(existsSync(join(base, 'full'))).toBe(false);
    } finally {
      Object.assign(sheetLimits, { rows });
    }
  });

  it('ends with 4 when no row matches, and never writes over what is there', async () => {
    expect((await exported('reports', 'none', '--format', 'json', '--where', 'year = 1900')).code).toBe(4);
    expect(file('none', 'reports.json').toString()).toBe('[]\n');
    mkdirSync(join(base, 'taken'));
    writeFileSync(join(base, 'taken', 'mine.txt'), 'mine');
    const { code, err } = await exported('reports', 'taken', '--format', 'csv');
    expect(code).toBe(1);
    expect(err).toContain('(target_exists)');
    expect(readdirSync(join(base, 'taken'))).toEqual(['mine.txt']);
    expect(existsSync(join(base, 'taken', 'reports.csv'))).toBe(false);
    expect((await exported('reports', 'taken/mine.txt/below', '--format', 'csv')).err).toContain('(folder_is_file)');
  });
});
