import { checkKinds } from '../../schemas/checks.ts';
import { codeLists } from '../../schemas/codes.ts';
import { issueKinds } from '../../schemas/issues.ts';
import type { Text } from '../../schemas/tables.ts';
import { html, Markup } from '../markup.ts';
import { percent } from '../percent.ts';
import type { QualityReport } from './quality.ts';

type Shown = string | number;

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:60rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin:2.2rem 0 .6rem}small{opacity:.75}.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.9rem}th,td{padding:.2rem .7rem;text-align:left;border-bottom:1px solid #8884}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}meter{width:8rem}`;

const both = ({ zh, en }: Text): Markup => html`${zh} <small lang="en">${en}</small>`;

const cell = (value: Shown | Markup): Markup => html`<td${new Markup(typeof value === 'number' ? ' class="n"' : '')}>${value}</td>`;

function section(heading: Text, columns: readonly Text[], rows: readonly (readonly (Shown | Markup)[])[]): Markup {
  const heads = columns.map((label) => html`<th scope="col">${both(label)}</th>`);
  const body = rows.map((row) => html`<tr>${row.map(cell)}</tr>`);
  return html`<section><h2>${both(heading)}</h2><div class="scroll" tabindex="0" role="region" aria-label="${heading.zh} ${heading.en}">
<table><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div></section>
`;
}

/** A share as a number, with a bar for the eye. */
const share = (part: number, whole: number): Markup =>
  whole === 0 ? html`–` : html`<meter min="0" max="1" value="${(part / whole).toFixed(4)}"></meter> ${percent(part, whole)}`;

const meaningOf = (list: Readonly<Record<string, Text>>, code: string): Markup => html`${list[code] ? both(list[code]) : ''}`;

const years = ({ by_year }: QualityReport): Markup =>
  section(
    { zh: '各年度', en: 'By year' },
    [
      { zh: '年度', en: 'year' },
      { zh: '报告', en: 'reports' },
      { zh: '有数字的单元格', en: 'cells with a value' },
      { zh: '成立的核对', en: 'checks that hold' },
    ],
    by_year.map(({ year, reports = 0, cells_with_value = 0, cells_without_value = 0, checks_assessed = 0, checks_failed = 0 }) => [
      String(year),
      reports,
      share(cells_with_value, cells_with_value + cells_without_value),
      share(checks_assessed - checks_failed, checks_assessed),
    ]),
  );

const checks = ({ checks }: QualityReport): Markup =>
  section(
    { zh: '各项核对', en: 'Checks' },
    [
      { zh: '编号', en: 'check' },
      { zh: '内容', en: 'what must hold' },
      { zh: '成立', en: 'holds' },
      { zh: '不成立', en: 'fails' },
      { zh: '无法判断', en: 'not assessable' },
    ],
    checks.map(({ check_id, pass, warn, fail, not_assessable }) => {
      const assessed = Number(pass) + Number(warn) + Number(fail);
      return [check_id, meaningOf(checkKinds, check_id), share(Number(pass), assessed), Number(fail), Number(not_assessable)];
    }),
  );

const counted = (heading: Text, counts: Readonly<Record<string, number>>, meanings: Readonly<Record<string, Text>>): Markup =>
  section(
    heading,
    [
      { zh: '代码', en: 'code' },
      { zh: '含义', en: 'meaning' },
      { zh: '文件', en: 'documents' },
    ],
    Object.entries(counts).map(([code, count]) => [code, meaningOf(meanings, code), count]),
  );

/** `quality/report.html`: the numbers of `quality/report.json` for people, in both languages, in one file that needs no other. */
export function qualityPage(version: string, report: QualityReport): string {
  const title = html`${both({ zh: `数据质量 ${version}`, en: 'Data quality' })}`;
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>数据质量 Data quality · ${version}</title><style>${new Markup(style)}</style></head>
<body><main><h1>${title}</h1>
${years(report)}${checks(report)}${counted({ zh: '收到的文件', en: 'Documents received' }, report.documents, codeLists.document_outcome)}${counted(
  { zh: '隔离的文件', en: 'Documents in quarantine' },
  report.quarantine,
  issueKinds,
)}</main></body></html>
`.text;
}
