import { expect, it } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

const issuesOf = async (text: string) => (await parseDocument(new TextEncoder().encode(text), { name: 'x.txt' })).report.issues;

it.each(['{"schema_version":"1.0.0","cells":[]}', '\n[ {"code":"applications"} ]', '[["a",1]]'])('refuses data: %s', async (text) => {
  expect(await issuesOf(text)).toMatchObject([{ code: 'format_unsupported', severity: 'error' }]);
});

it.each(['[首页](index.html) 某局2021年政府信息公开工作年度报告', '{示例}某局2021年政府信息公开工作年度报告'])(
  'reads text: %s',
  async (text) => {
    expect((await issuesOf(text)).filter(({ severity }) => severity === 'error')).toEqual([]);
  },
);

it('takes no figure from a name in Latin letters', async () => {
  const text = `某市司法局2021年政府信息公开工作年度报告
二、主动公开政府信息情况
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t1\tGB2312\t3
行政规范性文件\t4\t0\t6`;
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'x.txt' });
  const row = (name: string) => report.cells.filter(({ code }) => code.startsWith(`disclosure.${name}.`)).map(({ value }) => value);
  expect(row('normative_documents')).toEqual([4, 0, 6]);
  expect(row('regulations')).not.toContain(2312);
});

it.each(['\t', '\n'])('takes no figure from what a spreadsheet shows for an error, and all others', async (between) => {
  const row = '1 0 0 0 #DIV/0! 0 0 0 0 #VALUE! 0 2 0 0 #N/A'.replaceAll(' ', between);
  const text = `某市司法局2021年政府信息公开工作年度报告
四、政府信息公开行政复议、行政诉讼情况
行政复议\t行政诉讼
结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉
结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计
${row}`;
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'x.txt' });
  expect(report.cells.map(({ value }) => value)).toEqual([1, 0, 0, 0, null, 0, 0, 0, 0, null, 0, 2, 0, 0, null]);
});
