import { html, type Markup } from '../../src/markup.ts';

/** A value along an axis. */
export interface Bar {
  readonly label: string;
  readonly value: number;
}

const size = { width: 720, height: 220, left: 8, bottom: 28, top: 22 };

/** Labels that fit beside one another: every second, third … when there are many. */
const everyNth = (count: number) => Math.ceil(count / 18);

/** Upright bars, each with its number on top. `title` says what a reader who cannot see it should know. */
export function barChart(title: string, bars: readonly Bar[]): Markup {
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  const step = (size.width - size.left) / Math.max(1, bars.length);
  const room = size.height - size.bottom - size.top;
  const nth = everyNth(bars.length);
  const drawn = bars.map(({ label, value }, at) => {
    const tall = (room * value) / highest;
    const [x, y] = [size.left + at * step, size.top + room - tall];
    const middle = x + step * 0.4;
    return html`<rect class="bar" x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${(step * 0.8).toFixed(1)}" height="${tall.toFixed(1)}"/><text x="${middle.toFixed(1)}" y="${(y - 5).toFixed(1)}">${value}</text>${
      at % nth === 0 ? html`<text x="${middle.toFixed(1)}" y="${size.height - 8}">${label}</text>` : ''
    }`;
  });
  return html`<svg role="img" aria-label="${title}" viewBox="0 0 ${size.width} ${size.height}">${drawn}</svg>`;
}

/** One line of a stacked bar: its name, what it is about, and how many of each outcome. */
export interface Stack {
  readonly name: string;
  readonly about: string;
  readonly parts: readonly { readonly kind: string; readonly label: string; readonly value: number }[];
}

/** Lying bars cut by outcome, as long as the share each has; the numbers stand beside, so that colour is never alone. */
export function stackedBars(stacks: readonly Stack[]): Markup {
  const lines = stacks.map(({ name, about, parts }) => {
    const sum = parts.reduce((total, { value }) => total + value, 0);
    const shown = parts.filter(({ value }) => value > 0);
    const pieces = shown.map(({ kind, value }) => html`<i class="${kind}" style="width:${((100 * value) / sum).toFixed(3)}%"></i>`);
    const told = shown.map(({ label, value }) => `${label} ${value}`).join(', ');
    return html`<li><b>${name}</b><span class="about">${about}</span><span class="stack" role="img" aria-label="${told || '0'}">${pieces}</span><span class="told">${told || '–'}</span></li>`;
  });
  return html`<ul class="stacks">${lines}</ul>`;
}

/** Shade of a heat map's cell, 0 to 5, on a scale of squares so that small numbers still differ. */
export const shade = (value: number, highest: number): number => (value <= 0 ? 0 : Math.max(1, Math.ceil(5 * Math.sqrt(value / highest))));
