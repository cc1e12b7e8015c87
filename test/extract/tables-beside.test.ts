import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Two tables of the form beside each other in one grid, as sheets hold this year's and last year's: which is meant cannot be told.

type Row = readonly (string | number)[];

async function read(section: string, rows: readonly Row[]) {
  const table = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  const text = `<h1>三明市民政局2020年政府信息公开工作年度报告</h1><p>${section}</p><table>${table}</table>`;
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'report.html' });
  return report.cells.filter(({ value }) => value !== null).map(({ value }) => value);
}

const beside = (rows: readonly Row[], more: number): Row[] =>
  rows.map((row) => [...row, '', ...row.map((cell) => (typeof cell === 'number' ? cell + more : cell))]);

test.each([
  [
    '二、主动公开政府信息情况',
    [
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['规章', 0, 0, 0],
      ['行政规范性文件', 4, 1, 17],
    ],
  ],
  [
    '三、收到和处理政府信息公开申请情况',
    [
      ['申请人情况', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'],
      ['一、本年新收政府信息公开申请数量', 5, 1, 0, 0, 0, 0, 6],
      ['（六）其他处理', 2, 0, 0, 0, 0, 0, 2],
    ],
  ],
])('%s', async (section, rows) => {
  const figures = rows.flat().filter((cell) => typeof cell === 'number');
  expect(await read(section, rows)).toEqual(figures);
  expect(await read(section, beside(rows, 3))).toEqual([]);
});
