import type { CheckId } from '../../schemas/checks.ts';
import type { Agency, CheckResult, Report } from '../../schemas/report.ts';
import { type Cells, type CheckFacts, parts } from './facts.ts';
import { plain, result, verdict } from './result.ts';

interface Value {
  readonly code: string;
  readonly value: number;
}

/** Per-cell rules (contract 1): one result per table over the values it prints, the offending ones in the message. */
function perCell(id: CheckId, values: readonly Value[], allowed: (value: Value) => boolean): CheckResult {
  if (values.length === 0) return result(id, { outcome: 'not_assessable', message: '0 values' });
  const wrong = values.filter((value) => !allowed(value));
  const message = wrong.length === 0 ? `${values.length} values` : wrong.map(({ code, value }) => `${code} ${plain(value)}`).join(', ');
  return result(id, { outcome: verdict(wrong.length === 0), message });
}

function printed(cells: Cells, codes: readonly string[]): Value[] {
  const values: Value[] = [];
  for (const code of codes) {
    const { value } = cells.operand(code);
    if (value !== null) values.push({ code, value });
  }
  return values;
}

const count = ({ value }: Value): boolean => Number.isInteger(value) && value >= 0;

const money = new Set([
  'disclosure.fees.amount',
  'disclosure.procurement.amount',
  'statistics.fees_collected',
  'statistics.capacity_funds',
]);
const isMoney = (code: string): boolean => money.has(code) || money.has(code.slice(0, code.lastIndexOf('.')));

function disclosureValue(value: Value): boolean {
  if (parts(value.code).column === 'items_change') return Number.isInteger(value.value);
  return isMoney(value.code) ? value.value >= 0 : count(value);
}

/**
 * May the organ make rules (domain 1.2)? Ministries, provincial governments, governments of cities with districts.
 * Null where the agency is not known well enough.
 */
function mayMakeRules({ division_level: level, kind }: Agency, coverage: Report['report']['coverage']): boolean | null {
  if (level === null || kind === null) return null;
  if (level === 'national') return true;
  const government = kind === 'government' || coverage === 'aggregate';
  return government && (level === 'province' || level === 'prefecture');
}

function rules({ agency, report }: CheckFacts, cells: Cells, codes: readonly string[]): CheckResult {
  const values = printed(
    cells,
    codes.filter((code) => parts(code).row === 'regulations'),
  );
  const may = mayMakeRules(agency, report.coverage);
  const positive = values.filter(({ value }) => value > 0);
  if (may === null && positive.length > 0) {
    const message = `${positive.map(({ code, value }) => `${code} ${plain(value)}`).join(', ')}; agency: unresolved`;
    return result('D04', { outcome: 'not_assessable', message });
  }
  return perCell('D04', values, ({ value }) => value <= 0 || may === true);
}

/** A06, M02, D03, D04, D16, F13. A mixed table 2 gets the rules of the columns it lists. */
export function valueChecks(facts: CheckFacts, cells: Cells): CheckResult[] {
  const disclosure = cells.of('disclosure');
  const prints = (...columns: readonly string[]) => disclosure.some((code) => columns.includes(parts(code).column));
  const checks: CheckResult[] = [];
  const table = (id: CheckId, codes: readonly string[], allowed: (value: Value) => boolean) => {
    if (codes.length > 0) checks.push(perCell(id, printed(cells, codes), allowed));
  };
  table('A06', cells.of('applications'), count);
  table('M02', cells.of('remedies'), count);
  if (prints('issued_this_year', 'in_force')) {
    table('D03', disclosure, disclosureValue);
    checks.push(rules(facts, cells, disclosure));
  }
  if (prints('made_this_year', 'items_prior_year')) table('D16', disclosure, disclosureValue);
  table('F13', cells.of('statistics'), (value) => (isMoney(value.code) ? value.value >= 0 : count(value)));
  return checks;
}
