import { describe, expect, it } from 'vitest';
import { told } from './read.ts';

type Case = readonly [text: string, ...told: string[]];

describe('a channel of any name is one channel', () => {
  const cases: readonly Case[] = [
    ['全年在某省政府采购网公开信息7条。', 'posts.other=7'],
    [
      '通过市政府网公开信息23条；通过“三务公开”平台公开信息154条；通过微信公众号公开信息75条。',
      'posts.website=23',
      'posts.other=154',
      'posts.wechat=75',
    ],
    ['通过局专属页面主动公开政府信息218条。', 'posts.other=218'],
    ['我局在“中国·示例”公开政府信息221条，其中政策解读16条，其他公开信息122条。', 'posts.other=221', 'interpretation.articles=16'],
    ['主动公开政府信息221条。', 'disclosure.documents_disclosed=221'],
    ['我局门户网站公开政务信息117条，智慧示例APP共计公开154条。', 'posts.website=117', 'posts.other=154'],
    [
      '微信公众号推送信息1350篇，累计阅读量42万余次、微博账号累计推送信息792条，累计阅读量80万余次。',
      'posts.wechat=1350',
      'views.wechat=420000~',
      'posts.weibo=792',
      'views.weibo=800000~',
    ],
    [
      '全年办理政府信息公开申请7件，予以公开2件，已通过网站对外公开1件，不予公开4件。',
      'applications.processed_total=7',
      'applications.granted=2',
      'applications.denied_total=4',
    ],
    ['在局官网公开信息50条，在省局头条推送信息15条。', 'posts.website=50', 'posts.other=15'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('a part has not the code of its whole', () => {
  const cases: readonly Case[] = [
    [
      '网站公开信息578条，其中工作动态信息292条（本级动态197条、县区动态95条）、公告公示信息57条（含采购公告公示16条）。',
      'posts.website=578',
      'posts.website_news=292',
      'posts.website_notices=57',
    ],
    ['通过网站公开信息578条，答复留言33条，财政公开信息8条。', 'posts.website=578', 'interaction.messages_handled=33'],
    ['全年网站概况类、政务动态、信息公开目录信息发布731条，解读信息发布11条。', 'interpretation.articles=11'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('words that only look like a matter', () => {
  const cases: readonly Case[] = [
    ['在区政府网站公开信息69条，其中，乡文件13条，人大建议回复6条。', 'posts.website=69'],
    ['通过微信公众号转发解读，发布信息简报269期。'],
    ['对本单位制发的13件规范性文件进行全面清理。'],
    ['官网发布航行通告141条，行政处罚379件。'],
    ['全年作出行政处罚379件。', 'disclosure.penalties.decisions=379'],
    ['以“12345”一个号码对外。'],
    ['承接12345平台一个渠道的工单。'],
    ['截至2022年，网站访问量累计超过7708682人次。'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('people and ways of filing', () => {
  const cases: readonly Case[] = [
    ['配备4名政府信息公开全职工作人员、6名兼职工作人员。', 'staff.full_time=4', 'staff.part_time=6'],
    ['从事政府信息公开工作的全职人员1人。', 'staff.full_time=1'],
    [
      '共收到政府信息公开申请106件。其中，通过官方网站提交申请表的86件，通过信函提交20件。',
      'applications.new_received=106',
      'applications.received_online=86',
      'applications.received_letter=20',
    ],
    ['共收到政府資訊公開申請3件，辦結3件。', 'applications.new_received=3', 'applications.processed_total=3'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});
