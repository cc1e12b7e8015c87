import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

const columns = '结果维持结果纠正其他结果尚未审结总计';

/** Table 4 in a text that lost its borders, with this as its one line of figures. */
async function remedies(figures: string): Promise<string[]> {
  const text = [
    '河口县示范局2022年政府信息公开工作年度报告',
    '四、政府信息公开行政复议、行政诉讼情况',
    '行政复议行政诉讼',
    `${columns}未经复议直接起诉复议后起诉`,
    `${columns}${columns}`,
    figures,
    '五、存在的主要问题及改进情况',
  ].join('\n');
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'a.txt' });
  return report.cells.filter(({ code }) => code.startsWith('remedies.')).map(({ value, status }) => `${value} ${status}`);
}

const solved = [...'000000000001001'].map((digit) => `${digit} solved`);
const unsaid = Array.from({ length: 15 }, () => 'null ambiguous');

test.each([
  ['000000000001001', solved],
  ['0000000000 01001', solved],
  ['00000000000  1001', unsaid],
  ['0000000000的01001', unsaid],
  ['0000000000第二十条第（五）项01001', unsaid],
  ['0000000000�01001', unsaid],
  ['0000000000]01001', unsaid],
])('figures that ran together as %s: a character in their midst may hide a digit', async (figures, expected) => {
  expect(await remedies(figures)).toEqual(expected);
});

test('a word for a change and the figure of another cell are no number', async () => {
  const text = [
    '河口县示范局2020年政府信息公开工作年度报告',
    '二、主动公开政府信息情况',
    '第二十条第（五）项 | | | |',
    '信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |',
    '行政许可 | 8 | 减 | 13 |',
    '其他对外管理服务事项 | 8 | 减 2 | 13 |',
  ].join('\n');
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'a.txt' });
  const changes = report.cells.filter(({ code }) => code.endsWith('.items_change')).slice(0, 2);
  expect(changes.map(({ code, value, status }) => [code.split('.')[1], value, status])).toEqual([
    ['licensing', null, 'unparsed'],
    ['other_external_services', -2, 'reported_text'],
  ]);
});
