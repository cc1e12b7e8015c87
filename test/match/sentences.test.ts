import { describe, expect, it, test } from 'vitest';
import { randomReport } from '../../bench/generate/index.ts';
import { parseDocument } from '../../src/parse.ts';

// Sentences that name rows and columns of the form with figures of their own are prose, wherever they stand.

const parse = async (text: string) => (await parseDocument(new TextEncoder().encode(text), { name: 'report.txt' })).report;

describe('a sentence beside the tables changes no cell', () => {
  const sentences = [
    '全年因政府信息公开引起的行政复议5件，结果维持3件，结果纠正1件，尚未审结1件。',
    '行政复议5件：结果维持3件、结果纠正1件、其他结果0件、尚未审结1件，总计5件。',
    '其中，自然人申请12件，商业企业3件，科研机构0件，社会公益组织1件，法律服务机构0件，其他2件，总计18件。',
    '（一）予以公开9件；（二）部分公开3件；（三）不予公开4件：1.属于国家秘密0件，2.其他法律行政法规禁止公开1件。',
    '一、本年新收政府信息公开申请18件；二、上年结转政府信息公开申请2件；（七）总计20件；四、结转下年度继续办理0件。',
    '行政许可：512件；行政处罚：62件；行政强制：7件；行政事业性收费：3.5万元。',
    '规章，本年制发件数3，本年废止件数1，现行有效件数12；行政规范性文件，本年制发件数2，本年废止件数0，现行有效件数9。',
  ];
  const headings = ['三、收到和处理', '四、政府信息公开行政复议', '五、'];

  it.each(sentences)('%s', async (sentence) => {
    for (const layout of ['cells', 'spaces', 'pipes', 'tabs'] as const) {
      const text = new TextDecoder().decode(randomReport(7).render(layout).bytes);
      const cells = (report: Awaited<ReturnType<typeof parse>>) => report.cells.map(({ code, value, status }) => [code, value, status]);
      const plain = cells(await parse(text));
      for (const heading of headings) {
        const place = text.search(new RegExp(`^.*${heading}`, 'm'));
        expect(place, heading).toBeGreaterThan(0);
        for (const at of [place, text.indexOf('\n', place) + 1]) {
          const told = `${text.slice(0, at)}${sentence}\n${text.slice(at)}`;
          expect(cells(await parse(told)), `${layout} ${heading} ${at}`).toEqual(plain);
        }
      }
    }
  });
});

test('a sentence with three columns of table 4 is no table, and tells what it tells', async () => {
  const title = '示例市水务局2022年政府信息公开工作年度报告';
  const report = await parse(`${title}\n一、总体情况\n因政府信息公开引起的行政复议5件，结果维持3件，结果纠正1件，尚未审结1件。\n`);
  expect(report.cells).toEqual([]);
  expect(report.mentions.map(({ code, value }) => [code.slice(16), value])).toEqual([
    ['total', 5],
    ['upheld', 3],
    ['corrected', 1],
    ['pending', 1],
  ]);
});
