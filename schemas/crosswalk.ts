import type { CodeOf } from './codes.ts';
import { type Form, type FormCellCode, forms } from './forms/index.ts';
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

const known: readonly Form[] = forms;

function cellsOf(id: string): ReadonlySet<string> {
  const tables = known.find((form) => form.id === id)?.tables ?? [];
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

const matched = [...named, ...kept, ...summed];
const without = (codes: ReadonlySet<string>, side: 'from_code' | 'to_code') =>
  [...codes].filter((code) => !matched.some((one) => one[side] === code));

const dropped = without(before, 'from_code').map((code) => ({
  ...step,
  from_code: code,
  to_code: null,
  comparability: 'none' as const,
  note: '2021年格式取消 / dropped in 2021',
}));

const added = without(after, 'to_code').map((code) => ({
  ...step,
  from_code: null,
  to_code: code,
  comparability: 'none' as const,
  note: '2021年格式新增 / new in 2021',
}));

/** Rows of the table `form_crosswalk`: every cell of either form stands in at least one of them. */
export const crosswalk: readonly Row<'form_crosswalk'>[] = [...matched, ...dropped, ...added];
