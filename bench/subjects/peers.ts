import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { load } from 'cheerio';
import { packageRoot } from '../../bin/local/package-root.ts';
import { openKeys } from '../../src/keys.ts';
import { parseDocument } from '../../src/parse.ts';
import { type Rendered, randomReport } from '../generate/index.ts';
import { gongkai } from '../measure/process.ts';
import type { Row, Scale, Subject } from '../measure/row.ts';
import { fastest, timed } from '../measure/time.ts';

// Each peer must come to the same numbers as we do, else there is nothing to compare.

function demandSame(what: string, ours: unknown, theirs: unknown): void {
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) throw new Error(`${what} comes to other numbers than gongkai`);
}

const printedNumber = /^[+-]?\d+(\.\d+)?$/;

/** What a script does to a page: the numbers of its table cells, in print order. */
function numbersIn(page: Uint8Array): number[] {
  const $ = load(Buffer.from(page).toString('utf8'));
  const texts = $('td')
    .toArray()
    .map((cell) => $(cell).text().trim());
  return texts.filter((text) => printedNumber.test(text)).map(Number);
}

const valuesOf = async ({ name, bytes }: Pick<Rendered, 'name' | 'bytes'>): Promise<(number | null)[]> =>
  (await parseDocument(bytes, { name })).report.cells.map(({ value }) => value);

/** Plain pages on which every cell is printed as a number: the ones such a script can read. */
function plainPages(count: number): Rendered[] {
  const pages: Rendered[] = [];
  for (let seed = 1; pages.length < count; seed++) {
    const report = randomReport(seed);
    if (report.report.cells.every(({ raw }) => raw !== null && printedNumber.test(raw))) pages.push(report.render('html'));
  }
  return pages;
}

async function againstCheerio(scale: Scale): Promise<Row> {
  const pages = plainPages(scale.quick ? 5 : 30);
  for (const page of pages) demandSame('the cheerio walk', await valuesOf(page), numbersIn(page.bytes));
  const ours = async () => {
    for (const page of pages) await valuesOf(page);
  };
  const theirs = () => pages.map(({ bytes }) => numbersIn(bytes));
  const [value = Number.NaN, peer = Number.NaN] = await fastest([ours, theirs], scale.quick ? 3 : 10, 3);
  return {
    id: 'peer_page',
    what: `the whole report of a plain web page (${pages.length} pages)`,
    ...{ value: value / pages.length, unit: 'ms' },
    peer: { what: 'the bare numbers of the same pages by a walk over cheerio', value: peer / pages.length },
  };
}

/** LibreOffice makes a page of a Word file, and that page is read; null where it is not installed. */
async function againstLibreOffice(root: string): Promise<Row | null> {
  if (spawnSync('soffice', ['--version']).status !== 0) return null;
  const source = join(packageRoot(), 'test', 'read', 'fixtures', 'report.docx');
  const viaPage = async () => {
    const to = ['--convert-to', 'html:HTML (StarWriter)', '--outdir', root];
    spawnSync('soffice', ['--headless', ...to, source], { env: { ...process.env, HOME: root } });
    return valuesOf({ name: 'report.html', bytes: new Uint8Array(readFileSync(join(root, 'report.html'))) });
  };
  const direct = () => gongkai('parse', source, '--json');
  demandSame('LibreOffice', await valuesOf({ name: 'report.docx', bytes: new Uint8Array(readFileSync(source)) }), await viaPage());
  const [value = Number.NaN, peer = Number.NaN] = await fastest([direct, viaPage], 3, 1);
  return {
    id: 'peer_docx',
    what: 'a Word file to its report, a process of its own',
    ...{ value, unit: 'ms' },
    peer: { what: 'LibreOffice to a page, then reading that', value: peer },
  };
}

async function answers(sql: string): Promise<{ readonly rows: string; readonly ms: number }> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  let rows = '';
  const ms = await timed(async () => {
    rows = JSON.stringify(await (await connection.runAndReadAll(sql)).getRowsJson());
  });
  connection.closeSync();
  return { rows, ms };
}

/** A question over all reports: of our tables, and of one JSON file a report. */
async function againstJsonFiles(root: string, { quick }: Scale): Promise<Row> {
  const [folder, out, count] = [join(root, 'reports'), join(root, 'dataset'), quick ? 100 : 2_000];
  mkdirSync(folder);
  for (let seed = 1; seed <= count; seed++) writeFileSync(join(folder, `${seed}.html`), randomReport(seed).render('html').bytes);
  gongkai('ingest', folder, '--out', out);
  const received = "code = 'applications.new_received.total'";
  const ours = `SELECT year, sum(applications_new_received) FROM '${join(out, 'open/reports/**/*.parquet')}' GROUP BY year ORDER BY year`;
  const files = join(out, openKeys.documentJson({ agency: '*', year: 0 }).replace('year=0', 'year=*'));
  const theirs = `SELECT report.year, sum(list_filter(cells, cell -> cell.${received})[1].value::INTEGER)
    FROM read_json('${files}', union_by_name = true) GROUP BY 1 ORDER BY 1`;
  const [table, json] = [await answers(ours), await answers(theirs)];
  demandSame('DuckDB over JSON files', table.rows, json.rows);
  return {
    id: 'peer_query',
    what: `applications received a year, over ${count} reports`,
    ...{ value: Math.min(table.ms, (await answers(ours)).ms), unit: 'ms' },
    peer: { what: 'DuckDB over a JSON file a report', value: Math.min(json.ms, (await answers(theirs)).ms) },
  };
}

/** What a user would pick instead, on the same input, to the same numbers. */
export const peers: Subject = {
  name: 'peers',
  about: 'what a user would pick instead, to the same numbers: a walk over cheerio, LibreOffice, a JSON file a report',
  run: async (scale) => {
    const root = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
    try {
      const rows = [await againstCheerio(scale), await againstLibreOffice(root), await againstJsonFiles(root, scale)];
      return rows.filter((row) => row !== null);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
};
