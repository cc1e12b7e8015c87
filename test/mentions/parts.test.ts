import { describe, expect, it } from 'vitest';
import { told } from './read.ts';

type Case = readonly [text: string, ...told: string[]];
const each = (cases: readonly Case[]) => it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));

describe('what a number grew to', () => {
  each([
    ['微信公众号粉丝由2.1万增至3.4万。', 'followers.wechat=34000'],
    ['我局微信公众号粉丝数从年初的1.1万人增长到1.7万人。', 'followers.wechat=17000'],
    ['微信公众号关注人数由3100人增加到4300人。', 'followers.wechat=4300'],
    ['微博粉丝数从5.2万提升至5.7万，发布博文811条。', 'followers.weibo=57000', 'posts.weibo=811'],
    ['微信公众号关注人数较上年增加243人。'],
  ]);
});

describe('a part that is over OGI, of cases over anything', () => {
  each([
    ['2022年我局行政诉讼5件，其中涉及信息公开1件。', 'remedies.litigation.total=1'],
    ['全年发生行政复议7件，其中涉及政府信息公开2件。', 'remedies.review.total=2'],
    ['行政应诉案件9件，其中政府信息公开类案件2件。', 'remedies.litigation.total=2'],
    ['行政复议案件11件，与政府信息公开相关的1件。', 'remedies.review.total=1'],
    ['行政诉讼案件11件，其中因信息公开提起诉讼的2件。', 'remedies.litigation.total=2'],
    ['代理市政府行政应诉案件14件，其中涉及信息公开3件。'],
    ['我局受理行政复议申请25件，其中涉及政府信息公开类6件。'],
    // Of which of the two the text does not say.
    ['行政复议8件、行政诉讼6件，其中涉及政府信息公开3件。'],
  ]);
});

describe('whose channel it is', () => {
  each([
    ['在政府网站信息主动公开栏目发布信息143条。', 'posts.website=143'],
    ['微信公众号发布推文310篇，单篇最高阅读量8700次。', 'posts.wechat=310'],
    ['在《示例日报》刊发文章12篇。'],
    ['通过网站、微信公众号等平台发布信息860条，总阅读量120万次。', 'posts.other=860'],
    ['主动公开信息320条，其中概况类信息12条，业务动态类信息308条。', 'disclosure.documents_disclosed=320'],
    ['微信群转发信息1200条。', 'posts.other=1200'],
    ['下属水库管理处发布信息56条。'],
    ['“示例水务”微信公众号、微博账号分别发布信息236条、157条。', 'posts.wechat=236', 'posts.weibo=157'],
    // A heading within the line speaks for the sentence behind it.
    ['1.门户网站。全年发布信息751条。2.微信公众号。全年推送信息233条。', 'posts.website=751', 'posts.wechat=233'],
  ]);
});

describe('words that make it another number', () => {
  each([
    ['组织普法培训8场次、1200人次。'],
    // What stands at a day is no sum of years.
    ['微信公众号粉丝5.6万人，其中2022年新增6000人。', 'followers.wechat=56000'],
    [
      '本年度行政许可处理决定数量236件，行政处罚处理决定数量13件。',
      'disclosure.licensing.decisions=236',
      'disclosure.penalties.decisions=13',
    ],
    ['收到依申请公开6件，信访件23件，办结率100%。', 'applications.new_received=6'],
    ['收到依申请公开6件。办结行政审批事项320件，其中网上办理310件。', 'applications.new_received=6'],
    ['收到依申请公开6件、局长信箱来信13件。', 'applications.new_received=6', 'interaction.mailbox_handled=13'],
    ['全年申请公开的6件政府信息，涉及水库移民。'],
    ['收到自然人提出的政府信息公开申请7件。', 'applications.new_received.natural_person=7'],
    ['收到公民、法人和其他组织提出的政府信息公开申请7件。', 'applications.new_received=7'],
    ['依申请公开办结，制发行政复议决定书80份。'],
    ['取消权责事项5项，新增权责事项3项，现有权责事项286项。', 'duties.items=286'],
    ['2022年度目标为发布信息500条。'],
    ['政务服务事项136项，其中可网办126项。', 'services.items=136', 'services.online_items=126'],
    ['政务服务大厅办理业务5600件。', 'services.cases=5600'],
  ]);
});
