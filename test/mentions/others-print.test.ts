import { describe, expect, it } from 'vitest';
import { city, told } from './read.ts';

type Case = readonly [text: string, ...told: string[]];
const expectTold = (text: string, ...expected: string[]) => expect(told(text)).toEqual(expected);

describe('what others print is not published by the organ', () => {
  const cases: readonly Case[] = [
    ['三是通过省市主流媒体刊发（播）报道，共发布信息417篇。'],
    ['在省厅《水务后勤》杂志、“省厅水务”微信公众号等平台发布信息、宣传稿件63余篇。'],
    ['在人民日报、光明日报等发布稿件35篇。'],
    ['人民日报社、新华社等中央主要新闻媒体发布水务新闻449条。'],
    ['通过省市主流媒体刊发报道，微信公众号推送信息318篇。', 'posts.wechat=318'],
    ['在门户网站和示例日报发布信息36篇。', 'posts.other=36'],
    ['通过新闻报刊公开信息57条。', 'posts.other=57'],
    ['2022年主动公开信息218条；通过本局编制的《示例水务》刊物公开信息59条。', 'disclosure.documents_disclosed=218', 'posts.other=59'],
  ];
  it.each(cases)('%s', expectTold);
});

describe('a part has not the code of its whole, nor one kind the number of two', () => {
  const cases: readonly Case[] = [
    ['门户网站发布新闻及公示信息317条。', 'posts.website=317'],
    ['门户网站发布公告公示、工作动态319条。'],
    ['全年在门户网站发布信息318条，其中图解信息4条，政务公开主动公开信息27条。', 'posts.website=318'],
    ['公布调整后的权责事项清单327项（其中行政许可14项、行政处罚252项、其他权责事项61项）。', 'duties.items=327'],
    ['公开取水许可、水土保持方案审批等17项行政权力事项的名称。'],
    ['全年新增主动公开政府信息33条，其中领导一览表类信息3条等。', 'disclosure.documents_disclosed=33'],
    ['2022年我局主动公开信息95条，社会公益领域公开信息6条。', 'disclosure.documents_disclosed=95'],
    [
      '全年主动公开信息218条，其中公告公示127条、工作动态64条、重点领域信息公开27条。',
      'disclosure.documents_disclosed=218',
      'posts.website_notices=127',
      'posts.website_news=64',
    ],
    ['我局每个业务科室明确2名政务公开信息员。'],
    ['全年收到政府信息公开申请58件，撤回39件，受理19件。', 'applications.new_received=58'],
  ];
  it.each(cases)('%s', expectTold);

  it('a district and a county are not the city that sums them up', () => {
    const text = '各级行政机关公开信息56700条，其中，市本级公开政府信息21400条，县区公开政府信息35300条。';
    expect(told(text, city)).not.toContain('disclosure.documents_disclosed=35300');
  });
});

describe('words in another order', () => {
  const cases: readonly Case[] = [
    ['本年度共办结依申请政府信息公开事项37件。', 'applications.processed_total=37'],
    ['2022年共发布215件主动公开信息。', 'disclosure.documents_disclosed=215'],
    ['全年共制作依申请公开文件数46件。', 'documents.attribute_on_request=46'],
    ['收到政府信息公开申请58件（含上年结转件3件）。', 'applications.new_received=58', 'applications.carried_in=3'],
    ['收到和处理17件政府信息公开申请。', 'applications.new_received=17'],
    [
      '收到政府信息公开申请19件。对网站提出的27条业务咨询作出回复。\n平台征集信用数据3500万条，其中自然人1200万条，法人800万条。',
      'applications.new_received=19',
      'interaction.messages_handled=27',
    ],
    ['本部门政府信息公开发布总数量（非新闻类）：8', 'disclosure.documents_disclosed=8'],
    ['新增主动公开的政府信息54件（历年累计3190件），全文电子化率98%。', 'disclosure.documents_disclosed=54', 'documents.full_text_rate=98'],
  ];
  it.each(cases)('%s', expectTold);
});
