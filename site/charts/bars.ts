import { labelWidth, signWidth } from './label-width.ts';
import type * as PlotModule from './plot-parts.ts';

type Plot = typeof PlotModule;

/** Lying bars with their numbers. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly colour: string;
  /** Where choosing the bar leads; readers without a pointer have the same as a link in the table. */
  readonly open?: () => void;
}

/** Sorted bars, labels above them where the page is narrow. */
export function bars(Plot: Plot, rows: readonly Bar[], width: number): Element | null {
  if (rows.length === 0) return null;
  const short = width < 560;
  const step = short ? 40 : 26;
  const longest = Math.max(...rows.map(({ label }) => labelWidth(label)));
  const left = short ? 4 : Math.min(Math.ceil(longest) + 14, 460, Math.floor(width * 0.42));
  const clip = (label: string) => {
    const room = Math.floor((short ? width - 8 : left - 12) / signWidth(label));
    return [...label].length > room ? `${[...label].slice(0, room - 1).join('')}…` : label;
  };
  const drawn = Plot.plot({
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
      Plot.barX(rows, { x: 'value', y: 'label', fill: 'colour', insetTop: short ? 20 : 3, insetBottom: 3, title: 'label' }),
      Plot.text(rows, { x: 'value', y: 'label', text: 'text', textAnchor: 'start', dx: 4, dy: short ? 9 : 0, fill: 'currentColor' }),
      short
        ? Plot.text(rows, { x: 0, y: 'label', text: ({ label }: Bar) => clip(label), textAnchor: 'start', dy: -9, fill: 'currentColor' })
        : Plot.text(rows, { x: 0, y: 'label', text: ({ label }: Bar) => clip(label), textAnchor: 'end', dx: -6, fill: 'currentColor' }),
    ],
  });
  for (const [at, bar] of drawn.querySelectorAll('g[aria-label="bar"] rect').entries()) {
    const open = rows[at]?.open;
    if (!open) continue;
    bar.setAttribute('cursor', 'pointer');
    bar.addEventListener('click', open);
  }
  return drawn;
}
