import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { dataset } from '../../schemas/dataset.ts';
import { headlines } from '../../schemas/tables.ts';
import { citation, citationFile, citationLine } from '../../src/release/descriptors/citation.ts';
import { dataPackage, tableSchemaPath } from '../../src/release/descriptors/data-package.ts';
import { formatOf, type ReleaseFacts } from '../../src/release/descriptors/facts.ts';
import { jsonLd } from '../../src/release/descriptors/json-ld.ts';

const vendored = (path: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../vendor', path), 'utf8'));
const ajv = () => new Ajv({ strict: false, validateFormats: false, allErrors: true });
const plain = (value: object): Record<string, unknown> => JSON.parse(JSON.stringify(value));

const sha = (digit: string) => digit.repeat(64);
const facts: ReleaseFacts = {
  version: 'v2026.11.0',
  schemaVersion: '1.0.0',
  created: '2026-11-30T00:00:00Z',
  years: { first: 2019, last: 2020 },
  address: 'https://example.org/releases/v2026.11.0/',
  files: [
    { path: 'parquet/reports/year=2019/part-0.parquet', bytes: 100, sha256: sha('1'), table: 'reports' },
    { path: 'parquet/reports/year=2020/part-0.parquet', bytes: 200, sha256: sha('2'), table: 'reports' },
    { path: 'parquet/agencies/agencies.parquet', bytes: 300, sha256: sha('3'), table: 'agencies' },
    { path: 'parquet/documents/documents.parquet', bytes: 300, sha256: sha('3'), table: 'documents' },
    { path: 'csv/reports-2020.csv.gz', bytes: 400, sha256: sha('4'), table: 'reports' },
    { path: 'excel/reports-2020.xlsx', bytes: 500, sha256: sha('5') },
    { path: 'quality/报告.html', bytes: 600, sha256: sha('6') },
    { path: 'LICENSE-DATA', bytes: 700, sha256: sha('7') },
  ],
};

interface Resource {
  readonly name: string;
  readonly path: string | string[];
  readonly hash?: string;
  readonly bytes?: number;
  readonly type?: string;
  readonly schema?: string | { foreignKeys?: { reference: { resource: string } }[] };
}
const resources = plain(dataPackage(facts)).resources as Resource[];
const resource = (name: string) => resources.find((one) => one.name === name);

const validPackage = ajv().compile(vendored('data-package-2.0/datapackage.json'));

test('datapackage.json is what the published profile of Data Package 2.0 takes', () => {
  expect(validPackage(plain(dataPackage(facts))), JSON.stringify(validPackage.errors, null, 1)).toBe(true);
});

test('the profile does refuse a package without resources, a bad checksum and a path that leaves the package', () => {
  const described = plain(dataPackage(facts));
  const broken = (change: object) => validPackage({ ...described, resources: [{ ...resources[0], ...change }] });
  expect(broken({})).toBe(true);
  expect(validPackage({ ...described, resources: [] })).toBe(false);
  expect(broken({ hash: 'sha256:nothing' })).toBe(false);
  expect(broken({ path: '/etc/passwd' })).toBe(false);
  expect(broken({ name: undefined, path: undefined })).toBe(false);
});

test('every file of the release is in exactly one resource, and names occur once', () => {
  expect(resources.flatMap(({ path }) => path).sort()).toEqual(facts.files.map(({ path }) => path).sort());
  expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
});

test('a single file has its size and checksum, a table of many files has its schema once', () => {
  expect(resource('agencies')).toMatchObject({ bytes: 300, hash: `sha256:${sha('3')}` });
  expect(resource('reports')?.path).toHaveLength(2);
  expect(resource('reports')?.hash).toBeUndefined();
  expect(resource('csv-reports-2020.csv.gz')).toMatchObject({ type: 'table', schema: tableSchemaPath('reports'), compression: 'gz' });
  expect(resource('excel-reports-2020.xlsx')?.type).toBeUndefined();
});

test('references lead to resources of the package', () => {
  const names = resources.map(({ name }) => name);
  const targets = resources.flatMap(({ schema }) =>
    typeof schema === 'object' ? (schema.foreignKeys ?? []).map(({ reference }) => reference.resource) : [],
  );
  expect(targets).toEqual(['agencies', 'documents']);
  expect(targets.filter((target) => !names.includes(target))).toEqual([]);
});

test('the same facts give the same bytes, and nothing of the clock', () => {
  expect(JSON.stringify(dataPackage(facts))).toBe(JSON.stringify(dataPackage(structuredClone(facts))));
  expect(citationFile(facts)).toBe(citationFile(structuredClone(facts)));
});

test('the JSON-LD has what dataset search demands, and every headline as a variable', () => {
  const page = plain(jsonLd(facts));
  expect(page).toMatchObject({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    license: dataset.licence.path,
    version: 'v2026.11.0',
  });
  expect(page.temporalCoverage).toBe('2019-01-01/2020-12-31');
  // Bounds of the description in Google's guide to Dataset markup.
  expect(String(page.description).length).toBeGreaterThan(50);
  expect(String(page.description).length).toBeLessThan(5000);
  const variables = page.variableMeasured as { alternateName: string[] }[];
  expect(variables.map(({ alternateName }) => alternateName[1])).toEqual(headlines.map(({ name }) => name));
});

test('every download is an address that leads to its file, Chinese names and partition keys escaped', () => {
  const downloads = plain(jsonLd(facts)).distribution as { contentUrl: string; sha256: string }[];
  expect(downloads.map(({ contentUrl }) => decodeURIComponent(new URL(contentUrl).pathname))).toEqual(
    facts.files.map(({ path }) => `/releases/v2026.11.0/${path}`),
  );
  expect(downloads.every(({ contentUrl }) => /^[\x21-\x7e]+$/.test(contentUrl))).toBe(true);
  expect(downloads.map(({ sha256 }) => sha256)).toEqual(facts.files.map(({ sha256 }) => sha256));
  const { address: _, ...unplaced } = facts;
  expect(plain(jsonLd(unplaced)).url).toBeUndefined();
});

const validCitation = ajv().compile({
  ...vendored('citation-file-format-1.2.0/schema.json'),
  $schema: 'http://json-schema.org/draft-07/schema#',
});

test('CITATION.cff is what the schema of the Citation File Format takes', () => {
  expect(validCitation(plain(citation(facts))), JSON.stringify(validCitation.errors)).toBe(true);
  const { address: _, ...unplaced } = facts;
  expect(validCitation(plain(citation(unplaced)))).toBe(true);
  expect(validCitation({ ...citation(facts), authors: [] })).toBe(false);
  expect(validCitation({ ...citation(facts), license: 'CC-BY-NOBODY' })).toBe(false);
});

/** Read the file line by line: `key: "text"`, or `key:` with a list below, of texts or of maps. */
function parsedCitation(yaml: string): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  let list: unknown[] = [];
  for (const line of yaml.trimEnd().split('\n')) {
    const [, key = '', text] = /^([a-z-]+):(?: (.+))?$/.exec(line) ?? [];
    const [, dash = '', field, value = ''] = /^ {2}(- | {2})(?:([a-z-]+): )?(".*")$/.exec(line) ?? [];
    if (key && text) result[key] = JSON.parse(text);
    else if (key) result[key] = list = [];
    else if (dash === '- ') list.push(field ? { [field]: JSON.parse(value) } : JSON.parse(value));
    else if (field) Object.assign(list.at(-1) ?? {}, { [field]: JSON.parse(value) });
    else throw new Error(`not a line of the file: ${line}`);
  }
  return result;
}

test('the file says exactly what the schema was asked about', () => {
  expect(parsedCitation(citationFile(facts))).toEqual(citation(facts));
});

test('one line to cite names who, when, what, which version and the licence', () => {
  for (const line of Object.values(citationLine(facts))) {
    for (const part of ['2026', 'v2026.11.0', 'CC-BY-4.0', 'https://example.org/releases/v2026.11.0/']) expect(line).toContain(part);
  }
});

test('formats are told by the end of the name', () => {
  expect(formatOf('csv/a.csv.gz')).toEqual({ format: 'csv', mediatype: 'text/csv', gzip: true });
  expect(formatOf('LICENSE-DATA').mediatype).toBe('text/plain');
  expect(formatOf('parquet/year=2020/part-0.parquet').format).toBe('parquet');
});
