import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// A label with a wrong character names its row wherever it stands: below a head, behind the heading of its group.

const read = async (lines: readonly string[]) => {
  const text = `某县水利局2022年政府信息公开工作年度报告\n${lines.join('\n')}\n五、其他`;
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'a.txt' });
  return (row: string) => report.cells.filter(({ code }) => code.includes(`.${row}.`)).map(({ value, status }) => value ?? status);
};

const clauses = ['二、主动公开政府信息情况', '第二十条第（六）项', '信息内容', '本年处理决定数量', '行政处法', '14', '行政强制', '15'];

const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const applications = (cell: string, ...rows: readonly (readonly string[])[]) => [
  '三、收到和处理政府信息公开申请情况',
  ...[columns, ...rows].map((row) => row.join(cell)),
];
const rows = [
  ['一、本年新收政府信息公开申请数量', '1', '2', '3', '4', '5', '6', '21'],
  ['（五）不予处理', '1.信访投诉举报类申请', '7', '8', '9', '1', '2', '3', '30'],
  ['2.重复申请', '4', '5', '6', '7', '8', '9', '39'],
];

describe('a misspelt label', () => {
  it('names the first row below its head in a text with a cell a line', async () => {
    const row = await read(clauses);
    expect([row('penalties'), row('coercion')]).toEqual([[14], [15]]);
  });

  it.each(['\t', ' | ', '  '])('names the row behind the heading of its group, between %j', async (cell) => {
    const row = await read(applications(cell, ...rows));
    expect(row('unprocessed_petition')).toEqual([7, 8, 9, 1, 2, 3, 30]);
    expect(row('unprocessed_repeat')).toEqual([4, 5, 6, 7, 8, 9, 39]);
    expect(row('unprocessed_total')).toEqual([]);
  });
});
