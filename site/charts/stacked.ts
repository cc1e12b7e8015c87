import type * as PlotModule from './plot-parts.ts';

type Plot = typeof PlotModule;

/** One part of a stacked bar. */
export interface Share {
  readonly row: string;
  readonly part: string;
  readonly share: number;
}

/** Lying bars of shares, one a row; wide parts say their share. */
export function shares(
  Plot: Plot,
  rows: readonly Share[],
  parts: readonly { readonly id: string; readonly colour: string; readonly ink: string }[],
  width: number,
): Element | null {
  const names = [...new Set(rows.map(({ row }) => row))];
  if (names.length === 0) return null;
  const fill = (share: Share) => parts.find(({ id }) => id === share.part)?.colour ?? 'currentColor';
  const order = (share: Share) => parts.findIndex(({ id }) => id === share.part);
  const ink = (share: Share) => parts.find(({ id }) => id === share.part)?.ink ?? 'currentColor';
  const room = 44 / Math.max(120, width - 90);
  return Plot.plot({
    width,
    height: 40 + 30 * names.length,
    marginLeft: 64,
    style: { background: 'transparent', fontSize: '12px' },
    x: { domain: [0, 1], label: null, tickFormat: (value: number) => `${Math.round(100 * value)}%` },
    y: { domain: names, label: null },
    marks: [
      Plot.barX(rows, Plot.stackX({ order, x: 'share', y: 'row', fill, stroke: 'var(--paper)', inset: 1 })),
      Plot.text(
        rows,
        Plot.stackX({
          order,
          x: 'share',
          y: 'row',
          fill: ink,
          text: (share: Share) => (share.share >= room ? `${Math.round(100 * share.share)}%` : ''),
        }),
      ),
    ],
  });
}
