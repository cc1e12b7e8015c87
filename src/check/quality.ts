import type { Form, TableCode } from '../../schemas/forms/form.ts';
import { forms, tableCodes } from '../../schemas/forms/index.ts';
import type { CheckResult } from '../../schemas/report.ts';
import { deadline } from './deadline.ts';
import type { Cells, CheckFacts } from './facts.ts';
import { result, verdict } from './result.ts';

const isOfYear = ({ from, to }: Form['years'], year: number): boolean => from <= year && (to === null || year <= to);

/** Q02: tables 2 and 3 of one form, the form of the year; a statistics form counts where it stands alone. */
function sameForm({ forms: found, report: { year } }: CheckFacts): CheckResult {
  const current = [found.disclosure, found.applications].filter((form) => form !== null);
  const used = current.length > 0 ? current : [found.statistics].filter((form) => form !== null);
  const ofYear = year === null ? [] : forms.filter(({ years }) => isOfYear(years, year)).map(({ id }) => id);
  const expected: readonly string[] = ofYear;
  const known = expected.length > 0 && used.length > 0;
  const message = `${tableCodes.flatMap((table) => (found[table] === null ? [] : [`${table} ${found[table]}`])).join(', ')}; year ${year ?? 'unknown'}: ${expected.join(' ') || 'unknown'}`;
  if (used.length === 0) return result('Q02', { outcome: 'not_assessable', message });
  const differ = new Set(used).size > 1 || used.includes('mixed') || (known && !used.every((form) => expected.includes(form)));
  return result('Q02', { outcome: differ ? 'fail' : known ? 'pass' : 'not_assessable', message });
}

/** Tables that a report must print: those of its year's form (to 2018 the sections had none, Art. 32 of 2007), and of any it prints. */
function mustPrint({ forms: found, report: { year } }: CheckFacts): (table: TableCode) => boolean {
  const used = forms.filter(({ id, years }) => Object.values(found).includes(id) || (year !== null && isOfYear(years, year)));
  return (table) => year === null || used.some((form) => form.tables.some((one) => one.table === table));
}

/** Q03: a heading whose table is missing. */
function tablesThere(facts: CheckFacts): CheckResult {
  const { tables } = facts;
  const headed = tableCodes.filter((table) => tables[table] !== 'none').filter(mustPrint(facts));
  const message = headed.map((table) => `${table}: ${tables[table]}`).join(', ') || 'none';
  const outcome = headed.length === 0 ? 'not_assessable' : verdict(headed.every((table) => tables[table] !== 'absent'));
  return result('Q03', { outcome, message });
}

const hanDigits = '〇一二三四五六七八九';

/** The year a title names, in Arabic or Chinese digits: 2024年, 二〇二四年, ○ for 〇. */
function yearOfTitle(title: string | null): number | null {
  const found = title?.normalize('NFKC').match(/((?:19|20)\d\s?\d|[一二]\s?[〇○零O九0][〇○零O一二三四五六七八九0]{2})\s*年?/)?.[1];
  if (!found) return null;
  const digits = [...found.replace(/\s/g, '').replace(/[○零O]/g, '〇')].map((digit) => {
    const value = hanDigits.indexOf(digit);
    return value < 0 ? digit : String(value);
  });
  return Number(digits.join(''));
}

/** Q04: the year in the title is the year in which the stated period ends. */
function yearsAgree({ report, periodStated }: CheckFacts): CheckResult {
  const left = yearOfTitle(report.title);
  const right = periodStated && report.period_end !== null ? Number(report.period_end.slice(0, 4)) : null;
  const message = `title ${left ?? 'none'}, period ${right ?? 'none'}`;
  return result('Q04', { outcome: left === null || right === null ? 'not_assessable' : verdict(left === right), left, right, message });
}

/** Q05: dates before the end of the stated period, or years away from the one in which the report is due. */
function datesFollow({ report, periodStated }: CheckFacts): CheckResult {
  const dates = [
    ['published', report.published],
    ['signed', report.signed],
  ].flatMap(([name, date]) => (name && date ? [{ name, date }] : []));
  const end = periodStated ? report.period_end : null;
  const message = `${dates.map(({ name, date }) => `${name} ${date}`).join(', ') || 'published: none'}; period_end ${end ?? 'none'}, year ${report.year ?? 'unknown'}`;
  if (dates.length === 0 || (end === null && report.year === null)) return result('Q05', { outcome: 'not_assessable', message });
  const early = end !== null && dates.some(({ date }) => date < end);
  const due = report.year === null ? null : report.year + 1;
  const far = due !== null && dates.some(({ date }) => Math.abs(Number(date.slice(0, 4)) - due) > 2);
  return result('Q05', { outcome: verdict(!early && !far), message });
}

/** Q06: rows whose number of values differs, one result each. */
function rowCounts({ rowsWithOtherCount }: CheckFacts, cells: Cells): CheckResult[] {
  const any = tableCodes.some((table) => cells.of(table).length > 0);
  if (rowsWithOtherCount.length === 0) return [result('Q06', { outcome: any ? 'pass' : 'not_assessable', message: '0 rows' })];
  return rowsWithOtherCount.map(({ row, values, columns }) =>
    result('Q06', { instance: row, outcome: 'fail', left: values, right: columns, message: `${row}: ${values} ≠ ${columns}` }),
  );
}

/** Q07: tables of which more than half has no value. */
function nulls(cells: Cells): CheckResult[] {
  return tableCodes.flatMap((table) => {
    const own = cells.of(table);
    if (own.length === 0) return [];
    const without = own.reduce((count, { value }) => (value === null ? count + 1 : count), 0);
    const message = `${table}: ${without} / ${own.length}`;
    return [result('Q07', { instance: table, outcome: verdict(without * 2 <= own.length), left: without, right: own.length, message })];
  });
}

/** Q09: an annual report, published by its deadline. */
function inTime({ agency, report }: CheckFacts): CheckResult {
  const due = deadline(agency, report);
  const annual = report.kind === 'annual_report' || report.kind === 'statistics_form_only';
  const { published } = report;
  if (!annual || due === null || published === null)
    return result('Q09', { outcome: 'not_assessable', message: `published ${published ?? 'none'}; deadline ${(annual && due) || 'none'}` });
  return result('Q09', {
    outcome: verdict(published <= due),
    message: `published ${published} ${published <= due ? '≤' : '>'} deadline ${due}`,
  });
}

/** Q02 to Q07 and Q09: the document and what is known about it. */
export function qualityChecks(facts: CheckFacts, cells: Cells): CheckResult[] {
  return [
    sameForm(facts),
    tablesThere(facts),
    yearsAgree(facts),
    datesFollow(facts),
    ...rowCounts(facts, cells),
    ...nulls(cells),
    inTime(facts),
  ];
}
