import { allYears, type Break, breaksWithin } from './breaks.ts';
import { labelWidth } from './label-width.ts';
import type * as PlotModule from './plot-parts.ts';

type Plot = typeof PlotModule;

/** One cell of a map of places and years. */
export interface HeatCell {
  readonly place: string;
  readonly year: number;
  readonly value: number | null;
  readonly text: string;
}

/** Places down, years across, a dotted line where the form changed; darker is more, and every cell says its number where there is room. */
export function heat(Plot: Plot, cells: readonly HeatCell[], breaks: readonly Break[], width: number): Element | null {
  const places = [...new Set(cells.map(({ place }) => place))];
  const years = allYears(cells.map(({ year }) => year));
  const shown = breaksWithin(breaks, years);
  if (places.length === 0) return null;
  const left = Math.min(160, Math.max(...places.map(labelWidth)) + 14);
  const cellWidth = (width - left) / Math.max(1, years.length);
  const wide = cellWidth > 38;
  // A number that runs into its neighbour is worse than a colour alone: the table has it.
  const longest = Math.max(0, ...cells.map(({ text }) => labelWidth(text)));
  const told = longest + 4 <= cellWidth;
  const highest = Math.max(0, ...cells.map(({ value }) => value ?? 0));
  return Plot.plot({
    width,
    height: 48 + 24 * places.length,
    marginTop: 28,
    marginLeft: left,
    marginRight: 4,
    style: { background: 'transparent', fontSize: '12px' },
    x: { domain: years, tickFormat: (year: number) => (wide ? String(year) : `’${String(year).slice(2)}`), label: null, tickSize: 0 },
    y: { domain: places, label: null, tickSize: 0 },
    marks: [
      Plot.cell(cells, {
        x: 'year',
        y: 'place',
        fill: 'var(--c1)',
        fillOpacity: (cell: HeatCell) => (cell.value === null || highest === 0 ? 0 : 0.08 + (0.47 * cell.value) / highest),
        inset: 0.5,
      }),
      Plot.text(told ? cells : [], { x: 'year', y: 'place', text: 'text', fill: 'currentColor' }),
      Plot.ruleX(shown, { x: 'from', dx: -cellWidth / 2, stroke: 'currentColor', strokeDasharray: '2,4', strokeOpacity: 0.6 }),
      Plot.text(shown, { x: 'from', frameAnchor: 'top', dx: -cellWidth / 2, dy: -14, text: 'label', fill: 'currentColor' }),
    ],
  });
}
