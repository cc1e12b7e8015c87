import { h, outward, table } from '../dom.ts';
import { codeName } from '../filters.ts';
import { number, t } from '../language.ts';
import type { View } from '../page.ts';
import type { AgencyFile, AgencyReport } from '../published.ts';
import { linkTo } from '../state.ts';

/** The reports of an agency, year by year: what form, how much of it, what does not add up, when it came. */
export function yearsTable(view: View, { agency_id: id, reports: rows }: AgencyFile): HTMLElement {
  const formNames = (report: AgencyReport) =>
    [...new Set(report.forms.flatMap((form) => form ?? []))]
      .map((form) => (form === 'common' ? '' : form))
      .filter(Boolean)
      .join(' + ');
  return table(
    t('各年度报告', 'Reports by year'),
    [
      { label: t('年度', 'Year'), show: ({ year }) => h('a', { href: linkTo('report', [id, String(year)]) }, String(year)) },
      { label: t('统计范围', 'Whose numbers'), show: ({ coverage }) => codeName(view, 'coverage', coverage) },
      { label: t('表格', 'Form'), show: formNames },
      { label: t('有数字', 'With a number'), show: ({ cells }) => number(cells[0]), value: ({ cells }) => cells[0], number: true },
      { label: t('无数字', 'Without'), show: ({ cells }) => number(cells[1]), value: ({ cells }) => cells[1], number: true },
      {
        label: t('核对不成立', 'Checks failed'),
        show: ({ checks }) => h('span', { class: checks[0] > 0 ? 'fail' : null }, `${number(checks[0])} / ${number(checks[1])}`),
        number: true,
      },
      {
        label: t('发布', 'Published'),
        show: ({ published, deadline }) =>
          published ? `${published}${deadline && published > deadline ? t('（逾期）', ' (late)') : ''}` : '–',
      },
      { label: t('来源', 'Source'), show: ({ source_url }) => (source_url ? outward(source_url) : '–') },
    ],
    rows,
    'reports',
  );
}
