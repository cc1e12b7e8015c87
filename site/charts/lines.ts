import { allYears, type Break, breaksWithin } from './breaks.ts';
import type * as PlotModule from './plot-parts.ts';

type Plot = typeof PlotModule;

/** One point of a line; null is a gap. */
export interface Point {
  readonly year: number;
  readonly value: number | null;
  readonly series: string;
}

/** What the lines show, and how large. */
export interface LineOptions {
  readonly points: readonly Point[];
  readonly series: readonly { readonly id: string; readonly label: string; readonly colour: string }[];
  readonly breaks: readonly Break[];
  readonly percent?: boolean;
  readonly width: number;
  readonly height?: number;
}

const symbols = ['circle', 'square', 'triangle', 'diamond2', 'star'] as const;

/** Years that fit beside one another. */
function ticks(years: readonly number[], width: number): number[] {
  const nth = Math.max(1, Math.ceil(years.length / Math.max(1, Math.floor((width - 60) / 44))));
  return years.filter((_, at) => (years.length - 1 - at) % nth === 0);
}

/** A line stops where the way of counting changes. */
const era = (year: number, breaks: readonly Break[]): number => breaks.filter(({ from }) => year >= from).length;

/** A year without a report is a gap, too. */
function withGaps(points: readonly Point[], from: number, to: number): Point[] {
  const held = new Map(points.map((point) => [point.year, point]));
  const series = points[0]?.series ?? '';
  return Array.from({ length: to - from + 1 }, (_, n) => held.get(from + n) ?? { year: from + n, value: null, series });
}

/** A line that stops at every break and gap, and a mark at every number: a series can be recognised by its mark too. */
function seriesMarks(Plot: Plot, points: readonly Point[], breaks: readonly Break[], at: number, stroke: string) {
  const line = Plot.line(points, {
    x: 'year',
    y: (point: Point) => point.value ?? Number.NaN,
    z: (point: Point) => era(point.year, breaks),
    stroke,
    strokeWidth: 2,
  });
  const marked = points.filter(({ value }) => value !== null);
  const symbol = symbols[at % symbols.length] ?? 'circle';
  return [line, Plot.dot(marked, { x: 'year', y: 'value', fill: stroke, stroke, symbol, r: 4 })];
}

/** Half an application does not exist: few are counted one by one. */
function wholeTicks(points: readonly Point[]): { ticks?: number; domain?: [number, number] } {
  const highest = Math.max(1, ...points.map(({ value }) => value ?? 0));
  return highest < 5 ? { ticks: Math.ceil(highest), domain: [0, highest] } : {};
}

/** Lines over years, cut at every break, with a gap where there is no number. */
export function lines(Plot: Plot, { points, series, breaks, percent, width, height = 260 }: LineOptions): Element | null {
  const all = allYears(points.map(({ year }) => year));
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined || points.every(({ value }) => value === null)) return null;
  const shown = breaksWithin(breaks, all);
  const at = ({ from }: Break) => from - 0.5;
  const own = (id: string) =>
    withGaps(
      points.filter((point) => point.series === id),
      first,
      last,
    );
  return Plot.plot({
    width,
    height,
    marginLeft: 56,
    marginRight: 16,
    marginTop: 28,
    style: { background: 'transparent', fontSize: '12px' },
    x: { ticks: ticks(all, width), tickFormat: (year: number) => String(year), label: null, domain: [first - 0.3, last + 0.3] },
    y: {
      grid: true,
      label: null,
      zero: true,
      nice: true,
      ...(percent ? { tickFormat: (value: number) => `${Math.round(100 * value)}%` } : wholeTicks(points)),
    },
    marks: [
      Plot.ruleY([0]),
      Plot.ruleX(shown, { x: at, stroke: 'currentColor', strokeDasharray: '2,4', strokeOpacity: 0.6 }),
      Plot.text(shown, { x: at, frameAnchor: 'top', dy: -18, text: 'label', fill: 'currentColor' }),
      ...series.flatMap(({ id, colour: stroke }, n) => seriesMarks(Plot, own(id), breaks, n, stroke)),
    ],
  });
}
