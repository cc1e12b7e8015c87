import { describe, expect, it } from 'vitest';
import { bureau, city, told } from './read.ts';

type Case = readonly [text: string, ...told: string[]];

const a = (code: string) => `applications.${code}`;

describe('requests received', () => {
  const cases: readonly Case[] = [
    ['2022年，我局共收到政府信息公开申请36件。', a('new_received=36')],
    ['全年新收政府信息公开申请108宗，均在法定期限内答复。', a('new_received=108')],
    ['本年度我局接收依申请公开事项7项。', a('new_received=7')],
    ['2022年度受理政府信息公开申请 15 件。', a('new_received=15')],
    ['今年以来，共收到公民、法人和其他组织提出的政府信息公开申请二十三件。', a('new_received=23')],
    ['依申请公开方面，全年共收到申请9件。', a('new_received=9')],
    ['政府信息依申请公开工作有序开展，收到有效申请41条。', a('new_received=41')],
    ['本机关受理依申请公开政府信息申请1,204件。', a('new_received=1204')],
    ['2022年，政府信息公开申请总数为52件。', a('new_received=52')],
    ['全年收到信息公开申请，共计18份。', a('new_received=18')],
    ['截至12月底，我单位接到12件政府信息公开申请。', a('new_received=12')],
    ['（二）依申请公开情况\n本年度共收到70件申请，全部按时答复。', a('new_received=70')],
    ['今年我局收到依申请公开（含网上和信函）33件。', a('new_received=33')],
    ['全年接受公民政府信息公开申请两件。', a('new_received=2')],
    ['收到政府信息公开申请近百件。', a('new_received=100~')],
    ['本年度收到政府信息公开申请0件。', a('new_received=0')],
    ['2022年收到的政府信息公开申请数量为零件。', a('new_received=0')],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('no request received', () => {
  const none = a('new_received=0!');
  const cases: readonly Case[] = [
    ['2022年，我局未收到政府信息公开申请。', none],
    ['全年没有收到公民、法人或者其他组织提出的政府信息公开申请。', none],
    ['本年度无政府信息公开申请。', none],
    ['我局本年度未发生依申请公开事项。', none],
    ['截至12月31日，未有公民向我局提出政府信息公开申请。', none],
    ['今年未受理依申请公开件。', none],
    ['未接到任何信息公开申请。', none],
    ['没有依申请公开政府信息的情况。', none],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('closed, carried in, carried out', () => {
  const cases: readonly Case[] = [
    ['收到政府信息公开申请36件，办结35件，1件结转下年度继续办理。', a('new_received=36'), a('processed_total=35'), a('carried_out=1')],
    ['全年新收申请8件（均为依申请公开），上年结转2件，按期答复10件。', a('new_received=8'), a('carried_in=2'), a('processed_total=10')],
    ['共办理政府信息公开申请29宗。', a('processed_total=29')],
    ['共答复依申请公开64件，另有3件顺延至下一年度答复。', a('processed_total=64'), a('carried_out=3')],
    ['受理依申请公开5件，其中已答复4件，1件转入2023年办理。', a('new_received=5'), a('processed_total=4'), a('carried_out=1')],
    ['我局接收政府信息公开申请20件，办理完毕19件，结转下年1件。', a('new_received=20'), a('processed_total=19'), a('carried_out=1')],
    ['收到依申请公开申请14件，14件均已按时办结。', a('new_received=14'), a('processed_total=14')],
    ['上年度结转政府信息公开申请6件，本年新收31件，全部办结37件。', a('carried_in=6'), a('new_received=31'), a('processed_total=37')],
    ['2022年收到政府信息公开申请11件，2021年结转1件，依法答复12件。', a('new_received=11'), a('carried_in=1'), a('processed_total=12')],
    ['政府信息公开申请办结数为88件。', a('processed_total=88')],
    ['受理政府信息公开申请4件，按期答复率100%。', a('new_received=4'), a('on_time_rate=100')],
    ['办理政府信息公开申请4件，按时办结率达到百分之百。', a('processed_total=4'), a('on_time_rate=100')],
    ['全年办理依申请公开12件，答复率、按时办结率均为100％。', a('processed_total=12'), a('on_time_rate=100')],
    ['未收到政府信息公开申请，也无上年结转申请。', a('new_received=0!'), a('carried_in=0!')],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('ways of filing and kinds of applicant', () => {
  const cases: readonly Case[] = [
    [
      '共收到政府信息公开申请12件，其中网上申请7件、信函申请3件、当面申请2件。',
      a('new_received=12'),
      a('received_online=7'),
      a('received_letter=3'),
      a('received_in_person=2'),
    ],
    [
      '共办结政府信息公开申请9件。其中，网络申请6件，邮寄申请3件。',
      a('processed_total=9'),
      a('processed_online=6'),
      a('processed_letter=3'),
    ],
    [
      '收到申请公开政府信息5件，其中通过电子邮件提交4件，通过传真提交1件。',
      a('new_received=5'),
      a('received_email=4'),
      a('received_fax=1'),
    ],
    [
      '收到政府信息公开申请10件，其中自然人申请8件，商业企业申请2件。',
      a('new_received=10'),
      a('new_received.natural_person=8'),
      a('new_received.business=2'),
    ],
    [
      '收到政府信息公开申请6件，其中4件为公民申请，2件为法人申请。',
      a('new_received=6'),
      a('new_received.natural_person=4'),
      a('new_received.organization_total=2'),
    ],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('results', () => {
  const cases: readonly Case[] = [
    ['全年办理回复依申请公开事项31件，其中网上政府信息公开申请件29件。', a('processed_total=31'), a('processed_online=29')],
    ['全年答复政府信息公开申请63件，其中同意公开或部分公开共18件。', a('processed_total=63')],
    [
      '办结政府信息公开申请30件，其中予以公开12件，部分公开3件，不予公开5件，无法提供10件。',
      a('processed_total=30'),
      a('granted=12'),
      a('partially_granted=3'),
      a('denied_total=5'),
      a('unavailable_total=10'),
    ],
    [
      '依申请公开答复中，属于国家秘密1件，属于行政查询事项2件，本机关不掌握相关政府信息6件。',
      a('denied_state_secret=1'),
      a('denied_registry_inquiry=2'),
      a('unavailable_not_held=6'),
    ],
    [
      '政府信息公开申请答复情况：同意公开8件，4件不予公开，2件属于过程性信息。',
      a('granted=8'),
      a('denied_total=4'),
      a('denied_process_information=2'),
    ],
    [
      '申请公开政府信息的答复：重复申请3件，信访举报投诉类申请5件，补正后申请内容仍不明确1件，其他处理2件。',
      a('unprocessed_repeat=3'),
      a('unprocessed_petition=5'),
      a('unavailable_unclear=1'),
      a('other_total=2'),
    ],
    [
      '在依申请公开的办理结果中，没有现成信息需要另行制作的4件，属于内部事务信息的1件。',
      a('unavailable_needs_creation=4'),
      a('denied_internal_affairs=1'),
    ],
    [
      '依申请公开办理结果：（一）予以公开6宗；（二）不予公开2宗（保护第三方合法权益1宗，属于行政执法案卷1宗）。',
      a('granted=6'),
      a('denied_total=2'),
      a('denied_third_party_rights=1'),
      a('denied_enforcement_files=1'),
    ],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe("numbers of requests that are not the report's", () => {
  const cases: readonly Case[] = [
    ['2022年，全市共收到政府信息公开申请530件。'],
    ['各县区共受理政府信息公开申请120件。'],
    ['收到行政复议申请12件，办结10件。'],
    ['全年受理法律援助申请300件。'],
    ['收到行政许可申请45件。'],
    ['下一步，力争收到的政府信息公开申请15件以内办结。'],
    ['较上年增加12件。'],
    ['2021年收到政府信息公开申请40件。'],
    ['受理群众来信80件，已办结79件。'],
    ['承办人大代表建议12件，办结率100%。', 'proposals.congress=12'],
    ['答复时间由20个工作日缩短为15个工作日。'],
    ['根据《示例市政府信息公开申请办理规定（2020年修订）》第12条办理。'],
    ['没有现成信息的，依法告知申请人。'],
    ['修订依申请公开答复文书示范文本8种。'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));

  it('but a government reports for its whole region', () => {
    expect(told('2022年，全市共收到政府信息公开申请530件，办结512件。', city)).toEqual([a('new_received=530'), a('processed_total=512')]);
    expect(told('全市收到政府信息公开申请530件，其中市教育局收到32件，市公安局收到45件。', city)).toEqual([a('new_received=530')]);
  });

  it('an office is named without 人民 in its own report', () => {
    const office = { coverage: 'own_organ', names: ['示例市示例区人民政府办公室'], year: 2022 } as const;
    const requests = '全年区政府办公室共受理依申请公开事项38件。';
    expect(told(requests, office)).toEqual([a('new_received=38')]);
    expect(told(requests)).toEqual([]);
  });

  it('a town, a zone and a subdistrict speak for their own area, not for the one above', () => {
    const town = { coverage: 'own_organ', names: ['示例县示例镇人民政府'], year: 2022 } as const;
    const zone = { coverage: 'own_organ', names: ['示例经济开发区管理委员会'], year: 2022 } as const;
    const subdistrict = { coverage: 'own_organ', names: ['示例区示例街道办事处'], year: 2022 } as const;
    expect(told('2022年，全镇共收到政府信息公开申请5件。', town)).toEqual([a('new_received=5')]);
    expect(told('2022年，全县共收到政府信息公开申请90件。', town)).toEqual([]);
    expect(told('本年度全区共收到政府信息公开申请7件。', zone)).toEqual([a('new_received=7')]);
    expect(told('全街道未收到政府信息公开申请。', subdistrict)).toEqual([a('new_received=0!')]);
  });

  it('and a year named by the report is its own', () => {
    expect(told('2021年收到政府信息公开申请40件。', { ...bureau, year: 2021 })).toEqual([a('new_received=40')]);
  });
});
