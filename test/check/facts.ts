import { type FormGroup, forms } from '../../schemas/forms/index.ts';
import type { CellStatus, Mention, ReportCell } from '../../schemas/report.ts';
import type { CheckFacts } from '../../src/check/index.ts';
import { runChecks } from '../../src/check/index.ts';

/** A value, or a status for a cell without one. */
export type Given = Readonly<Record<string, number | CellStatus>>;

const cell = (code: string, given: number | CellStatus): ReportCell => {
  const value = typeof given === 'number' ? given : null;
  const unit = code === 'disclosure.fees.amount' ? 'CNY_10K' : null;
  return { code, value, status: typeof given === 'number' ? 'reported' : given, raw: null, unit, line: null };
};

/** Every cell of a form's tables, zero unless given otherwise; given codes that the form does not print are added. */
export function formCells(id: '2019' | '2021', given: Given = {}): ReportCell[] {
  const form = forms.find((each) => each.id === id);
  if (!form) throw new Error(`no form ${id}`);
  const codes = form.tables.flatMap(({ table, groups }) =>
    groups.flatMap((group: FormGroup) =>
      group.rows.flatMap((row) =>
        group.columns.flatMap((column) => (row.optional || column.optional ? [] : [`${table}.${row.code}.${column.code}`])),
      ),
    ),
  );
  return [...new Set([...codes, ...Object.keys(given)])].map((code) => cell(code, given[code] ?? 0));
}

/** A table row of the statistics form or any other cells, as given. */
export const cellsOf = (given: Given): ReportCell[] => Object.entries(given).map(([code, value]) => cell(code, value));

/** A mention as the prose reader gives it. */
export const told = (code: string, value: number, more: Partial<Mention> = {}): Mention => ({
  code,
  value,
  unit: '件',
  snippet: '',
  section: 1,
  offset: 0,
  approximate: false,
  negated: value === 0,
  ...more,
});

const nowhere = {
  agency_id: '370215-justice-bureau',
  lineage_id: '370215-justice-bureau',
  name: '示例区司法局',
  name_printed: '示例区司法局',
  kind: 'justice-bureau',
  division_code: '370215',
  division_name: '示例区',
  division_level: 'county',
  resolution: 'title',
} as const;

/** Facts of a report in form 2021 for 2022, all zero, published in time; change what the test is about. */
export function facts(more: Partial<CheckFacts> = {}): CheckFacts {
  return {
    agency: nowhere,
    report: {
      kind: 'annual_report',
      year: 2022,
      title: '示例区司法局2022年政府信息公开工作年度报告',
      period_start: '2022-01-01',
      period_end: '2022-12-31',
      published: '2023-01-20',
      signed: null,
      coverage: 'own_organ',
    },
    forms: { disclosure: '2021', applications: '2021', remedies: 'common', statistics: null },
    tables: { disclosure: 'present', applications: 'present', remedies: 'present', statistics: 'none' },
    cells: formCells('2021'),
    mentions: [],
    lines: [],
    shares: [],
    rowsWithOtherCount: [],
    periodStated: true,
    ...more,
  };
}

/** `outcome` of each instance of one check, as `instance: outcome`; `outcome` alone where it has no instance. */
export const outcomes = (given: CheckFacts, id: string): string[] =>
  runChecks(given)
    .filter((check) => check.id === id)
    .map(({ instance, outcome }) => (instance === undefined ? outcome : `${instance}: ${outcome}`));
