import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Authors add rows and columns to the form: last year's figures, shares. In a text without borders they are none of its cells.

async function cells(...lines: readonly string[]) {
  const text = ['厦门市司法局2021年政府信息公开工作年度报告', '二、主动公开政府信息情况', '第二十条第（一）项', ...lines].join('\n');
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'report.txt' });
  return report.cells.filter(({ code }) => /regulations|normative/.test(code)).map(({ value, status }) => value ?? status);
}

const head = '信息内容  本年制发件数  本年废止件数  现行有效件数';
const lost = ['lost', 'lost', 'lost'];
const doubtful = ['ambiguous', 'ambiguous', 'ambiguous'];

test('a row of the year before does not fill the empty row above it', async () => {
  expect(await cells(head, '规章', '上年同期  8  7  6', '行政规范性文件  1  2  3')).toEqual([...lost, 1, 2, 3]);
  expect(await cells(head, '规章', '上年同期', '8', '7', '6', '行政规范性文件', '1', '2', '3')).toEqual([...lost, 1, 2, 3]);
});

test.each([`${head}  上年数`, '信息内容  上年数  本年制发件数  本年废止件数  现行有效件数', `${head}  占比（%）`])(
  'where a head has a column of its own, figures are not counted off: %s',
  async (widened) => expect(await cells(widened, '规章  4  5  6', '行政规范性文件  1  2  3  4')).toEqual([...doubtful, ...doubtful]),
);

test.each(['上年数', '去年同期', '占比（%）'])('nor where everything runs together: %s', async (added) => {
  const lines = ['第二十条第（六）项', '信息内容本年处理决定数量', '行政处罚1439', '行政强制0'];
  const text = ['厦门市司法局2021年政府信息公开工作年度报告', '二、主动公开政府信息情况', '第二十条第（一）项', head.replaceAll(' ', '')];
  const widened = [...text.slice(2), '规章456', ...lines].map((line) => (/^[第信]/.test(line) ? `${line}${added}` : `${line}7`));
  const { report } = await parseDocument(new TextEncoder().encode([...text.slice(0, 2), ...widened].join('\n')), { name: 'report.txt' });
  expect(report.cells.filter(({ value }) => value !== null)).toEqual([]);
});

test('a remark in place of a figure is none', async () => {
  const lines = [
    '厦门市司法局2021年政府信息公开工作年度报告',
    '二、主动公开政府信息情况',
    '第二十条第（六）项',
    '信息内容  本年处理决定数量',
  ];
  const text = [...lines, '行政处罚  含上年2件', '行政强制  3'].join('\n');
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'report.txt' });
  const read = report.cells.filter(({ code }) => /penalties|coercion/.test(code)).map(({ value, status }) => value ?? status);
  expect(read).toEqual(['ambiguous', 3]);
});
