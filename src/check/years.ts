import type { CheckId } from '../../schemas/checks.ts';
import { groupBy } from '../group-by.ts';
import type { DatasetCheck, ReportInBrief } from './brief.ts';
import { equal, type Finding, plain, result, verdict } from './result.ts';

/** A report and the one of the year before, of the same lineage and coverage. */
interface Pair {
  readonly now: ReportInBrief;
  readonly before: ReportInBrief;
}

const applicants = ['natural_person', 'business', 'research', 'public_welfare', 'legal_service', 'other_organization', 'total'];
const itemRows = ['licensing', 'other_external_services', 'penalties', 'coercion', 'fees'];

const listedUnder = ({ agency_id, lineage_id, year }: ReportInBrief, id: CheckId, finding: Finding): DatasetCheck => ({
  agency_id,
  lineage_id,
  year,
  ...result(id, finding),
});

/** `carried_out 2020: 3` or `carried_out 2020: none` */
const said = (code: string, year: number, value: number | undefined): string =>
  `${code} ${year}: ${value === undefined ? 'none' : plain(value)}`;

/** left = the sum of right, over two years; a missing part makes it not assessable. */
function equation(
  { now, before }: Pair,
  id: CheckId,
  instance: string,
  left: string,
  right: readonly (readonly ['now' | 'before', string, 1 | -1])[],
) {
  const parts = right.map(([when, code, sign]) => {
    const report = when === 'now' ? now : before;
    return { text: said(code, report.year, report.values.get(code)), value: report.values.get(code), sign };
  });
  const stated = now.values.get(left);
  const known = stated !== undefined && parts.every(({ value }) => value !== undefined);
  const sum = parts.reduce((total, { value, sign }) => total + sign * (value ?? 0), 0);
  const list = parts.map(({ text, sign }, index) => (sign < 0 ? ` - ${text}` : index > 0 ? ` + ${text}` : text)).join('');
  if (!known) return listedUnder(now, id, { instance, outcome: 'not_assessable', message: `${said(left, now.year, stated)}; ${list}` });
  const holds = equal(stated, sum);
  const message = `${said(left, now.year, stated)} ${holds ? '=' : '≠'} ${list}${parts.length > 1 ? ` = ${plain(sum)}` : ''}`;
  return listedUnder(now, id, { instance, outcome: verdict(holds), left: stated, right: sum, message });
}

/** Is a row printed at all in one of the two reports? A row of another form is not a gap. */
const either = ({ now, before }: Pair, ...codes: readonly string[]): boolean =>
  codes.some((code) => now.values.has(code) || before.values.has(code));

const carryOver = (pair: Pair): DatasetCheck[] =>
  applicants
    .filter((column) => either(pair, `applications.carried_in.${column}`, `applications.carried_out.${column}`))
    .map((column) =>
      equation(pair, 'A07', column, `applications.carried_in.${column}`, [['before', `applications.carried_out.${column}`, 1]]),
    );

const stock = (pair: Pair): DatasetCheck[] =>
  ['regulations', 'normative_documents'].flatMap((row) => {
    const code = `disclosure.${row}.in_force`;
    if (!pair.now.values.has(code) || !pair.before.values.has(code)) return [];
    return equation(pair, 'D01', row, code, [
      ['before', code, 1],
      ['now', `disclosure.${row}.issued_this_year`, 1],
      ['now', `disclosure.${row}.repealed_this_year`, -1],
    ]);
  });

const items = (pair: Pair): DatasetCheck[] =>
  itemRows.flatMap((row) => {
    const code = `disclosure.${row}.items_prior_year`;
    if (!pair.now.values.has(code) || !pair.before.values.has(code)) return [];
    return equation(pair, 'D13', row, code, [
      ['before', code, 1],
      ['before', `disclosure.${row}.items_change`, 1],
    ]);
  });

function change({ now, before }: Pair): DatasetCheck[] {
  const code = 'applications.new_received.total';
  const [a, b] = [now.values.get(code), before.values.get(code)];
  if (a === undefined || b === undefined) return [];
  const abrupt = Math.abs(a - b) > 100 && (a > 10 * b || 10 * a < b);
  const message = `${said(code, before.year, b)}; ${said(code, now.year, a)}`;
  return [listedUnder(now, 'A09', { outcome: verdict(!abrupt), left: a, right: b, message })];
}

/** The half of D05 that needs last year: yuan entered where the form asks for ten thousands. */
function unitSlip({ now, before }: Pair): DatasetCheck[] {
  const code = 'disclosure.fees.amount';
  const [a, b] = [now.values.get(code), before.values.get(code)];
  if (a === undefined || b === undefined || now.agency_kind === 'government' || now.coverage !== 'own_organ') return [];
  const slip = Number.isInteger(a) && a > 10_000 && b < 100;
  const message = `${said(code, before.year, b)}; ${said(code, now.year, a)}`;
  return [listedUnder(now, 'D05', { instance: 'previous_year', outcome: verdict(!slip), left: a, right: b, message })];
}

/** Reports with the one of the year before. A lineage with two reports in a year was restructured: it is left out (A07). */
function pairs(reports: readonly ReportInBrief[]): Pair[] {
  const key = ({ lineage_id, coverage }: ReportInBrief, year: number) => `${lineage_id} ${coverage} ${year}`;
  const byYear = groupBy(reports, (report) => key(report, report.year));
  return reports.flatMap((now) => {
    const [alone, before] = [byYear.get(key(now, now.year)), byYear.get(key(now, now.year - 1))];
    return alone?.length === 1 && before?.length === 1 && before[0] ? [{ now, before: before[0] }] : [];
  });
}

/** A07, A09, D01, D13 and the half of D05 over the years: listed under the later report, where the earlier one is held. */
export function checkYears(reports: readonly ReportInBrief[]): DatasetCheck[] {
  return pairs(reports).flatMap((pair) => [...carryOver(pair), ...change(pair), ...stock(pair), ...unitSlip(pair), ...items(pair)]);
}
