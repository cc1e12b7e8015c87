import { say, t } from '../language.ts';
import type { CheckResult, FormsFile, Relation, Text } from '../published.ts';

// Which cells a check is about, from the sums of the forms as data.

const organizations = ['business', 'research', 'public_welfare', 'legal_service', 'other_organization'];
const columnSets: Readonly<Record<string, readonly string[]>> = {
  '@organizations': organizations,
  '@applicants': ['natural_person', ...organizations],
  '@outcomes': ['upheld', 'corrected', 'other', 'pending'],
};

/** Cells that a check adds up, and the cell whose printed number should be that sum. */
export interface Operands {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

function rowSets({ forms }: FormsFile): ReadonlyMap<string, ReadonlySet<string>> {
  const sets = new Map<string, Set<string>>();
  const rows = forms.flatMap(({ tables }) => tables.flatMap(({ groups }) => groups.flatMap((group) => group.rows)));
  for (const { code, role, subtotal } of rows) {
    for (const set of [role === 'result' ? '@result' : null, subtotal ? `@${subtotal}` : null]) {
      if (set) sets.set(set, (sets.get(set) ?? new Set()).add(code));
    }
  }
  return sets;
}

/** Finds the cells of checks for one report: `codes` are the cells it lists. */
export function operandsOf(forms: FormsFile, codes: readonly string[]): (check: CheckResult) => Operands | null {
  const sets = rowSets(forms);
  const expand = (term: string, instance: string, table: string): string[] => {
    const dot = term.lastIndexOf('.');
    const [row, column] = [term.slice(0, dot), term.slice(dot + 1)];
    const set = sets.get(row);
    const listed = [...new Set(codes.filter((code) => code.startsWith(`${table}.`)).map((code) => code.split('.')[1] ?? ''))];
    const rows = set ? listed.filter((code) => set.has(code)) : [row === '*' ? instance : row];
    const columns = columnSets[column] ?? [column === '*' ? instance : column];
    return rows.flatMap((r) => columns.map((c) => `${table}.${r}.${c}`));
  };
  const fits = (relation: Relation, check: CheckResult) =>
    relation.check === check.id && (relation.name === undefined || (check.instance ?? '').split('.')[0] === relation.name);
  return (check) => {
    const relation = forms.relations.find((one) => fits(one, check));
    if (!relation) return null;
    const { name, table } = relation;
    const instance = name ? (check.instance ?? '').slice(name.length + 1) : (check.instance ?? '');
    const side = (terms: readonly string[]) => terms.flatMap((term) => expand(term, instance, table));
    return { left: side(relation.left), right: side(relation.right) };
  };
}

/** Numbers that a printed total should have been, by the code of the total's cell. */
export function computedTotals(
  forms: FormsFile,
  checks: readonly CheckResult[],
  of: (check: CheckResult) => Operands | null,
): ReadonlyMap<string, number> {
  const equal = new Set(forms.relations.filter(({ is }) => is === '=').map(({ check }) => check));
  const totals = new Map<string, number>();
  for (const check of checks) {
    if (check.outcome !== 'fail' || check.left === null || !equal.has(check.id)) continue;
    const right = of(check)?.right ?? [];
    const [only] = right;
    if (right.length === 1 && only !== undefined) totals.set(only, check.left);
  }
  return totals;
}

/** What codes inside messages are called. */
export function namesOf(forms: FormsFile): ReadonlyMap<string, Text> {
  const names = new Map<string, Text>(Object.entries(forms.words));
  for (const form of forms.forms) {
    for (const table of form.tables) {
      names.set(table.table, table);
      for (const heading of table.headings) if (heading.subtotal) names.set(heading.subtotal, heading);
      for (const group of table.groups)
        for (const label of [...group.columns, ...group.rows]) if (!names.has(label.code)) names.set(label.code, label);
    }
  }
  return names;
}

const code = /[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*/g;

/** A text with its codes put into words. */
function worded(names: ReadonlyMap<string, Text>, text: string): string {
  const one = (part: string) => say(names.get(part), part);
  return text.replace(code, (found) => (names.has(found) ? one(found) : found.split('.').map(one).join(t('·', ', '))));
}

/** Where a check was made and what it found; a message that begins with the place does not need it twice. */
function found(names: ReadonlyMap<string, Text>, { instance, message }: CheckResult): { readonly place: string; readonly said: string } {
  const [place, said] = [worded(names, instance ?? ''), worded(names, message)];
  return { place: said.startsWith(place) ? '' : place, said };
}

/** What a check found, beside others of its kind. */
export function checkFinding(names: ReadonlyMap<string, Text>, check: CheckResult): string {
  const { place, said } = found(names, check);
  return [place, said].filter(Boolean).join(t('：', ': '));
}

/** A check result as a sentence: what should hold, and what was found. */
export function checkSentence(forms: FormsFile, names: ReadonlyMap<string, Text>, check: CheckResult): string {
  const { place, said } = found(names, check);
  const rule = say(forms.checks[check.id], check.id);
  return [place === '' ? rule : t(`${rule}（${place}）`, `${rule} (${place})`), said].filter(Boolean).join(t('：', ': '));
}
