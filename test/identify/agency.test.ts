import { describe, expect, it } from 'vitest';
import { agencyAtStart } from '../../src/identify/name/in-text.ts';
import { identityOf } from './page.ts';

const titled = (agency: string, year = 2021) => `${agency}${year}年政府信息公开工作年度报告\n一、总体情况`;

/** A page, the id it must get, and how it was found. */
type Case = readonly [text: string, id: string | RegExp, resolution?: string | undefined];

async function expectAgency([text, id, resolution]: Case, url?: string) {
  const { agency } = await identityOf(text, url);
  if (typeof id === 'string') expect(agency.agency_id).toBe(id);
  else expect(agency.agency_id).toMatch(id);
  if (resolution) expect(agency.resolution).toBe(resolution);
}

const open = /^u-[0-9a-f]{12}$/;

describe('asterisks in a name', () => {
  it.each(['贵阳市***局', '贵阳市**水务管理局', '贵阳市*区水务管理局'])(
    'that cover a part of it: %s is nobody in particular',
    async (name) => {
      const { agency } = await identityOf(titled(name));
      expect(agency).toMatchObject({ agency_id: expect.stringMatching(open), name_printed: name });
    },
  );

  it.each(['**贵阳市水务管理局**', '**贵阳市****水务管理局**', '贵阳市**水务管理局**', '*贵阳市水务管理局*'])(
    'that are marks of a text: %s',
    async (name) => {
      const { agency } = await identityOf(titled(name));
      expect(agency).toMatchObject({ agency_id: '520100-water', name_printed: '贵阳市水务管理局' });
    },
  );
});

describe('agency by its name', () => {
  const names: readonly Case[] = [
    [titled('内江市隆昌生态环境局'), '511083-ecology-environment', 'title'],
    [titled('河北省石家庄市气象局'), '130100-meteorology'],
    [titled('国家税务总局佛山市税务局'), '440600-tax-bureau'],
    [titled('中国证券监督管理委员会福建监管局'), '350000-securities-regulator'],
    [titled('国家统计局泉州调查队'), '350500-survey-team'],
    [titled('中华人民共和国厦门海关'), /^350200-customs-[0-9a-f]{6}$/],
    [titled('海南海事局'), '460000-maritime'],
    // A customs that bears the stem of a district is its city's, where the text names either.
    [`${titled('黄埔海关')}\n地址：广州市黄埔区大沙地东1号。`, /^440100-customs-[0-9a-f]{6}$/],
    [titled('大港海关'), open],
    // A zone of a county's stem may be its city's: the county must be named or pointed to.
    [titled('井冈山经济技术开发区管委会'), open],
    [`${titled('番禺经济技术开发区管委会')}\n位于广州市番禺区。`, /^440113-development-zone-/],
    [titled('永川高新技术产业开发区管委会'), /^500118-development-zone-/],
    [titled('珠山区文广新旅局'), '360203-culture-tourism'],
    [titled('句容市公积金管理中心'), '321183-housing-fund'],
    [titled('句容市疾控局'), '321183-other-organ-f09caa'],
    [titled('句容市疾病预防控制局'), '321183-other-organ-f09caa'],
    [titled('司法部'), '100000-ministry-justice'],
    [titled('国家发展改革委'), '100000-ndrc'],
    [titled('海关系统'), '100000-gacc'],
    [titled('厦门海关关区'), /^350200-customs-[0-9a-f]{6}$/],
    [titled('海关总署2013年海关', 2013).replace('2013年政府', ''), '100000-gacc', 'title'],
    [titled('永泰县教育局2012年教育', 2012).replace('2012年政府', ''), '350125-education', 'title'],
    [titled('2012年永泰县教育局', 2012).replace('2012年政府', '政务'), '350125-education', 'title'],
    [titled('大同市气象部门'), '140200-meteorology'],
    [titled('广西教育厅'), '450000-education'],
    [titled('吉林交通运输厅'), '220000-transport'],
    [titled('石家庄市气象局机关'), '130100-meteorology'],
    [titled('上海市'), '310000-government'],
    [titled('利辛县望疃镇'), '341623118-township-government'],
    [titled('兴庆区前进街街道办事处'), '640104007-subdistrict-office'],
    [titled('东莞市石龙镇'), '441900102-township-government'],
    [titled('大武口区教育体育局'), '640202-education'],
    [titled('文昌市文化旅游广电体育局'), '469005-culture-tourism'],
    [titled('长春市经济合作局'), /^220100-other-organ-[0-9a-f]{6}$/],
    [titled('连云港经济技术开发区管委会'), /^320700-development-zone-[0-9a-f]{6}$/],
    [titled('武汉东湖新技术开发区发展改革局'), /^420100-development-reform-[0-9a-f]{6}$/],
    [titled('肇庆市公安局交警支队第三大队'), /^441200-public-security-[0-9a-f]{6}$/],
    [titled('长沙市公安局望城分局'), '430112-public-security-branch'],
    [titled('鹿城区人民政府及办公室'), '330302-government'],
    [titled('锡林郭勒盟行政公署'), '152500-prefecture-office'],
    [titled('利辛县人民医院'), /^341623-hospital-[0-9a-f]{6}$/],
    [titled('延边州教育局'), '222400-education'],
    [titled('涵江区人社局'), '350303-human-resources'],
    [titled('鹿城区资规局'), '330302-natural-resources'],
    [titled('鹿城区政务办'), '330302-administrative-approval'],
    [titled('三江县财政局'), '450226-finance'],
    [titled('三江自治县财政局'), '450226-finance'],
    [titled('黔东南自治州统计局'), '522600-statistics'],
    [titled('科左中旗审计局'), '150521-audit'],
    [titled('巴州财政局'), '652800-finance'],
    [titled('巴中市巴州区财政局'), '511902-finance'],
    // A word beside a function makes it another organ's.
    [titled('长沙市天心区营商环境建设局'), /^430103-other-organ-/],
    [titled('长沙市天心区交通运输综合执法局'), /^430103-other-organ-/],
    [titled('长沙市天心区水利工程建设管理局'), /^430103-other-organ-/],
    [titled('天津市公安局公安交通管理局'), /^120000-public-security-/],
    [titled('河南省人民政府驻北京办事处'), /^410000-other-organ-/],
    [titled('长沙市人民政府研究室'), /^430100-other-organ-/],
    [titled('大兴安岭地区行署教育局'), '232700-education'],
    // The city's, though 长沙县 bears the stem too, where the text names the city alone.
    [`${titled('长沙高新区管委会')}\n长沙市人民政府部署。`, /^430100-development-zone-/],
    [`${titled('衡阳高新技术产业开发区管理委员会')}\n衡阳市蒸湘区。`, /^430400-development-zone-/],
    [titled('长沙县经济开发区管委会'), /^430121-development-zone-/],
    [titled('安徽亳州高新技术产业开发区管理委员会'), /^341600-development-zone-/],
    // A central organ's name before that of a province is its local organ's.
    [titled('国家矿山安全监察局湖南局'), /^430000-other-organ-/],
    [titled('财政部吉林监管局'), /^220000-other-organ-/],
    [titled('国家煤矿安全监察局山西局', 2019), /^140000-other-organ-/],
    [titled('河南煤矿安全监察局', 2017), /^410000-other-organ-/],
    ['一、总体情况\n2022年，国家矿山安全监察局河北局公开政府信息12条。', /^130000-other-organ-/],
    // A subdistrict's office without 街道, a township without the people it is of.
    [titled('郑州市金水区经八路办事处'), '410105001-subdistrict-office'],
    [titled('福鼎市佳阳畲族乡人民政府'), '350982202-township-government'],
    [titled('广州市越秀区建设办事处'), /^440104\d{3}-subdistrict-office$/],
    [titled('威宁彝族回族苗族自治县新发布依族乡人民政府'), /^520526\d{3}-township-government$/],
    [titled('温州市住房公积金管理中心瑞安分中心'), /^330300-housing-fund-/],
    [titled('浙江省地质勘查局'), /^330000-other-organ-/],
    // A bureau for the housing people rent stands beside that for building.
    [titled('合肥市住房保障和房产管理局'), /^340100-other-organ-/],
    [titled('合肥市城乡建设和住房保障局'), '340100-housing-construction'],
    // New areas of the state, an office of a zone, a scenic area, a town of the corps.
    [titled('河北雄安新区管理委员会'), /^130000-development-zone-/],
    [titled('西咸新区教育局'), /^610000-education-/],
    [titled('重庆高新技术产业开发区管理委员会办公室'), /^500000-development-zone-/],
    [titled('泰安市清水湾景区管理委员会'), /^370900-development-zone-/],
    [titled('第一师阿拉尔市十六团新开岭镇'), '659002114-township-government'],
    [titled('全国海关'), '100000-gacc'],
    // A district elsewhere bears the city's stem too.
    [`${titled('西安高新技术产业开发区管理委员会')}\n按照西安市人民政府要求。`, /^610100-development-zone-/],
    [titled('厦门市财政局办公室'), '350200-finance'],
    // A zone behind its province is its city's or county's; a county must be pointed to.
    [titled('山西省朔州经济开发区管理委员会'), /^140600-development-zone-/],
    [titled('重庆市永川高新技术产业开发区管理委员会'), /^500118-development-zone-/],
    [titled('江苏省丹阳经济开发区管理委员会'), open],
    [titled('镇江市丹阳经济开发区管理委员会'), open],
    [titled('合肥蜀山经济开发区管理委员会'), open],
    [`${titled('合肥蜀山经济开发区管理委员会')}\n地址：合肥市蜀山区清水路1号。`, /^340104-development-zone-/],
    [titled('重庆市万盛经济技术开发区管理委员会'), /^500000-development-zone-/],
    [titled('海南省洋浦经济开发区管理委员会'), /^460000-development-zone-/],
    [titled('潍坊滨海经济技术开发区教育分局'), /^370700-education-/],
    [titled('句容市政务服务监督管理局'), '321183-administrative-approval'],
    // Who reports may stand behind the title; a site's government does not report.
    ['2021年政府信息公开工作年度报告（句容市水利局）\n一、总体情况', '321183-water'],
    ['2021年政府信息公开工作年度报告——句容市水利局\n一、总体情况', '321183-water'],
    ['2021年政府信息公开工作年度报告——句容市人民政府\n一、总体情况', open],
    ['2021年政府信息公开年报\n请与重庆高新区管理委员会办公室联系。\n一、总体情况', /^500000-development-zone-/],
    // The table of townships writes the county before some names, and a zone in brackets.
    [titled('濮阳县柳屯镇'), '410928101-township-government'],
    [titled('四平市铁东区城东乡'), '220303200-township-government'],
    [titled('济源市沁园街道办事处'), '419001001-subdistrict-office'],
    [titled('白城市洮北区城南街道办事处'), '220802006-subdistrict-office'],
    // Organs of the party's committees, departments of several functions, farms.
    [titled('额济纳旗委网信办'), /^152923-other-organ-/],
    [titled('中共宿迁市委机构编制委员会办公室'), /^321300-other-organ-/],
    [titled('句容市教体科技局'), '321183-education'],
    [titled('中共句容市委党校'), /^321183-school-/],
    [titled('句容市委市政府信访局'), '321183-petition'],
    [titled('句容市市级机关事务管理局'), /^321183-other-organ-/],
    [titled('句容市教育局招生考试中心'), /^321183-education-/],
    ['句容市水利局2021年政务公开（政府信息公开）工作年度报告\n一、总体情况', '321183-water'],
    [titled('句容市招标投标管理局'), /^321183-other-organ-/],
    [titled('天门市清水湾农场'), /^429006-other-organ-/],
    // Zones whose place stands in brackets, that lie within another, of a kind of their own.
    [titled('中国（上海）自由贸易试验区管委会'), /^310000-development-zone-/],
    [titled('中德（长春）国际合作示范区管理委员会'), /^220100-development-zone-/],
    [titled('高新技术产业开发区（吉安）管委会'), /^360800-development-zone-/],
    [titled('中德（清水）国际合作示范区管理委员会'), /^620521-development-zone-/],
    [titled('中德（清水湾）国际合作示范区管理委员会'), open],
    [titled('句容市公安局（交警）园区大队'), /^321183-public-security-/],
    [titled('陕西省西咸新区秦汉新城管理委员会'), /^610000-development-zone-/],
    [titled('额济纳旗清水口岸管理委员会'), /^152923-development-zone-/],
    [titled('泉州台商投资区管委会'), /^350500-development-zone-/],
    // Two organs of one place report together; the first stands for both.
    [titled('句容市发展和改革局、句容市粮食局'), '321183-development-reform'],
    [titled('中央网信办'), '100000-cac'],
    [titled('国家外汇管理局福建省分局'), /^350000-other-organ-/],
  ];
  for (const one of names) it(`reads ${one[0].split('\n')[0]}`, () => expectAgency(one));

  it.each([
    ['连云港经济技术开发区', '连云港经济技术开发区管委会', '连云港经济技术开发区管理委员会'],
    ['西咸新区秦汉新城管委会', '陕西省西咸新区秦汉新城管理委员会'],
    // An organ of no listed kind is that of its place, whether the title names it or the address.
    ['句容市投资促进局', '市投资促进局', '投资促进局'],
    ['句容市公安局交通警察大队', '市公安局交通警察大队'],
    ['句容市委党校', '中共句容市委党校'],
    ['句容市委编办', '中共句容市委机构编制委员会办公室'],
    ['句容市清水湾林场', '清水湾林场'],
  ])('gives one id, however it is named: %s', async (...names) => {
    const agencies = await Promise.all(names.map(async (name) => (await identityOf(titled(name), 'http://www.jurong.gov.cn/a')).agency));
    expect(new Set(agencies.map(({ agency_id }) => agency_id)).size).toBe(1);
    expect(new Set(agencies.map(({ name }) => name)).size).toBe(1);
  });

  it('gives the full name with the prefecture and keeps the printed one', async () => {
    const { agency } = await identityOf(titled('蠡县人社局'));
    expect(agency).toMatchObject({ name: '保定市蠡县人力资源和社会保障局', name_printed: '蠡县人社局', division_name: '河北省保定市蠡县' });
  });
});

describe('agency over the years', () => {
  it.each([
    ['即墨市司法局', 2015, '370282-justice-bureau', '370215-justice-bureau'],
    ['即墨市司法局', 2018, '370215-justice-bureau', '370215-justice-bureau'],
    ['密云区水务局', 2014, '110228-water', '110118-water'],
    ['襄樊市规划局', 2009, '420600-planning', '420600-planning'],
    ['毕节地区教育局', 2010, '522400-education', '520500-education'],
    ['抚宁县财政局', 2014, '130323-finance', '130306-finance'],
    ['厦门市环境保护局', 2016, '350200-environmental-protection', '350200-ecology-environment'],
    ['宣化县审计局', 2014, '130721-audit', '130721-audit'],
  ])('%s in %i', async (name, year, id, lineage) => {
    const { agency } = await identityOf(titled(name, year));
    expect([agency.agency_id, agency.lineage_id]).toEqual([id, lineage]);
  });
});

describe('where the agency is read', () => {
  const places: readonly Case[] = [
    ['保定市司法局\n2023年政府信息公开工作年度报告\n一、总体情况', '130600-justice-bureau', 'line_before_title'],
    ['2019年政府信息公开年报\n来源：云霄县应急管理局 发布时间：2020-01-20\n一、总体情况', '350622-emergency', 'publisher_field'],
    ['2016年度工作情况\n一、概述\n公开政府信息3条。\n漳州市司法局\n2017年1月5日', '350600-justice-bureau', 'signature'],
    ['本年度报告由常德市司法局编制。\n一、概述\n2014年我局公开信息。', '430700-justice-bureau', 'self_mention'],
    // The office answers questions; whose report it is, what it sums up says.
    [
      '本报告综合2016年度常德市各县（市、区）政府和市直各部门的年度报告编制而成。如有疑问，请与常德市人民政府办公室联系。\n一、概述',
      '430700-government',
      'self_mention',
    ],
    ['本报告由常德市人民政府办公室编制。\n一、概述\n2016年公开信息。', '430700-government-office', 'self_mention'],
    // A place that has put its report together is asked through its office.
    [
      '本年度报告由上海市卢湾区编制。如有疑问，请联系卢湾区人民政府办公室。\n一、概述\n2009年公开信息。',
      '310103-government',
      'self_mention',
    ],
    // A place in a title is only where the department works that has put the report together.
    [
      '常德市政府信息公开工作年度报告\n本报告由常德市统计局、国家统计局常德调查队（以下简称局队）编制的2012年度报告。\n一、概述',
      '430700-statistics',
      'self_mention',
    ],
    [
      '常德市政府信息公开工作年度报告\n本报告根据要求，由常德市统计局、国家统计局常德调\n查队（以下简称局队）编制。\n一、概述',
      '430700-statistics',
    ],
    // Of two bodies that report together the first is meant.
    [
      '北京市统计局•国家统计局北京调查总队\n2013/3/1\n北京市政府信息公开工作年度报告\n本报告由北京市统计局、国家统计局北京调查总队编制。\n一、概述',
      '110000-statistics',
    ],
    // The field names the organ that later took in the writers.
    [
      '发布机构：宁波市江北区卫生和计划生育局\n统计期限自2011年1月1日起至2011年12月31日止。请与江北区人口和计划生育局联系。\n一、概述\n2011年，我局公开信息3条。',
      '330205-family-planning',
    ],
    // What a report is written after is named in running text.
    [
      '本报告根据条例以及景德镇市2019年度的政府信息公开年度报告提纲编制。统计期限自2022年1月1日起至2022年12月31日止。请与珠山区审计局联系。\n一、总体情况',
      '360203-audit',
    ],
    ['常德市2016年政府信息公开工作年度报告\n本报告由常德市大数据管理局汇总编制。\n一、概述', '430700-government', 'title'],
    ['現公佈德安縣應急管理局2020年政府資訊公開工作年度報告。請與德安縣應急管理局聯繫。\n一、總體情況', '360426-emergency', 'title'],
    [
      '本报告依据条例要求，结合宣城高新区管委会政府信息公开工作有关统计数据撰写。如有疑问，请与宣城高新区管委会联系。\n一、总体情况\n2022年公开3条。',
      /^341800-development-zone-/,
    ],
    ['现将我乡2014年政府信息公开工作报告如下。\n一、概述\n2014年，我乡公开信息3条。', /^u-/],
    ['一、总体情况\n2022年，句容市水利局公开政府信息。', '321183-water', 'self_mention'],
    ['一、总体情况\n2022年，句容市房屋征收工作管理办公室认真公开政府信息。', '321183-other-organ-9d1674', 'self_mention'],
    [
      '根据黄龙县人民政府办公室《关于做好年度报告的通知》要求，黄龙县市场监督管理局结合实际编制本报告。\n一、总体情况',
      '610631-market-regulation',
    ],
    [
      '统计期限自2024年1月1日起至2024年12月31日止。请与常州市钟楼区南大街街道综合办公室联系。\n一、总体情况',
      '320404005-subdistrict-office',
    ],
    ['句容市水利局文件\n句水〔2023〕5号\n2022年政府信息公开工作年度报告\n一、总体情况', '321183-water', 'line_before_title'],
    [
      '句容市水利局 关于2022年度政府信息公开年度报告的函\n市政府办公室：\n按照《关于报送年度报告的通知》\n一、总体情况',
      '321183-water',
      'title',
    ],
    ['句容市水利局关于报送2022年度政府信息公开工作年度报告的函\n市政府办公室：\n一、总体情况', '321183-water'],
    ['2022年政府信息公开年报\n一、总体情况\n公开3条。\n句容市水利局\n2023.1.15', '321183-water', 'signature'],
    ['2022年政府信息公开年报\n一、总体情况\n公开3条。\n句容市水利局 2023-1-15', '321183-water', 'signature'],
    ['首页>德安县人民政府>部门>县应急管理局\n县应急管理局2020年政府信息公开年度报告\n一、总体情况', '360426-emergency', 'context'],
    ['县应急管理局2020年政府信息公开年度报告\n一、总体情况\n通过德安县应急管理局微信公众号公开。', '360426-emergency', 'context'],
    // The signer wrote it; the title of another department above one that names nobody is a link.
    [
      '德安县教育局2022年政府信息公开工作年度报告\n2022年政府信息公开工作年度报告\n一、总体情况\n公开3条。\n句容市审计局\n2023年1月12日',
      '321183-audit',
      'signature',
    ],
    [
      '镇江市审计局2022年政府信息公开工作年度报告\n2022年政府信息公开工作年度报告\n一、总体情况\n公开3条。\n句容市审计局\n2023年1月12日',
      '321183-audit',
      'signature',
    ],
    [
      '长沙市公安局望城分局2022年政府信息公开工作年度报告\n2022年政府信息公开工作年度报告\n一、总体情况\n公开3条。\n长沙市公安局\n2023年1月12日',
      '430112-public-security-branch',
      'title',
    ],
    // The office of a listed commission answers for it.
    [
      '根据要求编制。如有疑问，请与句容市发展和改革委员会办公室联系。\n一、总体情况\n2022年，我委公开信息3条。',
      '321183-development-reform',
      'self_mention',
    ],
    [
      '句容市审计局：\n现将2022年政府信息公开工作情况报告如下。\n一、总体情况\n我局公开信息3条。\n桂林市恭城瑶族自治县财政局\n2023年1月12日',
      '450332-finance',
      'signature',
    ],
    ['宁德市蕉城区\n审 计 局\n2022年政府信息公开工作年度报告\n一、总体情况', '350902-audit', 'line_before_title'],
    // Where a school sits its city runs it; on a district's site it is the district's.
    [`${titled('清水湾工商大学')}\n地址：重庆市南岸区学府大道19号`, /^500000-school-/, 'context'],
    [`首页>潍坊市奎文区人民政府>公共企事业单位\n${titled('中医院')}`, /^370705-hospital-/, 'context'],
  ];
  for (const one of places) it(one[0].replaceAll('\n', ' / '), () => expectAgency(one));

  it('reads the address where the text names no place', async () => {
    const text = '城市管理局2020年政府信息公开工作年度报告\n一、总体情况';
    await expectAgency([text, '410482-urban-management', 'host'], 'https://ruzhou.gov.cn/contents/37548/328057.html');
    await expectAgency([text, open], 'https://example.com/ruzhou/1.html');
    await expectAgency([`${titled('市林业局')}\n伊春市人民政府要求。`, '230700-forestry', 'host'], 'http://www.yichun.gov.cn/');
    await expectAgency([`${titled('市林业局')}\n上饶市人民政府要求。`, '361100-forestry', 'host'], 'http://www.zgsr.gov.cn/');
    // Two places are spelled so: 遂宁 and 睢宁.
    await expectAgency([text, open], 'https://www.suining.gov.cn/1.html');
    await expectAgency([titled('县林业局'), '350421-forestry', 'host'], 'http://www.mingxi.gov.cn/');
    await expectAgency([titled('自治区财政厅'), '650000-finance', 'host'], 'http://www.xinjiang.gov.cn/');
    // A bureau that opens the report by its level alone; not one that instructs the writers, nor of another level.
    const writer = (words: string) => `一、总体情况\n2021年，${words}，我局公开信息3条。`;
    await expectAgency([writer('市水利局认真贯彻条例'), '321183-water', 'host'], 'http://www.jurong.gov.cn/');
    await expectAgency([writer('市水利局印发通知'), open], 'http://www.jurong.gov.cn/');
    await expectAgency([writer('县水利局认真贯彻条例'), open], 'http://www.jurong.gov.cn/');
    const town = '本报告汇总2018年度三溪乡的政务公开年度报告编制而成。请与三溪乡党政办联系。\n一、概述\n我乡公开3条。';
    await expectAgency([town, '331122207-township-government'], 'http://www.jinyun.gov.cn/');
  });

  it('reads the names of files in an address, however they are escaped', async () => {
    const text = '2022年政府信息公开工作年度报告\n一、总体情况';
    const name = encodeURIComponent('句容市水利局');
    const title = encodeURIComponent('句容市水利局2022年政府信息公开工作年度报告');
    const gbk = '%BE%E4%C8%DD%CA%D0%CB%AE%C0%FB%BE%D6';
    for (const address of [`${title}.html`, `${name}.pdf`, `?file=${name}.pdf&id=3`, `100%/${name}.pdf`, `${gbk}.doc`])
      await expectAgency([text, '321183-water', 'host'], `http://www.example.cn/f/${address}`);
    await expectAgency([text, '321183-water', 'host'], `http://www.example.cn/f/${name.replaceAll('%', '%25')}.pdf`);
    // A folder is the site's, not the document's.
    await expectAgency([text, open], `http://www.example.cn/${name}/1.html`);
  });

  it('reads the register code of a field', async () => {
    const code = '11350102004130000';
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const sum = [...code].reduce((total, character, at) => total + alphabet.indexOf(character) * (3 ** at % 31), 0);
    const checked = code + alphabet.charAt((31 - (sum % 31)) % 31);
    const page = (index: string) => `索引号：${index}/2021-00013\n${titled('鼓楼区司法局')}`;
    await expectAgency([page(checked), '350102-justice-bureau', 'social_credit_code']);
    await expectAgency([page(`${code}?`), open]);
  });

  it('tells places of one name apart by what the text names around them', async () => {
    await expectAgency([`${titled('鼓楼区司法局')}\n徐州市人民政府要求`, '320302-justice-bureau', 'context']);
    await expectAgency([`${titled('郊区统计局')}\n根据《关于公开工作的意见》(铜政办〔2020〕13号)`, '340711-statistics', 'document_number']);
  });

  it('lets a person declare it', async () => {
    const { agency } = await identityOf(titled('鼓楼区司法局', 2016), undefined, { agencyId: '320302-justice-bureau' });
    expect(agency).toMatchObject({ agency_id: '320302-justice-bureau', resolution: 'declared', division_name: '江苏省徐州市鼓楼区' });
    const { report } = await identityOf(titled('厦门市司法局'), undefined, { year: 2019 });
    expect(report.year).toBe(2019);
  });
});

describe('what stays open', () => {
  it.each([
    ['a spam word for the place', titled('西甲直播林业局')],
    ['a spam word behind the city', titled('北京市手机彩票网民政局')],
    ['a spam word with Latin letters', titled('UedBet体育城市管理综合执法局')],
    ['a place in another province', titled('浙江省厦门市司法局')],
    ['a district of another province', titled('江西厦门市同安区水利局')],
    ['a county of another prefecture', titled('南京市昆山市司法局')],
    ['a self mention in another province', '一、总体情况\n2022年，福建省句容市水利局公开政府信息。'],
    ['whoever carries the site', '2022年政府信息公开年报\n一、总体情况\n2022年，稳步推进。\n承办单位：句容市应急管理局'],
    ['a path with two places', `首页>九江市人民政府>德安县人民政府>县应急管理局\n${titled('县应急管理局')}`],
    ['no place at all', titled('应急管理局')],
    ['a township many bear', titled('城关镇人民政府')],
    ['a township that is not in its county', titled('利辛县桃花镇人民政府')],
    ['a zone named by a lake', titled('东湖新技术开发区管委会')],
    ['a zone of a city or of a county', titled('长沙高新区管委会')],
    ['a zone whose page names the county too', `${titled('长沙经济技术开发区管委会')}\n位于长沙市长沙县。`],
    ['a subdistrict that is not in its county', titled('郑州市金水区桃花岛办事处')],
    ['a regional office of a ministry', '一、总体情况\n2022年，生态环境部西北督察局公开政府信息3条。'],
    ['an organ of several provinces', titled('国家税务总局驻重庆特派员办事处')],
    ['a university by its stem', titled('中山大学')],
    ['only the level', '一、总体情况\n2021年，我镇公开信息3条，统计期限自2021年1月1日起至2021年12月31日止。'],
    ['a place whose writers are a bureau', `${titled('利辛县')}\n2021年，我局认真落实。我局公开信息8条。`],
    ['the office that runs the site', '2020年政府信息公开工作年度报告\n来源：仪征市人民政府办公室\n一、总体情况\n2020年，我局公开信息。'],
    [
      'a link to the page before',
      '上一篇：句容市审计局2022年政府信息公开工作年度报告\n2022年政府信息公开工作年度报告\n一、总体情况\n我局公开信息。',
    ],
    [
      'links behind the report',
      '2022年政府信息公开工作年度报告\n一、总体情况\n我局公开信息。\n推荐阅读\n句容市审计局2022年政府信息公开工作年度报告',
    ],
    [
      'links before a title that names nobody',
      '句容市审计局2022年政府信息公开工作年度报告\n德安县教育局2022年政府信息公开工作年度报告\n2022年政府信息公开工作年度报告\n一、总体情况\n2022年，我局认真落实条例，公开政府信息12条，全面提高了工作的透明度。',
    ],
    ['whom a letter is for', '句容市审计局：\n现将2022年政府信息公开工作情况报告如下。\n一、总体情况\n我局公开信息3条。'],
    ['who honoured the writers', '2022年政府信息公开工作年度报告\n一、总体情况\n我单位公开3条。句容市审计局授予我单位先进称号。'],
    [
      'who took what the writers sent',
      '2022年政府信息公开工作年度报告\n一、总体情况\n我单位公开3条，向句容市审计局报送信息8条，句容市审计局采用3条。',
    ],
    ['who worked with the writers', '2022年政府信息公开工作年度报告\n一、总体情况\n2022年，我单位会同句容市审计局开展检查，公开3条。'],
    [
      'whose duties the writers took over',
      '2022年政府信息公开工作年度报告\n一、总体情况\n2022年，机构改革后句容市审计局职能划入我局，公开3条。',
    ],
    ['whom complaints go to', '2022年政府信息公开工作年度报告\n一、总体情况\n我局公开3条。\n投诉举报：句容市审计局，电话示例'],
    ['a township that the writers visited', '一、总体情况\n2022年，我镇组织干部赴铜鼓县大塅镇人民政府学习，公开3条。'],
    ['a township whose people came', '一、总体情况\n2022年，我镇公开3条。铜鼓县大塅镇人民政府来我处交流。'],
    ['links on a line above', '句容市财政局 句容市教育局 句容市审计局\n2022年政府信息公开工作年度报告\n一、总体情况\n我局公开3条。'],
    ['who owns the site', "句容市人民政府 The People's Government of Jurong\n政府信息公开\n一、总体情况\n公开3条。"],
    ['a short township that no writer calls so', '一、总体情况\n2022年，城关镇被评为先进，城关镇公开3条。'],
    ['a township that a bureau names', '一、总体情况\n2022年，我局公开3条。铜鼓县大塅镇人民政府设立专区。'],
    ['organs that are only cited', '一、总体情况\n根据九江市应急管理局《关于信息公开的通知》，我局公开信息。'],
  ])('%s', async (_, text) => {
    const { agency } = await identityOf(text);
    expect(agency.agency_id).toMatch(open);
    expect(agency.lineage_id).toBe(agency.agency_id);
  });

  it('says so, with its candidates or the spam word', async () => {
    const collision = await identityOf(titled('鼓楼区司法局'));
    expect(collision.issues.map(({ code }) => code)).toContain('agency_unresolved');
    expect(collision.candidates.map((one) => one.candidate_id)).toEqual(
      ['320106', '320302', '350102', '410204'].map((code) => `${code}-justice-bureau`),
    );
    expect(collision.candidates.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1);
    const spam = await identityOf(titled('西甲直播林业局'));
    expect(spam.issues.map(({ code }) => code)).toContain('spam_words');
    const site = await identityOf(titled('武汉市生态环境局万利官方网站分局'));
    expect(site.agency.agency_id).toMatch(open);
    expect(site.issues.map(({ code }) => code)).toContain('spam_words');
  });

  it('gives the same id to the same name, whatever else the page says', async () => {
    const [one, other] = await Promise.all([identityOf(titled('应急管理局')), identityOf(titled('应急管理局', 2019))]);
    expect(one.agency.agency_id).toBe(other.agency.agency_id);
  });
});

describe('damaged and converted names', () => {
  it('looks through readings that were mixed in', async () => {
    const { agency, issues } = await identityOf(
      '蘇州市相城區(qū)應(yīng)急管理局2021年政府信息公開工作年度報(bào)告\n一、總體情況與機關處室',
    );
    expect(agency).toMatchObject({ agency_id: '320507-emergency', name_printed: '蘇州市相城區應急管理局' });
    expect(issues.map(({ code }) => code)).toContain('pinyin_noise');
  });

  it('finds a name that conversion to Simplified would change', async () => {
    const { agency } = await identityOf('乾安縣財政局2021年政府信息公開工作年度報告\n一、總體情況\n處室機關報告實現');
    expect(agency).toMatchObject({ agency_id: '220723-finance', name: '松原市乾安县财政局', name_printed: '乾安縣財政局' });
  });

  it('leaves a brand behind the title out', async () => {
    const { agency, report } = await identityOf('沧州市交通运输局2017年政府信息公开工作年度报告-凯发k8首页登录\n一、概述');
    expect(agency.agency_id).toBe('130900-transport');
    expect(report.title).toBe('沧州市交通运输局2017年政府信息公开工作年度报告');
  });
});

it('the place in the brackets of a name is part of it', async () => {
  const one = await identityOf(titled('中国（湖北）自由贸易试验区工作办公室'));
  const other = await identityOf(titled('中国（四川）自由贸易试验区工作办公室'));
  expect(one.agency.agency_id).not.toBe(other.agency.agency_id);
});

it('a school that calls itself only that, or a part of a zone, gives no name', async () => {
  const nameOf = async (text: string) => (await identityOf(text)).agency.name;
  expect(await nameOf('现将学院2021-2022学年信息公开工作报告如下。\n一、概述\n学院公开信息3条。')).toBeNull();
  expect(await nameOf('根据杭州万向职业技术学院实际，编制本报告。\n一、概述\n2022年公开3条。')).toBeNull();
  expect(await nameOf('现公开陕西省西咸新区沣西新城管理委员会2020年政务信息公开年度报告。\n一、总体情况\n2020年公开3条。')).not.toBe(
    '现公开陕西省西咸新区管理委员会',
  );
});

it('a township of a city without counties bears the name of its city', async () => {
  const { agency } = await identityOf(titled('嘉峪关市峪泉镇'));
  expect(agency.name).toBe('嘉峪关市峪泉镇人民政府');
  expect(agency.division_name).toBe('甘肃省嘉峪关市峪泉镇');
});

it('a regiment or farm that has no place keeps its name', async () => {
  const { agency } = await identityOf(titled('第一师阿拉尔市十二团'));
  expect(agency.agency_id).toMatch(open);
  expect(agency.name).toBe('第一师阿拉尔市十二团');
});

describe('a government that calls itself only 我市', () => {
  const page = (said: string) => `特向社会公布${said}。\n一、总体情况\n2021年，公开工作继续推进。`;
  it('is that of the site', async () => {
    const { agency } = await identityOf(page('我市2021年度政府信息公开年度报告'), 'http://www.jurong.gov.cn/a');
    expect(agency).toMatchObject({ agency_id: '321183-government', name: '镇江市句容市人民政府', resolution: 'host' });
  });
  it.each(['我市2021年度政府信息公开年度报告，我局高度重视', '2021年度政府信息公开年度报告，见我市政府信息公开年报专栏'])(
    'is not read out of %s',
    async (said) => {
      const { agency } = await identityOf(page(said), 'http://www.jurong.gov.cn/a');
      expect(agency.agency_id).toMatch(open);
    },
  );
});

it('组织部署 names no department', () => {
  expect(agencyAtStart('句容市组织部署开展各项工作')).toBeNull();
  expect(agencyAtStart('句容市组织部开展各项工作')?.length).toBe(6);
});

describe('a title that leaves the place out is completed by the one above it', () => {
  const own = '2011年水利局政府信息公开工作年度报告\n一、概述';
  it.each([
    [`句容市水利局2011年政府信息公开工作年度报告\n发布日期：2012-02-20\n${own}`, '321183-water'],
    // Links to the reports of others complete nothing.
    [`句容市水利局2010年政府信息公开工作年度报告\n丹阳市水利局2010年政府信息公开工作年度报告\n${own}`, open],
    [`句容市教育局2011年政府信息公开工作年度报告\n${own}`, open],
  ] as const)('%s', async (text, id) => expectAgency([text, id]));
});

it('words of a sentence are no name', async () => {
  const { agency } = await identityOf('现将我乡2014年政府信息公开工作报告如下。\n一、概述\n2014年，我乡公开信息3条。');
  expect(agency.name).toBeNull();
});

it('a part of a zone is not the zone', async () => {
  const { agency } = await identityOf('郑州高新区清水湾办事处向社会公布2021年度本级政府信息公开年度报告。\n一、总体情况');
  expect(agency.name).not.toBe('郑州高新区管理委员会');
});

describe('a name stands apart from what is beside it', () => {
  const names: readonly (readonly [text: string, name: string])[] = [
    ['示水务〔2015〕3号 签发人:赵长河 2014年清水湾第二中学政府信息公开工作年度报告\n一、概述', '清水湾第二中学'],
    ['本报告所列数据截至2024年12月31日。如有疑问,请与清水湾镇人民政府联系。\n一、总体情况', '清水湾镇人民政府'],
    [titled('Page 8 - 威海市文登区信访局'), '威海市文登区信访局'],
    [
      '根据有关要求,岐山县教育体育局现向社会公开《2023年政府信息公开工作年度报告》。请联系岐山县教体局(电话:示例)。\n一、总体情况',
      '岐山县教育体育局',
    ],
    ['本报告由清水湾镇人民政府按照有关规定编制。\n一、总体情况', '清水湾镇人民政府'],
    ['依法编制,由番禺经济技术开发区管委会(以下简称管委会)编制。\n一、总体情况\n我委公开信息3条。', '番禺经济技术开发区管委会'],
    ['欢迎来到清水湾医院\n2021年政府信息公开工作年度报告\n来源:泸州市清水湾医院\n一、总体情况', '泸州市清水湾医院'],
  ];
  it.each(names)('%s', async (text, name) => expect((await identityOf(text)).agency.name_printed).toBe(name));
});

describe('an organ beside the writers is not taken for them', () => {
  it.each([
    // A branch's office answers for the branch, with or without 局 before its place.
    [
      '统计期限为2020年1月1日至12月31日。请与池州市公安局贵池分局办公室联系。\n一、总体情况\n分局公开信息3条。',
      '341702-public-security-branch',
    ],
    [
      '统计期限为2020年1月1日至12月31日。请与池州市公安贵池分局办公室联系。\n一、总体情况\n分局公开信息3条。',
      '341702-public-security-branch',
    ],
    [titled('池州市公安贵池分局'), '341702-public-security-branch'],
    // Whoever takes requests for a government, in brackets, did not write its report.
    ['数据截至2008年12月31日。请与日常受理机构(乌鲁木齐市信息化工作办公室)联系。\n一、概述\n全市公开信息3条。', open],
    // The form's own field tells who filled it in, where its title names the place alone.
    ['厦门市政府信息公开情况统计表\n（2016年度）\n填报单位（盖章）：厦门市农业局\n统计指标', '350200-agriculture-former'],
    ['厦门市政府信息公开情况统计表\n（2016年度）\n填报单位：厦门市人民政府办公厅\n统计指标', '350200-government'],
    // A name that printed one 街 more than the register.
    ['东城街街道办事处2021年政府信息公开工作年度报告\n一、总体情况\n可通过高平市政府门户网站查阅。', open],
    [titled('高平市东城街街道办事处'), '140581002-subdistrict-office'],
    [titled('三河市鼎盛东大街街道办事处'), '131082001-subdistrict-office'],
    // Who is named only as the one to ask, in a report of 我县, answers for its government; not where a bureau reports.
    ['如有疑问，请联系吴起县政府政务服务中心。\n一、总体情况\n2023年，我县坚持公开为常态，公开信息70条。', '610626-government'],
    [
      '如有疑问，请与吴起县政府信息中心联系。\n一、概述\n县直各部门和乡镇明确了专人。目前，全县61个公开主体都编制了目录。',
      '610626-government',
    ],
    ['如有疑问，请联系吴起县政务服务中心。\n一、总体情况\n2023年，我中心公开信息70条。我县坚持公开为常态。', /^610626-other-organ-/],
    ['如有疑问，请联系吴起县教育局。\n一、总体情况\n2023年，我县坚持公开为常态，公开信息70条。', '610626-education'],
    // The writers of 我局 name their bureau, without its place, as the one to ask; another text names it in full.
    ['请与区民政局办公室联系（电话：略）。\n一、总体情况\n我局认真做好公开。公布了《涵江区民政局申请处理流程》。', '350303-civil-affairs'],
    ['请与区政府办公室联系（电话：略）。\n一、总体情况\n我局认真做好公开。公布了《涵江区民政局申请处理流程》。', open],
    ['本年度报告由高淳区人民政府办公室汇总编制。\n一、总体情况\n2022年，全区公开信息3条。', '320118-government'],
    ['本报告由高淳区司法局按照《中华人民共和国政府信息公开条例》和有关通知要求编制。\n一、总体情况', '320118-justice-bureau'],
    ['本年度报告由高淳区人民政府办公室编制。\n一、总体情况\n2022年，我办公开信息3条。', '320118-government-office'],
    // A short name in the title that the text explains.
    [`${titled('自治区数管办')}\n本报告由广西壮族自治区大数据发展管理办公室（以下简称自治区数管办）编制。`, '450000-data-bureau'],
    [`${titled('自治区数管办')}\n本报告由广西壮族自治区大数据发展管理办公室（以下简称区大数据办）编制。`, open],
    // A company's report, by whomever it was put together, is not that of a bureau.
    ['本报告由南宁市武鸣区行政审批局编制。\n一、总体情况\n2023年，我公司公开信息3条。', open],
    ['本报告由南宁市武鸣区行政审批局编制。\n一、总体情况\n2023年，我局公开信息3条。', '450110-administrative-approval'],
    // The office of a zone's committee answers for the committee.
    ['地址：广州市番禺区。\n一、总体情况\n2021年，番禺经济技术开发区管委会党政办公室公开信息3条。', /^440113-development-zone-/],
  ] as const)('%s', async (text, id) => expectAgency([text, id]));

  it('words of a sentence before 镇 make no name', async () => {
    const { agency } = await identityOf('2024年，我镇公开信息3条。\n一、总体情况\n今年,紧紧围绕镇党委政府重点工作开展公开。');
    expect(agency.name).toBeNull();
  });

  it('a name ends before the words of its sentence', async () => {
    const { agency } = await identityOf('编制本报告。\n一、总体情况\n2025年中仓街道积极推动街道政府信息公开工作。');
    expect(agency.name).toBe('北京市通州区中仓街道办事处');
    const { agency: listed } = await identityOf('特向社会公布2021年度报告。\n一、总体情况\n四是各苏木镇公开的内容。我旗公开信息3条。');
    expect(listed.name).toBeNull();
    const { agency: zone } = await identityOf('特向社会公布2021年度报告。\n一、总体情况\n今年经开区新增政务新媒体2个。我区公开信息3条。');
    expect(zone.name).toBeNull();
    const { agency: own } = await identityOf('编制本报告。\n一、总体情况\n持续公开。2022年，动态发布本乡规划、计划。我乡公开信息3条。');
    expect(own.name).toBeNull();
  });
});
