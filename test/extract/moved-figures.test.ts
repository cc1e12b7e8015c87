import { expect, it } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// A row of table 4 that lost a cell and got another has as many as there are columns; its sums tell that figures have moved.

async function remedies(figures: readonly number[]): Promise<ReadonlySet<number | string>> {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const rows = [
    ['<td colspan="5">行政复议</td>', '<td colspan="5">未经复议直接起诉</td>', '<td colspan="5">复议后起诉</td>'],
    [...outcomes, ...outcomes, ...outcomes].map((head) => `<td>${head}</td>`),
    figures.map((figure) => `<td>${figure}</td>`),
  ];
  const table = `<table>${rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</table>`;
  const html = `<h1>厦门市司法局2022年政府信息公开工作年度报告</h1><p>四、政府信息公开行政复议、行政诉讼情况</p>${table}`;
  const { report } = await parseDocument(new TextEncoder().encode(html), { name: 'a.html' });
  return new Set(
    report.cells.filter(({ code }) => code.startsWith('remedies.')).map(({ value, status }) => (value === null ? status : 'read')),
  );
}

const whole = [3, 1, 0, 2, 6, 1, 4, 0, 0, 5, 2, 0, 7, 0, 9];

it.each([
  ['one lost in the first remedy, one twice in the last', [...whole.slice(1, 11), 2, ...whole.slice(11)]],
  ['one twice in the first remedy, one lost in the last', [3, ...whole.slice(0, 12), ...whole.slice(13)]],
  ['one lost in the second remedy, a stray one in the first', [3, 1, 8, 0, 2, 6, 1, 0, 0, 5, 2, 0, 7, 0, 9]],
])('%s: of no certain column', async (_, figures) => {
  expect(figures).toHaveLength(whole.length);
  expect(await remedies(figures)).toEqual(new Set(['ambiguous']));
});

it.each([
  ['sums that hold', whole],
  ['one wrong total', [3, 1, 0, 2, 7, 1, 4, 0, 0, 5, 2, 0, 7, 0, 9]],
  ['two wrong totals', [10, 1, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
])('%s: as printed', async (_, figures) => {
  expect(await remedies(figures)).toEqual(new Set(['read']));
});
