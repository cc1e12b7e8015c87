import { describe, expect, it } from 'vitest';
import { identify } from '../../src/identify/index.ts';
import type { Found } from '../../src/identify/types.ts';
import { pageOf } from './page.ts';

const nothing: Found = { present: [], values: 0, blank: 0 };
const filled: Found = { present: ['disclosure', 'applications', 'remedies'], values: 190, blank: 0 };
const empty: Found = { present: ['disclosure', 'applications', 'remedies'], values: 0, blank: 190 };
const statistics: Found = { present: ['statistics'], values: 40, blank: 0 };

const kindOf = async (text: string, found = nothing) => (await identify(await pageOf(text), { name: 'a.txt' }, found)).report.kind;

describe('annual reports', () => {
  it.each([
    ['by the title', '厦门市司法局2020年政府信息公开工作年度报告\n一、总体情况'],
    ['with 开展 in its name', '厦门市司法局2020年政务信息公开工作开展年度报告\n一、总体情况'],
    ['called 政务公开', '厦门市司法局2020年政务公开工作年度报告\n一、总体情况'],
    ['with a date behind it', '厦门市司法局2020年政府信息公开工作年度报告（2021年01月27日）\n一、总体情况'],
    ['of the rest of the year in which reports began', '上海市2004年5月—12月政府信息公开年度报告\n一、概述'],
    ['called 年报', '厦门市司法局2020年信息公开年报\n一、概述'],
    [
      'behind a notice that it was published',
      '《2010年教育部政府信息公开工作年度报告》发布\n附件：2010年教育部政府信息公开工作年度报告\n一、概述',
    ],
    ['without a title, by its clauses', '根据（国办公开办函〔2019〕60号）编制，统计期限从2022年1月1日到12月31日止。\n一、总体情况'],
    [
      'without a title, by its headings',
      '一、总体情况\n（一）主动公开方面。2024年公开674条。\n（二）依申请公开方面。\n（三）政府信息管理方面。',
    ],
    ['with the month it was written before it', '2021年1月厦门市司法局2020年政府信息公开工作年度报告\n一、总体情况'],
    [
      'in a letter that carries it',
      '厦门市司法局关于报送2020年政府信息公开工作年度报告的函\n市政府办公厅：\n一、总体情况\n公开3条。\n二、主动公开政府信息情况',
    ],
    [
      'in a letter whose title does not say that it carries it',
      '厦门市司法局 关于2020年度政府信息公开年度报告的函\n市政府办公厅：\n一、基本情况\n公开3条。\n二、主动公开政府信息情况',
    ],
    ['of an audit bureau, whose name is no look-alike', '闽侯县审计局2018年度政府信息公开工作年度报告\n一、概述'],
    ['of an office for rules', '厦门市法制办公室2018年度政府信息公开工作年度报告\n一、概述'],
    ['with a table of the form in it, whatever it is called', '2020年情况\n一、总体情况', filled],
    ['whose table was lost', '保定市司法局2023年政府信息公开工作年度报告\n一、总体情况\n第二十条第(一)项\n第二十条第(五)项'],
    ['with the old statistics behind it', '平潭县人民政府2011年政府信息公开工作年度报告\n一、概述\n二、主动公开政府信息情况', statistics],
    ['with what is planned behind it', '厦门市司法局2021年政府信息公开工作年度报告及2022年工作计划\n一、总体情况'],
    ['with links below its title', '厦门市司法局2022年政府信息公开工作年度报告\n相关解读：一图读懂年度报告\n一、总体情况\n公开3条。'],
    ['without a title, below a link', '图解链接:点击查看图解\n统计期限从2024年1月1日到12月31日止。\n一、总体情况\n（一）主动公开情况。'],
    [
      'without a title, below a sentence on rules',
      '根据《政府信息公开条例》规定，现将2013年我区信息公开情况报告如下：\n一、概述\n公开3条。\n二、主动公开政府信息情况',
    ],
    [
      'corrected, with the whole of it below',
      '关于更正厦门市司法局2021年政府信息公开工作年度报告的公告\n全文如下。\n一、总体情况\n公开3条。\n二、主动公开政府信息情况',
    ],
  ] as const)('%s', async (_, text, found: Found = nothing) => {
    expect(await kindOf(text, found)).toBe('annual_report');
  });
});

describe('look-alikes', () => {
  it('tables made of reports are no reports, whatever they print of them', async () => {
    expect(await kindOf('贵阳市水务管理局2022年政府信息公开工作年度报告\n机关代码 | 年度\nagency_id | year\n一、总体情况', filled)).toBe(
      'not_a_report',
    );
  });

  it.each([
    ['not_a_report', '一图看懂厦门市司法局2020年政府信息公开年报'],
    ['not_a_report', '2020年政府信息公开工作年度报告解读\n厦门市司法局2020年政府信息公开工作年度报告已发布。\n一、总体情况'],
    ['not_a_report', '厦门市2020年度政府信息公开工作年度报告汇编\n目录\n1.市司法局\n2.市教育局'],
    ['not_a_report', '政府信息公开年报\n2020年\n2019年\n2018年'],
    ['self_check_report', '厦门市司法局2020年政务公开工作自查自评情况报告\n一、总体情况'],
    ['work_summary', '厦门市司法局2020年政务公开工作情况汇报\n一、工作开展情况\n公开信息3条。'],
    ['notice', '小金县信访局关于做好2023年政府信息公开工作年度报告编制和发布工作的通知\n一、编制内容\n二、主动公开政府信息情况'],
    ['notice', '厦门市司法局关于报送2020年政府信息公开工作年度报告的函\n各区司法局：\n一、总体情况\n二、主动公开政府信息情况'],
    ['notice', '关于报送2020年政府信息公开工作年度报告的函\n市政府办公厅：\n请予审核。'],
    ['periodic_statistics', '2021年1月厦门市司法局政府信息公开情况统计表\n一、收到申请'],
    ['notice', '厦门市人民政府办公厅关于做好政府网站年度报表发布工作的通知\n各区人民政府：\n一、对象和内容'],
    ['notice', '国务院办公厅政府信息与政务公开办公室\n关于政府信息公开工作年度报告\n有关事项的通知'],
    ['self_check_report', '漳州市司法局2016年政务公开工作要点落实情况自查报告\n一、总体情况'],
    ['periodic_statistics', '全椒县2020年第三季度政府信息公开情况统计报表\n一、收到申请'],
    ['periodic_statistics', '厦门市2018年上半年政府信息公开工作总结\n一、主动公开'],
    ['work_summary', '厦门市司法局2012年政府信息公开工作总结\n一、概述'],
    ['not_a_report', 'agency_id,year,title\n520100-water,2022,贵阳市水务管理局2022年政府信息公开工作年度报告\n一、总体情况'],
    ['website_annual_form', '青阳县人民政府网站2022年政府网站工作年度报表\n网站名称'],
    ['other_report', '霍山县2022年法治政府建设情况报告\n一、总体情况\n信息公开'],
    ['other_report', '南县住房和城乡建设局2018年度整体支出绩效评价报告\n信息公开'],
    ['other_report', '和县财政局2021年部门预算\n一、部门概况\n二、信息公开'],
    ['other_report', '厦门市司法局2021年度部门整体支出绩效自评报告\n一、基本情况\n信息公开'],
    ['not_a_report', '《六安市2020年政府信息公开工作年度报告》解读\n一、总体情况'],
    [
      'not_a_report',
      '文字解读：鹤壁市2022年政府信息公开工作年度报告\n一、编制背景\n根据要求，发布了《鹤壁市人民政府2022年政府信息公开工作年度报告》。\n二、编制依据\n三、编制目的\n四、主要内容\n《鹤壁市人民政府2022年政府信息公开工作年度报告》共按照要求分为六大部分。',
    ],
    [
      'not_a_report',
      '标题： | 解读《鹤壁市财政局2021年政府信息公开工作年度报告》 | ||\n一、编制背景\n编制了《鹤壁市财政局2021年政府信息公开工作年度报告》。\n二、编制依据\n三、编制目的\n四、主要内容\n五、其他',
    ],
    [
      'not_a_report',
      '新华网北京3月31日电 中国证监会31日发布2008年监管信息公开年度报告，这是其发布的首份此类报告，对证监会一年来的信息公开工作进行了梳理。\n报告指出，自《政府信息公开条例》于2007年4月公布以来，中国证监会高度重视信息公开工作。\n截至2008年12月31日，共公开信息13条。\n2008年中国证监会出台规章7件。',
    ],
    ['not_a_report', '一图读懂：鹤壁市2022年政府信息公开工作年度报告\n'],
    ['not_a_report', '定远县政府信息公开指南\n一、主动公开\n二、依申请公开'],
    ['not_a_report', '国家林业和草原局主动公开基本目录\n类别\n公开时限'],
    ['not_a_report', 'xx镇人民政府2023年政务公开工作实施方案\n更新于2024年1月12日'],
    ['not_a_report', '第二条 本制度由办公室负责解释。\n第四条 政府信息公开年度报告包括：\n第八条 本制度自公布之日起施行。'],
    ['not_a_report', '全市企事业单位信息公开工作会议召开\n2024年5月23日下午，会议召开。'],
    ['not_a_report', '政府信息公开\n法定主动公开内容\n政府信息公开年报\n依申请公开'],
    ['not_a_report', '根据市政府办公厅《关于绩效管理年终考评的通知》要求。\n一、总体情况\n2023年，市卫生健康委完成任务。'],
    ['notice', '关于更正《厦门市司法局2021年政府信息公开工作年度报告》有关数据的公告\n原报告主动公开数应为3条。'],
    ['notice', '关于撤回2021年政府信息公开工作年度报告的说明\n因内容有误，决定撤回。'],
    ['work_summary', '厦门市司法局2018年政府信息公开工作总结及2019年工作计划\n一、加强领导'],
    ['self_check_report', '厦门市司法局政务公开工作自查自纠情况报告\n一、主动公开情况'],
    ['not_a_report', '2023年政府网站和政务新媒体检查情况统计表\n填报单位：厦门市司法局'],
    ['not_a_report', '厦门市司法局2021年行政执法情况统计表\n行政处罚\n3'],
    ['not_a_report', '数说厦门市2022年政府信息公开工作年度报告\n213条'],
    ['not_a_report', '带你看懂厦门市2022年政府信息公开工作年度报告\n213条'],
    ['not_a_report', '厦门市政府信息公开工作年度报告参考范本\n一、总体情况\nXX年，主动公开XX条。'],
    ['notice', '关于2022年政府信息公开工作年度报告存在问题的整改通知\n市商务局：'],
    ['notice', '句容市第一季度政府网站检查情况通报\n现将2023年第一季度检查情况通报如下：\n一、总体情况'],
    ['not_a_report', ''],
  ])('%s: %s', async (kind, text) => {
    expect(await kindOf(text)).toBe(kind);
  });

  it('a list of reports is none of them', async () => {
    const list = ['吴忠市体育局', '宜昌市司法局', '衡水市商务局', '沧州市水务局'].map(
      (name) => `${name}2023年政府信息公开工作年度报告 2024-01-30`,
    );
    expect(await kindOf(`政府信息公开年报\n${list.join('\n')}\n共 12 页`)).toBe('index_page');
  });

  it('a form without values, year and agency is blank; one of an agency is a report', async () => {
    const form = '政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况';
    expect(await kindOf(form, empty)).toBe('blank_form');
    expect(await kindOf(`厦门市司法局2020年${form}`, empty)).toBe('annual_report');
  });

  it('a table alone is a form, with sections around it a report', async () => {
    const table = '厦门市司法局2015年政府信息公开情况统计表\n统计指标\n统计数';
    expect(await kindOf(table, statistics)).toBe('statistics_form_only');
    expect(await kindOf(`${table}\n一、主动公开情况\n二、依申请公开情况`, statistics)).toBe('annual_report');
    // The rows of the form are numbered like sections.
    const rows = '一、主动公开情况\n——\n（一）主动公开政府信息数\n条\n3\n四、行政复议数量\n件\n0\n五、行政诉讼数量\n件\n0';
    expect(await kindOf(`${table}\n${rows}`, statistics)).toBe('statistics_form_only');
  });
});
