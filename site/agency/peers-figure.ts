import { formBreaks } from '../charts/breaks.ts';
import { colour } from '../charts/colours.ts';
import { lines } from '../charts/lines.ts';
import { type DataColumn, figure } from '../figures/figure.ts';
import { many, number, percent, t } from '../language.ts';
import type { AgencyFile, AgencyReport } from '../published.ts';

/** A number of an agency, and the same of its peers: a share is that of all together, a count the median. */
interface Beside {
  readonly name: string;
  readonly title: string;
  readonly own: (report: AgencyReport) => number | null;
  readonly peers: (year: number) => number | null;
  readonly share: boolean;
}

/** A year of the figure; `n`: how many reports the peers have, this agency's among them. */
interface Year {
  readonly year: number;
  readonly own: number | null;
  readonly peers: number | null;
  readonly n: number;
}

const shower = (share: boolean) => (share ? percent : number);

function inWords(last: Year | undefined, share: boolean): string {
  if (!last) return t('没有此数。', 'The number is not given.');
  const show = shower(share);
  const beside = share
    ? t(`同级同类${number(last.n)}份报告合计`, `${many(last.n, 'report')} of its kind and level together`)
    : t(`同级同类${number(last.n)}份报告的中位数`, `median of ${many(last.n, 'report')} of its kind and level`);
  return t(
    `${last.year}年：${show(last.own)}；${last.n > 1 ? `${beside}：${show(last.peers)}` : '没有同级同类的其他报告'}。`,
    `${last.year}: ${show(last.own)}; ${last.n > 1 ? `${beside}: ${show(last.peers)}` : 'no other report of its kind and level'}.`,
  );
}

const columnsOf = (show: (value: number | null) => string): DataColumn<Year>[] => [
  { name: 'year', label: t('年度', 'Year'), value: ({ year }) => year },
  { name: 'value', label: t('本机关', 'This agency'), value: ({ own }) => own, show: ({ own }) => show(own), number: true },
  { name: 'peers', label: t('同类', 'Its kind'), value: ({ peers }) => peers, show: ({ peers }) => show(peers), number: true },
  { name: 'peer_reports', label: t('同类报告数', 'Reports of its kind'), value: ({ n }) => n, number: true },
];

/** One number of an agency beside its peers, over the years. */
export function peersFigure(agency: AgencyFile, { name, title, own, peers, share }: Beside): HTMLElement {
  const rows = agency.reports.map((report): Year => {
    const n = agency.peers[report.year]?.reports ?? 0;
    // An agency that is the only one of its kind is compared with nothing but itself.
    return { year: report.year, own: own(report), peers: n > 1 ? peers(report.year) : null, n };
  });
  const series = [
    { id: 'own', label: agency.name ?? agency.agency_id, colour: colour(0) },
    {
      id: 'peers',
      label: share ? t('同类机关合计', 'organs of its kind together') : t('同类机关中位数', 'median of its kind'),
      colour: colour(2),
    },
  ];
  return figure({
    name: `${agency.agency_id}-${name}`,
    title,
    sentence: inWords(
      rows.findLast((row) => row.own !== null),
      share,
    ),
    key: rows.some((row) => row.peers !== null) ? series : [],
    columns: columnsOf(shower(share)),
    rows,
    draw: (plot, width) =>
      lines(plot, {
        points: rows.flatMap((row) => [
          { year: row.year, value: row.peers, series: 'peers' },
          { year: row.year, value: row.own, series: 'own' },
        ]),
        series,
        breaks: formBreaks(),
        percent: share,
        width,
        height: 220,
      }),
  });
}
