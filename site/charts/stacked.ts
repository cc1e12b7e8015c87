import { allYears, type Break, breaksWithin } from './breaks.ts';
import type * as PlotModule from './plot-parts.ts';

type Plot = typeof PlotModule;

/** One part of a stacked bar. */
export interface Share {
  readonly year: number;
  readonly part: string;
  readonly share: number;
}

/** Height of a year. */
const step = 30;

/** A dotted line with its label above the first year of each form. */
const breakMarks = (Plot: Plot, breaks: readonly Break[]) => [
  Plot.ruleY(breaks, { y: 'from', dy: -step / 2, stroke: 'currentColor', strokeDasharray: '2,4', strokeOpacity: 0.6 }),
  Plot.text(breaks, {
    y: 'from',
    frameAnchor: 'left',
    textAnchor: 'end',
    dx: -8,
    dy: -step / 2,
    fontSize: 10,
    text: 'label',
    fill: 'currentColor',
  }),
];

/** Lying bars of shares, one a year, a dotted line where the form changed; wide parts say their share. */
export function shares(
  Plot: Plot,
  rows: readonly Share[],
  parts: readonly { readonly id: string; readonly colour: string; readonly ink: string }[],
  breaks: readonly Break[],
  width: number,
): Element | null {
  const years = allYears(rows.map(({ year }) => year));
  if (years.length === 0) return null;
  const fill = (share: Share) => parts.find(({ id }) => id === share.part)?.colour ?? 'currentColor';
  const order = (share: Share) => parts.findIndex(({ id }) => id === share.part);
  const ink = (share: Share) => parts.find(({ id }) => id === share.part)?.ink ?? 'currentColor';
  const room = 44 / Math.max(120, width - 90);
  return Plot.plot({
    width,
    height: 40 + step * years.length,
    marginLeft: 64,
    style: { background: 'transparent', fontSize: '12px' },
    x: { domain: [0, 1], label: null, tickFormat: (value: number) => `${Math.round(100 * value)}%` },
    y: { domain: years, label: null, tickFormat: String },
    marks: [
      Plot.barX(rows, Plot.stackX({ order, x: 'share', y: 'year', fill, stroke: 'var(--paper)', inset: 1 })),
      Plot.text(
        rows,
        Plot.stackX({
          order,
          x: 'share',
          y: 'year',
          fill: ink,
          text: (share: Share) => (share.share >= room ? `${Math.round(100 * share.share)}%` : ''),
        }),
      ),
      ...breakMarks(Plot, breaksWithin(breaks, years)),
    ],
  });
}
