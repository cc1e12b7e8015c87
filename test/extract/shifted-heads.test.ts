import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Pages of editors that write spans and references wrong, though every figure is shown in its place.

async function read(head: string, row: string) {
  const text = `<h1>南平市应急管理局2022年政府信息公开工作年度报告</h1><p>三、收到和处理政府信息公开申请情况</p><table>${head}${row}</table>`;
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'report.html' });
  return report.cells.filter(({ code }) => code.startsWith('applications.new_received.')).map(({ value, status }) => value ?? status);
}

const cells = (texts: readonly (string | number)[]) => texts.map((text) => `<td>${text}</td>`).join('');
const figures = [9, 0, 1, 0, 0, 2, 12];
const row = (written = figures.map(String)) => `<tr><td colspan="3">一、本年新收政府信息公开申请数量</td>${cells(written)}</tr>`;
const head = (corner: number) =>
  [
    `<tr><td colspan="3" rowspan="${corner}">&nbsp;</td><td colspan="7">申请人情况</td></tr>`,
    '<tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr>',
    `<tr>${cells(['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'])}</tr>`,
  ].join('');

test.each([3, 2])('a corner over %i lines: heads that stand over the labels are in the order in which they are printed', async (lines) => {
  expect(await read(head(lines), row())).toEqual(figures);
});

test('the reference of a reference to a blank is a blank', async () => {
  expect(await read(head(3), row(figures.map((figure) => `${figure}&amp;nbsp;`)))).toEqual(figures);
});
