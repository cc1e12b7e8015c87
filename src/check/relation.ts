import { type FormRow, forms, tableCodes } from '../../schemas/forms/index.ts';
import { type Relation, relations } from '../../schemas/relations.ts';
import type { CheckResult } from '../../schemas/report.ts';
import { type Cells, parts } from './facts.ts';
import type { Listing } from './listing.ts';
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
  const codes = cells.of(name).map(({ code }) => parts(code));
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

/** One side of a relation: the codes of its cells, where they stand in the listing, and what messages call them. */
interface Terms {
  readonly codes: readonly string[];
  readonly places: readonly number[];
  readonly names: readonly string[];
}

/** One side with the numbers of its cells and their sum. */
interface Side {
  readonly names: readonly string[];
  readonly values: readonly number[];
  readonly total: number;
}

/** The numbers of one side; null if one of its cells has none. */
function sideOf({ places, names }: Terms, cells: Cells): Side | null {
  const values: number[] = [];
  let total = 0;
  for (const place of places) {
    const value = cells.valueAt(place);
    if (value === null) return null;
    total += value;
    values.push(value);
  }
  return { names, values, total };
}

/** Most terms that are shown one by one: of more, the zeros are counted. */
const mostTerms = 4;

/** `granted 7 + denied_state_secret 1 + 19 × 0` */
function addends({ names, values }: Side): string {
  let shown = '';
  let zeros = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    if (value === 0 && values.length > mostTerms) zeros++;
    else shown += `${shown && ' + '}${names[at]} ${plain(value)}`;
  }
  if (zeros > 0) shown += `${shown && ' + '}${zeros} × 0`;
  return shown || '0';
}

const before = (side: Side): string => (side.values.length < 2 ? addends(side) : `${addends(side)} = ${plain(side.total)}`);

const after = (side: Side, said: boolean): string =>
  side.values.length < 2 || said ? addends(side) : `${plain(side.total)} = ${addends(side)}`;

/** One instance of a relation over the cells a table lists, worked out once. */
interface Instance {
  readonly relation: Relation;
  readonly label: string | undefined;
  readonly left: Terms;
  readonly right: Terms;
}

/** What the relations mean over the cells of a listing, without and with the statistics form of 2014. */
const plans = [new WeakMap<Listing, readonly Instance[]>(), new WeakMap<Listing, readonly Instance[]>()] as const;

/** What a message calls a cell: by its column in a sum over columns, else by its row. */
const nameIn = ({ each }: Relation, code: string): string => parts(code)[each === 'row' ? 'column' : 'row'];

/** The place of a cell that is not listed. */
const notListed = -1;

/** The instances a relation has: those whose every named cell the table lists (a set may be incomplete, not its name). */
function instancesOf(relation: Relation, table: Table, cells: Cells, form2014: boolean): Instance[] {
  const names = relation.each === 'row' ? table.rows : relation.each === 'column' ? table.columns : [''];
  return names.flatMap((name): Instance[] => {
    const sides = [relation.left, relation.right].map((terms) => terms.map((term) => expand(term, name, table)));
    if (!form2014 && sides.flat().some((codes) => codes.length === 0 || !codes.every((code) => cells.has(code)))) return [];
    const named = (codes: readonly string[]): Terms => ({
      codes,
      places: codes.map((code) => cells.listing.place(code) ?? notListed),
      names: codes.map((code) => nameIn(relation, code)),
    });
    const [left = [], right = []] = sides.map((terms) => terms.flat());
    return [{ relation, label: [relation.name, name].filter(Boolean).join('.') || undefined, left: named(left), right: named(right) }];
  });
}

function planOf(cells: Cells, form2014: boolean): readonly Instance[] {
  const known = plans[form2014 ? 1 : 0].get(cells.listing);
  if (known) return known;
  const instances = tableCodes.flatMap((name) => {
    const table = listed(cells, name);
    const own = relations.filter((relation) => relation.table === name);
    return own.flatMap((relation) => instancesOf(relation, table, cells, form2014 && name === 'statistics'));
  });
  plans[form2014 ? 1 : 0].set(cells.listing, instances);
  return instances;
}

function test({ relation, label, left, right }: Instance, cells: Cells): CheckResult {
  const a = sideOf(left, cells);
  const b = a && sideOf(right, cells);
  if (!a || !b) {
    const operands = [...left.codes, ...right.codes].map((code) => cells.operand(code));
    const message = missing(operands, (code) => nameIn(relation, code));
    return result(relation.check, { instance: label, outcome: 'not_assessable', message });
  }
  const pass = holds(a.total, relation.is, b.total);
  const said = pass && relation.is === '=' && left.codes.length > 1;
  const message = `${before(a)} ${signs[relation.is][pass ? 0 : 1]} ${after(b, said)}`;
  return result(relation.check, { instance: label, outcome: verdict(pass), left: a.total, right: b.total, message });
}

/**
 * Every sum of the catalogue over the tables that are there, one result per instance. The statistics form of 2014 is printed
 * with rows left out: its sums are listed also then, as not assessable (contract 1: ids whose form is present).
 */
export function relationChecks(cells: Cells, form2014 = false): CheckResult[] {
  return planOf(cells, form2014).map((instance) => test(instance, cells));
}
