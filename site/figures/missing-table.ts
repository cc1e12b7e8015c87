import { h, table } from '../dom.ts';
import { many, number, t } from '../language.ts';
import type { View } from '../page.ts';
import type { QualityFile } from '../published.ts';
import { linkTo } from '../state.ts';
import { type Absent, noneAbsent } from './held-figure.ts';

/** Region of agencies whose identity is not known: which of their reports are missing cannot be said. */
const unresolved = 'xx';

interface AbsentYear extends Absent {
  readonly year: number;
}

function byYear(absent: QualityFile['absent']): AbsentYear[] {
  const years = new Map<number, AbsentYear>();
  for (const [, year, between, before, after] of absent) {
    const sum = years.get(year) ?? { year, ...noneAbsent };
    years.set(year, { year, between: sum.between + between, before: sum.before + before, after: sum.after + after });
  }
  return [...years.values()].sort((a, b) => b.year - a.year);
}

/** The list, of all regions whatever was chosen before: its numbers are those of the table. */
const list = (params: Readonly<Record<string, string>>): string => linkTo('missing', [], { ...params, region: '' });

function yearsTable(rows: readonly AbsentYear[]): HTMLElement {
  const column = (gap: keyof Absent, label: string) => ({
    label,
    show: (row: AbsentYear) => (row[gap] === 0 ? '0' : h('a', { href: list({ gap, year: String(row.year) }) }, number(row[gap]))),
    value: (row: AbsentYear) => row[gap],
    number: true,
  });
  return table(
    t('缺少的报告', 'Missing reports'),
    [
      { label: t('年度', 'Year'), show: ({ year }: AbsentYear) => year, value: ({ year }) => year },
      column('between', t('前后两年度之间', 'Between two reports')),
      column('after', t('最近一份之后', 'After the last')),
      column('before', t('最早一份之前', 'Before the first')),
    ],
    rows,
    'missing-by-year',
  );
}

/** How many reports are missing by year, each number a link to the list of them. */
export function missingTable({ meta }: View, { absent }: QualityFile): HTMLElement[] {
  const rows = byYear(absent);
  const sum = rows.reduce((all, { between }) => all + between, 0);
  const known = Object.entries(meta.regions).reduce((all, [region, agencies]) => (region === unresolved ? all : all + agencies), 0);
  const said = t(
    `有${number(sum)}份夹在同一机关两年度的报告之间。`,
    `${many(sum, 'report')} between two others of the same agency ${sum === 1 ? 'is' : 'are'} missing. `,
  );
  const note = t(
    `只对数据集已知的${number(known)}个机关而言：应有多少报告没有官方名录可查，从未收录过报告的机关无从得知。最早一份之前、最近一份之后，机关也可能尚未设立或已经撤并。`,
    `Of the ${many(known, 'agency', 'agencies')} the dataset knows: no register says how many reports there should be, and of an agency without any report nothing is known. Before the first report and after the last the agency may not have been there.`,
  );
  return [
    h('h2', {}, t('缺少的报告', 'Missing reports')),
    h('p', { class: 'sentence' }, said, h('a', { href: list({}) }, t('逐一列出', 'List them one by one'))),
    h('p', { class: 'note' }, note),
    ...(rows.length === 0 ? [] : [yearsTable(rows)]),
  ];
}
