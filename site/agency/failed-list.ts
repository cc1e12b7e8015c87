import { h } from '../dom.ts';
import { number, t } from '../language.ts';
import type { AgencyFile, FormsFile } from '../published.ts';
import { checkSentence, namesOf } from '../report/checks.ts';
import { linkTo } from '../state.ts';

/** The checks of error level that do not hold, each with its year; null where all hold. */
export function failedList(agency: AgencyFile, forms: FormsFile): HTMLElement | null {
  const names = namesOf(forms);
  const items = agency.reports.flatMap((report) =>
    report.failed
      .filter(([, , , , severity]) => severity === 'error')
      .map(([id, instance, left, right]) => {
        const message = left === null || right === null ? '' : `${number(left)} ≠ ${number(right)}`;
        const sentence = checkSentence(forms, names, {
          id,
          ...(instance && { instance }),
          outcome: 'fail',
          severity: 'error',
          left,
          right,
          message,
        });
        return h(
          'li',
          {},
          h('a', { href: linkTo('report', [agency.agency_id, String(report.year)]) }, String(report.year)),
          ` ${id} ${sentence}`,
        );
      }),
  );
  if (items.length === 0) return null;
  return h('section', { class: 'wrongbox' }, h('h2', {}, t('不成立的核对', 'Checks that do not hold')), h('ul', {}, ...items.slice(0, 60)));
}
