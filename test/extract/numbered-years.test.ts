import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Offices write the number of the year where the form says 本年, 上年 and 下年度.

const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const rows: readonly (readonly [string, readonly number[]])[] = [
  ['一、2022年新收政府信息公开申请数量', [8, 1, 0, 0, 0, 0, 9]],
  ['二、2021 年结转政府信息公开申请数量', [2, 0, 0, 0, 0, 0, 2]],
  ['三、2022年度办理结果', []],
  ['（一）予以公开', [7, 1, 0, 0, 0, 0, 8]],
  ['（七）总计', [7, 1, 0, 0, 0, 0, 8]],
  ['四、结转2023年度继续办理', [3, 0, 0, 0, 0, 0, 3]],
];
const page = (table: readonly string[]) =>
  [
    '柳河县民政局2022年政府信息公开工作年度报告',
    '三、收到和处理政府信息公开申请情况',
    ...table,
    '四、政府信息公开行政复议、行政诉讼情况',
  ].join('\n');

async function totals(table: readonly string[]): Promise<readonly (number | string)[]> {
  const { report } = await parseDocument(new TextEncoder().encode(page(table)), { name: 'report.txt' });
  const codes = ['new_received', 'carried_in', 'granted', 'processed_total', 'carried_out'].map((row) => `applications.${row}.total`);
  return codes.map((code) => report.cells.find((cell) => cell.code === code)).map((cell) => cell?.value ?? cell?.status ?? 'none');
}

test.each([
  ['a row a line', [names.join(' '), ...rows.map(([label, figures]) => [label, ...figures].join(' '))]],
  ['a cell a line', [...names, ...rows.flatMap(([label, figures]) => [label, ...figures.map(String)])]],
  ['between pipes', [`| ${['', ...names].join(' | ')} |`, ...rows.map(([label, figures]) => `| ${[label, ...figures].join(' | ')} |`)]],
])('the label of a row names its year by its number, %s', async (_, table) => {
  expect(await totals(table)).toEqual([9, 2, 8, 8, 3]);
});

test('rows of two years are not one of them', async () => {
  const line = (label: string, ...figures: readonly number[]) => [label, ...figures].join(' ');
  const table = [
    names.join(' '),
    line('一、2021年新收政府信息公开申请数量', 5, 0, 0, 0, 0, 0, 5),
    line('一、2022年新收政府信息公开申请数量', 8, 1, 0, 0, 0, 0, 9),
    line('二、2021年结转政府信息公开申请数量', 2, 0, 0, 0, 0, 0, 2),
  ];
  expect((await totals(table)).slice(0, 2)).toEqual(['ambiguous', 2]);
});
