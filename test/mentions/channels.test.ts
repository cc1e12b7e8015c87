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

describe('one number for several kinds counts none of them', () => {
  const cases: readonly Case[] = [
    ['微博、微信发布重要会议、政府文件、政策解读等信息4304条。', 'posts.social_total=4304'],
    ['发布会议纪要、公示公告等128条。'],
    ['通过网站发布政府会议、会议解读类信息60条。'],
    ['通过“示例文化馆”“示例图书馆”等网站、微信公众号发布信息298条。', 'posts.other=298'],
    ['我局系统共收到政府信息公开申请1件。'],
    ['答复省长信箱、市长热线、12345平台群众诉求1280件。'],
    ['通过政府网站等方式，公开规划、许可等政府信息9322条。', 'posts.other=9322'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('words behind a number that belong to the next', () => {
  const cases: readonly Case[] = [
    ['举办在线访谈6期、政府开放日3次。', 'interaction.online_interviews=6', 'events.open_day=3'],
    ['召开工作例会4次、座谈会2次。', 'consultation.meetings=2'],
    ['制订125项厅权责清单、127项全省系统一单。'],
    ['开展2期业务培训、45人次参加。', 'training.sessions=2', 'training.attendances=45'],
    ['召开政务公开例会4次、业务培训2次。', 'training.sessions=2'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('what is not told of the year, or not of all', () => {
  const cases: readonly Case[] = [
    ['累计主动公开政府信息12345条，本年度新增主动公开890条。', 'disclosure.documents_disclosed=890'],
    ['网站2022年访问量56万次，累计访问量达到560万次。', 'views.website=560000'],
    ['全年收到政府信息公开申请15件，其中网上办理5件，窗口办理10件。', 'applications.new_received=15'],
    ['大厅窗口办理10件信息公开申请。'],
    ['全年窗口办理10件，网上办理22件。'],
    [
      '2022年，网站公开信息8条；“示例水务”微信公众号开通至今，粉丝累计5693人，累计发布508条图文信息。',
      'posts.website=8',
      'followers.wechat=5693',
    ],
    ['全年窗口共办理10件。', 'services.cases=10'],
    ['举办在线访谈2期，回答网民提问12个。', 'interaction.online_interviews=2'],
    ['全年回复网民提问12个、网上提问15条。', 'interaction.messages_handled=15'],
    ['市政府办公室转办政府信息公开申请3件。'],
    ['本机关作为复议机关审理政府信息公开行政复议案件8件。'],
    ['大厅办件1256件，其中即办件320件。', 'services.cases=1256'],
    ['全年即办件320件。'],
    ['网站发布信息17条，下属医疗机构累计发布更新信息874条。', 'posts.website=17'],
    ['利用网站发布信息，同时积极向报纸杂志、网站投稿，全年共计发布27篇。'],
    ['网站受理信箱信件880件、纸质信件36件。', 'interaction.messages_handled=880'],
    ['主动公开《通知》《办法》等32件规范性文件。'],
    ['局网站通知公告栏目发布86条，政策法规栏目发布35条。', 'posts.website_notices=86'],
    ['全年解读文件12件。'],
    ['网站发布行政许可与行政处罚双公示2条，行政权力清单1条。'],
    ['信息处理费收费金额0元。', 'information_fee.collected=0'],
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

describe('a list on one channel, and what is no channel of its own', () => {
  it.each<Case>([
    // The site is named before the first number of the clause.
    ['在县政府网公开会议信息14条、公示公告信息55条。', 'posts.website_meetings=14', 'posts.website_notices=55'],
    ['在县政府网上公开人事信息14条、其他公告公示通知等信息55条。'],
    ['通过网站发布信息430条，其中法定主动公开信息114条。', 'posts.website=430'],
    ['微博微信公开信息236条，新闻发布会公开信息13条。', 'posts.social_total=236', 'posts.other=13'],
    ['局网站发布政务类信息36条，概况类信息151条。'],
    ['局网站发布各类信息187条。', 'posts.website=187'],
    ['发布林业动态、政策法规、公示公告等信息共计114条。'],
    ['政策法规、政策解读21条。'],
    ['“双公示”信息公示2410条。'],
    ['制作公开栏5个，张贴公开信息213份。'],
    // Some of the accounts are named for all.
    ['通过政务新媒体（微信公众号等）公开265条。', 'posts.social_total=265'],
    ['通过微信、抖音等新媒体发布信息340条。', 'posts.social_total=340'],
    ['政务新媒体微信公众号发布信息219条。', 'posts.wechat=219'],
    ['全年发布解读相关信息110条。', 'interpretation.articles=110'],
  ])('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('hotlines without a code', () => {
  it.each<Case>([
    ['接听12393热线咨询1203次。'],
    ['受理热线电话587件，办结率100%。'],
    ['现场信访接待788人次，信访办件917件次。'],
    ['接听咨询电话1203次。', 'interaction.consultations=1203'],
    ['政府网站在线访谈次数3次。', 'interaction.online_interviews=3'],
    ['举办林木种植培训班12期，培训1310人次。'],
  ])('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

it('a town’s counter is its own, not that of a department', () => {
  const text = '便民服务中心共办理业务3121件。';
  expect(told(text, { coverage: 'own_organ', names: ['示例县示例镇人民政府'], year: 2022 })).toEqual(['services.cases=3121']);
  expect(told(text)).toEqual([]);
});
