import { type FormRow, forms, tableCodes } from '../../schemas/forms/index.ts';
import { type Relation, relations } from '../../schemas/relations.ts';
import type { CheckResult } from '../../schemas/report.ts';
import { type Cells, type Operand, parts } from './facts.ts';
import { equal, missing, plain, result, verdict } from './result.ts';

const organizations = ['business', 'research', 'public_welfare', 'legal_service', 'other_organization'];
const columnSets: Readonly<Record<string, readonly string[]>> = {
  '@organizations': organizations,
  '@applicants': ['natural_person', ...organizations],
  '@outcomes': ['upheld', 'corrected', 'other', 'pending'],
};

const rowsOfForms: readonly FormRow[] = forms.flatMap((form) =>
  form.tables.flatMap((table) => table.groups.flatMap((group): readonly FormRow[] => group.rows)),
);

/** Rows by what they are summed under: `@result`, `@denied_total` … */
const rowSets = new Map<string, Set<string>>();
for (const { code, role, subtotal } of rowsOfForms) {
  for (const set of [role === 'result' ? '@result' : null, subtotal ? `@${subtotal}` : null]) {
    if (set) rowSets.set(set, (rowSets.get(set) ?? new Set()).add(code));
  }
}

interface Table {
  readonly name: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

const listed = (cells: Cells, name: string): Table => {
  const codes = cells.of(name).map(parts);
  return { name, rows: [...new Set(codes.map(({ row }) => row))], columns: [...new Set(codes.map(({ column }) => column))] };
};

/** The cells a term stands for; `*` is the instance. Sets hold what the table lists: 19 results in form 2019, 21 in 2021. */
function expand(term: string, instance: string, table: Table): readonly string[] {
  const dot = term.lastIndexOf('.');
  const [row, column] = [term.slice(0, dot), term.slice(dot + 1)];
  const set = rowSets.get(row);
  const rows = set ? table.rows.filter((code) => set.has(code)) : [row === '*' ? instance : row];
  const columns = columnSets[column] ?? [column === '*' ? instance : column];
  return rows.flatMap((r) => columns.map((c) => `${table.name}.${r}.${c}`));
}

const signs = { '=': ['=', '≠'], '<=': ['≤', '>'], '>=': ['≥', '<'] } as const;

const holds = (left: number, is: Relation['is'], right: number): boolean =>
  equal(left, right) || (is === '<=' && left < right) || (is === '>=' && left > right);

const sum = (operands: readonly Operand[]): number => operands.reduce((total, { value }) => total + (value ?? 0), 0);

/** `granted 7 + denied_state_secret 1 + 19 × 0` */
function addends(operands: readonly Operand[], name: (code: string) => string): string {
  if (operands.length <= 4) return operands.map(({ code, value }) => `${name(code)} ${plain(value ?? 0)}`).join(' + ') || '0';
  const counted = operands.filter(({ value }) => value !== 0);
  const zeros = operands.length - counted.length;
  return [...counted.map(({ code, value }) => `${name(code)} ${plain(value ?? 0)}`), ...(zeros > 0 ? [`${zeros} × 0`] : [])].join(' + ');
}

const before = (side: readonly Operand[], total: number, name: (code: string) => string): string =>
  side.length < 2 ? addends(side, name) : `${addends(side, name)} = ${plain(total)}`;

const after = (side: readonly Operand[], total: number, name: (code: string) => string, said: boolean): string =>
  side.length < 2 || said ? addends(side, name) : `${plain(total)} = ${addends(side, name)}`;

/** One instance of a relation over the cells a table lists: its operands' codes and what messages call them, worked out once. */
interface Instance {
  readonly relation: Relation;
  readonly label: string | undefined;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

/** Tables list the same few sets of cells again and again; what the relations mean over them is worked out once. */
const plans = new Map<string, readonly Instance[]>();
/** Sets of cells that are remembered: a few a form, more only where local rows differ. */
const mostPlans = 200;

/** The instances a relation has: those whose every named cell the table lists (a set may be incomplete, not its name). */
function instancesOf(relation: Relation, table: Table, cells: Cells, form2014: boolean): Instance[] {
  const names = relation.each === 'row' ? table.rows : relation.each === 'column' ? table.columns : [''];
  return names.flatMap((name): Instance[] => {
    const sides = [relation.left, relation.right].map((terms) => terms.map((term) => expand(term, name, table)));
    if (!form2014 && sides.flat().some((codes) => codes.length === 0 || !codes.every((code) => cells.has(code)))) return [];
    const [left = [], right = []] = sides.map((terms) => terms.flat());
    const part = relation.each === 'row' ? 'column' : 'row';
    const names = new Map([...left, ...right].map((code) => [code, parts(code)[part]]));
    return [{ relation, label: [relation.name, name].filter(Boolean).join('.') || undefined, left, right, names }];
  });
}

function planOf(name: string, cells: Cells, form2014: boolean): readonly Instance[] {
  const key = `${name}:${form2014}:${cells.of(name).join()}`;
  const known = plans.get(key);
  if (known) return known;
  const table = listed(cells, name);
  const plan = relations.filter((relation) => relation.table === name).flatMap((relation) => instancesOf(relation, table, cells, form2014));
  if (plans.size < mostPlans) plans.set(key, plan);
  return plan;
}

function test({ relation, label, left: leftCodes, right: rightCodes, names }: Instance, cells: Cells): CheckResult {
  const left = leftCodes.map((code) => cells.operand(code));
  const right = rightCodes.map((code) => cells.operand(code));
  const name = (code: string) => names.get(code) ?? code;
  if (left.some(({ value }) => value === null) || right.some(({ value }) => value === null))
    return result(relation.check, { instance: label, outcome: 'not_assessable', message: missing([...left, ...right], name) });
  const [a, b] = [sum(left), sum(right)];
  const pass = holds(a, relation.is, b);
  const message = `${before(left, a, name)} ${signs[relation.is][pass ? 0 : 1]} ${after(right, b, name, pass && relation.is === '=' && left.length > 1)}`;
  return result(relation.check, { instance: label, outcome: verdict(pass), left: a, right: b, message });
}

/**
 * Every sum of the catalogue over the tables that are there, one result per instance. The statistics form of 2014 is printed
 * with rows left out: its sums are listed also then, as not assessable (contract 1: ids whose form is present).
 */
export function relationChecks(cells: Cells, form2014 = false): CheckResult[] {
  return tableCodes.flatMap((name) => planOf(name, cells, form2014 && name === 'statistics').map((instance) => test(instance, cells)));
}
