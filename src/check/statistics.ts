import type { CheckResult } from '../../schemas/report.ts';
import type { Cells } from './facts.ts';
import { equal, missing, plain, result, verdict } from './result.ts';

const filings = ['in_person', 'fax', 'online', 'letter'].map((filing) => `statistics.applications_received_${filing}.year`);
const received = 'statistics.applications_received.year';

/** A way of filing that only a local version of the form prints (domain 3.5, F01: "+ local other"). */
const isLocalFiling = (label: string | undefined): boolean => label !== undefined && /申请/.test(label) && /其他|其它|邮件/.test(label);

/** F01: applications received equal those filed in person, by fax, online and by letter, and in ways of local rows. */
export function filingCheck(cells: Cells, form2014: boolean): CheckResult[] {
  if (!form2014 && ![received, ...filings].every((code) => cells.has(code))) return [];
  const local = cells.of('statistics').filter(({ code, raw_label }) => code.endsWith('.year') && isLocalFiling(raw_label));
  const ways = [...filings, ...local.map(({ code }) => code)].map((code) => cells.operand(code));
  const whole = cells.operand(received);
  const name = (code: string) => code.split('.')[1] ?? code;
  if (whole.value === null || ways.some(({ value }) => value === null))
    return [result('F01', { outcome: 'not_assessable', message: missing([...ways, whole], name) })];
  const left = ways.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const holds = equal(left, whole.value);
  const sum = ways.map(({ code, value }) => `${name(code)} ${plain(value ?? 0)}`).join(' + ');
  const message = `${sum} = ${plain(left)} ${holds ? '=' : '≠'} ${name(received)} ${plain(whole.value)}`;
  return [result('F01', { outcome: verdict(holds), left, right: whole.value, message })];
}
