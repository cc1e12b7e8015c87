import type { CheckId } from './checks.ts';
import type { FormCellCode, TableCode } from './forms/index.ts';

// The sums of the forms (勾稽关系, domain 3.1-3.5) as data: which cells, added up, must equal which.

type RowOf<T extends string, C = FormCellCode> = C extends `${T}.${infer Row}.${string}` ? Row : never;
type ColumnOf<T extends string, C = FormCellCode> = C extends `${T}.${string}.${infer Column}` ? Column : never;

type Subtotal = 'denied_total' | 'unavailable_total' | 'unprocessed_total' | 'other_total';
/** Several rows at once: all results, or those under one printed subtotal. */
type RowSet = '@result' | `@${Subtotal}`;
/** Several columns at once: the six kinds of applicant, the five kinds of organisation, the four outcomes of table 4. */
type ColumnSet = '@applicants' | '@organizations' | '@outcomes';

/** `row.column` without the table; `*` is the instance, `@…` a set of rows or columns. A misspelt one does not compile. */
export type Term =
  | `${RowOf<'applications'> | Subtotal | RowSet | '*'}.${ColumnOf<'applications'> | ColumnSet | '*'}`
  | `${RowOf<'remedies'> | 'litigation' | '*'}.${ColumnOf<'remedies'> | ColumnSet | '*'}`
  | `${RowOf<'disclosure'> | '*'}.${ColumnOf<'disclosure'>}`
  | `${string}.year`;

/** left ⋚ right, once, or for each row or column whose cells are there. */
export interface Relation {
  readonly check: CheckId;
  readonly table: TableCode;
  readonly each: 'row' | 'column' | 'once';
  /** Name of the instance where one check has several relations; with `each` it stands before the row or column. */
  readonly name?: string;
  readonly left: readonly Term[];
  readonly is: '=' | '<=' | '>=';
  readonly right: readonly Term[];
}

const subtotal = (code: Subtotal): Relation => ({
  check: 'A04',
  table: 'applications',
  each: 'column',
  name: code,
  left: [`@${code}.*`],
  is: '=',
  right: [`${code}.*`],
});

type Sides = readonly [left: readonly string[], is: Relation['is'], right: readonly string[]];

/** A relation over the year column of form 2014. */
const year = (check: CheckId, [left, is, right]: Sides, name?: string): Relation => ({
  check,
  table: 'statistics',
  each: 'once',
  ...(name ? { name } : {}),
  left: left.map((row): Term => `${row}.year`),
  is,
  right: right.map((row): Term => `${row}.year`),
});

const channels = ['gazette', 'website', 'weibo', 'wechat', 'other'].map((channel) => `channels_${channel}`);

const replies = [
  'already_public',
  'granted',
  'partially_granted',
  'denied',
  'not_this_organ',
  'not_exist',
  'asked_to_amend',
  'other_channels',
];

const reasons = ['state_secret', 'trade_secret', 'privacy', 'security_stability', 'not_government_information', 'other_legal'];

/** The sums of tables 2 to 4, forms 2019 and 2021. */
const formRelations: readonly Relation[] = [
  {
    check: 'A01',
    table: 'applications',
    each: 'column',
    left: ['new_received.*', 'carried_in.*'],
    is: '=',
    right: ['processed_total.*', 'carried_out.*'],
  },
  { check: 'A02', table: 'applications', each: 'column', left: ['@result.*'], is: '=', right: ['processed_total.*'] },
  { check: 'A03', table: 'applications', each: 'row', left: ['*.@applicants'], is: '=', right: ['*.total'] },
  subtotal('denied_total'),
  subtotal('unavailable_total'),
  subtotal('unprocessed_total'),
  subtotal('other_total'),
  { check: 'A05', table: 'applications', each: 'row', left: ['*.@organizations'], is: '=', right: ['*.organization_total'] },
  { check: 'M01', table: 'remedies', each: 'row', left: ['*.@outcomes'], is: '=', right: ['*.total'] },
  {
    check: 'M03',
    table: 'remedies',
    each: 'once',
    left: ['litigation_direct.total', 'litigation_after_review.total'],
    is: '=',
    right: ['litigation.total'],
  },
  {
    check: 'D02',
    table: 'disclosure',
    each: 'row',
    left: ['*.in_force', '*.repealed_this_year'],
    is: '>=',
    right: ['*.issued_this_year'],
  },
  { check: 'D10', table: 'disclosure', each: 'row', left: ['*.disclosed_this_year'], is: '<=', right: ['*.disclosed_total'] },
  { check: 'D11', table: 'disclosure', each: 'row', left: ['*.disclosed_this_year'], is: '<=', right: ['*.made_this_year'] },
  { check: 'D12', table: 'disclosure', each: 'row', left: ['*.items_prior_year', '*.items_change'], is: '>=', right: [] },
];

/** The sums of the statistics form of 2014 (domain 3.5); F01 stands in code, for local rows belong to it. */
const statisticsRelations: readonly Relation[] = [
  year('F02', [['applications_closed_on_time', 'applications_closed_extended'], '=', ['applications_closed']]),
  year('F03', [replies.map((reply) => `applications_${reply}`), '=', ['applications_replied']]),
  year('F04', [reasons.map((reason) => `applications_denied_${reason}`), '=', ['applications_denied']]),
  year('F05', [['review_upheld', 'review_corrected', 'review_other'], '=', ['review_total']]),
  year('F06', [['litigation_upheld', 'litigation_corrected', 'litigation_other'], '=', ['litigation_total']]),
  year('F07', [['capacity_staff_full_time', 'capacity_staff_part_time'], '=', ['capacity_staff']]),
  year('F08', [['response_press_conferences_principal'], '<=', ['response_press_conferences']], 'press_conferences'),
  year('F08', [['response_online_interviews_principal'], '<=', ['response_online_interviews']], 'online_interviews'),
  year('F09', [['proactive_items'], '<=', channels]),
  ...channels.map((channel) => year('F10', [[channel], '<=', ['proactive_items']], channel)),
  year('F11', [['applications_closed'], '=', ['applications_replied']]),
  year('F12', [['proactive_normative_disclosed'], '<=', ['proactive_normative_made']]),
];

/** Every check that is a sum or an inequality over cells of one table. */
export const relations: readonly Relation[] = [...formRelations, ...statisticsRelations];
