import type { CheckResult } from '../../schemas/report.ts';
import type { Cells, CheckFacts } from './facts.ts';
import { missing, plain, result, verdict } from './result.ts';

/** First report year under the revised Administrative Reconsideration Law, in force since 2024-01-01 (domain 1.3). */
const reviewComesFirst = 2024;

/** M04: from 2024 a refusal to disclose goes to review before it goes to court. */
export function directLawsuits({ report }: CheckFacts, cells: Cells): CheckResult[] {
  const code = 'remedies.litigation_direct.total';
  if (!cells.has(code)) return [];
  const total = cells.operand(code);
  if (report.year === null || total.value === null) {
    const message = report.year === null ? 'year: unknown' : missing([total], () => 'litigation_direct.total');
    return [result('M04', { outcome: 'not_assessable', message })];
  }
  const message = `year ${report.year}, litigation_direct.total ${plain(total.value)}`;
  const holds = report.year < reviewComesFirst || total.value === 0;
  return [result('M04', { outcome: verdict(holds), left: total.value, message })];
}
