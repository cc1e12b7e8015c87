import { expect, test } from 'vitest';
import { headlineValues } from '../../src/dataset/rows/headline.ts';
import { inUnit, moneyIn } from '../../src/money.ts';
import { parseDocument } from '../../src/parse.ts';

test('amounts in yuan and in the unit asked for', () => {
  expect(inUnit(10.9038, 'CNY_10K', 'CNY')).toBe(109038);
  expect(inUnit(1.2, 'CNY_100M', 'CNY')).toBe(120_000_000);
  expect(inUnit(5, null, 'CNY')).toBeNull();
  expect(inUnit(3500, 'CNY', 'CNY_10K')).toBe(0.35);
  expect(inUnit(0.35, 'CNY_10K', 'CNY_10K')).toBe(0.35);
  expect(inUnit(null, 'CNY', 'CNY_10K')).toBeNull();
});

test.each([
  ['采购总金额', undefined],
  ['采购总金额(元)', 'CNY'],
  ['采购总金额(万\n元)', 'CNY_10K'],
  ['采购总金额(单位:亿元)', 'CNY_100M'],
  ['采购总金额(千元)', null],
  ['采购总金额(百万元)', null],
])('the unit in %j', (label, unit) => {
  expect(moneyIn(label)).toBe(unit);
});

async function amount(year: number, clause: string, label: string, figure: string) {
  const rows = [
    [clause, ''],
    ['信息内容', ...(year === 2020 ? ['采购项目数量'] : []), label],
    [year === 2020 ? '政府集中采购' : '行政事业性收费', ...(year === 2020 ? ['3'] : []), figure],
  ];
  const table = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  const page = `<h1>厦门市司法局${year}年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p><table>${table}</table>`;
  const { report } = await parseDocument(new TextEncoder().encode(page), { name: 'report.html' });
  const cell = report.cells.find(({ code }) => code.endsWith('.amount') && code.includes(year === 2020 ? 'procurement' : 'fees'));
  const { disclosure_fees_amount, disclosure_procurement_amount } = headlineValues(report);
  return [cell?.value, cell?.unit, year === 2020 ? disclosure_procurement_amount : disclosure_fees_amount];
}

test.each([
  ['采购总金额', '251000', [251000, null, null]],
  ['采购总金额（万<br>元）', '25.1', [25.1, 'CNY_10K', 251000]],
  ['采购总金额（单位：元）', '251000', [251000, 'CNY', 251000]],
  ['采购总金额（单位：亿元）', '1.5', [1.5, 'CNY_100M', 150_000_000]],
  ['采购总金额（千元）', '251', [251, null, null]],
  ['采购总金额（万元）', '251000元', [251000, 'CNY', 251000]],
])('procurement under %s: %s', async (label, figure, expected) => {
  expect(await amount(2020, '第二十条第（九）项', label, figure)).toEqual(expected);
});

test.each([
  ['本年收费金额（单位：万元）', '0.35', [0.35, 'CNY_10K', 0.35]],
  ['本年收费金额', '0.35', [0.35, 'CNY_10K', 0.35]],
  ['本年收费金额（单位：元）', '3500', [3500, 'CNY', 0.35]],
  ['本年收费金额（单位：万元）', '3500元', [3500, 'CNY', 0.35]],
])('fees under %s: %s', async (label, figure, expected) => {
  expect(await amount(2021, '第二十条第（八）项', label, figure)).toEqual(expected);
});
