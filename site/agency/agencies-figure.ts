import { formBreaks } from '../charts/breaks.ts';
import { colour } from '../charts/colours.ts';
import { lines } from '../charts/lines.ts';
import { h } from '../dom.ts';
import { type DataColumn, figure } from '../figures/figure.ts';
import { number, percent, t } from '../language.ts';
import type { AgencyReport } from '../published.ts';
import { linkTo } from '../state.ts';

/** An agency and its reports. */
export interface Held {
  readonly id: string;
  readonly name: string;
  readonly reports: readonly AgencyReport[];
}

/** A number of which agencies are compared. */
export interface Compared {
  readonly name: string;
  readonly title: string;
  readonly of: (report: AgencyReport) => number | null;
  readonly share: boolean;
}

interface Row {
  readonly year: number;
  readonly values: readonly (number | null)[];
}

/** One number of several agencies over the years. */
export function agenciesFigure(held: readonly Held[], { name, title, of, share }: Compared): HTMLElement {
  const show = share ? percent : number;
  const years = [...new Set(held.flatMap(({ reports }) => reports.map(({ year }) => year)))].sort((a, b) => a - b);
  const rows: Row[] = years.map((year) => ({
    year,
    values: held.map(({ reports }) => {
      const report = reports.find((one) => one.year === year);
      return report ? of(report) : null;
    }),
  }));
  const last = rows.findLast(({ values }) => values.some((value) => value !== null));
  const said = held.map((one, at) => `${one.name} ${show(last?.values[at])}`).join(t('，', ', '));
  const palette = [0, 2, 6, 3, 7];
  const series = held.map((one, at) => ({ id: one.id, label: one.name, colour: colour(palette[at] ?? at) }));
  const column = (one: Held, at: number): DataColumn<Row> => ({
    name: one.id,
    label: one.name,
    value: ({ values }) => values[at] ?? null,
    show: ({ values, year }) =>
      values[at] === null || values[at] === undefined ? '–' : h('a', { href: linkTo('report', [one.id, String(year)]) }, show(values[at])),
    number: true,
  });
  return figure({
    name,
    title,
    sentence: last ? t(`${last.year}年：${said}。`, `${last.year}: ${said}.`) : t('没有此数。', 'The number is not given.'),
    key: series,
    columns: [{ name: 'year', label: t('年度', 'Year'), value: ({ year }) => year }, ...held.map(column)],
    rows,
    draw: (plot, width) =>
      lines(plot, {
        points: rows.flatMap(({ year, values }) => held.map(({ id }, at) => ({ year, series: id, value: values[at] ?? null }))),
        series,
        breaks: formBreaks(),
        percent: share,
        width,
      }),
  });
}
