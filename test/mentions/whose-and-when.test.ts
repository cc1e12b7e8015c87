import { describe, expect, it } from 'vitest';
import { city, told } from './read.ts';

// Every text here was read wrongly, or not at all, before. The report year is 2022 (read.ts).

type Case = readonly [text: string, ...told: string[]];
const each = (cases: readonly Case[]) => it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));

describe('a matter named in another order of words', () => {
  each([
    ['全年收到申请政府信息公开事项13件，已全部办结。', 'applications.new_received=13'],
    ['本年度共收到信息公开事项申请6件。', 'applications.new_received=6'],
    ['共接到群众申请公开政府信息事项3件，按期办结3件。', 'applications.new_received=3', 'applications.processed_total=3'],
    ['2022年市水务局接收到申请书45份，申请公开的政府信息主要涉及供水。', 'applications.new_received=45'],
    ['27件依申请公开件全部按时答复，答复率100%。', 'applications.processed_total=27', 'applications.on_time_rate=100'],
    [
      '收到政府信息公开申请21件，答复20件（其中公开9件，部分公开5件，不予公开6件）。',
      'applications.new_received=21',
      'applications.processed_total=20',
      'applications.granted=9',
      'applications.partially_granted=5',
      'applications.denied_total=6',
    ],
    ['办理省十三届人大五次会议建议2件、市政协提案7件。', 'proposals.congress=2', 'proposals.cppcc=7'],
    ['2022年，我局依申请公开信息收费0元。', 'information_fee.collected=0'],
    ['依申请提供政府信息未收取检索、复制、邮寄等费用。', 'information_fee.collected=0!'],
    ['收到政府信息公开申请5件，按时答复申请人5件次。', 'applications.new_received=5', 'applications.processed_total=5'],
    ['我局政务服务中心全年办理业务3560件。', 'services.cases=3560'],
  ]);
});

describe('three numbers shared out', () => {
  each([
    [
      '2022年，通过网上、信函、当面分别收到政府信息公开申请31件、8件、5件。',
      'applications.received_online=31',
      'applications.received_letter=8',
      'applications.received_in_person=5',
    ],
    [
      '依法予以公开、部分公开、不予公开、无法提供的政府信息公开申请分别为10件、4件、2件和6件。',
      'applications.granted=10',
      'applications.partially_granted=4',
      'applications.denied_total=2',
      'applications.unavailable_total=6',
    ],
  ]);
});

describe('what is denied of some requests only, or by others, is no zero', () => {
  each([
    ['未收到不属于本机关职责的政府信息公开申请。'],
    ['未收到重复、恶意的政府信息公开申请。'],
    ['除1件信函申请外，未收到其他政府信息公开申请。', 'applications.received_letter=1'],
    ['未收到公民、法人和其他组织提出的政府信息公开申请。', 'applications.new_received=0!'],
    ['通过政府网站未收到依申请公开信息。'],
    ['通过网络、信函等渠道均未收到依申请公开信息。', 'applications.new_received=0!'],
    ['各单位未收到政府信息公开申请。'],
    ['2022年12月未收到依申请公开。'],
    ['截至2022年12月我局未收到依申请公开。', 'applications.new_received=0!'],
    ['本部门无规范性文件制定权。'],
    ['2022年，我局线上、线下均无依申请公开信件。', 'applications.new_received=0!'],
    ['2022年度，我局政府信息公开没有收费。', 'information_fee.collected=0!'],
    ['2022年，没有向政府信息公开申请人收费的情况。', 'information_fee.collected=0!'],
    ['2022年无新的规范性文件制定。', 'disclosure.normative_documents.issued_this_year=0!'],
  ]);
});

describe('outcomes behind both parts of a whole', () => {
  each([
    [
      '发生政府信息公开行政诉讼5件，其中未经复议直接起诉3件、复议后起诉2件，判决维持4件。',
      'remedies.litigation.total=5',
      'remedies.litigation_direct.total=3',
      'remedies.litigation_after_review.total=2',
      'remedies.litigation.upheld=4',
    ],
    [
      '发生政府信息公开行政诉讼5件，其中复议后起诉2件，维持1件。',
      'remedies.litigation.total=5',
      'remedies.litigation_after_review.total=2',
      'remedies.litigation_after_review.upheld=1',
    ],
  ]);
});

describe('whose number it is', () => {
  each([
    ['全市水务系统共收到政府信息公开申请56件，其中我局收到12件。', 'applications.new_received=12'],
    ['全市水务系统主动公开政府信息5600条，其中本局主动公开1200条。', 'disclosure.documents_disclosed=1200'],
    ['市政府共收到政府信息公开申请560件。'],
    ['我局下属5个单位共公开信息88条。'],
  ]);

  it('what its own level is given is a part of what a region sums up', () => {
    expect(told('其中，市本级受理政府信息公开申请156件，各县（市、区）受理320件。', city)).toEqual([]);
  });
});

describe('another period, a plan, one way of asking', () => {
  each([
    ['自2008年以来，我局主动公开政府信息12,345条。'],
    ['自2008年以来，我局完善制度，2022年主动公开政府信息345条。', 'disclosure.documents_disclosed=345'],
    ['自2022年以来，我局主动公开政府信息345条。', 'disclosure.documents_disclosed=345'],
    ['计划全年举办政务公开培训4次。'],
    ['公众号累计发布信息5600条，本年度发布680条，累计关注人数3.2万人。', 'posts.wechat=680', 'followers.wechat=32000'],
    ['2022年未收到通过网络提交的政府信息公开申请。'],
    ['2022年未收到通过网络、信函等方式提交的政府信息公开申请。', 'applications.new_received=0!'],
  ]);
});

describe('where it was published', () => {
  each([
    ['通过网站公开信息160条，公告栏公开120条。', 'posts.website=160', 'posts.other=120'],
    ['“一网两微”全年发布信息1320条。', 'posts.other=1320'],
    ['通过市政府网站发布信息65条，通过示例日报等媒体发布信息22条。', 'posts.website=65', 'posts.other=22'],
    ['公众号累计关注用户5.6万，较年初新增8000人。', 'followers.wechat=56000'],
    ['网络问政平台回复群众提问8条，已全部办结。', 'interaction.messages_handled=8'],
    ['召开政务公开工作推进会2次、培训会1次。', 'training.sessions=1'],
    ['完成行政许可256件、行政处罚35件、行政强制2件的公示。'],
    ['办理市长热线、市长信箱、网民留言等转办件共256件。'],
    ['民意征集4期，参与人数256人次。', 'consultation.drafts=4'],
    ['就5项重大行政决策公开征求意见，收到意见36条。', 'consultation.drafts=5'],
  ]);
});

describe("what is not the organ's own number of the year", () => {
  each([
    // A denial of requests of one kind, or by other ways than one, denies not all.
    ['全年未收到涉及供水工程的政府信息公开申请。'],
    ['除网上申请外，未收到其他方式的政府信息公开申请。'],
    ['我局未收到上级转办的政府信息公开申请。'],
    ['我局未收到信访类政府信息公开申请。'],
    ['我局未收到公民关于征地信息的公开申请。'],
    ['没有未按时答复的依申请公开。'],
    ['没有制定信息处理费收费标准。'],
    ['我局未收到各类政府信息公开申请。', 'applications.new_received=0!'],
    ['我局未收到关于政府信息公开的申请。', 'applications.new_received=0!'],
    ['全年未收到公民、法人和其他组织的政府信息公开申请。', 'applications.new_received=0!'],
    ['全年未收到网上、信函及其他方式的政府信息公开申请。', 'applications.new_received=0!'],
    // Units, merged organs, villages.
    ['下属3个事业单位公开政府信息60条。'],
    ['原水利局、原节水办共公开政府信息60条。'],
    ['各村公开栏公开信息2300条。'],
    ['全市水务系统共收到政府信息公开申请33件，其中局机关14件。', 'applications.new_received=14'],
    // What is not to be disclosed, or only meant to be.
    ['应公开未公开信息0条。'],
    ['经审查不宜公开的信息5条。'],
    ['清理规范性文件12件，拟废止2件。'],
    ['全年拟通过网站发布信息600条，实际发布640条。', 'posts.website=640'],
    ['结合工作实际，计划通过网站发布信息600条。'],
    ['考核要求门户网站发布信息1000条，实际发布1206条。', 'posts.website=1206'],
    // The site of another organ.
    ['市教育局网站发布信息320条，我局网站发布信息1206条。', 'posts.website=1206'],
    ['市水务局网站发布信息1206条。', 'posts.website=1206'],
    // Printed by others.
    ['在市级以上媒体发布供水信息46篇。'],
    // The site, whoever is named before what is published, and whatever it was the year before.
    ['依托市政府网站公开我局信息420条。', 'posts.website=420'],
    ['网站年度访问量从2021年的35万次上升到56万次。', 'views.website=560000'],
    ['通过校园网公开信息86条。', 'posts.website=86'],
    ['官方微博发布信息76条，阅读量213万左右。', 'posts.weibo=76', 'views.weibo=2130000~'],
    // A span over years, a system, one applicant's part, an account, a review that was turned down.
    ['自2018年5月1日至2022年底，共主动公开政府信息210条。'],
    ['自2022年1月1日至2022年12月31日，共主动公开政府信息210条。', 'disclosure.documents_disclosed=210'],
    ['2022年，全局系统19个单位共公开政府信息3200条。'],
    ['其中同一申请人提出政府信息公开申请12件。'],
    ['门户网站发布信息60条。政务新媒体账号2个，其中微信1个、抖音1个。', 'posts.website=60'],
    ['因政府信息公开申请行政复议3件，驳回复议申请2件。', 'remedies.review.total=3'],
    ['14件依申请公开件均在法定期限内答复。', 'applications.processed_total=14'],
    // Of those received some were closed; one kind of answer, or one way of giving it, is not all.
    ['收到政府信息公开申请12件，12件申请已答复11件。', 'applications.new_received=12', 'applications.processed_total=11'],
    ['依申请公开方面：作出“不存在”答复3件，当场答复2件，书面答复9件。'],
    // A month, a plan, what was taken back.
    ['信息公开方面：2022年12月，公开政府信息56条。'],
    ['2023年计划新增栏目2个，公开政府信息600条。'],
    ['撤销公开信息3条。'],
    ['现行有效行政规范性文件由年初的11件减少到9件。', 'disclosure.normative_documents.in_force=9'],
  ]);
});
