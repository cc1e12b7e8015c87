import type { CheckId } from '../../schemas/checks.ts';
import type { Agency, CheckResult, Report, ReportCell } from '../../schemas/report.ts';
import { type Cells, type CheckFacts, printedValue } from './facts.ts';
import { plain, result, verdict } from './result.ts';

type Allowed = (value: number, code: string) => boolean;

const shown = (code: string, value: number): string => `${code} ${plain(value)}`;

/** Per-cell rules (contract 1): one result per table over the values it prints, the offending ones in the message. */
function perCell(id: CheckId, cells: readonly ReportCell[], allowed: Allowed): CheckResult {
  let values = 0;
  const wrong: string[] = [];
  for (const cell of cells) {
    const value = printedValue(cell);
    if (value === null) continue;
    values++;
    if (!allowed(value, cell.code)) wrong.push(shown(cell.code, value));
  }
  if (values === 0) return result(id, { outcome: 'not_assessable', message: '0 values' });
  return result(id, { outcome: verdict(wrong.length === 0), message: wrong.join(', ') || `${values} values` });
}

const isCount: Allowed = (value) => Number.isInteger(value) && value >= 0;

const money = new Set([
  'disclosure.fees.amount',
  'disclosure.procurement.amount',
  'statistics.fees_collected',
  'statistics.capacity_funds',
]);
const isMoney = (code: string): boolean => money.has(code) || money.has(code.slice(0, code.lastIndexOf('.')));

const isCountOrMoney: Allowed = (value, code) => isCount(value, code) || (value >= 0 && isMoney(code));

/** Only what is counted against last year may be negative. */
const isInDisclosure: Allowed = (value, code) => isCountOrMoney(value, code) || (code.endsWith('.items_change') && Number.isInteger(value));

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

function rules({ agency, report }: CheckFacts, disclosure: readonly ReportCell[]): CheckResult {
  const own = disclosure.filter(({ code }) => code.startsWith('disclosure.regulations.'));
  const may = mayMakeRules(agency, report.coverage);
  if (may === null) {
    const positive = own.flatMap((cell) => {
      const value = printedValue(cell);
      return value !== null && value > 0 ? [shown(cell.code, value)] : [];
    });
    const message = `${positive.join(', ')}; agency: unresolved`;
    if (positive.length > 0) return result('D04', { outcome: 'not_assessable', message });
  }
  return perCell('D04', own, (value) => value <= 0 || may === true);
}

/** A06, M02, D03, D04, D16, F13. A mixed table 2 gets the rules of the columns it lists. */
export function valueChecks(facts: CheckFacts, cells: Cells): CheckResult[] {
  const disclosure = cells.of('disclosure');
  const prints = (...columns: readonly string[]) => disclosure.some(({ code }) => columns.some((column) => code.endsWith(column)));
  const checks: CheckResult[] = [];
  const table = (id: CheckId, listed: readonly ReportCell[], allowed: Allowed) => {
    if (listed.length > 0) checks.push(perCell(id, listed, allowed));
  };
  table('A06', cells.of('applications'), isCount);
  table('M02', cells.of('remedies'), isCount);
  if (prints('.issued_this_year', '.in_force')) {
    table('D03', disclosure, isInDisclosure);
    checks.push(rules(facts, disclosure));
  }
  if (prints('.made_this_year', '.items_prior_year')) table('D16', disclosure, isInDisclosure);
  table('F13', cells.of('statistics'), isCountOrMoney);
  return checks;
}
