import { describe, expect, it } from 'vitest';
import { identify } from '../../src/identify/index.ts';
import { noHints } from '../../src/model.ts';
import { identityOf, pageOf } from './page.ts';

const heading = '\n一、总体情况\n二、主动公开政府信息情况';

describe('report year', () => {
  it.each([
    ['厦门市司法局2020年政府信息公开工作年度报告', 2020],
    ['2020年厦门市司法局政府信息公开工作年度报告', 2020],
    ['厦门市司法局2020年度政府信息公开工作年度报告', 2020],
    ['厦门市司法局2020政府信息公开工作年度报告', 2020],
    ['厦门市司法局政府信息公开工作2020年度报告', 2020],
    ['厦门市司法局政府信息公开工作年度报告(2020年度)', 2020],
    ['厦门市司法局政府信息公开工作年度报告\n（2020年）', 2020],
    ['厦门市司法局\n政府信息公开工作年度报告\n二〇二〇年度', 2020],
    ['厦门市司法局政府信息公开\n工作年度报告（2020年）\n2021年1月', 2020],
    ['厦门市司法局政府信息公开工作年度报告\n2021年1月', null],
    ['2021年1月厦门市司法局政府信息公开工作年度报告', null],
    ['2021年1月 厦门市司法局2020年政府信息公开工作年度报告', 2020],
    // Of two years in a title the last is reported on.
    ['2021年厦门市司法局2020年度政府信息公开工作年度报告', 2020],
    ['二〇二一年一月厦门市司法局政府信息公开工作年度报告\n统计期限自2020年1月1日至2020年12月31日。', 2020],
    ['厦门市司法局２０２０年政府信息公开工作年度报告', 2020],
    ['厦门市司法局2 0 2 0 年政府信息公开工作年度报告', 2020],
    ['厦门市司法局二〇二〇年政府信息公开工作年度报告', 2020],
    ['厦门市司法局二○一二年度政府信息公开工作年度报告', 2012],
    ['厦门市司法局二O一八年政府信息公开工作年度报告', 2018],
    ['厦门市司法局二零二零年政府信息公开工作年度报告', 2020],
    ['厦门市司法局二一一年政府信息公开工作年度报告', 2011],
    ['利辛县望疃镇2023\n政府信息公开工作年度报告', 2023],
    ['2018年度\n政府信息公开工作年度报告\n海口市龙华区人民政府', 2018],
    ['厦门大学2020-2021学年信息公开工作年度报告', 2021],
    ['厦门大学2020—2021学年度信息公开年度报告', 2021],
    ['厦门大学2020-2021年度信息公开工作报告', 2021],
    // Published years later: the year before publication is not the report's.
    ['贵南县教育局2013年政府信息公开工作年度报告\n发布时间：2019-11-08', 2013],
    // The title of the page is wrong; the report inside and its period agree.
    ['应急管理部2020年政府信息公开工作报告\n应急管理部2019年政府信息公开工作报告\n统计期限为2019年1月1日至2019年12月31日。', 2019],
    // The period was left over from last year's report.
    ['厦门市司法局2021年政府信息公开工作年度报告\n发布日期：2022-01-20\n统计期限自2020年1月1日至2020年12月31日。', 2021],
    ['统计期限自20211月1日起至20211231日止。', 2021],
    ['根据某学院2023-2024学年信息公开工作情况编制。', 2024],
    // A report of another year that is counted among what was published.
    ['公开了财政信息及2018年度信息公开工作报告。\n2019年度我局收到申请4件。', 2019],
    ['公开2018年政府信息公开工作年度报告1份。\n2019年度我局收到申请4件。', 2019],
    ['本报告的数据统计汇总期限截止到2008年12月31日。', 2008],
    ['厦门市司法局2021年政府信息公开工作年度报告及2022年工作打算', 2021],
    ['2009年制定了11项配套制度。\n2015年，我局认真公开。', 2015],
  ])('%s', async (text, year) => {
    expect((await identityOf(text + heading)).report.year).toBe(year);
  });

  it('is read from the address only where the text is silent', async () => {
    const silent = '政府信息公开\n一、概述\n主动公开政府信息';
    const address = 'http://www.lucheng.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=001&fbtime=2008&showType=2';
    expect((await identityOf(silent, address)).report.year).toBe(2008);
    expect((await identityOf(`厦门市司法局2010年政府信息公开年报${heading}`, address)).report.year).toBe(2010);
    expect((await identityOf(silent, 'http://a.gov.cn/202101/t20210114_8765329.html')).report.year).toBeNull();
  });

  it('stays open where nothing names one', async () => {
    const { report, issues } = await identityOf('政府信息公开工作年度报告\n一、总体情况\n我局认真落实。');
    expect(report.year).toBeNull();
    expect(issues.map(({ code }) => code)).toContain('year_unknown');
  });
});

describe('title', () => {
  it.each([
    ['保定市司法局\n2023年政府信息公开工作年度报告', '保定市司法局2023年政府信息公开工作年度报告'],
    ['阿尔山市卫生健康委员会2025年\n\n政府信息公开工作年度报告', '阿尔山市卫生健康委员会2025年政府信息公开工作年度报告'],
    ['来凤县司法局二〇一九年政府信息公开工\n作年度报告', '来凤县司法局二〇一九年政府信息公开工作年度报告'],
    ['首页 > 政府信息公开年报\n厦门市司法局2020年政府信息公开年报', '厦门市司法局2020年政府信息公开年报'],
    ['名 称：厦门市司法局2020年政府信息公开年报\n来源：本网', '厦门市司法局2020年政府信息公开年报'],
    ['厦门市司法局2020年政府信息公开工作年度报告(2021年01月27日)', '厦门市司法局2020年政府信息公开工作年度报告'],
    ['厦门市司法局2019年政府信息公开工作年度报告(以下简称年报)是根据条例编制。', '厦门市司法局2019年政府信息公开工作年度报告'],
    ['廈門市司法局2020年政府信息公開工作年度報告\n發布機關：司法局處室實現', '廈門市司法局2020年政府信息公開工作年度報告'],
  ])('%s', async (text, title) => {
    expect((await identityOf(text + heading)).report.title).toBe(title);
  });

  it('comes from the container where the text has none', async () => {
    const doc = await pageOf(`本报告依据条例编制。${heading}`);
    const hints = { ...noHints, titles: ['厦门市司法局2020年政府信息公开工作年度报告-厦门市人民政府'] };
    const { report, agency } = await identify({ ...doc, hints }, { name: 'a.html' }, { present: [], values: 0, blank: 0 });
    expect([report.title, report.year, agency.agency_id]).toEqual([
      '厦门市司法局2020年政府信息公开工作年度报告',
      2020,
      '350200-justice-bureau',
    ]);
  });
});

describe('title among those of other reports', () => {
  const own = '德清县民政局2021年政府信息公开工作年度报告';
  const text = '2021年，我局围绕群众关心的事项做好公开，公开的及时性和准确性有所提高，制度逐步完善。';
  const others = (mark: string) =>
    ['财政局2019', '审计局2020', '商务局2020'].map((other) => `${mark}德清县${other}年政府信息公开工作年度报告`);

  it.each([
    [
      'beside a column of navigation',
      [`  * 指南        ${own}`, '  * 制度', `  * 年报        一、总体情况`, `              ${text}`],
      '    * ',
    ],
    ['right of words without a mark', [`政府信息公开指南      ${own}`, '政府信息公开制度', `                      ${text}`], '· '],
    ['above a list of links', [own, text], '  * ['],
    ['a heading of Markdown', [`# ${own}`, '', text], '- '],
    ['a heading of a wiki', [`= ${own} =`, '', text], '* '],
    ['within a page on one line', [`| 指南 | # ${own} 发布日期：2022-01-20 ${text} |`], '* '],
    ['in a cell of a page on one line', [`| 指南 | ${own} 发布日期：2022-01-20 ${text} |`], '* '],
  ])('%s', async (_, lines, mark) => {
    const { report, agency } = await identityOf([...lines, '', ...others(mark)].join('\n'));
    expect([report.title, report.year, agency.agency_id]).toEqual([own, 2021, '330521-civil-affairs']);
  });

  it('may be printed with a gap of its own', async () => {
    const { report, agency } = await identityOf(`德清县民政局      2021年政府信息公开工作年度报告\n${text}`);
    expect([report.title, agency.agency_id]).toEqual([own, '330521-civil-affairs']);
  });
});

describe('dates', () => {
  const dates = async (text: string) => {
    const { report } = await identityOf(text);
    return [report.published, report.signed];
  };

  it.each([
    ['发布日期：2021-01-12    点击数:', '2021-01-12'],
    ['2021-02-09 发布:卓尼县人民政府办公室', '2021-02-09'],
    ['2023-01-10 20:58文章来源: 交通局', '2023-01-10'],
    ['发布日期: 2017- 02- 20 14: 37 浏览次数:', '2017-02-20'],
    ['更新时间:2011-4-6 10:48:19', '2011-04-06'],
    ['发布时间：2022年01月28日', '2022-01-28'],
    ['发布日期：20220128', '2022-01-28'],
    ['2022-01-2818:26', '2022-01-28'],
    ['作者： 来自： 时间：2022-01-28 10:05:00', '2022-01-28'],
    ['索引号：20220128', null],
    ['信息来源：省统计局发布时间：2022-01-28 16:49被阅览数：', '2022-01-28'],
    ['Jan 28, 2022', '2022-01-28'],
    ['发布时间：28 January 2022', '2022-01-28'],
    ['• 发布日期\n• 2021-04-16', '2021-04-16'],
    ['索引号 | 675490773/2025-00050 | 发文日期 | 2025-02-14 |', '2025-02-14'],
    ['2013-03-28', '2013-03-28'],
    ['来源：厦门市司法局　2022-01-20 10:12　【字体：大 中 小】', '2022-01-20'],
    ['【字体：大 中 小】 2022-01-20 厦门市司法局', '2022-01-20'],
    ['厦门市司法局 2022-01-20 10:15:00', '2022-01-20'],
    ['[发布日期]2022-01-20', '2022-01-20'],
    ['发文日期：2022-01-19　发布日期：2022-01-20', '2022-01-20'],
    ['归档时间:2023-06-15', null],
    ['2024年5月6日 星期一 设为首页 加入收藏 无障碍浏览', null],
    ['统计期限：2021-01-01至2021-12-31 来源：厦门市司法局', null],
    ['上一篇：厦门市司法局2020年政府信息公开工作年度报告 2021-01-22 浏览', null],
    ['有效期至2025-12-31', null],
    ['发布日期：2021-02-30', null],
  ])('published: %s', async (line, day) => {
    expect(await dates(`厦门市司法局政府信息公开工作年度报告\n${line}${heading}`)).toEqual([day, null]);
  });

  it.each([
    ['漳州市司法局\n2016年12月1日', '2016-12-01'],
    ['抚松县审计局\n二O一八年一月二日', '2018-01-02'],
    ['平潭县人民政府 二○一二年二月二十日', '2012-02-20'],
    ['二〇二一年十二月三十一日', '2021-12-31'],
    ['厦门市司法局\n二〇二一年元月十五日', '2021-01-15'],
    ['厦门市司法局\n2021.1.15', '2021-01-15'],
    ['厦门市司法局 2021-1-15', '2021-01-15'],
    // Without an organ above it is the page's.
    ['公开信息3条。\n2021-01-15', null],
    ['截至2021年12月31日', null],
  ])('signed: %s', async (end, day) => {
    expect((await dates(`厦门市司法局政府信息公开工作年度报告${heading}\n公开信息3条。\n${end}`))[1]).toBe(day);
  });

  it('takes the day a document was made only where the page does not say when it appeared', async () => {
    const title = '厦门市湖里区水利局2022年政府信息公开工作年度报告';
    expect((await dates(`公文生成日期：2023-01-06\n${title}\n时间：2023-01-11 11:18${heading}`))[0]).toBe('2023-01-11');
    expect((await dates(`公文生成日期：2023-01-06\n${title}${heading}`))[0]).toBe('2023-01-06');
  });

  it('tells a field that says when the text was written', async () => {
    expect(await dates(`成文日期: 2021-02-01\n抚州市自然资源局2020年政府信息公开工作年度报告${heading}`)).toEqual([null, '2021-02-01']);
  });

  it('takes the label over a bare date, and says where labels differ', async () => {
    const { report, issues } = await identityOf(`2021-03-01\n发布日期：2021-01-05\n发布时间：2021-01-06${heading}`);
    expect(report.published).toBe('2021-01-05');
    expect(issues.map(({ code }) => code)).toContain('several_dates');
  });
});

describe('period', () => {
  it.each([
    ['统计期限自2020年1月1日起至2020年12月31日止', '2020-01-01', '2020-12-31'],
    ['数据的统计期限自2020年9月1日起，至2021年8月31日止', '2020-09-01', '2021-08-31'],
    ['统计期限为2022年1月1日至12月31日', '2022-01-01', '2022-12-31'],
    ['统计数据时限为2015年1月-2015年12月', '2015-01-01', '2015-12-31'],
    ['统计期限从二〇二一年一月一日至十二月三十一日', '2021-01-01', '2021-12-31'],
    ['统计期限为2020—2021学年（2020年9月1日到2021年8月31日止）', '2020-09-01', '2021-08-31'],
    ['统计时间自2008年5月1日起至2008年12月31日', '2008-05-01', '2008-12-31'],
    ['统计期限从20211月1日至20211231日止', '2021-01-01', '2021-12-31'],
    ['统计时间为2022年1月1日0时至2022年12月31日24时', '2022-01-01', '2022-12-31'],
    ['统计期限自2022年1月1日始，至2022年12月31日止', '2022-01-01', '2022-12-31'],
    ['统计期限：2022.1.1-2022.12.31', '2022-01-01', '2022-12-31'],
    ['统计期限为2022-01-01至2022-12-31', '2022-01-01', '2022-12-31'],
  ])('%s', async (clause, start, end) => {
    const { report, issues } = await identityOf(`本报告所列数据${clause}。${heading}`);
    expect([report.period_start, report.period_end]).toEqual([start, end]);
    expect(issues.map(({ code }) => code)).not.toContain('period_assumed');
  });

  it('is assumed for a calendar year only, and said to be', async () => {
    const one = await identityOf(`厦门市司法局2020年政府信息公开工作年度报告${heading}`);
    expect([one.report.period_start, one.report.period_end]).toEqual(['2020-01-01', '2020-12-31']);
    expect(one.issues.map(({ code }) => code)).toContain('period_assumed');
    const academic = await identityOf(`厦门大学2020-2021学年信息公开工作年度报告${heading}`);
    expect(academic.report.period_start).toBeNull();
  });
});

it('takes no other span told in figures for the period', async () => {
  const { report } = await identityOf(`厦门市司法局2020年政府信息公开工作年度报告\n统计合同项目，合同期2021.1.1-2021.12.31。${heading}`);
  expect(report.period_end).toBe('2020-12-31');
});

describe('coverage', () => {
  it.each([
    ['厦门市人民政府', 'aggregate'],
    ['晋江市', 'aggregate'],
    ['厦门市人民政府办公厅', 'own_organ'],
    ['厦门市司法局', 'own_organ'],
    ['利辛县望疃镇', 'own_organ'],
    ['大同市气象部门', 'system'],
    ['海关系统', 'system'],
    ['厦门海关关区', 'system'],
    ['应急管理局', null],
  ])('%s: %s', async (agency, coverage) => {
    expect((await identityOf(`${agency}2021年政府信息公开工作年度报告${heading}`)).report.coverage).toBe(coverage);
  });
});
