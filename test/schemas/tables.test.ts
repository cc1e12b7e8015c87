import { expect, test } from 'vitest';
import { forms } from '../../schemas/forms/index.ts';
import type { Type } from '../../schemas/kinds.ts';
import { type Column, type HeadlineName, headlines, type Row, type Table, tableNames, tables } from '../../schemas/tables.ts';
import { openKeys } from '../../src/keys.ts';

// The lists of contract 2, written down: a name without a type is text.
const report = 'agency_id lineage_id year:int region';
const contract = {
  reports: `${report} agency_name agency_kind division_code division_name division_level coverage report_kind
    title period_start:date period_end:date published:date deadline:date signed:date source_url
    form_disclosure form_applications form_remedies form_statistics
    cells_reported:int cells_null:int checks_failed:int checks_assessed:int candidates:int winner_reason
    document_sha256 document_format parser_version schema_version`,
  cells: `${report} coverage table_code row_code column_code value:double status raw raw_label unit form line:int document_sha256`,
  mentions: `${report} coverage code value:double unit snippet section:int text_offset:int approximate:boolean negated:boolean`,
  sections: 'agency_id year:int region section:int heading first_line:int text',
  checks: `${report} check_id instance outcome severity left_value:double right_value:double message`,
  documents: 'sha256 names:list<text> format bytes:int outcome reason report_kind agency_id year:int parser_version source_url',
  agencies: `agency_id lineage_id agency_name names:list<struct(name,first_year:int,last_year:int)> agency_kind division_code division_level
    first_year:int last_year:int reports:int`,
  changes: `release_from release_to agency_id year:int table_code row_code column_code change old_value:double new_value:double
    old_sha256 new_sha256 reason`,
  agency_relations: 'from_id to_id year:int relation',
  agency_candidates: 'agency_id candidate_id agency_name evidence score:double',
  candidate_differences: `agency_id year:int table_code row_code column_code winner_value:double other_value:double
    winner_sha256 other_sha256`,
  form_crosswalk: 'from_form from_code to_form to_code comparability note',
  quarantine: 'sha256 name code stage message parser_version',
};

function spelled(type: Type): string {
  if (typeof type === 'string') return type;
  if ('list' in type) return `list<${spelled(type.list)}>`;
  const fields = Object.entries(type.struct).map(([name, of]) => (of === 'text' ? name : `${name}:${spelled(of)}`));
  return `struct(${fields.join(',')})`;
}
const columnsOf = ({ columns }: Table): readonly (readonly [string, Column])[] => Object.entries(columns);
const listed = (table: Table) => columnsOf(table).map(([name, { kind }]) => (kind === 'text' ? name : `${name}:${spelled(kind)}`));
const isHeadline = (name: string) => headlines.some((headline) => headline.name === name.split(':')[0]);

test('the tables are those of the contract, and the two grains and the report object', () => {
  expect(tableNames).toEqual([...Object.keys(contract), 'agency_reports', 'agency_cells', 'documents_json']);
});

test.each(Object.entries(contract))('%s has exactly the columns of the contract, in its order', (name, columns) => {
  const table = Object.entries(tables).find(([key]) => key === name)?.[1];
  if (!table) throw new Error(`no table ${name}`);
  expect(listed(table).filter((column) => !isHeadline(column))).toEqual(columns.split(/\s+/));
});

test('the grains by agency have the columns of the tables for analysis', () => {
  expect(tables.agency_reports.columns).toEqual(tables.reports.columns);
  expect(tables.agency_cells.columns).toEqual(tables.cells.columns);
});

test('objects lie where contract 3 puts them, and their keys are the partitions', () => {
  expect(Object.fromEntries(tableNames.map((name) => [name, tables[name].file]))).toEqual({
    ...Object.fromEntries(
      ['reports', 'cells', 'mentions', 'sections', 'checks', 'candidate_differences'].map((name) => [
        name,
        `open/${name}/year={year}/region-{region}.parquet`,
      ]),
    ),
    ...Object.fromEntries(
      ['agencies', 'changes', 'agency_relations', 'agency_candidates', 'form_crosswalk', 'quarantine'].map((name) => [
        name,
        `open/${name}/${name}.parquet`,
      ]),
    ),
    documents: 'open/documents/shard-{shard}.parquet',
    agency_reports: 'open/agency_reports/agency={agency}/year={year}/report.parquet',
    agency_cells: 'open/agency_cells/agency={agency}/year={year}/cells.parquet',
    documents_json: 'open/documents_json/agency={agency_id}/year={year}/report.json',
  });
  for (const { file, partitions } of Object.values<Table>(tables)) {
    const folders = file.split('/').slice(0, -1).join('/');
    expect([...folders.matchAll(/\{(\w+)\}/g)].map((match) => match[1])).toEqual(Object.keys(partitions));
  }
});

test('the keys that are written are those that the tables are read from', () => {
  const keys: Readonly<Record<string, string>> = { agency: 'a-b', agency_id: 'a-b', year: '2020', region: '35', shard: 'f' };
  const partition = { agency: 'a-b', year: 2020 };
  const written: Readonly<Record<string, string>> = {
    agency_reports: openKeys.agencyReport(partition),
    agency_cells: openKeys.agencyCells(partition),
    documents_json: openKeys.documentJson(partition),
    documents: openKeys.documentsPart('f'),
  };
  for (const name of tableNames) {
    const { file, partitions }: Table = tables[name];
    const sharded = 'year' in partitions ? openKeys.table(name, { year: 2020, region: '35' }) : openKeys.single(name);
    expect(file.replaceAll(/\{(\w+)\}/g, (_, key) => keys[key] ?? '?')).toBe(written[name] ?? sharded);
  }
});

test('references name columns that both tables have, and a unique key of the other', () => {
  const all: { readonly [name: string]: Table } = tables;
  for (const { references, columns } of Object.values(all)) {
    for (const reference of references) {
      const other = all[reference.table];
      expect(other?.key).toEqual(reference.to);
      for (const column of reference.columns) expect(Object.keys(columns)).toContain(column);
    }
  }
});

test('every column has a label in both languages, and a double or date never takes part in a code list', () => {
  for (const table of Object.values<Table>(tables)) {
    for (const [name, { zh, en, codes, kind }] of columnsOf(table)) {
      expect(zh, name).toMatch(/\p{Script=Han}/u);
      expect(en, name).toMatch(/^[A-Z0-9]/);
      if (codes) expect(kind, name).toBe('text');
    }
  }
});

test('year ranges of the projection leave room: raise `byYear` two years before they end', () => {
  for (const { partitions } of Object.values<Table>(tables)) {
    for (const { projection } of Object.values(partitions)) {
      if (projection.type === 'integer') expect(projection.to).toBeGreaterThanOrEqual(new Date().getFullYear() + 2);
    }
  }
});

test('headlines: names follow the contract', () => {
  const names = headlines.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(
    expect.arrayContaining([
      'applications_new_received',
      'applications_granted',
      'applications_processed_total',
      'applications_denied_total',
      'applications_unavailable_total',
      'applications_unprocessed_total',
      'applications_other_total',
      'applications_other_processing',
      'applications_other_misc',
      'remedies_review_corrected',
      'remedies_litigation_after_review_total',
      'disclosure_licensing_decisions',
      'disclosure_other_disclosed_documents_disclosed_total',
    ]),
  );
  // Counted in the forms by hand: 20 common rows, 其他处理 as one row and as three, 2 totals, 4 sums; 3 rows of 5; 25 cells of 2019 and 7 new in 2021.
  expect(names.filter((name) => name.startsWith('applications_'))).toHaveLength(20 + 1 + 3 + 2 + 4);
  expect(names.filter((name) => name.startsWith('remedies_'))).toHaveLength(15);
  expect(names.filter((name) => name.startsWith('disclosure_'))).toHaveLength(25 + 7);
});

test('headlines: counts are integers, money is double', () => {
  const doubles = headlines.filter(({ column }) => column.kind === 'double').map(({ name }) => name);
  expect(doubles.sort()).toEqual(['disclosure_fees_amount', 'disclosure_procurement_amount']);
});

test('headlines: every cell they are taken from is printed by the form they say', () => {
  const printed = forms.map(({ id, tables: printedTables }) => ({
    id: String(id),
    codes: new Set<string>(
      printedTables.flatMap((t) => t.groups.flatMap((g) => g.rows.flatMap((r) => g.columns.map((c) => `${t.table}.${r.code}.${c.code}`)))),
    ),
  }));
  for (const { name, from } of headlines) {
    if ('cell' in from) expect(printed.some(({ codes }) => codes.has(from.cell))).toBe(true);
    else {
      expect(
        from.sums.map(({ form }) => form),
        name,
      ).toEqual(['2019', '2021']);
      for (const { form, parts } of from.sums) {
        for (const part of parts) expect(printed.find(({ id }) => id === form)?.codes).toContain(part);
      }
    }
  }
});

test('headlines: 其他处理 is one row of the 2019 form and three of the 2021 form', () => {
  const other = headlines.find(({ name }) => name === 'applications_other_total');
  expect(other?.from).toEqual({
    sums: [
      { form: '2019', parts: ['applications.other_processing.total'] },
      {
        form: '2021',
        parts: ['applications.other_overdue_correction.total', 'applications.other_fee_unpaid.total', 'applications.other_misc.total'],
      },
    ],
  });
});

test('a misspelt column, headline or code does not compile', () => {
  const headline: HeadlineName = 'applications_new_received';
  // @ts-expect-error recieved
  const misspelt: HeadlineName = 'applications_new_recieved';
  const status: Row<'cells'>['status'] = 'blank';
  // @ts-expect-error no such status
  const none: Row<'cells'>['status'] = 'empty';
  const sum: Row<'reports'>['remedies_review_corrected'] = null;
  // @ts-expect-error a count is no text
  const text: Row<'reports'>['remedies_review_corrected'] = '3';
  expect([headline, misspelt, status, none, sum, text]).toHaveLength(6);
});
