import { type FormGroup, type FormRow, forms } from './forms/index.ts';

// The closed list of what prose may tell (mentions.md): no code, no mention.

/** What a mention of this code tells; `unit` is the counter of a denial, or of a number printed without one. */
export interface MentionKind {
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
}

/** Codes of their own, beside those that name a row or a cell of a form. */
export const mentionKinds = {
  'applications.denied_total': { zh: '不予公开', en: 'Denied, all reasons', unit: '件' },
  'applications.unavailable_total': { zh: '无法提供', en: 'Unable to provide, all reasons', unit: '件' },
  'applications.unprocessed_total': { zh: '不予处理', en: 'Not processed, all reasons', unit: '件' },
  'applications.other_total': { zh: '其他处理', en: 'Other processing', unit: '件' },
  'applications.received_online': { zh: '网上申请', en: 'Received online', unit: '件' },
  'applications.received_letter': { zh: '信函申请', en: 'Received by letter', unit: '件' },
  'applications.received_in_person': { zh: '当面申请', en: 'Received in person', unit: '件' },
  'applications.received_fax': { zh: '传真申请', en: 'Received by fax', unit: '件' },
  'applications.received_email': { zh: '电子邮件申请', en: 'Received by e-mail', unit: '件' },
  'applications.processed_online': { zh: '办结的网上申请', en: 'Closed, filed online', unit: '件' },
  'applications.processed_letter': { zh: '办结的信函申请', en: 'Closed, filed by letter', unit: '件' },
  'applications.processed_in_person': { zh: '办结的当面申请', en: 'Closed, filed in person', unit: '件' },
  'applications.processed_fax': { zh: '办结的传真申请', en: 'Closed, filed by fax', unit: '件' },
  'applications.processed_email': { zh: '办结的电子邮件申请', en: 'Closed, filed by e-mail', unit: '件' },
  'applications.on_time_rate': { zh: '按期答复率', en: 'Share answered in time', unit: '%' },
  'remedies.litigation.upheld': { zh: '行政诉讼结果维持', en: 'Lawsuits: upheld', unit: '件' },
  'remedies.litigation.corrected': { zh: '行政诉讼结果纠正', en: 'Lawsuits: corrected', unit: '件' },
  'remedies.litigation.other': { zh: '行政诉讼其他结果', en: 'Lawsuits: other outcome', unit: '件' },
  'remedies.litigation.pending': { zh: '行政诉讼尚未审结', en: 'Lawsuits: pending', unit: '件' },
  'remedies.litigation.total': { zh: '行政诉讼总计', en: 'Lawsuits over OGI, both kinds', unit: '件' },
  'disclosure.documents_disclosed': { zh: '主动公开政府信息总数', en: 'Items proactively disclosed, all channels', unit: '条' },
  'disclosure.sent_to_archives_library': { zh: '送交档案馆、图书馆', en: 'Items sent to archives and library', unit: '条' },
  'documents.made': { zh: '制发公文', en: 'Documents made', unit: '件' },
  'documents.attribute_proactive': { zh: '公文属性：主动公开', en: 'Documents marked proactive', unit: '件' },
  'documents.attribute_on_request': { zh: '公文属性：依申请公开', en: 'Documents marked on request', unit: '件' },
  'documents.attribute_not_disclosed': { zh: '公文属性：不予公开', en: 'Documents marked not disclosed', unit: '件' },
  'documents.full_text_rate': { zh: '全文电子化率', en: 'Share available as full text', unit: '%' },
  'posts.website': { zh: '网站发布总数', en: 'Published on the site', unit: '条' },
  'posts.website_news': { zh: '网站工作动态', en: 'News items on the site', unit: '条' },
  'posts.website_notices': { zh: '网站公示公告', en: 'Notices on the site', unit: '条' },
  'posts.website_meetings': { zh: '网站会议信息', en: 'Meetings on the site', unit: '条' },
  'posts.website_guides': { zh: '网站目录、指南、流程图', en: 'Catalogues, guides, flow charts on the site', unit: '条' },
  'posts.website_forms': { zh: '网站办事表格', en: 'Forms to fill in on the site', unit: '个' },
  'posts.wechat': { zh: '微信公众号发布', en: 'WeChat posts', unit: '条' },
  'posts.wechat_issues': { zh: '微信推送期数', en: 'WeChat mailings', unit: '期' },
  'posts.weibo': { zh: '微博发布', en: 'Weibo posts', unit: '条' },
  'posts.social_total': { zh: '政务新媒体发布合计', en: 'All social media together', unit: '条' },
  'posts.video_series': { zh: '视频栏目期数', en: 'Episodes of a video series', unit: '期' },
  'posts.other': { zh: '其他或未说明渠道', en: 'Own items, channel mixed, not named or without a code', unit: '条' },
  'views.website': { zh: '网站浏览量', en: 'Page views of the site', unit: '次' },
  'views.wechat': { zh: '公众号阅读量', en: 'WeChat reads', unit: '次' },
  'views.weibo': { zh: '微博阅读量', en: 'Weibo reads', unit: '次' },
  'views.weibo_single_post': { zh: '微博单篇阅读量', en: 'Reads of one Weibo post', unit: '次' },
  'views.video_series': { zh: '视频栏目点击量', en: 'Clicks of a video series', unit: '次' },
  'visitors.website': { zh: '网站独立访客', en: 'Unique visitors of the site', unit: '人次' },
  'followers.wechat': { zh: '公众号粉丝', en: 'WeChat followers', unit: '人' },
  'followers.weibo': { zh: '微博粉丝', en: 'Weibo followers', unit: '人' },
  'interpretation.articles': { zh: '政策解读稿件', en: 'Policy interpretations', unit: '篇' },
  'consultation.drafts': { zh: '征求意见的草案、项目', en: 'Drafts put out for comment', unit: '个' },
  'consultation.drafts_local_regulations': { zh: '法规草案', en: 'Drafts of local regulations', unit: '个' },
  'consultation.drafts_government_rules': { zh: '规章草案', en: 'Drafts of government rules', unit: '个' },
  'consultation.meetings': { zh: '听证会、论证会、座谈会', en: 'Hearings, expert and public meetings', unit: '场' },
  'consultation.attendances': { zh: '听证会、论证会参加人次', en: 'Attendances at hearings and meetings', unit: '人次' },
  'interaction.messages_handled': { zh: '网上留言、咨询', en: 'Messages handled on the site', unit: '件' },
  'interaction.mailbox_handled': { zh: '领导信箱', en: 'Letters to the head', unit: '件' },
  'interaction.consultations': { zh: '窗口、现场、电话咨询', en: 'Inquiries at the counter or by telephone', unit: '人次' },
  'interaction.online_interviews': { zh: '在线访谈', en: 'Online interviews', unit: '期' },
  'interaction.hotline_sessions': { zh: '接听热线场次', en: 'Times on duty at a public hotline', unit: '期' },
  'interaction.hotline_12345': { zh: '12345工单', en: 'Cases from hotline 12345', unit: '件' },
  'interaction.hotline_12348': { zh: '12348咨询', en: 'Inquiries at hotline 12348', unit: '件' },
  'proposals.congress': { zh: '人大代表建议', en: 'Proposals of congress deputies', unit: '件' },
  'proposals.cppcc': { zh: '政协提案', en: 'Proposals of CPPCC members', unit: '件' },
  'services.items': { zh: '公共服务事项', en: 'Service matters offered', unit: '项' },
  'services.online_items': { zh: '可网办事项', en: 'Service matters that can be done online', unit: '项' },
  'services.cases': { zh: '办件量', en: 'Cases at counter or platform', unit: '件' },
  'duties.items': { zh: '权责事项', en: 'Duties on the public list', unit: '项' },
  'training.sessions': { zh: '培训期数', en: 'Training sessions on OGI', unit: '期' },
  'training.attendances': { zh: '培训人次', en: 'Attendances at training', unit: '人次' },
  'staff.total': { zh: '政务公开工作人员', en: 'Staff on OGI', unit: '人' },
  'staff.full_time': { zh: '专职人员', en: 'Full-time staff on OGI', unit: '人' },
  'staff.part_time': { zh: '兼职人员', en: 'Part-time staff on OGI', unit: '人' },
  'events.open_day': { zh: '开放日活动', en: 'Open days', unit: '次' },
  review_decisions_published: { zh: '公开的行政复议决定书', en: 'Review decisions published', unit: '件' },
  'information_fee.collected': { zh: '信息处理费', en: 'Information-processing fee collected', unit: '元' },
} as const satisfies Readonly<Record<string, MentionKind>>;

const ofForms = new Map<string, MentionKind>();
for (const form of forms) {
  for (const { table, groups } of form.tables) {
    if (table === 'statistics') continue; // prose tells no rows of the statistics form (mentions.md)
    groups.forEach((group: FormGroup) => {
      group.rows.forEach((row: FormRow) => {
        if (table === 'applications') ofForms.set(`applications.${row.code}`, { zh: row.zh, en: row.en, unit: '件' });
        for (const { code, zh, en, unit } of group.columns) {
          const counter = unit === 'CNY' || unit === 'CNY_10K' ? '元' : unit === 'item' ? '项' : '件';
          ofForms.set(`${table}.${row.code}.${code}`, { zh: `${row.zh}·${zh}`, en: `${row.en}: ${en}`, unit: counter });
        }
      });
    });
  }
}

const own: ReadonlyMap<string, MentionKind> = new Map(Object.entries(mentionKinds));

/** Meaning and unit of a mention code; null for a code outside the closed list. */
export function mentionKind(code: string): MentionKind | null {
  return own.get(code) ?? ofForms.get(code) ?? null;
}

/** Every code a mention may have: the list above, rows of table 3, cells of tables 2 to 4. */
export const mentionCodes: readonly string[] = [...new Set([...own.keys(), ...ofForms.keys()])];
