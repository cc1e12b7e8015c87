import { describe, expect, it } from 'vitest';
import { city, told } from './read.ts';

// Sentences as offices write them, each read by hand: what it tells, and what it does not.

type Case = readonly [text: string, ...told: string[]];

const ofABureau: readonly Case[] = [
  [
    '2022年，共收到政府信息公开申请15件，比上年增加3件，主要涉及征地拆迁、房屋征收等方面。上年结转0件。已答复14件，其中予以公开5件、部分公开2件、无法提供6件、不予处理1件，结转下年度1件。',
    'applications.new_received=15',
    'applications.carried_in=0',
    'applications.processed_total=14',
    'applications.granted=5',
    'applications.partially_granted=2',
    'applications.unavailable_total=6',
    'applications.unprocessed_total=1',
    'applications.carried_out=1',
  ],
  ['全年共受理依申请公开政府信息15件，较去年下降20%，均按时办理答复。', 'applications.new_received=15'],
  ['2022年，我局收到依申请公开信息5条，均已按规定答复。', 'applications.new_received=5'],
  ['2022年本单位主动公开政府信息数为326条。', 'disclosure.documents_disclosed=326'],
  ['通过门户网站主动公开信息235条，通过微信公众号公开信息120条。', 'posts.website=235', 'posts.wechat=120'],
  ['今年，我局在政府信息公开平台公开各类信息共计146条，其中：机构职能类2条，政策文件类15条，财政预决算4条。', 'posts.website=146'],
  ['通过“信用中国”公示行政许可信息120条。'],
  ['政务微博、微信公众号、抖音号共发布信息2000余条。', 'posts.other=2000~'],
  ['在市政府网站信息公开专栏发布信息85条，在“示例发布”微信公众号发布信息30条。', 'posts.website=85', 'posts.wechat=30'],
  ['受理网上咨询投诉25件，办结率100%。', 'interaction.messages_handled=25'],
  ['局长信箱收到群众来信56件，办复56件。', 'interaction.mailbox_handled=56'],
  ['组织新闻发布会2场，回应公众关注热点12次。'],
  ['举行听证会1次，开展决策草案意见征集8次。', 'consultation.meetings=1', 'consultation.drafts=8'],
  ['发布政策解读图解10篇、视频解读2个。', 'interpretation.articles=10', 'interpretation.articles=2'],
  ['全年共召开政务公开工作会议2次，培训2次，培训人员80人次。', 'training.sessions=2', 'training.attendances=80'],
  ['我局共有政务公开工作人员3名，其中专职1名，兼职2名。', 'staff.total=3', 'staff.full_time=1', 'staff.part_time=2'],
  ['现有1名专职人员和2名兼职人员负责政务公开工作。', 'staff.full_time=1', 'staff.part_time=2'],
  ['收到市长公开电话转办单35件。'],
  [
    '行政复议方面：2022年，本机关因政府信息公开工作被申请行政复议0件，被提起行政诉讼0件。',
    'remedies.review.total=0',
    'remedies.litigation.total=0',
  ],
  [
    '本年度，我单位因政府信息公开工作被提起行政复议的0件，被提起行政诉讼的案件0件。',
    'remedies.review.total=0',
    'remedies.litigation.total=0',
  ],
  [
    '我局没有因政府信息公开被举报、投诉的情况；没有因政府信息公开申请行政复议、提起行政诉讼。',
    'remedies.review.total=0!',
    'remedies.litigation.total=0!',
  ],
  ['本年度依据《政府信息公开信息处理费管理办法》，发出收费通知的件数0件、总金额0元，实际收取的总金额0元。', 'information_fee.collected=0'],
  ['2022年，我局收取信息处理费情况：无。', 'information_fee.collected=0!'],
  ['办理人大建议、政协提案办理结果公开28件。'],
  [
    '承办省人大代表建议2件、市人大代表建议5件、市政协提案11件，办复率100%。',
    'proposals.congress=2',
    'proposals.congress=5',
    'proposals.cppcc=11',
  ],
  ['办理区人大代表建议8件（主办5件、协办3件）。', 'proposals.congress=8'],
  [
    '2022年收到依申请公开3件（网上2件，信函1件），已全部答复。',
    'applications.new_received=3',
    'applications.received_online=2',
    'applications.received_letter=1',
  ],
  ['全年依申请公开受理数为9件，答复数为9件。', 'applications.new_received=9', 'applications.processed_total=9'],
  [
    '我局全年共收到申请公开件6件，按时办结6件，办结率100%，无行政复议和诉讼。',
    'applications.new_received=6',
    'applications.processed_total=6',
    'applications.on_time_rate=100',
    'remedies.review.total=0!',
    'remedies.litigation.total=0!',
  ],
  [
    '2022年度共收到公民、法人和其他组织政府信息公开申请26件（其中自然人24件，商业企业2件），上年结转1件。',
    'applications.new_received=26',
    'applications.new_received.natural_person=24',
    'applications.new_received.business=2',
    'applications.carried_in=1',
  ],
  [
    '2022年，我局共受理政府信息公开申请12件，同比增长50%，申请内容主要涉及水库移民、河道采砂等。从办理结果看，予以公开7件，占58.3%；不予公开1件，占8.3%；无法提供4件，占33.3%。',
    'applications.new_received=12',
    'applications.granted=7',
    'applications.denied_total=1',
    'applications.unavailable_total=4',
  ],
  ['未发生因政府信息公开引起的行政复议、行政诉讼和举报投诉。', 'remedies.review.total=0!', 'remedies.litigation.total=0!'],
  ['全年没有因政府信息公开而引起的行政复议或行政诉讼。', 'remedies.review.total=0!', 'remedies.litigation.total=0!'],
  ['2022年没有涉及政府信息公开的行政复议案件和行政诉讼案件。', 'remedies.review.total=0!', 'remedies.litigation.total=0!'],
  ['2022年我局政府信息公开工作没有被申请行政复议或者提起行政诉讼。', 'remedies.review.total=0!', 'remedies.litigation.total=0!'],
  [
    '我局全年共制定并公开行政规范性文件1件，废止2件，现行有效19件。',
    'disclosure.normative_documents.issued_this_year=1',
    'disclosure.normative_documents.repealed_this_year=2',
    'disclosure.normative_documents.in_force=19',
  ],
  [
    '2022年制发行政规范性文件0件，废止0件，现行有效5件。',
    'disclosure.normative_documents.issued_this_year=0',
    'disclosure.normative_documents.repealed_this_year=0',
    'disclosure.normative_documents.in_force=5',
  ],
  [
    '共处理行政许可1204件，行政处罚31件，行政强制0件。',
    'disclosure.licensing.decisions=1204',
    'disclosure.penalties.decisions=31',
    'disclosure.coercion.decisions=0',
  ],
  ['办理行政许可1204件、行政处罚31宗。', 'disclosure.licensing.decisions=1204', 'disclosure.penalties.decisions=31'],
  ['我局2022年作出行政许可决定1540个、行政处罚决定52个。', 'disclosure.licensing.decisions=1540', 'disclosure.penalties.decisions=52'],
  ['公开财政预决算信息4条，公开重大项目信息16条。'],
  ['制作政策解读长图6幅、短视频3个。', 'interpretation.articles=6'],
  ['政府网站累计发布信息3,216条，网站总访问量1,052,130人次。', 'posts.website=3216', 'views.website=1052130'],
  ['网站日均访问量3000人次，全年独立访客数28万个。', 'visitors.website=280000'],
  [
    '政务微信“示例水务”粉丝量9621人，全年推送信息365期1095条，阅读量累计48万人次。',
    'followers.wechat=9621',
    'posts.wechat_issues=365',
    'posts.wechat=1095',
    'views.wechat=480000',
  ],
  ['官方抖音号粉丝数12.5万，发布短视频210条，播放量超3000万次。', 'posts.other=210', 'views.video_series=30000000~'],
  ['今日头条号发布文章130篇，阅读量26万。', 'posts.other=130'],
  ['全年编发政务公开简报12期。'],
  ['参加省厅组织的政务公开培训2次。', 'training.sessions=2'],
  ['全年组织开展政府信息公开业务培训会1场，培训80余人。', 'training.sessions=1', 'training.attendances=80~'],
  [
    '2022年，区政府门户网站共发布各类信息12345条，其中概况类信息更新量36条，政务动态信息更新量5698条，信息公开目录信息更新量6611条。',
    'posts.website=12345',
    'posts.website_news=5698',
    'posts.website_guides=6611',
  ],
  ['2022年，全局未收到依申请公开政府信息的申请。', 'applications.new_received=0!'],
  ['2022年度没有产生依申请公开政府信息的情况。', 'applications.new_received=0!'],
  [
    '2022年度没有收到政府信息公开申请，没有结转下年度继续办理的申请，没有发生行政复议、行政诉讼。',
    'applications.new_received=0!',
    'applications.carried_out=0!',
    'remedies.review.total=0!',
    'remedies.litigation.total=0!',
  ],
  [
    '本机关2022年未收到自然人、法人或其他组织的信息公开申请；没有因政府信息公开被复议、诉讼。',
    'applications.new_received=0!',
    'remedies.review.total=0!',
    'remedies.litigation.total=0!',
  ],
  [
    '受理政府信息公开申请数0件，办理0件，结转下年度0件。',
    'applications.new_received=0',
    'applications.processed_total=0',
    'applications.carried_out=0',
  ],
  [
    '本年度新收政府信息公开申请1件，上年结转0件，予以公开1件，无结转下年度继续办理的申请。',
    'applications.new_received=1',
    'applications.carried_in=0',
    'applications.granted=1',
    'applications.carried_out=0!',
  ],
  ['全年收到依申请公开信函2封，均已答复。', 'applications.received_letter=2'],
  ['2022年共答复依申请公开政府信息事项43项，未出现超期答复现象。', 'applications.processed_total=43'],
  ['今年我局依法办理依申请公开16件，其中主动撤回2件。', 'applications.processed_total=16'],
  [
    '办理依申请公开政府信息23件，其中：同意公开9件、部分公开4件、不予公开2件、信息不存在6件、其他2件。',
    'applications.processed_total=23',
    'applications.granted=9',
    'applications.partially_granted=4',
    'applications.denied_total=2',
  ],
  ['我局办结上年结转的政府信息公开申请4件。'],
  ['上年度结转政府信息公开申请4件，今年已全部办结。', 'applications.carried_in=4'],
  ['共有5件政府信息公开申请结转至2023年办理。', 'applications.carried_out=5'],
  ['共收到网络申请12件、信函申请8件、现场申请1件，合计21件。'],
  [
    '2022年，我局通过示例市政府信息依申请公开系统收到申请30件，通过邮政寄送收到申请9件。',
    'applications.received_online=30',
    'applications.received_letter=9',
  ],
  ['被申请行政复议3件（维持2件，纠正1件），被提起行政诉讼2件（均为维持）。'],
  [
    '因政府信息公开引发行政复议案件两起，其中1起维持，1起尚未审结。',
    'remedies.review.total=2',
    'remedies.review.upheld=1',
    'remedies.review.pending=1',
  ],
  ['2022年，共发生行政诉讼案件30件，其中因政府信息公开引发的3件。', 'remedies.litigation.total=3'],
  ['2022年办理复议案件18件，均与政府信息公开无关。'],
  ['政府信息公开行政复议零件、行政诉讼零件。', 'remedies.review.total=0', 'remedies.litigation.total=0'],
  ['全年政府信息公开申请引起的行政复议为1件，行政诉讼为0。', 'remedies.review.total=1', 'remedies.litigation.total=0'],
  ['本局未发生针对本单位政府信息公开工作提起的行政复议和行政诉讼案件。', 'remedies.review.total=0!', 'remedies.litigation.total=0!'],
  ['没有一起因政府信息公开引发的行政复议、诉讼。', 'remedies.review.total=0!', 'remedies.litigation.total=0!'],
  ['全年无一例行政复议或行政诉讼。'],
  ['没有行政诉讼，行政复议1件，为政府信息公开类。', 'remedies.litigation.total=0!', 'remedies.review.total=1'],
  [
    '（二）依申请公开\n2022年，共收到网络申请12件、信函申请8件、现场申请1件，合计21件。全年无一例行政复议或行政诉讼。',
    'applications.received_online=12',
    'applications.received_letter=8',
    'applications.received_in_person=1',
    'remedies.review.total=0!',
    'remedies.litigation.total=0!',
  ],
  [
    '四、政府信息公开行政复议、行政诉讼情况\n2022年，被申请行政复议3件（维持2件，纠正1件），被提起行政诉讼2件（均为维持）。',
    'remedies.review.total=3',
    'remedies.review.upheld=2',
    'remedies.review.corrected=1',
    'remedies.litigation.total=2',
  ],
  ['我局2022年收到政府信息公开申请9件，截至年底尚有2件正在办理中。', 'applications.new_received=9', 'applications.carried_out=2'],
  [
    '（一）主动公开。2022年，通过市政府网站公开政府信息105条，其中政策文件12条、工作动态56条、通知公告21条、人事信息4条。通过“示例水务”微信公众号发布信息231条。\n（二）依申请公开。收到申请6件，予以公开4件，其他处理2件。',
    'posts.website=105',
    'posts.website_news=56',
    'posts.website_notices=21',
    'posts.wechat=231',
    'applications.new_received=6',
    'applications.granted=4',
    'applications.other_total=2',
  ],
  ['2022年，我区水务系统共发布信息300条。'],
  ['全系统共办理申请18件。'],
  ['示例市水务局共收到政府信息公开申请6件。', 'applications.new_received=6'],
  ['市水务局共收到政府信息公开申请6件。', 'applications.new_received=6'],
  ['我市收到政府信息公开申请1200件。'],
  ['示例市生态环境局收到申请公开政府信息30件。'],
  ['按照市政府办公室要求，我局收到政府信息公开申请6件，已全部办结。', 'applications.new_received=6'],
  ['根据市政府统一部署，2022年我局公开政府信息96条。', 'disclosure.documents_disclosed=96'],
  ['受市政府委托，我局以市政府名义制发公文12件。'],
  [
    '2022年度，收到政府信息公开申请12件，与去年相比增加4件；办结12件，同比增加5件。',
    'applications.new_received=12',
    'applications.processed_total=12',
  ],
  ['2022年收到政府信息公开申请12件，去年同期8件。', 'applications.new_received=12'],
  ['自2008年以来累计收到政府信息公开申请260件。'],
  ['2022年1月至12月，收到政府信息公开申请12件。', 'applications.new_received=12'],
  ['从2022年1月1日起至12月31日止，我局新收政府信息公开申请12件。', 'applications.new_received=12'],
  ['2022年第四季度收到政府信息公开申请3件。'],
  ['2023年，我局将进一步做好依申请公开工作，确保10件以上申请按时办结。'],
  ['答复期限由15个工作日延长为20个工作日，对3件申请延期答复。'],
  [
    '全年收到政府信息公開申請18件，辦結17件，另有1件結轉下年度繼續辦理；沒有發生行政復議、行政訴訟。',
    'applications.new_received=18',
    'applications.processed_total=17',
    'applications.carried_out=1',
    'remedies.review.total=0!',
    'remedies.litigation.total=0!',
  ],
  ['門戶網站發布信息560條，微信公眾號推送圖文320篇，粉絲數1.2萬人。', 'posts.website=560', 'posts.wechat=320', 'followers.wechat=12000'],
  [
    '全年受理政府信息公開申請十五宗，其中網上申請十二宗，信函申請三宗，按期答復率100%。',
    'applications.new_received=15',
    'applications.received_online=12',
    'applications.received_letter=3',
    'applications.on_time_rate=100',
  ],
  ['（二）依申请公开\n全年无一例行政复议或行政诉讼。', 'remedies.review.total=0!', 'remedies.litigation.total=0!'],
  ['公开我市重点工程信息120条。'],
  ['网站公开全市水利工程信息120条。'],
  ['2021年，共收到政府信息公开申请40件。2022年，共收到政府信息公开申请44件。', 'applications.new_received=44'],
  ['开展政务公开专题培训1次，参加培训40人。', 'training.sessions=1', 'training.attendances=40'],
  ['全年举办培训班3期，其中政务公开培训1期。', 'training.sessions=1'],
  ['办理12345政务服务便民热线工单456件，按期办结率100%，满意率98.5%。', 'interaction.hotline_12345=456'],
  [
    '办理“12345”政务服务热线1234件、市长信箱56件、网上咨询78件。',
    'interaction.hotline_12345=1234',
    'interaction.mailbox_handled=56',
    'interaction.messages_handled=78',
  ],
  ['处理12345平台诉求共3.2万件。', 'interaction.hotline_12345=32000'],
  ['共答复网友在“互动交流”栏目的咨询24条。', 'interaction.messages_handled=24'],
  ['“局长信箱”回复信件15件。', 'interaction.mailbox_handled=15'],
  ['在线咨询办理回复43条，依申请公开办理回复5条。', 'interaction.messages_handled=43'],
  ['门户网站“互动交流”栏目受理留言112件，办结112件。', 'interaction.messages_handled=112'],
  ['全年办理网民留言、咨询、投诉共312件，办结率100%。', 'interaction.messages_handled=312'],
  ['现场解答群众咨询300余人次，发放资料1000份。', 'interaction.consultations=300~'],
  ['电话答复咨询600余人次。', 'interaction.consultations=600~'],
  ['开展“政务公开日”活动1次。'],
  ['举办政府开放日2场，邀请市民代表60人参加。', 'events.open_day=2'],
  ['公开征集意见建议9次，采纳意见12条。', 'consultation.drafts=9'],
  ['重大决策公开征求意见草案3件，收到意见建议16条。', 'consultation.drafts=3'],
  ['在网站公开征求意见3次。', 'consultation.drafts=3'],
  ['召开政务公开工作推进会2次。'],
  ['邀请人大代表、政协委员座谈1次。'],
  ['召开专家座谈会、听证会共5场，参加群众120人次。', 'consultation.meetings=5', 'consultation.attendances=120'],
  ['公开政务服务事项86项，其中“最多跑一次”事项80项。', 'services.items=86'],
  ['政务服务事项全程网办率达95%，网上可办事项86项。', 'services.online_items=86'],
  ['行政权力事项清单公布权责事项210项、公共服务事项35项。', 'duties.items=210', 'services.items=35'],
  ['编制并公布办事指南86份。', 'posts.website_guides=86'],
  ['公布服务指南58份，流程图58张。', 'posts.website_guides=58'],
  ['发布图文解读5篇、视频解读1个、专家解读2篇。', 'interpretation.articles=5', 'interpretation.articles=1', 'interpretation.articles=2'],
  ['制发政策文件8件，同步解读8件。', 'interpretation.articles=8'],
  ['转发省政府政策解读12篇。'],
  ['新媒体矩阵发布信息4500余条，总阅读量超过200万次。', 'posts.social_total=4500~'],
  ['通过政务新媒体推送各类政务信息120条，其中微信公众号90条、微博30条。', 'posts.social_total=120', 'posts.wechat=90', 'posts.weibo=30'],
  ['微博、微信粉丝数分别为3.2万人、1.8万人。', 'followers.weibo=32000', 'followers.wechat=18000'],
  ['微信公众号发布信息120篇，阅读总量8万余次。', 'posts.wechat=120', 'views.wechat=80000~'],
  [
    '政务微博发布信息412条，粉丝达5万人，最高单条阅读量12万。',
    'posts.weibo=412',
    'followers.weibo=50000',
    'views.weibo_single_post=120000',
  ],
  ['抖音号发布短视频86个，点赞量4.5万。', 'posts.other=86'],
  ['微信视频号发布视频23条。', 'posts.other=23'],
  ['政府信息公开行政复议和行政诉讼分别为3件和1件。', 'remedies.review.total=3', 'remedies.litigation.total=1'],
  ['政府信息公开行政复议、行政诉讼案件共5件。'],
  ['政府信息公开行政复议、行政诉讼均为0件。', 'remedies.review.total=0', 'remedies.litigation.total=0'],
  ['政府信息公开行政复议、行政诉讼各2件。', 'remedies.review.total=2', 'remedies.litigation.total=2'],
  ['办理人大代表建议、政协提案分别为3件、5件。', 'proposals.congress=3', 'proposals.cppcc=5'],
  ['办理人大代表建议和政协提案各4件。', 'proposals.congress=4', 'proposals.cppcc=4'],
  ['办理人大代表建议、政协提案共9件。'],
  ['官方微信、微博分别发布信息120条、80条。', 'posts.wechat=120', 'posts.weibo=80'],
  ['网站、微信公众号分别发布信息500条和320条。', 'posts.website=500', 'posts.wechat=320'],
  ['政协提案和人大建议分别办理2件和3件。', 'proposals.cppcc=2', 'proposals.congress=3'],
  ['全年共受理依申请公开5件次，回复率100%。', 'applications.new_received=5', 'applications.on_time_rate=100'],
  [
    '2022年，共接收依申请公开政府信息申请15件，答复15件；行政复议1件，结果维持；行政诉讼0件。',
    'applications.new_received=15',
    'applications.processed_total=15',
    'remedies.review.total=1',
    'remedies.litigation.total=0',
  ],
  ['本年度收到政府信息公开申请四件，均已办结。', 'applications.new_received=4'],
  ['本年度政府信息公开申请受理量为25件，办结量为24件。', 'applications.new_received=25', 'applications.processed_total=24'],
  [
    '2022年受理申请人通过网络提交的政府信息公开申请6件、通过信函提交的3件。',
    'applications.received_online=6',
    'applications.received_letter=3',
  ],
  [
    '收到政府信息公开申请22件，已办结20件（含上年结转1件），结转下年度办理3件。',
    'applications.new_received=22',
    'applications.processed_total=20',
    'applications.carried_in=1',
    'applications.carried_out=3',
  ],
  ['2022年，我委受理政府信息公开申请138件（含2021年结转8件）。', 'applications.new_received=138', 'applications.carried_in=8'],
  [
    '全年共收到政府信息公开申请138件，其中2021年结转8件，2022年新收130件。',
    'applications.new_received=138',
    'applications.carried_in=8',
    'applications.new_received=130',
  ],
  [
    '2022年，我局新收到政府信息公开申请共11件（自然人9件，法人或其他组织2件），全部按时答复，未发生行政复议及行政诉讼。',
    'applications.new_received=11',
    'applications.new_received.natural_person=9',
    'applications.new_received.organization_total=2',
    'remedies.review.total=0!',
    'remedies.litigation.total=0!',
  ],
  ['依申请公开：本年度新收申请0件，上年结转申请0件。', 'applications.new_received=0', 'applications.carried_in=0'],
  ['全年没有收到要求公开政府信息的申请。', 'applications.new_received=0!'],
  ['截止2022年12月31日，我局共收到要求公开政府信息的申请3件。', 'applications.new_received=3'],
  ['2022年，我单位办理依申请公开答复17份。', 'applications.processed_total=17'],
  ['共受理政府信息公开申请14件并全部办结。', 'applications.new_received=14'],
  ['全年共办理答复依申请公开21件，同比下降12.5%。', 'applications.processed_total=21'],
  ['网站依申请公开系统收到申请3条。', 'applications.received_online=3'],
  ['向社会公开政府信息公开申请受理渠道3个。'],
  ['涉及政府信息公开的行政复议案件4件：维持2件、撤销1件、终止1件。', 'remedies.review.total=4', 'remedies.review.upheld=2'],
  [
    '因政府信息公开提起的行政诉讼案件3件，其中复议后起诉2件，未经复议直接起诉1件，目前均未审结。',
    'remedies.litigation.total=3',
    'remedies.litigation_after_review.total=2',
    'remedies.litigation_direct.total=1',
  ],
  ['2022年政府信息公开行政复议申请2件，行政诉讼1件。', 'remedies.review.total=2', 'remedies.litigation.total=1'],
  ['未发生因公开政府信息引起的行政复议及诉讼。', 'remedies.review.total=0!', 'remedies.litigation.total=0!'],
  ['未因政府信息公开工作引发行政复议、行政诉讼等情况。', 'remedies.review.total=0!', 'remedies.litigation.total=0!'],
  ['本单位2022年度没有因政府信息公开申请行政复议、提起行政诉讼情况。', 'remedies.review.total=0!', 'remedies.litigation.total=0!'],
  ['政府信息公开行政复议、行政诉讼情况：无。', 'remedies.review.total=0!', 'remedies.litigation.total=0!'],
  ['未收取信息公开处理费用。', 'information_fee.collected=0!'],
  ['2022年我局信息公开处理费收取0元。', 'information_fee.collected=0'],
  ['本年度收取政府信息公开信息处理费总金额为0元。', 'information_fee.collected=0'],
  ['政府信息公开信息处理费：2022年度收取0元。', 'information_fee.collected=0'],
  ['无收费、减免情况。'],
  ['本年度未发生政府信息公开收费情况。', 'information_fee.collected=0!'],
  ['未产生信息公开处理费。', 'information_fee.collected=0!'],
  ['2022年，我局主动公开政府信息：门户网站320条，微信公众号150条，其他方式20条。', 'posts.website=320', 'posts.wechat=150'],
  [
    '主动公开政府信息1280条（其中网站860条，微信300条，微博120条）。',
    'disclosure.documents_disclosed=1280',
    'posts.website=860',
    'posts.wechat=300',
    'posts.weibo=120',
  ],
  ['全年通过各类渠道主动公开政府信息1280条次。', 'disclosure.documents_disclosed=1280'],
  ['公开发布政府信息630条。', 'disclosure.documents_disclosed=630'],
  ['累计公开信息2.1万条。', 'disclosure.documents_disclosed=21000'],
  [
    '公开各类政务信息1286条，其中通过政务网站公开860条，政务微博公开150条，政务微信公开276条。',
    'disclosure.documents_disclosed=1286',
    'posts.website=860',
    'posts.weibo=150',
    'posts.wechat=276',
  ],
  ['制作发布解读材料26个。', 'interpretation.articles=26'],
  ['开展在线访谈、直播等互动活动6场。'],
  ['更新政府信息公开目录56条。', 'posts.website_guides=56'],
  ['共办理网上信访23件。'],
  ['依托门户网站，公开信息320条。', 'posts.website=320'],
  ['加强网站建设，主动公开政府信息320条。', 'disclosure.documents_disclosed=320'],
  ['发布政务公开信息45条。', 'posts.other=45'],
  ['公布机构职能信息5条。'],
];

const ofACity: readonly Case[] = [
  [
    '2022年，区政府门户网站共发布各类信息12345条，其中概况类信息更新量36条，政务动态信息更新量5698条，信息公开目录信息更新量6611条。政务微博更新1200条，微信公众号更新980条。',
    'posts.website=12345',
    'posts.website_news=5698',
    'posts.website_guides=6611',
    'posts.weibo=1200',
    'posts.wechat=980',
  ],
  ['（一）主动公开情况。全市各级各部门主动公开政府信息8.6万条，其中市政府本级公开1.2万条。', 'disclosure.documents_disclosed=86000'],
  [
    '全市行政机关共收到政府信息公开申请3206件，其中自然人申请2960件，法人或其他组织申请246件；上年结转120件；办结3180件；结转下年度146件。',
    'applications.new_received=3206',
    'applications.new_received.natural_person=2960',
    'applications.new_received.organization_total=246',
    'applications.carried_in=120',
    'applications.processed_total=3180',
    'applications.carried_out=146',
  ],
  [
    '2022年，全市因政府信息公开被申请行政复议86件，被提起行政诉讼41件，其中直接起诉30件、复议后起诉11件。',
    'remedies.review.total=86',
    'remedies.litigation.total=41',
    'remedies.litigation_direct.total=30',
    'remedies.litigation_after_review.total=11',
  ],
  ['市政府办公室受理依申请公开65件。'],
  ['其中，市自然资源局受理120件，市住建局受理88件。'],
];

describe('a bureau tells', () => {
  it.each(ofABureau)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('the government of a city tells', () => {
  it.each(ofACity)('%s', (text, ...expected) => expect(told(text, city)).toEqual(expected));
});

describe('things named together, told together: each has its own number', () => {
  const ofTheCity: readonly Case[] = [
    [
      '全市行政许可、行政处罚、行政强制决定数量分别为12345件、6789件和12件。',
      'disclosure.licensing.decisions=12345',
      'disclosure.penalties.decisions=6789',
      'disclosure.coercion.decisions=12',
    ],
    ['2021年、2022年分别收到政府信息公开申请389件、456件。', 'applications.new_received=456'],
    [
      '政府信息公开申请的答复结果中，予以公开、不予公开和无法提供的申请分别为5件、2件、3件。',
      'applications.granted=5',
      'applications.denied_total=2',
      'applications.unavailable_total=3',
    ],
    ['门户网站、微信公众号、微博分别发布信息500条、300条、200条。', 'posts.website=500', 'posts.wechat=300', 'posts.weibo=200'],
    ['人大代表建议、意见和政协提案分别为3件、1件。', 'proposals.congress=3', 'proposals.cppcc=1'],
  ];
  it.each(ofTheCity)('%s', (text, ...expected) => expect(told(text, city)).toEqual(expected));

  // Who counts three things with two numbers, or a region's things in a department's report, tells nothing of the department's.
  it.each(['行政许可、行政处罚、行政强制分别为12件、3件。', '全市行政许可、行政处罚分别为12345件、6789件。'])('nothing: %s', (text) =>
    expect(told(text)).toEqual([]),
  );
});

describe('words that were taken for another thing', () => {
  const nothing: readonly string[] = [
    '2022年未出现超期答复政府信息公开申请的情况。',
    '没有遗漏政府信息公开申请。',
    '我局下属单位公开政府信息340条。',
    '办理以市政府为被申请人的政府信息公开行政复议案件3件。',
    '学校各单位、各学院在本单位网站发布各类信息共计1万余条。',
    '受理对乡镇政府信息公开答复不服的行政复议案件8件。',
    '公开重大行政决策事项目录8项。',
    '窗口受理来信来访56件次。',
  ];
  it.each(nothing)('nothing: %s', (text) => expect(told(text)).toEqual([]));
});

describe('words in another order, numbers without a counter', () => {
  const cases: readonly Case[] = [
    ['2022年收到申请政府信息公开18件。', 'applications.new_received=18'],
    ['收到申请公开政府信息的要求0条。', 'applications.new_received=0'],
    ['我局没有收到依申请公开政府信息的请求。', 'applications.new_received=0!'],
    ['收到政府信息公开申请数量为零。', 'applications.new_received=0'],
    ['因政府信息公开引发的行政复议和行政诉讼案件数均为零。', 'remedies.review.total=0', 'remedies.litigation.total=0'],
    [
      '收到政府信息公开申请45件，按申请方式分：网络平台30件，邮寄12件，现场3件。',
      'applications.new_received=45',
      'applications.received_online=30',
      'applications.received_letter=12',
      'applications.received_in_person=3',
    ],
    [
      '共收到12件信息依申请公开，其中10件已经按时按规完成答复，剩余2件结转下年度继续办理。',
      'applications.new_received=12',
      'applications.processed_total=10',
      'applications.carried_out=2',
    ],
    [
      '依申请公开方面，今年共办理3件，其中2件为自然人，1件为企业。',
      'applications.processed_total=3',
      'applications.processed_total.natural_person=2',
      'applications.processed_total.business=1',
    ],
    ['政务微博粉丝12万，发布微博1500余条。', 'followers.weibo=120000', 'posts.weibo=1500~'],
    ['2022年门户网站新增信息5678条。', 'posts.website=5678'],
    ['明确1名分管领导、2名工作人员负责政府信息公开工作。', 'staff.total=2'],
    ['行政事业性收费总金额1.2亿元。', 'disclosure.fees.amount=120000000'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('a part, a growth, what others print, what is only drafted', () => {
  const nothing: readonly string[] = [
    '微信公众号新增粉丝3456人。',
    '在中央、省、市主流媒体刊发稿件156篇。',
    '全年网上办件1.23万件，现场办件2300件。',
    '代市政府起草规范性文件5件。',
  ];
  it.each(nothing)('nothing: %s', (text) => expect(told(text)).toEqual([]));

  const cases: readonly Case[] = [
    ['全年共受理网上依申请公开12件，信函申请3件。', 'applications.received_online=12', 'applications.received_letter=3'],
    ['答复政府信息公开申请22件，其中属于主动公开的5件，予以公开的10件。', 'applications.processed_total=22', 'applications.granted=10'],
    ['全年发文256件，主动公开89件。', 'documents.made=256', 'documents.attribute_proactive=89'],
    ['新媒体发布信息120条。', 'posts.social_total=120'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('told in words that were missed', () => {
  const cases: readonly Case[] = [
    ['政府信息公开申请答复及时率为100%。', 'applications.on_time_rate=100'],
    ['受理政府信息公开申请23件，其中2件系2021年结转。', 'applications.new_received=23', 'applications.carried_in=2'],
    ['发生1起因政府信息公开申请行政复议案件，0起行政诉讼案件。', 'remedies.review.total=1', 'remedies.litigation.total=0'],
    ['官方微博发博1,560条。', 'posts.weibo=1560'],
    ['本局2022年无规范性文件出台。', 'disclosure.normative_documents.issued_this_year=0!'],
    ['落实专人2名负责信息公开工作。', 'staff.total=2'],
    ['门户网站发布信息326条、“两微”1000条。', 'posts.website=326', 'posts.social_total=1000'],
    ['参加“政风行风热线”节目2次。', 'interaction.hotline_sessions=2'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('figures of the older forms, told in sentences', () => {
  const cases: readonly Case[] = [
    [
      '12件依申请公开申请中，“同意公开”答复8件，“同意部分公开”答复1件，“不予公开”答复2件。',
      'applications.granted=8',
      'applications.partially_granted=1',
      'applications.denied_total=2',
    ],
    ['政务微信公开56条，其他方式公开10条。', 'posts.wechat=56', 'posts.other=10'],
    ['政府网站在线访谈1次，政策解读稿件发布23篇。', 'interaction.online_interviews=1', 'interpretation.articles=23'],
    ['召开政府信息公开工作会议2次，举办各类培训班1次。', 'training.sessions=1'],
    ['咨询电话接听120人次。', 'interaction.consultations=120'],
    ['“政府信息公开”专栏点击率达5.6万人次。', 'views.website=56000'],
    ['截至2022年底，本局累计主动公开政府信息5678条，本年度新增1234条。', 'disclosure.documents_disclosed=1234'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('a reason is no total, a denial no grant', () => {
  const received = '2022年收到政府信息公开申请58件';
  const cases: readonly Case[] = [
    [
      `${received}。答复结果：同意公开50件，不同意公开2件。`,
      'applications.new_received=58',
      'applications.granted=50',
      'applications.denied_total=2',
    ],
    [
      `${received}，因本机关不掌握相关政府信息无法提供3件，因属于国家秘密不予公开1件。`,
      'applications.new_received=58',
      'applications.unavailable_not_held=3',
      'applications.denied_state_secret=1',
    ],
    [`${received}，其中因商业秘密不予公开1件。`, 'applications.new_received=58'],
    [`${received}，其中自然人申请件56件。`, 'applications.new_received=58', 'applications.new_received.natural_person=56'],
    [`${received}，上年转结2件。`, 'applications.new_received=58', 'applications.carried_in=2'],
    [`${received}，其余26份均通过网站申请。`, 'applications.new_received=58', 'applications.received_online=26'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('names of accounts, long objects, other cases', () => {
  const cases: readonly Case[] = [
    ['“示例市水务局官网”微信平台发布信息56条。', 'posts.wechat=56'],
    ['通过政务微信发布工作动态、安全提示、安全科普知识、时政要闻等内容共计2305条。', 'posts.wechat=2305'],
    ['我局收到政府信息依申请公开办理事项1件。', 'applications.new_received=1'],
    ['2022年，收到申请公开21条。', 'applications.new_received=21'],
    ['全年完成依申请公开主办件16件、交办件6件。'],
    ['召开新闻发布会、通气会、咨询会等会议共38场。'],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});

describe('one way of filing, one way of asking', () => {
  const cases: readonly Case[] = [
    ['2022年未收到书面政府信息公开申请，收到网上申请2件。', 'applications.received_online=2'],
    ['2022年未收到公民、法人和其他组织提出的政府信息公开申请。', 'applications.new_received=0!'],
    [
      '受理咨询：电话咨询300件、网上咨询120件、现场咨询80件。',
      'interaction.consultations=300',
      'interaction.messages_handled=120',
      'interaction.consultations=80',
    ],
  ];
  it.each(cases)('%s', (text, ...expected) => expect(told(text)).toEqual(expected));
});
