import { type Child, h, table } from '../dom.ts';
import type { DataFile } from '../download/csv.ts';
import type { Drawing } from '../download/drawing.ts';
import { saveCsv, savePng, saveSvg } from '../download/save.ts';
import { number, t } from '../language.ts';

type PlotModule = typeof import('../charts/plot-parts.ts');

/** A column of a figure's data: its name in CSV, its head, and the value of a row. */
export interface DataColumn<R> {
  readonly name: string;
  readonly label: string;
  readonly value: (row: R) => string | number | null;
  readonly show?: (row: R) => Child;
  readonly number?: boolean;
}

/** A column of numbers. */
export const count = <R>(name: string, label: string, value: (row: R) => number | null): DataColumn<R> => ({
  name,
  label,
  value,
  show: (row) => number(value(row)),
  number: true,
});

/** A chart with all that belongs to it. */
export interface FigureOptions<R> {
  /** Name of saved files. */
  readonly name: string;
  readonly title: string;
  /** What the chart says, in a sentence. */
  readonly sentence: string;
  /** Of what the numbers are, and what is not in them. */
  readonly note?: string;
  readonly key?: readonly { readonly label: string; readonly colour: string }[];
  readonly columns: readonly DataColumn<R>[];
  readonly rows: readonly R[];
  /** Draw at a width in pixels; null where there is nothing to draw. */
  readonly draw: (plot: PlotModule, width: number) => Element | null;
}

// The charting library is a third of the script: it comes with the first chart, beside the data.
let module: Promise<PlotModule> | null = null;
/** The charting library, loaded once. */
export const plot = (): Promise<PlotModule> => {
  module ??= import('../charts/plot-parts.ts');
  return module;
};

/** A drawing of Plot as one image with one name: its inner labels are positions, nothing a reader should hear. */
function named(drawn: Element, title: string): SVGSVGElement | null {
  const svg = drawn instanceof SVGSVGElement ? drawn : drawn.querySelector('svg');
  if (!svg) return null;
  for (const element of svg.querySelectorAll('[aria-label],[aria-description]')) {
    element.removeAttribute('aria-label');
    element.removeAttribute('aria-description');
  }
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', title);
  return svg;
}

function keyList(key: NonNullable<FigureOptions<unknown>['key']>): HTMLElement | null {
  if (key.length === 0) return null;
  const items = key.map(({ label, colour }) => {
    const swatch = h('span', { class: 'swatch', 'aria-hidden': 'true' });
    swatch.style.background = colour;
    return h('li', {}, swatch, label);
  });
  return h('ul', { class: 'key' }, ...items);
}

/** What a figure shows, for those who download it. */
export interface ShownFigure {
  readonly title: string;
  readonly sentence: string;
  readonly note: string;
  readonly data: DataFile;
  /** What each column of the data is called, in their order. */
  readonly labels: readonly string[];
  readonly drawing: () => Drawing | null;
}

const shown = new WeakMap<Element, ShownFigure>();

/** What an element shows, if it is a figure. */
export const figureOf = (element: Element): ShownFigure | undefined => shown.get(element);

function buttons({ title, data, drawing }: ShownFigure): HTMLElement {
  const draw = (save: (drawing: Drawing) => unknown) => () => {
    const drawn = drawing();
    if (drawn) void save(drawn);
  };
  const button = (label: string, act: () => void) =>
    h('button', { type: 'button', onclick: act, 'aria-label': `${label}: ${title}` }, label);
  return h(
    'p',
    { class: 'save' },
    `${t('保存', 'Save')} `,
    button('CSV', () => saveCsv(data)),
    ' ',
    button('SVG', draw(saveSvg)),
    ' ',
    button('PNG', draw(savePng)),
  );
}

const numbersTable = <R>({ title, columns, rows }: FigureOptions<R>) =>
  table(
    title,
    columns.map(({ label, value, show, number: isNumber }) => ({ label, show: show ?? value, ...(isNumber && { number: true }) })),
    rows,
  );

/** A chart with its sentence, its key, its numbers as a table, and buttons to save it. */
export function figure<R>(options: FigureOptions<R>): HTMLElement {
  const { name, title, sentence, note, key = [], columns, rows, draw } = options;
  const canvas = h('div', { class: 'canvas' });
  let svg: SVGSVGElement | null = null;
  let drawnAt = 0;
  const redraw = async () => {
    const library = await plot();
    const width = Math.floor(canvas.clientWidth);
    if (width === 0 || width === drawnAt) return;
    drawnAt = width;
    const drawn = draw(library, width);
    svg = drawn && named(drawn, `${title}. ${sentence}`);
    canvas.replaceChildren(...(svg ? [svg] : [h('p', { class: 'empty' }, t('没有可画的数字。', 'There is no number to draw.'))]));
  };
  new ResizeObserver(() => void redraw()).observe(canvas);
  const seen: ShownFigure = {
    title,
    sentence,
    note: note ?? '',
    data: { name, head: columns.map((column) => column.name), rows: rows.map((row) => columns.map(({ value }) => value(row))) },
    labels: columns.map(({ label }) => label),
    drawing: () => svg && { name, title, svg, key },
  };
  const element = h(
    'figure',
    {},
    h('figcaption', {}, h('h2', {}, title), h('p', { class: 'sentence' }, sentence)),
    keyList(key),
    canvas,
    note && h('p', { class: 'note' }, note),
    h('details', {}, h('summary', {}, t('数据表', 'The numbers')), numbersTable(options)),
    buttons(seen),
  );
  shown.set(element, seen);
  return element;
}
