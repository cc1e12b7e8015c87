import { t } from './language.ts';
import type * as PlotModule from './plot-parts.ts';

type Plot = typeof PlotModule;

/** Colours that readers who see few colours tell apart (Okabe and Ito); their values are in the style sheet. */
export const colours = ['var(--c1)', 'var(--c2)', 'var(--c3)', 'var(--c4)', 'var(--c5)', 'var(--c6)', 'var(--c7)', 'var(--c8)'] as const;
export const colour = (at: number): string => colours[at % colours.length] ?? 'currentColor';

/** A year from which numbers were counted in another way. */
export interface Break {
  readonly from: number;
  readonly label: string;
}

/** The forms changed in 2019 and 2021. */
export const formBreaks = (): readonly Break[] => [
  { from: 2019, label: t('2019格式', 'form 2019') },
  { from: 2021, label: t('2021格式', 'form 2021') },
];

/** From 2024 a review comes before most lawsuits. */
export const lawBreak = (): Break => ({ from: 2024, label: t('2024复议法', 'law of 2024') });

/** One point of a line; null is a gap. */
export interface Point {
  readonly year: number;
  readonly value: number | null;
  readonly series: string;
}

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

/** A line that stops at every break and gap, and a mark at every number: a series is told by its mark too. */
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

/** Lines over years, cut at every break, with a gap where there is no number. */
export function lines(Plot: Plot, { points, series, breaks, percent, width, height = 260 }: LineOptions): Element | null {
  const years = [...new Set(points.map(({ year }) => year))].sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || points.every(({ value }) => value === null)) return null;
  const all = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const shown = breaks.filter(({ from }) => from > first && from <= last);
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
      ...(percent && { tickFormat: (value: number) => `${Math.round(100 * value)}%` }),
    },
    marks: [
      Plot.ruleY([0]),
      Plot.ruleX(shown, { x: at, stroke: 'currentColor', strokeDasharray: '2,4', strokeOpacity: 0.6 }),
      Plot.text(shown, { x: at, frameAnchor: 'top', dy: -18, text: 'label', fill: 'currentColor' }),
      ...series.flatMap(({ id, colour: stroke }, n) => seriesMarks(Plot, own(id), breaks, n, stroke)),
    ],
  });
}

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

/** About how wide a sign of a label is at twelve pixels: Chinese is wider. */
const signWidth = (label: string): number => (/[\u4e00-\u9fff]/.test(label) ? 12.5 : 6.6);
const labelWidth = (label: string): number => [...label].length * signWidth(label);

/** One cell of a map of places and years. */
export interface HeatCell {
  readonly place: string;
  readonly year: number;
  readonly value: number | null;
  readonly text: string;
}

/** Places down, years across; darker is more, and every cell says its number where there is room. */
export function heat(Plot: Plot, cells: readonly HeatCell[], width: number): Element | null {
  const places = [...new Set(cells.map(({ place }) => place))];
  const years = [...new Set(cells.map(({ year }) => year))].sort((a, b) => a - b);
  if (places.length === 0) return null;
  const left = Math.min(160, Math.max(...places.map(labelWidth)) + 14);
  const wide = (width - left) / Math.max(1, years.length) > 38;
  const highest = Math.max(0, ...cells.map(({ value }) => value ?? 0));
  return Plot.plot({
    width,
    height: 40 + 24 * places.length,
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
      Plot.text(wide ? cells : [], { x: 'year', y: 'place', text: 'text', fill: 'currentColor' }),
    ],
  });
}

/** Lying bars with their numbers. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly colour: string;
}

/** Sorted bars, labels above them where the page is narrow. */
export function bars(Plot: Plot, rows: readonly Bar[], width: number): Element | null {
  if (rows.length === 0) return null;
  const short = width < 560;
  const step = short ? 40 : 26;
  const longest = Math.max(...rows.map(({ label }) => labelWidth(label)));
  const left = short ? 4 : Math.min(Math.ceil(longest) + 14, 340, Math.floor(width * 0.42));
  const clip = (label: string) => {
    const room = Math.floor((short ? width - 8 : left - 12) / signWidth(label));
    return [...label].length > room ? `${[...label].slice(0, room - 1).join('')}…` : label;
  };
  return Plot.plot({
    width,
    height: 12 + step * rows.length,
    marginLeft: left,
    marginRight: 60,
    marginTop: 4,
    marginBottom: 4,
    style: { background: 'transparent', fontSize: '12px' },
    x: { axis: null, domain: [0, Math.max(1e-9, ...rows.map(({ value }) => value))] },
    y: { axis: null, domain: rows.map(({ label }) => label) },
    marks: [
      Plot.barX(rows, { x: 'value', y: 'label', fill: 'colour', insetTop: short ? 20 : 3, insetBottom: 3 }),
      Plot.text(rows, { x: 'value', y: 'label', text: 'text', textAnchor: 'start', dx: 4, dy: short ? 9 : 0, fill: 'currentColor' }),
      short
        ? Plot.text(rows, { x: 0, y: 'label', text: ({ label }: Bar) => clip(label), textAnchor: 'start', dy: -9, fill: 'currentColor' })
        : Plot.text(rows, { x: 0, y: 'label', text: ({ label }: Bar) => clip(label), textAnchor: 'end', dx: -6, fill: 'currentColor' }),
    ],
  });
}
