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
  ['0000000000的01001', unsaid],
  ['0000000000�01001', unsaid],
  ['0000000000]01001', unsaid],
])('figures that ran together as %s: a character in their midst may hide a digit', async (figures, expected) => {
  expect(await remedies(figures)).toEqual(expected);
});
