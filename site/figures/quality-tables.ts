import { h, table } from '../dom.ts';
import { codeName } from '../filters.ts';
import { number, say, t } from '../language.ts';
import type { View } from '../page.ts';
import type { FormsFile, QualityFile } from '../published.ts';
import { linkTo } from '../state.ts';

/** How often each check holds. */
export const checksTable = (view: View, quality: QualityFile, forms: FormsFile): HTMLElement =>
  table(
    t('各项核对', 'Checks'),
    [
      { label: t('编号', 'Id'), show: ({ id }) => id },
      { label: t('应当成立', 'What should hold'), show: ({ id }) => say(forms.checks[id], id) },
      { label: t('级别', 'Severity'), show: ({ severity }) => codeName(view, 'severity', severity) },
      { label: t('成立', 'Holds'), show: ({ pass }) => number(pass), value: ({ pass }) => pass, number: true },
      { label: t('存疑', 'Doubtful'), show: ({ warn }) => number(warn), value: ({ warn }) => warn, number: true },
      {
        label: t('不成立', 'Fails'),
        show: ({ fail }) => h('span', { class: fail > 0 ? 'fail' : null }, number(fail)),
        value: ({ fail }) => fail,
        number: true,
      },
      {
        label: t('无法判断', 'Not assessable'),
        show: ({ not_assessable: na }) => number(na),
        value: ({ not_assessable: na }) => na,
        number: true,
      },
    ],
    quality.checks,
    'checks',
  );

/** The reports to look at first. */
export const worstTable = (quality: QualityFile): HTMLElement =>
  table(
    t('错误最多的报告', 'Reports with the most errors'),
    [
      {
        label: t('报告', 'Report'),
        show: ({ agency_id, name, year }) => h('a', { href: linkTo('report', [agency_id, String(year)]) }, `${name ?? agency_id} ${year}`),
      },
      { label: t('不成立', 'Failed'), show: ({ failed }) => number(failed), value: ({ failed }) => failed, number: true },
      { label: t('核对', 'Checks'), show: ({ checks }) => checks.join(' ') },
    ],
    quality.worst,
    'most-errors',
  );

/** Documents by a code. */
export const countTable = (
  name: string,
  caption: string,
  what: (code: string) => string,
  rows: readonly (readonly [string, number])[],
): HTMLElement =>
  table(
    caption,
    [
      { label: caption, show: ([code]) => what(code) },
      { label: t('文件', 'Documents'), show: ([, documents]) => number(documents), value: ([, documents]) => documents, number: true },
    ],
    rows,
    name,
  );
