import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// A copy machine for pages puts the reading behind characters: no label and no heading is lost by it.

const page = `沙洲县统计局2022年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第(一)项(xiàng)
信息内(nèi)容 | 本年制发(fā)件数(shù) | 本年废(fèi)止件数(shù) | 现(xiàn)行有效件数(shù)
规(guī)章 | 0 | 1 | 2
行政规(guī)范性文件 | 3 | 4 | 5
三、收到和处(chǔ)理政府信息公开申请(qǐng)情况
自然人 | 商业(yè)企业(yè) | 科研机(jī)构(gòu) | 社会公益组织(zhī) | 法律服务(wù)机(jī)构(gòu) | 其他 | 总计(zǒng jì)
一、本年新收政府信息公开申请(qǐng)数(shù)量 | 4 | 1 | 0 | 0 | 0 | 0 | 5
(六)其他处(chǔ)理 | 1.申请(qǐng)人无(wú)正当理由逾期不补(bǔ)正、行政机(jī)关(guān)不再处(chǔ)理其政府信息公开申请(qǐng) | 2 | 0 | 0 | 0 | 0 | 0 | 2
四、政府信息公开行政复(fù)议、行政诉(sù)讼(sòng)情况
行政复(fù)议 | 未经(jīng)复(fù)议直接起诉(sù) | 复(fù)议后起诉(sù)
${Array(3).fill('结(jié)果维(wéi)持 | 结(jié)果纠(jiū)正 | 其他结(jié)果 | 尚未审(shěn)结(jié) | 总计').join(' | ')}
1 | 0 | 0 | 2 | 3 | 0 | 1 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0
`;

test('labels and headings are found with the readings of their characters among them', async () => {
  const { report } = await parseDocument(new TextEncoder().encode(page), { name: 'report.txt' });
  const value = (code: string) => report.cells.find((cell) => cell.code === code)?.value;
  expect(['issued_this_year', 'repealed_this_year', 'in_force'].map((column) => value(`disclosure.regulations.${column}`))).toEqual([
    0, 1, 2,
  ]);
  expect(['new_received', 'other_overdue_correction'].map((row) => value(`applications.${row}.total`))).toEqual([5, 2]);
  expect(value('remedies.review.total')).toBe(3);
  expect(report.sections.map(({ n }) => n)).toEqual([0, 2, 3, 4]);
  expect(report.forms.applications).toBe('2021');
});
