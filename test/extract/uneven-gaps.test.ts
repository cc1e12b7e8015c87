import { expect, it } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Text of a page with an empty line between two cells and three between two rows, as extractors leave it: an empty cell is one line
// more, which is no whole step, and the wide gap at the end of a row looks like an empty cell.

const rows: readonly (readonly string[])[] = [
  ['申请人情况'],
  ['自然人', '法人或其他组织', '总计'],
  ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
  ['一、本年新收政府信息公开申请数量', '31', '4', '0', '0', '2', '0', '37'],
  ['二、上年结转政府信息公开申请数量', '3', '0', '0', '0', '0', '0', '3'],
  ['三、本年度办理结果', '（一）予以公开', '18', '2', '0', '0', '2', '0', '22'],
  ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '', '9', '0', '0', '1', '0', '0'],
  ['（七）总计', '30', '4', '0', '0', '2', '0', '36'],
  ['四、结转下年度继续办理', '4', '0', '0', '0', '0', '0', '4'],
];
const lines = (cells: readonly string[]) => `${cells.flatMap((cell) => (cell === '' ? [''] : [cell, ''])).join('\n')}\n\n`;

it('cells of a row whose gaps hold no whole number of cells are ambiguous unless the sums tell', async () => {
  const text = `某县水利局2021年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n\n${rows.map(lines).join('\n')}\n五、存在的主要问题及改进情况\n`;
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'a.txt' });
  const row = (code: string) =>
    report.cells.filter((cell) => cell.code.startsWith(`applications.${code}.`)).map(({ value, status }) => value ?? status);
  expect(row('granted')).toEqual([18, 2, 0, 0, 2, 0, 22]);
  expect(new Set(row('partially_granted'))).toEqual(new Set(['ambiguous']));
});
