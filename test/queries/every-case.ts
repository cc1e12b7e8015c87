import { allForms } from '../../schemas/forms/index.ts';
import { type Headline, headlines, type Row } from '../../schemas/tables.ts';
import { regionOf } from '../../src/keys.ts';

// A small dataset in which every saved query meets the cases it must tell apart: own organs and aggregates, blanks, absent
// tables, organs that were split, years that are missing, contradictions of every kind.

type Values = Readonly<Record<string, number | null>>;

interface Given {
  readonly agency: string;
  readonly name: string;
  readonly year: number;
  readonly lineage?: string;
  readonly kind?: string | null;
  readonly level?: Row<'reports'>['division_level'];
  readonly coverage?: Row<'reports'>['coverage'];
  readonly reportKind?: Row<'reports'>['report_kind'];
  readonly published?: string | null;
  readonly deadline?: string | null;
  readonly form?: '2019' | '2021' | null;
  /** Cells that are not 0, by code; null is a blank. */
  readonly cells?: Values;
  readonly checks?: readonly (readonly [
    id: string,
    outcome: Row<'checks'>['outcome'],
    severity: Row<'checks'>['severity'],
    left?: number,
    right?: number,
  ])[];
  readonly mentions?: readonly (readonly [code: string, value: number, approximate?: boolean])[];
}

/** Rows of the tables that saved queries read. */
export interface Rows {
  readonly reports: Row<'reports'>[];
  readonly cells: Row<'cells'>[];
  readonly checks: Row<'checks'>[];
  readonly mentions: Row<'mentions'>[];
}

/** Every required cell of a form in form order, 0 where the case does not say otherwise. */
function cellsOf({ form = '2021', cells = {} }: Given): Map<string, { value: number | null; unit: string }> {
  const tables = allForms.find(({ id }) => id === form)?.tables ?? [];
  const all = new Map<string, { value: number | null; unit: string }>();
  for (const { table, groups } of tables)
    for (const { rows, columns } of groups)
      for (const row of rows)
        for (const column of columns) {
          const code = `${table}.${row.code}.${column.code}`;
          const asked = cells[code] !== undefined;
          if (asked || !(row.optional || column.optional)) all.set(code, { value: asked ? (cells[code] ?? null) : 0, unit: column.unit });
        }
  const strangers = Object.keys(cells).filter((code) => !all.has(code));
  if (strangers.length > 0) throw new Error(`form ${form} has no cell ${strangers.join(', ')}`);
  return all;
}

function headline({ from }: Headline, cells: ReadonlyMap<string, { value: number | null }>): number | null {
  if ('cell' in from) return cells.get(from.cell)?.value ?? null;
  for (const { parts } of from.sums) {
    if (!parts.every((part) => cells.has(part))) continue;
    return parts.reduce<number | null>((sum, part) => {
      const value = cells.get(part)?.value ?? null;
      return sum === null || value === null ? null : sum + value;
    }, 0);
  }
  return null;
}

const sha = (agency: string, year: number) => Buffer.from(`${agency}${year}`).toString('hex').padEnd(64, '0').slice(0, 64);

function rowsOf(given: Given): Rows {
  const { agency, name, year, lineage = agency, kind = 'audit', level = 'county', coverage = 'own_organ', form = '2021' } = given;
  const region = regionOf(agency);
  const key = { agency_id: agency, lineage_id: lineage, year, region };
  const cells = cellsOf(given);
  const counted = [...cells.values()].filter(({ value }) => value !== null).length;
  const assessed = (given.checks ?? []).filter(([, outcome]) => outcome !== 'not_assessable');
  const report = {
    ...key,
    agency_name: name,
    agency_kind: kind,
    division_code: /^\d/.test(agency) ? agency.slice(0, 6) : null,
    division_name: level === 'province' ? name.replace('人民政府', '') : null,
    division_level: level,
    coverage,
    report_kind: given.reportKind ?? 'annual_report',
    title: `${name}${year}年政府信息公开工作年度报告`,
    period_start: `${year}-01-01`,
    period_end: `${year}-12-31`,
    published: given.published === undefined ? `${year + 1}-01-20` : given.published,
    deadline: given.deadline === undefined ? `${year + 1}-01-31` : given.deadline,
    signed: null,
    source_url: null,
    form_disclosure: form,
    form_applications: form,
    form_remedies: form === null ? null : 'common',
    form_statistics: null,
    cells_reported: counted,
    cells_null: cells.size - counted,
    checks_failed: assessed.filter(([, outcome]) => outcome === 'fail').length,
    checks_assessed: assessed.length,
    candidates: 1,
    winner_reason: 'only',
    document_sha256: sha(agency, year),
    document_format: 'html',
    parser_version: '0.1.0',
    schema_version: '1.0.0',
    ...Object.fromEntries(headlines.map((one) => [one.name, headline(one, cells)])),
  } as Row<'reports'>;
  return {
    reports: [report],
    cells: [...cells].map(([code, { value, unit }]) => {
      const [table_code = '', row_code = '', column_code = ''] = code.split('.');
      const place = { table_code, row_code, column_code, form: table_code === 'remedies' ? 'common' : form, line: 1 };
      const read = {
        value,
        status: value === null ? 'blank' : 'reported',
        raw: value === null ? '' : String(value),
        raw_label: null,
        unit,
      };
      return { ...key, coverage, ...place, ...read, document_sha256: sha(agency, year) } as Row<'cells'>;
    }),
    checks: (given.checks ?? []).map(([check_id, outcome, severity, left, right], at) => ({
      ...key,
      check_id,
      instance: `case_${at}`,
      outcome,
      severity,
      left_value: left ?? null,
      right_value: right ?? null,
      message: `${check_id} ${outcome}`,
    })),
    mentions: (given.mentions ?? []).map(([code, value, approximate = false], at) => ({
      ...key,
      coverage,
      code,
      value,
      unit: '条',
      snippet: `${value}条`,
      section: 1,
      text_offset: at * 10,
      approximate,
      negated: false,
    })),
  };
}

const applications = (rows: Values): Values =>
  Object.fromEntries(
    Object.entries(rows).flatMap(([row, value]) => [
      [`applications.${row}.total`, value],
      [`applications.${row}.natural_person`, value],
    ]),
  );
const remedies = (row: string, values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([column, value]) => [`remedies.${row}.${column}`, value]));
const normative = (issued: number | null, repealed: number, in_force: number): Values => ({
  'disclosure.normative_documents.issued_this_year': issued,
  'disclosure.normative_documents.repealed_this_year': repealed,
  'disclosure.normative_documents.in_force': in_force,
});

const given: readonly Given[] = [
  // An ordinary bureau over three years, first year in the older form; in 2022 it opens with 3 though it closed with 2.
  {
    agency: '110000-audit',
    name: '北京市审计局',
    year: 2020,
    level: 'province',
    form: '2019',
    cells: {
      ...applications({
        new_received: 10,
        carried_in: 1,
        granted: 4,
        partially_granted: 1,
        denied_state_secret: 1,
        unavailable_not_held: 2,
        other_processing: 1,
        processed_total: 9,
        carried_out: 2,
      }),
      'disclosure.licensing.decisions': 7,
    },
    checks: [
      ['A01', 'pass', 'error', 11, 11],
      ['A02', 'pass', 'error', 9, 9],
      ['N01', 'pass', 'warning', 10, 10],
    ],
    mentions: [
      ['posts.website', 120],
      ['posts.wechat', 30, true],
    ],
  },
  {
    agency: '110000-audit',
    name: '北京市审计局',
    year: 2021,
    level: 'province',
    cells: {
      ...applications({
        new_received: 20,
        carried_in: 2,
        granted: 10,
        denied_internal_affairs: 2,
        denied_third_party_rights: 2,
        unavailable_not_held: 4,
        unprocessed_repeat: 1,
        other_misc: 1,
        processed_total: 20,
        carried_out: 2,
      }),
      ...remedies('review', { upheld: 6, corrected: 3, other: 1, pending: 1, total: 11 }),
      ...remedies('litigation_direct', { upheld: 2, corrected: 1, total: 3 }),
      ...remedies('litigation_after_review', { upheld: 1, total: 1 }),
      ...normative(2, 1, 15),
      'disclosure.licensing.decisions': 9,
      'disclosure.penalties.decisions': 4,
    },
    checks: [
      ['A01', 'pass', 'error', 22, 22],
      ['A02', 'fail', 'error', 19, 20],
      ['N02', 'fail', 'warning', 21, 20],
      ['N09', 'warn', 'warning', 33.3, 33.4],
    ],
    mentions: [
      ['posts.website', 150],
      ['posts.website', 20],
      ['followers.wechat', 5000],
      ['training.sessions', 3],
    ],
  },
  {
    agency: '110000-audit',
    name: '北京市审计局',
    year: 2022,
    level: 'province',
    published: '2023-02-10',
    cells: {
      ...applications({
        new_received: 8,
        carried_in: 3,
        granted: 5,
        denied_enforcement_files: 1,
        unavailable_not_held: 2,
        processed_total: 8,
        carried_out: 3,
      }),
      ...remedies('review', { upheld: 2, pending: 1, total: 3 }),
      ...normative(3, 1, 18),
    },
    checks: [
      ['A01', 'pass', 'error', 11, 11],
      ['A02', 'pass', 'error', 8, 8],
    ],
  },
  // A blank is not 0: without its numbers a report counts as "without", whatever else it prints.
  {
    agency: '130600-audit',
    name: '保定市审计局',
    year: 2021,
    level: 'prefecture',
    published: null,
    cells: {
      ...applications({ new_received: 5, granted: null, denied_state_secret: null, processed_total: 5 }),
      ...remedies('review', { corrected: null, total: 4 }),
      ...normative(null, 0, 4),
    },
    checks: [
      ['A01', 'not_assessable', 'error'],
      ['A02', 'not_assessable', 'error'],
      ['N01', 'not_assessable', 'warning'],
    ],
  },
  {
    agency: '130600-audit',
    name: '保定市审计局',
    year: 2022,
    level: 'prefecture',
    deadline: null,
    cells: { ...applications({ new_received: 0, carried_in: null, carried_out: 0 }), ...normative(null, 0, 4) },
  },
  // No table survived at all.
  { agency: '130602-audit', name: '竞秀区审计局', year: 2021, form: null, published: '2022-03-31', mentions: [['posts.website', 12]] },
  // Zero in every year, and zero in one year only.
  { agency: '130603-audit', name: '莲池区审计局', year: 2020, form: '2019' },
  { agency: '130603-audit', name: '莲池区审计局', year: 2021 },
  { agency: '130604-audit', name: '满城区审计局', year: 2020, form: '2019' },
  { agency: '130604-audit', name: '满城区审计局', year: 2021, cells: applications({ new_received: 1, granted: 1, processed_total: 1 }) },
  // Renamed: two agency ids, one lineage; the stock does not follow from the flow.
  {
    agency: '350200-quality',
    lineage: '350200-market',
    name: '厦门市质量监督局',
    year: 2020,
    kind: 'quality',
    level: 'prefecture',
    cells: normative(0, 0, 30),
  },
  { agency: '350200-market', name: '厦门市市场监督管理局', year: 2021, kind: 'market', level: 'prefecture', cells: normative(1, 1, 35) },
  // Split: two agencies of one lineage in one year have no single predecessor.
  {
    agency: '350200-culture',
    lineage: '350200-culture',
    name: '厦门市文化局',
    year: 2020,
    kind: 'culture',
    level: 'prefecture',
    cells: applications({ carried_out: 7 }),
  },
  {
    agency: '350200-culture',
    lineage: '350200-culture',
    name: '厦门市文化局',
    year: 2021,
    kind: 'culture',
    level: 'prefecture',
    cells: applications({ carried_in: 3 }),
  },
  {
    agency: '350200-tourism',
    lineage: '350200-culture',
    name: '厦门市旅游局',
    year: 2021,
    kind: 'culture',
    level: 'prefecture',
    cells: applications({ carried_in: 4 }),
  },
  // Mostly "not held", with enough decisions and with too few; the same numbers in two agencies.
  {
    agency: '440100-tax',
    name: '广州市税务局',
    year: 2021,
    kind: 'tax',
    level: 'prefecture',
    cells: {
      ...applications({ new_received: 40, granted: 9, unavailable_not_held: 31, processed_total: 40 }),
      ...remedies('review', { upheld: 1, corrected: 11, total: 12 }),
    },
    checks: [
      ['A01', 'pass', 'error', 40, 40],
      ['N05', 'fail', 'warning', 10, 12],
    ],
    mentions: [['followers.weibo', 900, true]],
  },
  {
    agency: '440103-tax',
    name: '荔湾区税务局',
    year: 2021,
    kind: 'tax',
    cells: applications({ new_received: 4, granted: 1, unavailable_not_held: 3, processed_total: 4 }),
  },
  {
    agency: '440104-tax',
    name: '越秀区税务局',
    year: 2021,
    kind: 'tax',
    cells: applications({ new_received: 4, granted: 4, processed_total: 4 }),
  },
  // Aggregates of governments: never added to what their organs report.
  {
    agency: '110000-government',
    name: '北京市人民政府',
    year: 2021,
    kind: 'government',
    level: 'province',
    coverage: 'aggregate',
    deadline: '2022-03-31',
    published: '2022-03-31',
    cells: {
      ...applications({
        new_received: 1000,
        carried_in: 50,
        granted: 400,
        partially_granted: 100,
        denied_process_information: 250,
        unavailable_not_held: 200,
        processed_total: 950,
        carried_out: 100,
      }),
      ...remedies('review', { upheld: 50, corrected: 20, other: 10, total: 80 }),
    },
  },
  {
    agency: '440000-government',
    name: '广东省人民政府',
    year: 2021,
    kind: 'government',
    level: 'province',
    coverage: 'aggregate',
    deadline: '2022-03-31',
    cells: applications({ new_received: null, granted: 800, processed_total: 2000, carried_in: 10, carried_out: 30 }),
  },
  {
    agency: '440100-government',
    name: '广州市人民政府',
    year: 2021,
    kind: 'government',
    level: 'prefecture',
    coverage: 'aggregate',
    deadline: '2022-03-31',
    published: '2022-04-02',
    cells: applications({ new_received: 500, granted: 500, processed_total: 500 }),
  },
  // A vertical system, an organ whose coverage nobody states, an agency nobody knows, a statistics form alone.
  {
    agency: '100000-customs',
    name: '海关总署',
    year: 2021,
    kind: 'customs',
    level: 'national',
    coverage: 'system',
    cells: applications({ new_received: 60, granted: 60, processed_total: 60 }),
  },
  {
    agency: '110101-audit',
    name: '东城区审计局',
    year: 2021,
    coverage: null,
    cells: applications({ new_received: 99, granted: 99, processed_total: 99 }),
  },
  {
    agency: 'u-0f3a9c',
    name: '某某局',
    year: 2021,
    kind: null,
    level: null,
    cells: applications({ new_received: 2, granted: 1, denied_state_secret: 1, processed_total: 2 }),
  },
  {
    agency: '110000-audit',
    name: '北京市审计局',
    year: 2016,
    reportKind: 'statistics_form_only',
    level: 'province',
    form: null,
    published: '2017-03-01',
    deadline: '2017-03-31',
  },
];

const all = given.map(rowsOf);

/** Every row of the small dataset, by table. */
export const everyCase: Rows = {
  reports: all.flatMap(({ reports }) => reports),
  cells: all.flatMap(({ cells }) => cells),
  checks: all.flatMap(({ checks }) => checks),
  mentions: all.flatMap(({ mentions }) => mentions),
};
