import { describe, expect, it } from 'vitest';
import { bureau, city, told } from './read.ts';

type Case = readonly [text: string, ...told: string[]];
const check = (cases: readonly Case[]) => it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));

describe('a list before its number', () =>
  check([
    ['我局主动公开政策文件、公示公告、政策解读等各类政府信息356条。', 'disclosure.documents_disclosed=356'],
    ['主动公开政府信息80条，其中主动公开财政预算、人事任免等政务信息12条。', 'disclosure.documents_disclosed=80'],
    ['通过“示例水务”微信公众号推送涉及供水、防汛、节水宣传、河湖保护等的政务动态28余条。', 'posts.wechat=28~'],
    ['在门户网站公布供水公告、部门动态等35条。', 'posts.website=35'],
    ['微信公众号运行平稳，推送至省级媒体、人民网等15篇。'],
    ['微信公众号运行平稳，推送人民网、示例网等媒体的稿件15篇。'],
    [
      '全年通过政府网站公开年度财政预决算、招生入学政策、供水工程建设、河道治理进展、社会保障政策、促进就业相关举措等群众关心的信息共计86条。',
      'posts.website=86',
    ],
  ]));

describe('what was told in sentences before', () =>
  check([
    // Documents made are shared out where they are told of, not where requests are received or the whole year's disclosure is told.
    [
      '全年印发文件62份。共收到依申请公开4件，其中3件予以公开。',
      'documents.made=62',
      'applications.new_received=4',
      'applications.granted=3',
    ],
    ['全年印发文件62份。全年主动公开356条。', 'documents.made=62', 'disclosure.documents_disclosed=356'],
    ['制发公文62件，28件属性为主动公开。', 'documents.made=62', 'documents.attribute_proactive=28'],
    // Who does the work is not who was trained.
    [
      '开展政务公开培训4场次，参训180人次。\n配备专职人员1名、兼职人员3名。',
      'training.sessions=4',
      'training.attendances=180',
      'staff.full_time=1',
      'staff.part_time=3',
    ],
    ['开展政务公开培训1次。明确1名分管领导负责，配备2名兼职工作人员。', 'training.sessions=1', 'staff.part_time=2'],
    ['开展政务公开培训1次，各科室联络员25人参加。', 'training.sessions=1', 'training.attendances=25'],
    // 从申请方式看 shares out those received, whatever was told last.
    [
      '受理政府信息公开申请31件，答复32件。从申请方式看，当面申请3件，网络申请28件。',
      'applications.new_received=31',
      'applications.processed_total=32',
      'applications.received_in_person=3',
      'applications.received_online=28',
    ],
    // The outcomes are those of the whole, which is another's.
    ['全市水务系统共收到政府信息公开申请26件。其中，予以公开12件，不予公开5件。'],
    ['全市水务系统共收到政府信息公开申请26件。其中，我局收到9件。', 'applications.new_received=9'],
  ]));

describe('what others print, in parts', () =>
  check([
    ['共在各级新闻媒体刊发稿件159篇，其中市级以上刊发稿件72篇。'],
    ['在各级新闻媒体刊发稿件159篇，在局微信公众号发布稿件65篇。', 'posts.wechat=65'],
    ['在各级新闻媒体刊发稿件159篇，其中在局微信公众号发布稿件65篇。', 'posts.wechat=65'],
  ]));

describe('whose channel a number was told of', () =>
  check([
    // “三务公开”平台以及微信 are two channels: the name in quotes is no account.
    [
      '通过市政府网站、“三务公开”平台以及局微信公众号公开。通过市政府网公开信息23条；通过“三务公开”平台公开信息54条。',
      'posts.website=23',
      'posts.other=54',
    ],
    ['“示例水务”政务微信公众号已开通。“示例水务”推送信息54条。', 'posts.wechat=54'],
    ['在市政府网站设有水务专栏，相关信息在该栏目下公布，全年通过水务专栏公开政府信息16条。', 'posts.website=16'],
    ['全年通过水务专栏公开政府信息17条。', 'posts.other=17'],
    // The parts behind the whole name other platforms than the sentence before it.
    [
      '网站坚持当日信息当日发布，全年累计编发各类信息125条（其中，政府门户网站发布工作动态21条，微信公众号推送104条）。',
      'posts.other=125',
      'posts.website_news=21',
      'posts.wechat=104',
    ],
    [
      '网站坚持当日发布，全年累计编发各类信息125条（其中，工作动态21条，公示公告104条）。',
      'posts.website=125',
      'posts.website_news=21',
      'posts.website_notices=104',
    ],
    // The counter of the first number is lost.
    ['门户网站发布信息20条，公众号推送信息136微博发布信息115条。', 'posts.website=20', 'posts.weibo=115'],
  ]));

describe('documents and proposals by another word', () =>
  check([
    ['我局制发行政发文共61条，其中主动公开60条。', 'documents.made=61', 'documents.attribute_proactive=60'],
    ['我局制发行政规范性文件3件。', 'disclosure.normative_documents.issued_this_year=3'],
    ['公开人大代表建议及答复17件、政协提案和答复19件。', 'proposals.congress=17', 'proposals.cppcc=19'],
    ['公开人大代表建议和政协提案答复共9件。'],
  ]));

describe('words for something else', () =>
  check([
    ['我局通过市政府信息公开平台公开206条，其中主动公开信息数为206条，依申请公开信息数为0条，不予公开信息数为0条。', 'posts.website=206'],
    ['收到依申请公开申请12件，不予公开2件。', 'applications.new_received=12', 'applications.denied_total=2'],
    ['主动公开政府信息80条；收到申请12件，不予公开2件。', 'disclosure.documents_disclosed=80'],
    ['组织“网络在线问政”6次、“民生在线”1次。'],
    ['网络问政回复36件。', 'interaction.messages_handled=36'],
    ['收到依申请公开申请26件，共依申请办理公开或部分公开政府信息13件。', 'applications.new_received=26'],
    ['共主动公开政府信息227条，其中重点领域信息公开76条。', 'disclosure.documents_disclosed=227'],
    ['本年度未收到和处理政府信息公开申请事件。', 'applications.new_received=0!'],
    [
      '收到依申请公开申请4件，已办结3件，其中已主动公开1件，本机关不掌握2件。',
      'applications.new_received=4',
      'applications.processed_total=3',
      'applications.unavailable_not_held=2',
    ],
    ['通过政府网站公开信息113条，重大决策预公开栏目发布信息27条。', 'posts.website=113'],
    ['收到依申请公开申请8件，无下年度结转。', 'applications.new_received=8', 'applications.carried_out=0!'],
    ['我局受理依申请信息56条。', 'applications.new_received=56'],
    ['主动公开政府信息480条，其中行政许可、行政处罚和其他权力40条。', 'disclosure.documents_disclosed=480'],
    ['权责清单共有权力事项40项。', 'duties.items=40'],
    ['主动公开政府信息85条，其中其他应主动公开信息4条、其它主动公开文件1份。', 'disclosure.documents_disclosed=85'],
    ['收到12345群众来信、依申请信息公开等26件。'],
    ['收到12345群众来信26件。', 'interaction.hotline_12345=26'],
    ['收到政府信息公开申请102宗，4宗被行政复议结果维持。', 'applications.new_received=102', 'remedies.review.upheld=4'],
    ['收到政府信息公开申请102宗，4宗被申请行政复议。', 'applications.new_received=102', 'remedies.review.total=4'],
  ]));

describe('cases of a hotline that the sentence names', () =>
  check([
    ['做好12345热线办理工作，2022年我局承办工单共120件，已全部办结。', 'interaction.hotline_12345=120'],
    ['做好12345热线和12315热线办理工作，全年承办工单共120件。'],
    ['做好信访工作，全年承办工单共120件。'],
    ['做好12345热线工作，全年受理网站工单12件。'],
  ]));

describe('requests and denials by another word', () =>
  check([
    ['我局累计收到依申请信息公开件6件。', 'applications.new_received=6'],
    [
      '共收到依申请公开申请3件，其中2件为网上申请，1件为到局里现场申请。',
      'applications.new_received=3',
      'applications.received_online=2',
      'applications.received_in_person=1',
    ],
    [
      '全年未收到以示例市水务局为被申请人的政府信息公开行政复议案件和行政诉讼案件。',
      'remedies.review.total=0!',
      'remedies.litigation.total=0!',
    ],
    ['全年未收到以示例县人民政府为被申请人的政府信息公开行政复议案件。'],
    ['我局未因信息公开收取公民、法人和其他组织任何费用。', 'information_fee.collected=0!'],
    ['我局未对公众依申请公开政府信息收取任何费用。', 'information_fee.collected=0!'],
    ['我局没有因依申请公开信息收取或减免费用的情况。', 'information_fee.collected=0!'],
    ['我局没有因信息公开减免收取费用的情况。'],
    // A heading, however long, is no beginning of the sentence below it.
    ['三、依申请公开政府信息情况和不予公开政府信息的情况\n我局2022年度未受理政府信息公开申请。', 'applications.new_received=0!'],
  ]));

describe('the organ by a shorter name', () => {
  const received = (body: string, name: string) => told(`${body}受理政府信息公开申请11件。`, { ...bureau, names: [name] });
  it.each([
    ['示例市市场监管局', '示例市市场监督管理局'],
    ['市市场监管局', '示例市市场监督管理局'],
    ['示例市住建局', '示例市住房和城乡建设局'],
    ['住建局', '示例市住房和城乡建设局'],
    ['示例县发改委', '示例县发展和改革委员会'],
  ])('%s is %s', (body, name) => expect(received(body, name)).toEqual(['applications.new_received=11']));
  it.each([
    ['示例市教育局', '示例市东区教育局'],
    ['市教育局', '示例市东区教育局'],
    ['市教育局', '示例市教师发展局'],
    ['示例市水利局', '示例市水务局'],
    ['示例区市场监管局', '示例市市场监督管理局'],
    ['民政局', '示例市民族宗教事务局'],
  ])('%s is not %s', (body, name) => expect(received(body, name)).toEqual([]));
});

describe('words of an organ’s trade', () =>
  check([
    [
      '新制定海关规范性文件2件，废止1件，现行有效11件。',
      'disclosure.normative_documents.issued_this_year=2',
      'disclosure.normative_documents.repealed_this_year=1',
      'disclosure.normative_documents.in_force=11',
    ],
    ['“关长信箱”办理来信18件。', 'interaction.mailbox_handled=18'],
    ['收到政府信息公开申请8件，其中通过网站平台申请3件。', 'applications.new_received=8', 'applications.received_online=3'],
  ]));

it('a government’s own level is a part of what it tells of its whole region', () => {
  const text = '全市新收政府信息公开申请852件。市政府本级受理申请136件。';
  expect(told(text, city)).toEqual(['applications.new_received=852']);
});

describe('the fee in a clause of its own', () =>
  check([
    ['依申请提供政府信息收取信息处理费2笔，共计210元。', 'information_fee.collected=210'],
    ['减免信息处理费2笔，共计210元。'],
    ['收取信息处理费2笔，减免1笔，共计210元。'],
  ]));

describe('what a government prints for the organ, and items named by their field', () =>
  check([
    ['起草并由市政府印发规范性文件1件，我局制定规范性文件2件。', 'disclosure.normative_documents.issued_this_year=2'],
    ['通过市政府网站公开各类供水信息409条，主要包括工作动态217条。', 'posts.website=409', 'posts.website_news=217'],
  ]));

describe('training in a trade, and signs behind a number', () =>
  check([
    ['我局认真做好政务公开工作，举办培训班36期，培训农民3600人次。'],
    ['举办培训班2期，培训学员560人。'],
    ['公众号阅读量12万+，推文200+篇。', 'views.wechat=120000~', 'posts.wechat=200~'],
    ['推进“1+3+N”模式，推文1+3篇。'],
    ['公众号推文20篇，快手作品109部。', 'posts.wechat=20', 'posts.other=109'],
    ['收到政府信息公开申请5件，其中补正后仍不明确2件。', 'applications.new_received=5', 'applications.unavailable_unclear=2'],
  ]));

describe('parts without a noun of their own', () =>
  check([
    ['发布政策解读135篇，门户网站发布25篇。', 'interpretation.articles=135'],
    ['发布政策解读135篇，门户网站发布信息250篇。', 'interpretation.articles=135', 'posts.website=250'],
    ['现行有效市政府规章15件，新制定市政府规章2部。'],
  ]));
