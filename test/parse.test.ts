import { describe, expect, it } from 'vitest';
import { reportSchema } from '../schemas/report.ts';
import { parseDocument } from '../src/parse.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const page = `河口县示范局2022年政府信息公开工作年度报告
一、总体情况
本年度工作平稳。
二、主动公开政府信息情况
第二十条第（一）项
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 3 | 1 | 12 |
第二十条第（五）项
信息内容 | 本年处理决定数量 |
行政许可 | 41 |
第二十条第（六）项
信息内容 | 本年处理决定数量 |
行政处罚 |  |
行政强制 | / |
第二十条第（八）项
信息内容 | 本年收费金额（单位：万元） |
行政事业性收费 | 2.5 |
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项
`;

describe('parseDocument', () => {
  it('reads a small report: values, blanks and marks apart, each with its line', async () => {
    const { report } = await parseDocument(bytes(page), { name: 'a.txt' });
    expect(reportSchema.parse(report)).toEqual(report);
    const cell = (code: string) => report.cells.find((candidate) => candidate.code === code);
    expect(cell('disclosure.normative_documents.in_force')).toMatchObject({ value: 12, status: 'reported', raw: '12', line: 8 });
    expect(cell('disclosure.penalties.decisions')).toMatchObject({ value: null, status: 'blank', raw: '' });
    expect(cell('disclosure.coercion.decisions')).toMatchObject({ value: null, status: 'na_mark', raw: '/' });
    expect(cell('disclosure.fees.amount')).toMatchObject({ value: 2.5, unit: 'CNY_10K' });
    expect(report.forms).toMatchObject({ disclosure: '2021', applications: null });
    expect(report.tables).toEqual({ disclosure: 'present', applications: 'absent', remedies: 'absent', statistics: 'none' });
    expect(report.sections.map(({ n, first_line }) => [n, first_line])).toEqual([
      [0, 1],
      [1, 2],
      [2, 4],
      [3, 19],
      [4, 20],
      [5, 21],
      [6, 22],
    ]);
    expect(report.sections.map(({ text }) => text).join('\n')).toBe(page.trimEnd());
  });

  it.each([
    ['https://swj.example.gov.cn/a/2022.html', 'https://swj.example.gov.cn/a/2022.html'],
    [' http://swj.example.gov.cn ', 'http://swj.example.gov.cn'],
    ['http://swj.example.gov.cn?id=3', 'http://swj.example.gov.cn?id=3'],
    ['file:///C:/Users/wang/2022.html', null],
    ['/a/2022.html', null],
    ['javascript:alert(1)', null],
    ['https://user:word@swj.example.gov.cn/a', null],
  ])('a page that gives its address as %s comes from %s', async (address, expected) => {
    const html = `<html><head><link rel="canonical" href="${address}"></head><body><h1>厦门市司法局2022年政府信息公开工作年度报告</h1></body></html>`;
    expect((await parseDocument(bytes(html), { name: 'a.html' })).report.document.source_url).toBe(expected);
  });

  it.each([
    ['nothing', new Uint8Array(), 'empty_document'],
    ['blanks', bytes(' \n\t\n'), 'empty_document'],
    ['junk', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 32), 'format_unsupported'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'format_unsupported'],
  ])('says why it cannot read %s', async (_, input, code) => {
    const { report } = await parseDocument(input, { name: 'x' });
    expect(report.report.kind).toBeNull();
    expect(report.issues).toMatchObject([{ code, severity: 'error' }]);
    expect(reportSchema.parse(report)).toEqual(report);
  });
});
