import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

const heads = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const rows = [
  ['一、本年新收政府信息公开申请数量', '5', '0', '0', '0', '0', '1', '6'],
  ['二、上年结转政府信息公开申请数量', '1', '0', '0', '0', '0', '0', '1'],
  ['（一）予以公开', '4', '0', '0', '0', '0', '1', '5'],
  ['（七）总计', '4', '0', '0', '0', '0', '1', '5'],
  ['四、结转下年度继续办理', '2', '0', '0', '0', '0', '0', '2'],
] as const;

async function counts(table: readonly string[]) {
  const text = ['厦门市司法局2021年政府信息公开工作年度报告', ...table].join('\n');
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'a.txt' });
  return report.checks.flatMap(({ id, outcome, left, right }) => (id === 'Q06' && outcome === 'fail' ? [[left, right]] : []));
}

test('a row of as many figures as the form has columns is not said to differ, even where the head prints fewer', async () => {
  const disclosure = ['二、主动公开政府信息情况', '规章', '本年制发件数', '现行有效件数', '第二十条第（一）项', '行政规范性文件'];
  for (const [left, right] of await counts([...disclosure, '3', '2', '44', '行政许可', '120'])) expect(left).not.toBe(right);
});

test('a row of fewer is', async () => {
  const table = rows.flatMap(([label, ...figures], at) => [label, ...(at === 2 ? figures.slice(1) : figures)]);
  expect(await counts(['三、收到和处理政府信息公开申请情况', ...heads, ...table])).toEqual([[6, 7]]);
});
