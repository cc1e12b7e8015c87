import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { read } from '@lokalise/xlsx';
import { getDocumentProxy } from 'unpdf';
import { packageRoot } from '../../bin/local/package-root.ts';
import { openArchive } from '../../src/read/container/archive.ts';
import { readDocument } from '../../src/read/index.ts';
import type { Row, Subject } from '../measure/row.ts';
import { fastest } from '../measure/time.ts';

/** What no reader of a format can do without, on the same bytes. */
interface Limit {
  readonly what: string;
  readonly run: (bytes: Uint8Array) => unknown;
}

/** A format, the file of its reader in dist/, and its limit. */
interface Reader {
  readonly format: string;
  readonly chunk: string;
  readonly limit?: Limit;
}

const inflate: Limit = {
  what: 'inflating the XML parts that are read',
  run: (bytes) => {
    const archive = openArchive(bytes);
    for (const { name } of archive.entries)
      if (/(document|numbering|styles|sheet\d+|sharedStrings|content)\.xml$/.test(name)) archive.read(name);
  },
};

const pdfText: Limit = {
  what: 'text extraction alone, by the same library',
  run: async (bytes) => {
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    for (let n = 1; n <= document.numPages; n++) await (await document.getPage(n)).getTextContent();
  },
};

const readers: readonly Reader[] = [
  { format: 'docx', chunk: 'docx', limit: inflate },
  { format: 'doc', chunk: 'doc' },
  { format: 'rtf', chunk: 'rtf' },
  { format: 'odt', chunk: 'odf', limit: inflate },
  { format: 'ods', chunk: 'odf', limit: inflate },
  { format: 'xlsx', chunk: 'xlsx', limit: inflate },
  {
    format: 'xls',
    chunk: 'xls',
    limit: { what: 'another reader of workbooks, alone', run: (bytes) => read(bytes, { type: 'array', dense: true }) },
  },
  { format: 'pdf', chunk: 'pdf', limit: pdfText },
];

const dist = join(packageRoot(), 'dist');

/** The newest bundle whose file begins with this name and which exports `symbol`. */
function bundleOf(name: string, symbol: RegExp): string {
  const files = readdirSync(dist).filter((file) => new RegExp(`^${name}-[A-Z0-9]+\\.js$`).test(file));
  const newest = files
    .filter((file) => symbol.test(readFileSync(join(dist, file), 'utf8')))
    .sort((a, b) => statSync(join(dist, b)).mtimeMs - statSync(join(dist, a)).mtimeMs)[0];
  if (!newest) throw new Error(`dist/${name}-….js is missing: npm run build`);
  return newest;
}

/** Files a bundle loads with itself. */
function loaded(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(join(dist, file), 'utf8');
  for (const [, next = ''] of text.matchAll(/(?:\bimport|\bfrom)\s*"\.\/([^"]+\.js)"/g)) loaded(next, seen);
  return seen;
}

/** Milliseconds to import a reader where the parser of web pages is loaded, in a process of its own. */
function importTime(parse: string, reader: string): number {
  const address = (file: string) => JSON.stringify(pathToFileURL(join(dist, file)).href);
  const script = `await import(${address(parse)}); const start = performance.now(); await import(${address(reader)}); console.log(performance.now() - start)`;
  return Number(spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout);
}

async function rowsOf({ format, chunk, limit }: Reader, parse: string, quick: boolean): Promise<Row[]> {
  const file = bundleOf(chunk, new RegExp(`\\bread${format}\\b`, 'i'));
  const before = loaded(parse);
  const size = [...loaded(file)].filter((part) => !before.has(part)).reduce((sum, part) => sum + statSync(join(dist, part)).size, 0);
  const imports = Array.from({ length: quick ? 3 : 9 }, () => importTime(parse, file));
  const bytes = new Uint8Array(readFileSync(join(packageRoot(), 'test', 'read', 'fixtures', `report.${format}`)));
  const ways = [() => readDocument(bytes), ...(limit ? [() => limit.run(bytes)] : [])];
  const [value = Number.NaN, least] = await fastest(ways, quick ? 5 : 20, 3);
  return [
    { id: `read_${format}_bundle`, what: `${format}: what its reader adds to a bundle that reads pages`, value: size / 1e6, unit: 'MB' },
    { id: `read_${format}_import`, what: `${format}: importing its reader, once`, value: Math.min(...imports), unit: 'ms' },
    {
      ...{
        id: `read_${format}`,
        what: `${format}: a report of ${Math.round(bytes.length / 1000)} KB to lines and rows`,
        value,
        unit: 'ms',
      },
      ...(limit && least !== undefined ? { limit: { what: limit.what, value: least } } : {}),
    },
  ];
}

/** The readers of single formats, which web pages pay nothing for. */
export const reading: Subject = {
  name: 'read',
  about: 'the reader of each format: its bundle, its import, one report of three tables; the least of some rounds',
  run: async ({ quick }) => {
    const parse = bundleOf('parse', /\bparseDocument\b/);
    const rows: Row[] = [];
    for (const reader of readers) rows.push(...(await rowsOf(reader, parse, quick)));
    return rows;
  },
};
