import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Table 2 of a text that keeps what stands below one another (pdftotext -layout), with cells left empty.

const rest = ['（一）予以公开', '（二）部分公开', '1.属于国家秘密', '2.重复申请', '（七）总计'].map(
  (label) => `${label.padEnd(24)}1     0     0     0     0     0     1`,
);
const page = (clause: readonly string[]) =>
  [
    '                    长亭县文化和旅游局2022年政府信息公开工作年度报告',
    '二、主动公开政府信息情况',
    '                         第二十条第（一）项',
    ...clause,
    '三、收到和处理政府信息公开申请情况',
    '                       自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计',
    '一、本年新收政府信息公开申请数量   2     0     0     0     0     0     2',
    ...rest,
  ].join('\n');

async function read(clause: readonly string[]): Promise<readonly (number | string)[]> {
  const { report } = await parseDocument(new TextEncoder().encode(page(clause)), { name: 'report.txt' });
  return report.cells
    .filter(({ code }) => /^disclosure\.(regulations|normative_documents)\./.test(code))
    .map(({ value, status }) => value ?? status);
}

const head = '   信息内容          本年制发件数          本年废止件数          现行有效件数';

test('figures stand below their heads', async () => {
  const clause = [
    head,
    '',
    '     规章                                      2                   15',
    '',
    '  行政规范性文件           3                                         8',
  ];
  expect(await read(clause)).toEqual(['blank', 2, 15, 3, 'blank', 8]);
});

test.each([
  [
    'a figure stands between two heads',
    [
      head,
      '     规章                          2                              15',
      '  行政规范性文件           3                                         8',
    ],
  ],
  ['no blanks are kept', ['信息内容 本年制发件数 本年废止件数 现行有效件数', '规章 2 15', '行政规范性文件 3 8']],
  [
    'too few figures tell',
    [
      head,
      '     规章                                                          15',
      '  行政规范性文件           3                                          ',
    ],
  ],
])('%s: no figure is certain', async (_, clause) => {
  expect((await read(clause)).filter((cell) => typeof cell === 'number')).toEqual([]);
});
