import { expect, test } from 'vitest';
import { type Table, tableNames, tables } from '../../schemas/tables.ts';
import { glueTable } from '../../src/derive/glue.ts';

const bucket = 's3://open-data';
const glue = Object.fromEntries(tableNames.map((name) => [name, glueTable(name, bucket)]));
const names = (columns: readonly { name: string }[]) => columns.map(({ name }) => name);

test.each(tableNames)('%s: columns and keys together are those of the declaration, each once', (name) => {
  const { partitionKeys, storageDescriptor } = glueTable(name, bucket);
  const all = [...names(storageDescriptor.columns), ...names(partitionKeys)];
  const { columns, partitions }: Table = tables[name];
  expect(new Set(all).size).toBe(all.length);
  expect([...all].sort()).toEqual([...new Set([...Object.keys(columns), ...Object.keys(partitions)])].sort());
});

test.each(tableNames)('%s: names and comments are what Glue accepts', (name) => {
  const { partitionKeys, storageDescriptor } = glueTable(name, bucket);
  for (const column of [...storageDescriptor.columns, ...partitionKeys]) {
    expect(column.name).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(column.comment).not.toMatch(/\p{Cc}/u);
    expect(column.comment.length).toBeLessThanOrEqual(255);
    expect(column.comment).toMatch(/\p{Script=Han}.* \/ .*[A-Za-z]/u);
  }
});

test('an agency is injected, a year computed, and both are filled into the place of the partition', () => {
  expect(glue.agency_cells?.parameters).toEqual({
    EXTERNAL: 'TRUE',
    classification: 'parquet',
    'projection.enabled': 'true',
    'projection.agency.type': 'injected',
    'projection.year.type': 'integer',
    'projection.year.range': '2000,2040',
    'storage.location.template': `s3://open-data/open/agency_cells/agency=\${agency}/year=\${year}/`,
  });
  expect(glue.agency_cells?.storageDescriptor.location).toBe('s3://open-data/open/agency_cells/');
  expect(glue.cells?.parameters['storage.location.template']).toBe(`s3://open-data/open/cells/year=\${year}/`);
  expect(glue.documents?.parameters).toEqual({ EXTERNAL: 'TRUE', classification: 'parquet' });
});

test('every key of a template is a partition key and has a projection, or Athena refuses the table', () => {
  for (const { parameters, partitionKeys } of Object.values(glue)) {
    const template = parameters['storage.location.template'] ?? '';
    expect([...template.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1])).toEqual(names(partitionKeys));
    for (const { name } of partitionKeys) expect(parameters[`projection.${name}.type`]).toMatch(/^(injected|integer)$/);
    if (partitionKeys.length > 0) expect(template).toMatch(/\/$/);
  }
});

test('the report object is nested Hive types, read by the Hive SerDe', () => {
  const { storageDescriptor, partitionKeys } = glueTable('documents_json', bucket);
  expect(storageDescriptor.serdeInfo.serializationLibrary).toBe('org.apache.hive.hcatalog.data.JsonSerDe');
  expect(names(partitionKeys)).toEqual(['agency_id', 'year']);
  expect(storageDescriptor.columns.find(({ name }) => name === 'cells')?.type).toBe(
    'array<struct<code:string,value:double,status:string,raw:string,unit:string,line:int,raw_label:string>>',
  );
  expect(storageDescriptor.columns.find(({ name }) => name === 'agency')?.type).toMatch(/^struct<agency_id:string,/);
});
