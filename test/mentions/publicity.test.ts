import { describe, expect, it } from 'vitest';
import { told } from './read.ts';

type Case = readonly [text: string, ...told: string[]];

describe('what is published', () => {
  const cases: readonly Case[] = [
    ['局门户网站全年发布信息1260条。', 'posts.website=1260'],
    ['2022年在市政府门户网站公开信息86条，官方微信公众号推送信息340条。', 'posts.website=86', 'posts.wechat=340'],
    [
      '网站发布工作动态215篇，通知公告48条，会议信息9条。',
      'posts.website_news=215',
      'posts.website_notices=48',
      'posts.website_meetings=9',
    ],
    ['在官网公布办事指南、流程图共63项，提供办事表格下载27个。', 'posts.website_guides=63', 'posts.website_forms=27'],
    ['政务微博发布信息512条，政务微信发布图文消息208篇。', 'posts.weibo=512', 'posts.wechat=208'],
    ['“两微”平台共发布信息890条，其中微信公众号520条，微博370条。', 'posts.social_total=890', 'posts.wechat=520', 'posts.weibo=370'],
    ['依托政务新媒体发布各类信息1500余条。', 'posts.social_total=1500~'],
    ['通过微信、微博发布信息310条。', 'posts.social_total=310'],
    [
      '“示例水务”微信公众号全年推文96期420篇，总阅读量35.6万次，粉丝数2.1万人。',
      'posts.wechat_issues=96',
      'posts.wechat=420',
      'views.wechat=356000',
      'followers.wechat=21000',
    ],
    ['开设“节水讲堂”抖音号，已播出38期，总播放量达120万。', 'posts.video_series=38', 'views.video_series=1200000'],
    ['在抖音、今日头条等平台发布作品77条。', 'posts.other=77'],
    ['“水润示例”官方微博更新510条，“水润示例”官方微信更新320条。', 'posts.weibo=510', 'posts.wechat=320'],
    ['发布《城市供水知识问答》等12篇。', 'posts.other=12'],
    ['网站总访问量为68.4万次，独立访客9.2万人次。', 'views.website=684000', 'visitors.website=92000'],
    ['门户网站浏览次数突破百万次。', 'views.website=1000000~'],
    ['官方微博粉丝8.8万人，单条微博阅读量最高达56万。', 'followers.weibo=88000'],
    ['官方微博发布的节水短文单篇阅读量超过12万次。', 'views.weibo_single_post=120000~'],
    ['微信公众号关注人数15230人，较上年增加2100人。', 'followers.wechat=15230'],
    ['全年发布政策解读材料14篇，其中图文解读6篇。', 'interpretation.articles=14'],
    ['对重要文件配发解读9件。', 'interpretation.articles=9'],
    ['向上级报送信息120条，被采用33条。'],
    ['共有5篇稿件被《示例日报》刊登。'],
    ['印发宣传册3000册。'],
    ['网站设置专栏12个，整合账号3个。'],
    ['每月更新信息不少于8条。'],
    ['计划于2023年发布信息600条。'],
    ['连续18期排在全省前10名。'],
    ['浏览次数：305'],
    ['发布时间：2022-12-30 来源：示例市水务局 浏览次数：88次'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('answers to the public', () => {
  const cases: readonly Case[] = [
    ['网站受理办结咨询、投诉、建议共152件。', 'interaction.messages_handled=152'],
    ['全年回复网民留言63条，局长信箱来信18封。', 'interaction.messages_handled=63', 'interaction.mailbox_handled=18'],
    ['办理网上留言7件、领导信箱5件。', 'interaction.messages_handled=7', 'interaction.mailbox_handled=5'],
    ['承办12345热线工单1.6万余件，按时办结率100%。', 'interaction.hotline_12345=16000~'],
    ['“12345”政务服务便民热线转办件321件。', 'interaction.hotline_12345=321'],
    ['12348热线解答法律咨询4200人次。', 'interaction.hotline_12348=4200'],
    ['窗口接待群众来访咨询560人次。', 'interaction.consultations=560'],
    ['全年接听群众咨询电话880次。', 'interaction.consultations=880'],
    ['举办在线访谈4期，参加行风热线直播2次。', 'interaction.online_interviews=4', 'interaction.hotline_sessions=2'],
    ['办理人大代表建议9件、政协提案14件。', 'proposals.congress=9', 'proposals.cppcc=14'],
    ['2022年共承办市人大代表建议3件，政协委员提案5件，均已公开。', 'proposals.congress=3', 'proposals.cppcc=5'],
    ['收到人大代表建议和政协提案共20件。'],
    ['全年办理建议提案31件，其中人大代表建议11件，政协提案20件。', 'proposals.congress=11', 'proposals.cppcc=20'],
    ['本年度未承办人大代表建议和政协提案。', 'proposals.congress=0!', 'proposals.cppcc=0!'],
    ['公开征求意见的规章草案2件、法规草案1件。', 'consultation.drafts_government_rules=2', 'consultation.drafts_local_regulations=1'],
    ['通过网站向社会公开征求意见的文件草案6个。', 'consultation.drafts=6'],
    ['开展网上意见征集5次，收到意见38条。', 'consultation.drafts=5'],
    ['召开听证会2场，邀请市民代表30余人次参加。', 'consultation.meetings=2', 'consultation.attendances=30~'],
    ['组织召开座谈会三次。', 'consultation.meetings=3'],
    ['举办政府开放日活动3场次。', 'events.open_day=3'],
    ['开展“政府开放日”活动2次。', 'events.open_day=2'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('services, staff and training', () => {
  const cases: readonly Case[] = [
    ['组织政务公开业务培训2期，参训人员120余人次。', 'training.sessions=2', 'training.attendances=120~'],
    ['开展政府信息公开专题培训3次95人次。', 'training.sessions=3', 'training.attendances=95'],
    ['举办一期政务公开工作培训班。', 'training.sessions=1'],
    ['开展水利工程安全培训6期。'],
    ['明年计划举办政务公开培训4期。'],
    ['配备政务公开专职工作人员1名，兼职工作人员4名。', 'staff.full_time=1', 'staff.part_time=4'],
    ['指定1名同志专门负责政府信息公开工作。', 'staff.total=1'],
    ['明确3名专（兼）职人员负责政务公开工作。', 'staff.total=3'],
    ['尚无专职从事政府信息公开工作的人员。', 'staff.full_time=0!'],
    ['明确一名副局长分管政务公开工作。'],
    ['依法公布权责清单事项128项。', 'duties.items=128'],
    ['确定行政权力事项96项。', 'duties.items=96'],
    ['取消行政权力事项12项。'],
    ['公共服务事项共41项，可在线办理事项38项。', 'services.items=41', 'services.online_items=38'],
    ['窗口全年办理业务5620件，办件量位居前列。', 'services.cases=5620'],
    ['办件量达到1.1万件。', 'services.cases=11000'],
    ['内设科室14个，下属事业单位3个。'],
    ['制定完善四项制度，落实三项措施。'],
    ['颁发取水许可证718份。'],
    ['将办理环节压缩到4个以内。'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});
