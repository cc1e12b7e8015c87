import { describe, expect, it } from 'vitest';
import { city, told } from './read.ts';

// Sentences as they stand under the headings of sections 1, 3, 4 and 6, each read by hand before it was tried.

type Case = readonly [text: string, ...told: string[]];

const headings: Readonly<Record<number, string>> = {
  1: '一、总体情况',
  3: '三、收到和处理政府信息公开申请情况',
  4: '四、政府信息公开行政复议、行政诉讼情况',
  6: '六、其他需要报告的事项',
};

const under = (section: number, cases: readonly Case[], whose?: typeof city) =>
  it.each(cases.map(([text, ...codes]) => ({ text, codes })))('$text', ({ text, codes }) => {
    expect(told(`${headings[section]}\n${text}`, whose, section)).toEqual(codes);
  });

describe('a request that is only to be supplemented is no outcome', () => {
  under(3, [
    ['1件申请内容不明确，已一次性告知申请人补正。'],
    ['对申请内容不明确的2件，通知申请人补正。'],
    ['收到政府信息公开申请6件，其中申请内容不明确1件（尚未补正）。', 'applications.new_received=6'],
    ['全年收到申请12件，其中3件因申请内容不明确要求补正，9件按时答复。', 'applications.new_received=12', 'applications.processed_total=9'],
    ['补正后申请内容不明确1件，逾期未补正2件。', 'applications.unavailable_unclear=1', 'applications.other_overdue_correction=2'],
    ['申请内容不明确1件。', 'applications.unavailable_unclear=1'],
  ]);
});

describe('a sum up to a day is that of the year only where the sentence says so', () => {
  under(1, [
    ['截至目前，局门户网站累计发布信息12345条。'],
    ['截至2022年底，微信公众号累计推送文章5600篇，关注人数2.3万人。', 'followers.wechat=23000'],
    ['截至目前，我局累计收到政府信息公开申请57件。'],
    ['自2015年开通至今，微信公众号累计推送信息5600条。'],
    ['截至9月底，门户网站发布信息500条。'],
    ['截至11月30日，共发布信息500条。'],
    ['截至12月底，今年累计公开信息890条。', 'disclosure.documents_disclosed=890'],
    ['截至12月底，网站累计发布信息1200条，其中今年新增320条。', 'posts.website=320'],
    ['截至2022年12月31日，2022年度累计公开政府信息430条。', 'disclosure.documents_disclosed=430'],
    ['截至2022年12月，经累计清理，现行有效的行政规范性文件9件。', 'disclosure.normative_documents.in_force=9'],
    ['截至9月底完成栏目调整，全年门户网站发布信息500条。', 'posts.website=500'],
  ]);
});

describe('section 3', () => {
  under(3, [
    ['全年共收到和办理依申请公开12件，其中自然人申请12件。', 'applications.new_received=12', 'applications.new_received.natural_person=12'],
    ['办结申请6件，通过信函方式申请2件。', 'applications.processed_total=6', 'applications.processed_letter=2'],
    ['共办结52件，其中，予以公开20件（占38.5%）。', 'applications.processed_total=52', 'applications.granted=20'],
    ['延期答复2件。'],
    ['全年办结信访件12件。'],
    ['上年度结转申请2件，本年度新增申请18件。', 'applications.carried_in=2', 'applications.new_received=18'],
    ['其中2件为上年结转，18件为当年新收。', 'applications.carried_in=2', 'applications.new_received=18'],
    ['累计办理公民通过网站、邮寄等途径依申请公开信息合计12件。', 'applications.processed_total=12'],
    ['全年受理8件，其中网上受理5件。', 'applications.new_received=8', 'applications.received_online=5'],
    ['收到申请12件，转其他单位办理2件。', 'applications.new_received=12'],
    ['其中电子邮件2件，书信3件。'],
    ['全部公开5件，不予公开1件。', 'applications.granted=5', 'applications.denied_total=1'],
    ['本年度未向申请人收取依申请公开的任何费用。', 'information_fee.collected=0!'],
  ]);
});

describe('section 4', () => {
  under(4, [
    ['收到有关政府信息公开的行政复议申请3件。', 'remedies.review.total=3'],
    ['发生1起关于政府信息公开的行政诉讼案件。', 'remedies.litigation.total=1'],
    ['收到行政复议申请86件。'],
    ['行政诉讼案件8件，均与政府信息公开无关。'],
    ['全年新增行政复议1件，上年结转1件。', 'remedies.review.total=1'],
    ['复议机关维持2件。', 'remedies.review.upheld=2'],
  ]);
});

describe('section 6', () => {
  under(6, [['收取信息处理费的情况为0。', 'information_fee.collected=0']]);
});

describe('platforms, interpretation, interaction and training', () => {
  under(1, [
    ['通过公示栏、门户网站、微信等载体，主动公开政府信息2100条。', 'disclosure.documents_disclosed=2100'],
    ['依托微信公众号，发布工作信息30条。', 'posts.wechat=30'],
    ['在微信、微博开设专栏，发布信息30条。', 'posts.social_total=30'],
    ['示例水务微信公众号共推送132期、396条图文消息。', 'posts.wechat_issues=132', 'posts.wechat=396'],
    ['微博、微信粉丝分别达6.2万和3.1万。', 'followers.weibo=62000', 'followers.wechat=31000'],
    ['市水利系统共发布信息560条。'],
    ['局属各单位通过网站公开信息320条。'],
    ['主动公开权责清单1份。'],
    ['在官微发布信息300条。', 'posts.other=300'],
    ['示例水务微信公众号关注人数逾50万。', 'followers.wechat=500000~'],
    ['抖音号发布作品112部。', 'posts.other=112'],
    ['制作短视频12期。', 'posts.video_series=12'],
    ['全年制作新媒体作品，推出40期。'],
    ['发布政务动态226条，文件及解读信息66条。', 'posts.website_news=226'],
    ['编制发布政府信息公开指南1份、目录1份。'],
    ['在政府信息公开专栏公开公示信息382条。', 'posts.website=382'],
    ['在线访谈栏目播出4期。', 'interaction.online_interviews=4'],
    ['回复网络问政46件。', 'interaction.messages_handled=46'],
    ['开展政务公开日活动，接受咨询60人次。', 'interaction.consultations=60'],
    ['发布解读视频4部。', 'interpretation.articles=4'],
    ['接听12345热线咨询3200余人次。', 'interaction.hotline_12345=3200~'],
    ['举办安全生产培训班3期，培训360人次。'],
    ['开展执法培训3次，政务公开培训2次，培训120人次。', 'training.sessions=2', 'training.attendances=120'],
    ['政务公开方面，局办公室共有专职工作人员2名。', 'staff.full_time=2'],
    // A word for the kind decides, the channel named or not (mentions.md, close calls).
    ['发布工作动态236条、通知公告58条。', 'posts.website_news=236', 'posts.website_notices=58'],
    ['向市政府报送工作动态45条。'],
  ]);
  under(
    1,
    [
      ['全市8家政府网站及120个政务新媒体发布信息36000余条。', 'posts.other=36000~'],
      ['市政府门户网站公开全市各类政府信息共计3437条。', 'posts.website=3437'],
    ],
    city,
  );
});

describe('a number without a counter is told by its words alone', () => {
  under(1, [
    ['举办政务公开培训2期。\n主办单位：某某办公室　邮编：350001　网站标识码：3500000001', 'training.sessions=2'],
    ['举办政务公开培训2期，参训人次：150。', 'training.sessions=2', 'training.attendances=150'],
    ['举办政务公开培训2期，共150人次。', 'training.sessions=2', 'training.attendances=150'],
  ]);
});
