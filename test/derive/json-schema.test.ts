import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parquetTableNames, type Table, tables } from '../../schemas/tables.ts';
import { reportJsonSchema, rowJsonSchema } from '../../src/derive/json-schema.ts';
import { tableSchema } from '../../src/derive/table-schema.ts';
import { madeRows } from '../support/rows.ts';

const ajv = new Ajv2020({ strict: false, validateFormats: false });

test.each(parquetTableNames)('%s: the JSON Schema takes its rows and refuses a missing, a foreign and a mistyped value', (name) => {
  const valid = ajv.compile(rowJsonSchema(name));
  const [row] = madeRows(name, 1);
  for (const made of madeRows(name, 9)) expect(valid(made), JSON.stringify(valid.errors)).toBe(true);
  const [first = ''] = Object.keys(tables[name].columns);
  const { [first as keyof typeof row]: _, ...missing } = { ...row };
  expect(valid(missing)).toBe(false);
  expect(valid({ ...row, foreign: 1 })).toBe(false);
  expect(valid({ ...row, [first]: { mistyped: true } })).toBe(false);
});

test('a code outside its list, a day that does not exist and a number beyond INT32 are refused', () => {
  const [cell] = madeRows('cells', 1);
  const cells = ajv.compile(rowJsonSchema('cells'));
  expect(cells({ ...cell, status: 'blank' })).toBe(true);
  expect(cells({ ...cell, status: 'empty' })).toBe(false);
  expect(cells({ ...cell, line: 2 ** 31 })).toBe(false);
  const reports = ajv.compile(rowJsonSchema('reports'));
  const [report] = madeRows('reports', 1);
  expect(reports({ ...report, published: '2020-02-29' })).toBe(true);
  expect(reports({ ...report, published: '2021-02-29' })).toBe(false);
});

test('the schema of the report object compiles and demands every part of contract 1', () => {
  const schema = reportJsonSchema();
  expect(ajv.compile(schema)({})).toBe(false);
  expect(schema.required).toEqual(
    'schema_version parser_version document agency report forms tables cells mentions sections checks issues'.split(' '),
  );
});

const profileText = readFileSync(join(import.meta.dirname, '../vendor/data-package-2.0/datapackage.json'), 'utf8');
const profile = JSON.parse(profileText);

test('the vendored profile is the published one', () => {
  expect(createHash('sha256').update(profileText).digest('hex')).toBe('34cf87616814215bc57b66d3cbabc4fc4f453de90710a0236d4924992f69623b');
});

const validTableSchema = new Ajv({ strict: false, validateFormats: false }).compile(profile.properties.resources.items.properties.schema);

test.each(parquetTableNames)('%s: the published profile takes its Table Schema', (name) => {
  expect(validTableSchema(tableSchema(name)), JSON.stringify(validTableSchema.errors)).toBe(true);
});

test('the profile does refuse a field without a name and one of an unknown type', () => {
  const schema = tableSchema('cells');
  expect(validTableSchema({ ...schema, fields: [{ type: 'string' }] })).toBe(false);
  expect(validTableSchema({ ...schema, fields: [{ name: 'a', type: 'varchar' }] })).toBe(false);
  expect(validTableSchema({ ...schema, primaryKey: [1] })).toBe(false);
});

test('a primary key holds no nullable column, and each field of a key or reference is a field', () => {
  for (const name of parquetTableNames) {
    const { fields, primaryKey = [], uniqueKeys = [], foreignKeys = [] } = tableSchema(name);
    const { columns }: Table = tables[name];
    const names = fields.map((field) => field.name);
    for (const key of primaryKey) expect(columns[key]?.nullable).toBeUndefined();
    expect(primaryKey.length + uniqueKeys.length).toBeGreaterThan(0);
    for (const key of [...primaryKey, ...uniqueKeys.flat(), ...foreignKeys.flatMap((reference) => reference.fields)])
      expect(names).toContain(key);
  }
});
