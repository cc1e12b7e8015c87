import { describe, expect, it } from 'vitest';
import { readProse } from '../../src/mentions/index.ts';
import { bureau, prose, told } from './read.ts';

// The report year is 2022 (read.ts). What is told of another period, or of many years, is no mention (mentions.md, rule 3).

describe('numbers of many years are none of the year', () => {
  it.each([
    '自《条例》实施以来，共受理政府信息公开申请103件。',
    '本届班子以来，共主动公开政府信息1200条。',
    '“十四五”期间累计收到政府信息公开申请56件。',
    '2019年至2022年，共受理政府信息公开申请2345件。',
    '三年来，共收到政府信息公开申请45件。',
    '截至2023年1月10日，门户网站访问量达到123456次。',
    '近三年，门户网站发布信息3400条。',
    '网站历史累计发布信息8900条。',
    '“十四五”以来通过门户网站发布信息2256条。',
    '建站以来通过门户网站发布信息22560条。',
    '2021、2022年通过门户网站分别发布信息1050条、1206条。',
    '前三季度，门户网站发布信息906条。',
  ])('%s', (text) => expect(told(text)).toEqual([]));

  it.each([
    ['今年以来，门户网站发布信息486条。', 'posts.website=486'],
    ['党的十八大以来，我局不断推进政务公开。2022年，门户网站发布信息486条。', 'posts.website=486'],
    ['自机构改革以来，我局完善制度，2022年收到政府信息公开申请4件。', 'applications.new_received=4'],
    ['2022年1月至12月，收到政府信息公开申请4件。', 'applications.new_received=4'],
    ['截至2022年12月底，收到政府信息公开申请4件。', 'applications.new_received=4'],
  ])('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('numbers of a part of the year are none of the year', () => {
  it.each([
    '2022年1至6月主动公开政府信息40条。',
    '7—12月，收到政府信息公开申请3件。',
    '上半年，收到政府信息公开申请3件。',
    '2022年第三季度，收到政府信息公开申请3件。',
  ])('%s', (text) => expect(told(text)).toEqual([]));

  it('a report that covers a part of the year tells of that part', () => {
    const found = readProse(prose('2022年5月至12月，收到政府信息公开申请3件。'), { ...bureau, months: [5, 12] });
    expect(found.mentions.map(({ code, value }) => [code, value])).toEqual([['applications.new_received', 3]]);
  });
});

describe('of 累计发布12345条,其中2022年890条 the second number is that of the year', () => {
  it.each([
    ['累计主动公开政府信息12345条，其中2022年890条。', 'disclosure.documents_disclosed=890'],
    ['截至2022年底，局门户网站累计公开信息12,345条，其中2022年新增890条。', 'posts.website=890'],
    ['微信公众号自开通以来累计推送信息3200条，2022年推送456条。', 'posts.wechat=456'],
    ['我局历年累计主动公开信息210条，其中2022年度55条。', 'disclosure.documents_disclosed=55'],
    ['累计公开政府信息8900条（其中2022年567条）。', 'disclosure.documents_disclosed=567'],
    ['累计公开政府信息8900条，其中今年公开567条。', 'disclosure.documents_disclosed=567'],
    ['2022年主动公开政府信息456条，本年度新增栏目3个。', 'disclosure.documents_disclosed=456'],
    ['共受理政府信息公开申请20件，其中2022年新收18件。', 'applications.new_received=20', 'applications.new_received=18'],
  ])('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});
