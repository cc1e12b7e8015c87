import { type Child, h, table } from '../dom.ts';
import { codeName } from '../filters.ts';
import { number, say, t } from '../language.ts';
import type { View } from '../page.ts';
import type { AgencyFile, AgencyReport, FormsFile } from '../published.ts';
import { signs } from '../report/form.ts';
import { linkTo } from '../state.ts';
import { valueIn } from './values.ts';

/** Stands for a sum of which a part has no number. */
const partMissing = '…';

/** The signs that stand in a table, each with its meaning; a cell of no form stays empty. */
function legend(view: View, { reports }: AgencyFile): HTMLElement {
  const found = new Set(reports.flatMap(({ lacking }) => Object.values(lacking)));
  const said = [...found].sort().map((status) => `${signs[status] ?? status} ${codeName(view, 'cell_status', status)}`);
  const part = t(`${partMissing} 合计缺一项`, `${partMissing} a part of the sum is missing`);
  const empty = t('空：当年表格没有此项', 'empty: not on that form');
  const choose = t('点数字看它的出处。', 'Choose a number to see where it comes from. ');
  return h('p', { class: 'note' }, choose, [...said, part, empty].join(t('；', '; ')), t('。', '.'));
}

/** Every headline number over the years, each a link to its origin; where there is none, a sign for why. */
export function numbersTable(view: View, agency: AgencyFile, forms: FormsFile): HTMLElement[] {
  const value = valueIn(forms);
  const stands = (column: string) => (report: AgencyReport) => value(report, column) !== null || report.lacking[column] !== undefined;
  const origin = (column: string, report: AgencyReport): Child => {
    const found = value(report, column);
    const cell = forms.headlines[column]?.cell;
    const status = report.lacking[column];
    // A sum has no cell of its own; with a part missing there is none.
    if (!cell) return found === null ? partMissing : number(found);
    if (found === null && status === undefined) return '';
    const meaning = found === null ? codeName(view, 'cell_status', status ?? null) : null;
    const address = linkTo('report', [agency.agency_id, String(report.year)], { cell });
    return h(
      'a',
      { href: address, title: meaning, 'aria-label': meaning },
      found === null ? (signs[status ?? ''] ?? status) : number(found),
    );
  };
  const numbers = table(
    t('历年数字', 'Numbers over the years'),
    [
      { label: t('项目', 'Item'), show: (column: string) => say(forms.headlines[column], column) },
      ...agency.reports.map((report) => ({
        label: String(report.year),
        show: (column: string) => origin(column, report),
        value: (column: string) => value(report, column),
        number: true,
      })),
    ],
    forms.columns.filter((column) => agency.reports.some(stands(column))),
    'numbers',
  );
  return [legend(view, agency), numbers];
}
