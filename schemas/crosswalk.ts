import type { CodeOf } from './codes.ts';
import { type Counterpart, from2004, from2014 } from './crosswalk-statistics.ts';
import { allForms, type FormCellCode } from './forms/index.ts';
import type { Row } from './tables.ts';

// Which cell of one form is which cell of the next (domain 1.4): what a chart may join, and what it must not.

type Code = FormCellCode;

interface Pair {
  readonly from: Code;
  readonly to: Code;
  readonly comparability: CodeOf<'comparability'>;
  readonly note: string;
}

const wording = '“制作”改为“制发” / made became issued';
const thisYear = '2021年格式加“本年”二字 / the form of 2021 adds “this year”';
const stock = '公开总数含已废止的，现行有效数不含 / the stock disclosed may count repealed documents, the stock in force does not';

/** Cells of table 2 that changed their name or their meaning in 2021; a cell with no counterpart is found by its absence here. */
const disclosure: readonly Pair[] = [
  pair('close', 'disclosure.regulations.made_this_year', 'disclosure.regulations.issued_this_year', wording),
  pair('close', 'disclosure.normative_documents.made_this_year', 'disclosure.normative_documents.issued_this_year', wording),
  pair('not_comparable', 'disclosure.regulations.disclosed_total', 'disclosure.regulations.in_force', stock),
  pair('not_comparable', 'disclosure.normative_documents.disclosed_total', 'disclosure.normative_documents.in_force', stock),
  pair('close', 'disclosure.licensing.decisions', 'disclosure.licensing.decisions', thisYear),
  pair('close', 'disclosure.penalties.decisions', 'disclosure.penalties.decisions', thisYear),
  pair('close', 'disclosure.coercion.decisions', 'disclosure.coercion.decisions', thisYear),
];

function pair(comparability: Pair['comparability'], from: Code, to: Code, note: string): Pair {
  return { from, to, comparability, note };
}

function cellsOf(id: string): ReadonlySet<string> {
  const tables = allForms.find((form) => form.id === id)?.tables ?? [];
  return new Set(
    tables.flatMap(({ table, groups }) =>
      groups.flatMap(({ rows, columns }) => rows.flatMap((row) => columns.map((column) => `${table}.${row.code}.${column.code}`))),
    ),
  );
}

const before = cellsOf('2019');
const after = cellsOf('2021');
const step = { from_form: '2019', to_form: '2021' } as const;

const named = disclosure.map(({ from, to, ...how }) => ({ ...step, from_code: from, to_code: to, ...how }));

/** Tables 3 and 4 kept their codes, and with them their meaning. */
const kept = [...before]
  .filter((code) => after.has(code) && !code.startsWith('disclosure.'))
  .map((code) => ({ ...step, from_code: code, to_code: code, comparability: 'exact' as const, note: null }));

const other = /^applications\.other_processing\.(\w+)$/;
const split = '2019年格式一行，2021年格式三行之和 / one row in 2019, the sum of three in 2021';

/** （六）其他处理 was one row and became three. */
const summed = [...before].flatMap((code) => {
  const column = other.exec(code)?.[1];
  const parts = ['other_overdue_correction', 'other_fee_unpaid', 'other_misc'].map((row) => `applications.${row}.${column}`);
  return column === undefined
    ? []
    : parts.map((part) => ({ ...step, from_code: code, to_code: part, comparability: 'exact_sum' as const, note: split }));
});

type Step = Pick<Row<'form_crosswalk'>, 'from_form' | 'to_form'>;

/** A step between two forms with what has no counterpart on either side: every cell of both stands in at least one row. */
function complete(step: Step, matched: readonly Row<'form_crosswalk'>[]): Row<'form_crosswalk'>[] {
  const without = (form: string, side: 'from_code' | 'to_code') =>
    [...cellsOf(form)].filter((code) => !matched.some((one) => one[side] === code));
  const year = step.to_form;
  const dropped = without(step.from_form, 'from_code').map((code) => ({
    ...step,
    from_code: code,
    to_code: null,
    comparability: 'none' as const,
  }));
  const added = without(step.to_form, 'to_code').map((code) => ({
    ...step,
    from_code: null,
    to_code: code,
    comparability: 'none' as const,
  }));
  return [
    ...matched,
    ...dropped.map((row) => ({ ...row, note: `${year}年格式取消 / dropped in ${year}` })),
    ...added.map((row) => ({ ...row, note: `${year}年格式新增 / new in ${year}` })),
  ];
}

/** Rows of older statistics forms, each with every cell its sum is part of. */
const statistics = (step: Step, counterparts: readonly Counterpart[]): Row<'form_crosswalk'>[] =>
  counterparts.flatMap(({ from, to, comparability, note }) =>
    from.flatMap((row) => to.map((cell) => ({ ...step, from_code: `statistics.${row}.year`, to_code: cell, comparability, note }))),
  );

const to2014 = { from_form: '2004', to_form: '2014' } as const;
const to2019 = { from_form: '2014', to_form: '2019' } as const;

/** Rows of the table `form_crosswalk`, step by step from form to form: every cell of either form stands in at least one of them. */
export const crosswalk: readonly Row<'form_crosswalk'>[] = [
  ...complete(to2014, statistics(to2014, from2004)),
  ...complete(to2019, statistics(to2019, from2014)),
  ...complete(step, [...named, ...kept, ...summed]),
];
