import type { CheckResult } from '../../schemas/report.ts';
import type { Cells, CheckFacts, Operand } from './facts.ts';
import { missing, plain, result, verdict } from './result.ts';

const column = (code: string) => code.slice(code.lastIndexOf('.') + 1);

/** 10 billion CNY in the form's 10,000 CNY: no county collects as much (D05). */
const tooMuchForCounty = 1_000_000;

function feesInScale({ agency }: CheckFacts, cells: Cells): CheckResult {
  const amount = cells.amount('disclosure.fees.amount', 'CNY_10K');
  const { value } = amount;
  if (value === null) return result('D05', { outcome: 'not_assessable', message: missing([amount], column) });
  const level = agency.division_level;
  const below = value < tooMuchForCounty;
  const local = level === 'county' || level === 'township';
  const message = `amount ${plain(value)} ${below ? '<' : '≥'} ${tooMuchForCounty}; ${level ?? 'unresolved'}`;
  return result('D05', { outcome: below ? 'pass' : level === null ? 'not_assessable' : verdict(!local), left: value, message });
}

function projectsIffAmount(projects: Operand, amount: Operand): CheckResult {
  if (projects.value === null || amount.value === null)
    return result('D14', { outcome: 'not_assessable', message: missing([projects, amount], column) });
  const message = `projects ${plain(projects.value)}, amount ${plain(amount.value)}`;
  return result('D14', {
    outcome: verdict((projects.value === 0) === (amount.value === 0)),
    left: projects.value,
    right: amount.value,
    message,
  });
}

function decisionsNeedItems(row: string, cells: Cells): CheckResult {
  const [decisions, prior, change] = ['decisions', 'items_prior_year', 'items_change'].map((name) =>
    cells.operand(`disclosure.${row}.${name}`),
  );
  const operands = [decisions, prior, change].filter((operand) => operand !== undefined);
  const [d, p, c] = operands.map(({ value }) => value);
  if (d == null || p == null || c == null)
    return result('D15', { instance: row, outcome: 'not_assessable', message: missing(operands, column) });
  const message = `decisions ${plain(d)}, items_prior_year ${plain(p)} + items_change ${plain(c)} = ${plain(p + c)}`;
  return result('D15', { instance: row, outcome: verdict(d <= 0 || p + c > 0), left: d, right: p + c, message });
}

/** D05, D14, D15: rules of table 2 that are no sums. */
export function disclosureChecks(facts: CheckFacts, cells: Cells): CheckResult[] {
  const checks: CheckResult[] = [];
  if (cells.has('disclosure.fees.amount')) checks.push(feesInScale(facts, cells));
  if (cells.has('disclosure.procurement.projects') && cells.has('disclosure.procurement.amount'))
    checks.push(projectsIffAmount(cells.operand('disclosure.procurement.projects'), cells.operand('disclosure.procurement.amount')));
  for (const row of ['licensing', 'other_external_services', 'penalties', 'coercion']) {
    const all = ['decisions', 'items_prior_year', 'items_change'].every((name) => cells.has(`disclosure.${row}.${name}`));
    if (all) checks.push(decisionsNeedItems(row, cells));
  }
  return checks;
}
