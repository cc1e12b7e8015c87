import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Table 4 as a page prints it, with more cells in its row than the form has columns.

const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const figures = [1, 2, 0, 3, 6, 0, 1, 1, 0, 2, 4, 0, 0, 0, 4];
const cells = (tag: string, all: readonly (string | number)[]) => all.map((one) => `<td${tag}>${one}</td>`).join('');

const page = (corner: string, row: string) => `<h1>石桥县审计局2024年政府信息公开工作年度报告</h1>
<p>四、政府信息公开行政复议、行政诉讼情况</p>
<table><tr>${corner}<td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
<tr>${cells(' rowspan="2"', outcomes)}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
<tr>${cells('', [...outcomes, ...outcomes])}</tr>
${row}</table>
<p>五、存在的主要问题及改进情况</p>`;

async function read(html: string): Promise<readonly (number | string)[]> {
  const { report } = await parseDocument(new TextEncoder().encode(html), { name: 'report.html' });
  return report.cells.filter(({ code }) => code.startsWith('remedies.')).map(({ value, status }) => value ?? status);
}

const corner = '<td rowspan="3">年度</td>';

test.each(['2024年', '2024', '1'])('what stands left of all heads names the row: %s', async (name) => {
  expect(await read(page(corner, `<tr>${cells('', [name, ...figures])}</tr>`))).toEqual(figures);
});

test('beside a name, too, a lost cell leaves no figure certain', async () => {
  const short = figures.toSpliced(3, 1);
  expect(new Set(await read(page(corner, `<tr>${cells('', ['2024', ...short])}</tr>`)))).toEqual(new Set(['ambiguous']));
});

test('the rows of two years are neither’s', async () => {
  const rows = ['2023年', '2024年'].map((name, at) => `<tr>${cells('', [name, ...figures.map((figure) => (at === 0 ? 0 : figure))])}</tr>`);
  expect((await read(page(corner, rows.join('')))).some((cell) => typeof cell === 'number')).toBe(false);
});

test('figures in the cells of their outcomes are no remedy’s that is named behind them', async () => {
  const shown = outcomes.map((outcome, at) => `${outcome}${figures[at]}`);
  const others = [...outcomes, ...outcomes].map((outcome, at) => `${outcome}${figures[at + 5]}`);
  const together = `<h1>石桥县审计局2024年政府信息公开工作年度报告</h1>
<p>四、政府信息公开行政复议、行政诉讼情况</p>
<table><tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
<tr>${cells(' rowspan="2"', shown)}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
<tr>${cells('', others)}</tr></table>
<p>五、存在的主要问题及改进情况</p>`;
  expect((await read(together)).some((cell) => typeof cell === 'number')).toBe(false);
});
