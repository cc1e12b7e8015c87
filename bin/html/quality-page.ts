import { regions } from '../../schemas/regions.ts';
import { html, Markup } from '../../src/markup.ts';
import { percent } from '../../src/percent.ts';
import type { Io } from '../io.ts';
import type { Quality } from '../local/sql/quality.ts';
import { type QualitySection, qualitySections, qualitySummary, soundStructure } from '../text/quality-sections.ts';
import { shownValue } from '../text/result.ts';
import { barChart, shade, stackedBars } from './charts.ts';

const style = `:root{font:16px/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff}body{max-width:60rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem;margin:0 0 .3rem}h2{font-size:1.15rem;margin:2.2rem 0 .6rem}p{margin:.3rem 0}.cards{display:flex;flex-wrap:wrap;gap:.8rem;margin:1.2rem 0;padding:0;list-style:none}
.cards li{flex:1 1 9rem;border:1px solid #c9c9c9;border-radius:.4rem;padding:.6rem .8rem}.cards b{display:block;font-size:1.4rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem}th,td{padding:.2rem .6rem;text-align:left;border-bottom:1px solid #e2e2e2;white-space:nowrap}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}svg{width:100%;height:auto}svg text{font-size:12px;text-anchor:middle;fill:#1b1b1b}.bar{fill:#0072b2}
.s1{background:#e6f1f8}.s2{background:#c3def0}.s3{background:#93c4e3}.s4{background:#5aa3d0}.s5{background:#2b83bd;color:#000}
.stacks{list-style:none;padding:0;margin:0}.stacks li{display:grid;grid-template-columns:3rem 1fr 12rem 1fr;gap:.6rem;align-items:center;font-size:.9rem;border-bottom:1px solid #e2e2e2;padding:.2rem 0}
.stack{display:flex;height:.9rem;background:#f1f1f1}.stack i{display:block}.pass{background:#0072b2}.warn{background:#e69f00}.fail{background:#b3261e}.na{background:#c9c9c9}
summary{cursor:pointer;margin:.4rem 0}@media(max-width:40rem){.stacks li{grid-template-columns:3rem 1fr}.stack,.told{grid-column:2}}@media print{details>*{display:block}}`;

const count = (value: unknown): number => Number(value ?? 0);

function cards(io: Io, { totals }: Quality): Markup {
  const cells = count(totals.cells_with_value) + count(totals.cells_without_value);
  const holding = count(totals.checks_assessed) - count(totals.checks_failed);
  const all: readonly (readonly [string, string])[] = [
    [io.text({ zh: '报告', en: 'reports' }), String(totals.reports)],
    [io.text({ zh: '机关', en: 'agencies' }), String(totals.agencies)],
    [io.text({ zh: '有数字的单元格', en: 'cells with a value' }), percent(count(totals.cells_with_value), cells)],
    [io.text({ zh: '核对成立', en: 'checks that hold' }), percent(holding, count(totals.checks_assessed))],
    [io.text({ zh: '机关未确定的报告', en: 'reports of unresolved agencies' }), String(totals.unresolved)],
  ];
  return html`<ul class="cards">${all.map(([label, value]) => html`<li><b>${value}</b>${label}</li>`)}</ul>`;
}

const regionName = (io: Io, code: string): string => {
  const known = Object.entries(regions).find(([region]) => region === code)?.[1];
  return known ? `${code} ${io.text(known)}` : code;
};

/** A table of the report; a region's row is a heat map. */
function sectionTable(io: Io, { id, columns, rows, heading }: QualitySection): Markup {
  const heat = id === 'by_region';
  const highest = heat
    ? Math.max(1, ...rows.flatMap((row) => Object.entries(row).flatMap(([key, value]) => (key === 'region' ? [] : [count(value)]))))
    : 1;
  const heads = columns.map(({ label, number }) => html`<th scope="col"${new Markup(number ? ' class="n"' : '')}>${io.text(label)}</th>`);
  const body = rows.map((row) => {
    const cells = columns.map((column, at) => {
      const value = column.show(row, io);
      const text = heat && at === 0 ? regionName(io, String(value)) : shownValue(value);
      const classes = [column.number ? 'n' : '', heat && at > 0 ? `s${shade(count(value), highest)}` : ''].filter(Boolean).join(' ');
      return html`<td class="${classes}">${text}</td>`;
    });
    return html`<tr>${cells}</tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${io.text(heading)}"><table><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function chart(io: Io, quality: Quality, { id, heading, rows }: QualitySection): Markup | null {
  if (id === 'by_year')
    return barChart(
      io.text(heading),
      quality.by_year.map(({ year, reports }) => ({ label: String(year), value: count(reports) })),
    );
  if (id !== 'checks') return null;
  const outcome = (kind: string, zh: string, en: string, value: unknown) => ({ kind, label: io.text({ zh, en }), value: count(value) });
  const about = qualitySections(quality)
    .find((section) => section.id === 'checks')
    ?.columns.at(-1);
  return stackedBars(
    rows.map((row) => ({
      name: String(row.check_id),
      about: String(about?.show(row, io) ?? ''),
      parts: [
        outcome('pass', '成立', 'hold', row.passed),
        outcome('warn', '存疑', 'doubtful', row.doubtful),
        outcome('fail', '不成立', 'fail', row.failed),
        outcome('na', '无法判断', 'not assessable', row.not_assessable),
      ],
    })),
  );
}

function section(io: Io, quality: Quality, shown: QualitySection): Markup {
  const drawn = chart(io, quality, shown);
  const table = sectionTable(io, shown);
  const numbers = io.text({ zh: '数据表', en: 'The numbers' });
  const body = drawn ? html`${drawn}<details><summary>${numbers}</summary>${table}</details>` : table;
  return html`<section><h2>${io.text(shown.heading)}</h2>${body}</section>`;
}

/** The quality report as one page that needs nothing else: no script, no other file, no address. */
export function qualityPage(io: Io, quality: Quality, place: string): string {
  const title = io.text({ zh: '数据集质量报告', en: 'Quality report of the dataset' });
  const sound = quality.structure.length === 0 ? html`<p>${io.text(soundStructure)}</p>` : '';
  const page = html`<!doctype html>
<html lang="${io.language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} · ${place}</title><style>${new Markup(style)}</style></head>
<body><main><h1>${title}</h1><p>${place}: ${io.text(qualitySummary(quality))}</p>${cards(io, quality)}${sound}${qualitySections(quality).map((shown) => section(io, quality, shown))}</main></body></html>
`;
  return page.text;
}
