import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { type TableName, tableNames, tables } from '../../schemas/tables.ts';
import { type GlueTable, glueTable } from '../../src/derive/glue.ts';
import { openKeys } from '../../src/keys.ts';

// Partition projection by the code of Trino's Hive connector: what our Glue tables say, and which folders a query reads.

const bucket = 's3://open-data';
const [year, agency] = [2020, '350200-justice-bureau'];
const years = Array.from({ length: 41 }, (_, n) => 2000 + n);

interface Asked {
  readonly table: GlueTable;
  readonly where: Readonly<Record<string, readonly (string | number)[]>>;
}
const answersSchema = z.array(z.union([z.object({ folders: z.array(z.string()) }), z.object({ refused: z.string() })]));
type Answer = z.infer<typeof answersSchema>[number];

/** Ask all at once: a Java machine takes seconds to start. */
function project(asked: readonly Asked[]): Answer[] {
  const home = process.env.TRINO_HOME ?? '';
  const path = [join(home, 'hive', '*'), join(home, 'lib', '*')].join(':');
  const output = execFileSync('java', ['-cp', path, join(import.meta.dirname, 'Projection.java')], {
    input: JSON.stringify(asked),
    stdio: ['pipe', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
  return answersSchema.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
}

const glue = (name: TableName): GlueTable => glueTable(name, bucket);
const folderOf = (key: string) => `${bucket}/${key.replace(/[^/]+$/, '')}`;
const agencyKey = (name: TableName) => glue(name).partitionKeys.find(({ type }) => type === 'string')?.name ?? 'agency';
const partitioned = tableNames.filter((name) => Object.keys(tables[name].partitions).length > 0);
const byAgency = partitioned.filter((name) => Object.keys(tables[name].partitions).length === 2);
const byYear = partitioned.filter((name) => !byAgency.includes(name));
/** The folder the dataset writes to. */
const written = (name: TableName, at: number) => {
  const keys = { agency_reports: openKeys.agencyReport, agency_cells: openKeys.agencyCells, documents_json: openKeys.documentJson };
  const place = Object.entries(keys).find(([table]) => table === name)?.[1];
  return folderOf(place?.({ agency, year: at }) ?? openKeys.table(name, { year: at, region: '35' }));
};

const spoilt = (property: string, value: string): GlueTable => ({
  ...glue('cells'),
  parameters: { ...glue('cells').parameters, [property]: value },
});

/** What is asked, and what must come: folders, or a refusal that says so. */
const cases: [what: string, asked: Asked, expected: { folders: string[] } | { refused: RegExp }][] = [
  ...byYear.flatMap((name): typeof cases => [
    [`${name}, one year: one folder`, { table: glue(name), where: { year: [year] } }, { folders: [written(name, year)] }],
    [`${name}, no year: every year of the range`, { table: glue(name), where: {} }, { folders: years.map((at) => written(name, at)) }],
    [`${name}, a year outside: nothing`, { table: glue(name), where: { year: [1999] } }, { folders: [] }],
  ]),
  ...byAgency.flatMap((name): typeof cases => {
    const [table, key] = [glue(name), agencyKey(name)];
    return [
      [`${name}, agency and year`, { table, where: { [key]: [agency], year: [year] } }, { folders: [written(name, year)] }],
      [`${name}, agency`, { table, where: { [key]: [agency] } }, { folders: years.map((at) => written(name, at)) }],
      // Athena documents more than this version takes: "static equality conditions". Saved look-ups name one agency.
      [`${name}, a list of agencies`, { table, where: { [key]: [agency, 'u-nobody'] } }, { refused: /single predicate/ }],
      [`${name}, no agency`, { table, where: {} }, { refused: /single predicate/ }],
      [`${name}, a year alone`, { table, where: { year: [year] } }, { refused: /single predicate/ }],
    ];
  }),
  ['a type misspelt', { table: spoilt('projection.year.type', 'integr'), where: {} }, { refused: /./ }],
  ['a range without end', { table: spoilt('projection.year.range', '2000'), where: {} }, { refused: /./ }],
  ['a template without its key', { table: spoilt('storage.location.template', `${bucket}/cells/`), where: {} }, { refused: /./ }],
];
const answers = project(cases.map(([, asked]) => asked));

test('every partitioned table is asked about', () => {
  expect(byYear.length).toBeGreaterThan(4);
  expect(byAgency).toEqual(['agency_reports', 'agency_cells', 'documents_json']);
});

test.each(cases.map(([what, , expected], n) => [what, expected, answers[n]] as const))('%s', (_, expected, answer) => {
  if ('refused' in expected) expect(answer).toEqual({ refused: expect.stringMatching(expected.refused) });
  else expect(answer).toEqual(expected);
});
