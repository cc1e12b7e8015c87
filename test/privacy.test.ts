import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../src/parse.ts';
import { redactReport, redactText } from '../src/privacy.ts';

/** Made-up personal data between braces, in the sentences in which reports carry it. */
const personal = [
  '联系人：{张三}，电话：0592-1234567',
  '联系人:{李晓明} 联系电话:{13800138000}',
  '联系人　{王小二}　电话',
  '联系人\t{赵六}\t电话\t{139 0013 8000}',
  '如有疑问请与{陈女士|女士}联系',
  '(联系人：{欧阳修文})',
  '申请人{王某某}不服我局作出的答复',
  '申请人：{孙 悟}',
  '申请人姓名：{周丽}',
  '姓名：{吴用}，性别：男',
  '姓名|{郑成}|身份证号|{350203199001011234}',
  '经办人：{冯小刚}；',
  '负责人：{蒋大为}',
  '举报人{沈某}来电反映',
  '投诉人：{韩梅梅}（手机{13912345678}）',
  '信访人{杨×}提出',
  '当事人：{朱重八}。',
  '法定代表人：{秦始}',
  '委托代理人：{许仙}、律师',
  '原告{尤二}诉我局信息公开一案',
  '身份证号码：{11010519491231002X}',
  '身份证：{350203800101123}',
  '手机：{138-0013-8000}',
  '电话（手机）：{15900001111}',
  '请拨打{18612345678}',
  '+86 13700001234 咨询'.replace('+86 13700001234', '{+86 13700001234}'),
  '微信同号{17712345678}',
  '邮箱：{zhangsan@163.com}',
  '电子邮件：{li.si_88@qq.com}',
  'E-mail:{wangwu@gmail.com}',
  '邮箱{abc@sina.com.cn}，传真',
  '邮箱：{someone@vip.163.com}',
  '填表人：{何平}  审核人：{罗成}',
  '收件人：{宋江}',
  '死者{武大}的家属',
  '患者：{潘金}',
  '记者：{林冲}',
];

/** What must stay: offices, official addresses, numbers of tables, words that begin like names. */
const official = [
  '联系人：办公室',
  '联系人：政务公开科',
  '联系电话：0592-5678901',
  '传真：010-12345678',
  '邮箱：xmsf@xm.gov.cn',
  '电子信箱：office@court.gov.cn',
  '申请人情况',
  '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  '申请人逾期未按收费通知要求缴纳费用',
  '申请人应当提供身份证明',
  '申请人满意度较高',
  '申请人何时提出申请',
  '申请人于2020年3月提出',
  '申请人和被申请人',
  '负责人任组长',
  '姓名、身份证明、联系方式',
  '一、本年新收政府信息公开申请数量15130000154',
  '采购总金额13575394432.52元',
  '收费13800138000元',
  '浏览15912345678次',
  '索引号:11350200004130000A/2021-00013',
  '统一社会信用代码113502000041234567',
  '全年公开信息1380条',
  '承办人大代表建议15件',
  '责任人员',
  '单位负责人、责任科室',
  '2021年1月1日至2021年12月31日',
  '12345热线',
  '申请人可以通过信函方式提出',
  '学生资助信息公开',
  '原告撤诉1件',
  '当事人权益',
  '申请人\t自然人\t法人或其他组织',
  '负责人：市政府办公室',
  '作者：局办公室',
];

/** The sentence as printed, and as it may be published. */
function both(sentence: string): readonly [string, string] {
  const printed = sentence.replace(/\{([^{}|]*)(?:\|[^{}]*)?\}/g, '$1');
  const open = sentence.replace(/\{([^{}|]*)(?:\|([^{}]*))?\}/g, (_, found: string, kept?: string) =>
    kept === undefined ? found.replace(/\S/g, '█') : found.slice(0, -kept.length).replace(/\S/g, '█') + kept,
  );
  return [printed, open];
}

describe('privacy filter', () => {
  // Recall on made-up examples: all of them. What it cannot see: names in the rows of a table whose header says 姓名.
  it.each(personal.map(both))('hides what is personal in %s', (printed, open) => {
    expect(redactText(printed)).toBe(open);
  });

  it.each(official)('leaves %s', (sentence) => {
    expect(redactText(sentence)).toBe(sentence);
  });

  it('keeps the length and the lines of any text', () => {
    const pieces = fc.array(fc.constantFrom(...personal.map((one) => both(one)[0]), ...official, '\n', ' ', '\t', '|', '1', '张', '@'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        const open = redactText(text);
        expect(open.length).toBe(text.length);
        expect(open.replace(/[^\n]/g, '')).toBe(text.replace(/[^\n]/g, ''));
        expect(redactText(open)).toBe(open);
      }),
    );
  });
});

const page = `厦门市司法局2020年政府信息公开工作年度报告
联系人：张三，手机13800138000
一、总体情况
2020年，本机关共收到政府信息公开申请12件，申请人李四某对答复不服。
二、主动公开政府信息情况
行政许可 | 13800138000 |`;

describe('privacy filter over a report', () => {
  it('changes text, snippets and names, and nothing that counts', async () => {
    const { report } = await parseDocument(new TextEncoder().encode(page), { name: '联系人：王五.txt' });
    const cell = {
      code: 'disclosure.licensing.decisions',
      value: 13800138000,
      status: 'reported' as const,
      raw: '13800138000',
      unit: null,
      line: 6,
    };
    const mention = {
      code: 'applications.new_received',
      value: 12,
      unit: '件',
      snippet: '联系人：张三',
      section: 0,
      offset: page.indexOf('联系人'),
      approximate: false,
      negated: false,
    };
    const whole = { ...report, cells: [cell], mentions: [mention] };
    const before = structuredClone(whole);
    const open = redactReport(whole);
    expect(whole).toEqual(before);
    const text = open.sections.map((section) => section.text).join('\n');
    expect(text).toBe(
      page
        .replace('张三', '██')
        .replace('手机13800138000', `手机${'█'.repeat(11)}`)
        .replace('李四某', '███'),
    );
    expect(open.mentions[0]?.snippet).toBe('联系人：██');
    expect(open.document.name).toBe('联系人：██.txt');
    expect(open.cells).toEqual([cell]);
    expect(open.agency).toEqual(report.agency);
  });

  it('covers every sentence that may quote the document: title, headings, labels, checks, issues', async () => {
    const { report } = await parseDocument(new TextEncoder().encode(page), { name: 'a.txt' });
    const [quoted, covered] = ['申请人：张三', '申请人：██'];
    const line = 5;
    const cell = {
      code: 'disclosure.licensing.decisions',
      value: 1,
      status: 'reported' as const,
      raw: quoted,
      raw_label: quoted,
      unit: null,
      line,
    };
    const check = { id: 'N01', instance: '', outcome: 'fail' as const, severity: 'warning' as const, left: 1, right: 2, message: quoted };
    const open = redactReport({
      ...report,
      report: { ...report.report, title: quoted },
      sections: [{ n: 1, heading: quoted, first_line: 1, text: '' }],
      cells: [cell],
      checks: [check],
      issues: [{ code: 'year_unknown', severity: 'warning', message: quoted, line }],
    });
    const quotes = [open.report.title, open.sections[0]?.heading, open.cells[0]?.raw, open.cells[0]?.raw_label];
    expect([...quotes, open.checks[0]?.message, open.issues[0]?.message]).toEqual(Array(6).fill(covered));
    // One of the two alone, and what has neither stays the cell it was.
    const plain = { ...cell, raw: '1', raw_label: '行政许可' };
    const [first, second, third] = redactReport({
      ...report,
      cells: [plain, { ...plain, raw_label: quoted }, { ...plain, raw: quoted }],
    }).cells;
    expect(first).toBe(plain);
    expect([second?.raw, second?.raw_label, third?.raw, third?.raw_label]).toEqual(['1', covered, covered, '行政许可']);
  });
});
