import { allYears } from '../charts/breaks.ts';
import { loadIndex } from '../data.ts';
import { h, table } from '../dom.ts';
import type { DataFile } from '../download/csv.ts';
import { saveCsv } from '../download/save.ts';
import { choice, filterBar, regionName, yearChoice } from '../filters.ts';
import { many, number, t } from '../language.ts';
import type { MakePage, View } from '../page.ts';
import type { IndexFile } from '../published.ts';
import { linkTo, linkWith } from '../state.ts';

/** A year an agency has no report for, and the years beside it that it has. */
interface Missing {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly year: number;
  readonly before: number | null;
  readonly after: number | null;
}

/** Rows of a page: no list grows with the dataset. */
const most = 100;

/** What is known of a missing report: how sure it is that there should be one. */
const gapNames = (): Readonly<Record<string, string>> => ({
  between: t('前后两年度之间', 'between two reports'),
  after: t('最近一份之后', 'after the last report'),
  before: t('最早一份之前', 'before the first report'),
});

const gapOf = ({ before, after }: Missing): string => (before === null ? 'before' : after === null ? 'after' : 'between');

function missingIn({ divisions, agencies }: IndexFile): Missing[] {
  return agencies.flatMap(([id, name, , , at, first, last, absent]) => {
    const none = new Set(absent);
    const nearest = (year: number, step: 1 | -1): number | null => {
      let held = year;
      while (none.has(held)) held += step;
      return held < first || held > last ? null : held;
    };
    return absent.map((year) => ({
      id,
      name,
      place: divisions[at] ?? '',
      year,
      before: nearest(year, -1),
      after: nearest(year, 1),
    }));
  });
}

const reportOf = (id: string, year: number | null): HTMLElement | string =>
  year === null ? '–' : h('a', { href: linkTo('report', [id, String(year)]) }, String(year));

const fileOf = (rows: readonly Missing[]): DataFile => ({
  name: 'missing-reports',
  head: ['agency_id', 'agency_name', 'division_name', 'year', 'gap', 'report_before', 'report_after'],
  rows: rows.map((row) => [row.id, row.name, row.place, row.year, gapOf(row), row.before, row.after]),
});

const listOf = (rows: readonly Missing[], view: View): HTMLElement =>
  table(
    t('缺少的报告', 'Missing reports'),
    [
      { label: t('机关', 'Agency'), show: ({ id, name }: Missing) => h('a', { href: linkTo('agency', [id]) }, name) },
      { label: t('地区', 'Place'), show: ({ place, id }) => place || regionName(view, id.slice(0, 2)) },
      { label: t('缺少', 'Missing'), show: ({ year }) => year, number: true },
      { label: t('此前一份', 'Report before'), show: ({ id, before }) => reportOf(id, before), number: true },
      { label: t('此后一份', 'Report after'), show: ({ id, after }) => reportOf(id, after), number: true },
    ],
    rows,
  );

/** Links to the rows before and after the ones that are shown. */
function turns(from: number, all: number): HTMLElement | null {
  if (all <= most) return null;
  const link = (to: number, text: string) => h('a', { href: linkWith({ from: to === 0 ? '' : String(to) }) }, text);
  return h(
    'p',
    { class: 'turns' },
    from > 0 && link(from - most, t('← 上一页', '← previous')),
    ` ${from + 1}–${Math.min(all, from + most)} / ${number(all)} `,
    from + most < all && link(from + most, t('下一页 →', 'next →')),
  );
}

const filters = (view: View, gap: string, year: string): HTMLElement => {
  const years = allYears(view.meta.years).map(String).reverse();
  return filterBar(
    view,
    ['region'],
    yearChoice(years, year, { value: '', label: t('各年', 'All') }),
    choice(
      'gap',
      t('缺在哪里', 'Where it is missing'),
      [...Object.entries(gapNames()).map(([value, label]) => ({ value, label })), { value: 'all', label: t('全部', 'all of these') }],
      gap,
    ),
  );
};

/** The rows of the chosen region, year and gap, agency by agency. */
async function asked({ place, meta }: View, gap: string): Promise<Missing[]> {
  const { region = '', year = '' } = place.params;
  const regions = region === '' ? Object.keys(meta.regions) : [region];
  const files = await Promise.all(regions.map(loadIndex));
  return files.flatMap(missingIn).filter((row) => (gap === 'all' || gapOf(row) === gap) && (year === '' || String(row.year) === year));
}

/** Which reports are missing, as far as the dataset knows the agencies. */
export const missing: MakePage = async (view) => {
  const { year = '', gap = 'between', from: start = '' } = view.place.params;
  const rows = await asked(view, gap);
  const from = most * Math.min(Math.max(0, Math.floor(Number(start) / most) || 0), Math.max(0, Math.ceil(rows.length / most) - 1));
  const title = t('缺少的报告', 'Missing reports');
  const file = fileOf(rows);
  const agencies = new Set(rows.map(({ id }) => id)).size;
  const about = t(
    '机关有过报告、而这一年度没有收录的。按《条例》第四十九条每年都应有一份：前后两年度都有的，那一份应当存在；最早一份之前、最近一份之后的，机关也可能尚未设立或已经撤并。从未收录过报告的机关不在其中：应有多少没有官方名录可查。',
    'Years an agency has no report for, though it has others. The Regulations (Art. 49) ask for one every year, so between two reports there should be one; before the first and after the last the agency may not have been there. Agencies without any report are not listed: no register says which there should be.',
  );
  const none = h('p', { class: 'empty' }, t('在此范围内没有缺少的报告。', 'No report is missing in this selection.'));
  const save = h('button', { type: 'button', onclick: () => saveCsv(file) }, 'CSV');
  return {
    title,
    content: [
      h('h1', { tabindex: -1 }, title),
      h('p', { class: 'lead' }, about),
      filters(view, gap, year),
      h(
        'h2',
        {},
        t(
          `${number(agencies)}个机关缺${number(rows.length)}份`,
          `${many(rows.length, 'report')} of ${many(agencies, 'agency', 'agencies')}`,
        ),
      ),
      ...(rows.length === 0
        ? [none]
        : [h('p', { class: 'save' }, `${t('保存', 'Save')} `, save), listOf(rows.slice(from, from + most), view)]),
      ...[turns(from, rows.length)].filter((links) => links !== null),
    ],
    data: rows.length === 0 ? [] : [{ title, data: file }],
  };
};
