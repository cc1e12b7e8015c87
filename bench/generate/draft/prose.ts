import type { Random } from '../random.ts';
import type { Figures } from './figures.ts';
import type { Organ } from './organs.ts';
import { denies, type Paragraph, paragraph, silent, states } from './paragraph.ts';

/** What the sentences talk about. */
export interface ProseSource {
  readonly organ: Organ;
  readonly year: number;
  readonly figures: Figures;
  /** Form of table 2: it decides which of its columns the text can quote. */
  readonly form: string;
}

const figure = (source: ProseSource, code: string) => source.figures.get(code) ?? 0;

function applicationsParagraph(random: Random, source: ProseSource): Paragraph {
  const received = figure(source, 'applications.new_received.total');
  const processed = figure(source, 'applications.processed_total.total');
  const carriedOut = figure(source, 'applications.carried_out.total');
  if (received === 0) {
    return paragraph(silent('依申请公开渠道保持畅通'), denies('本年度未收到政府信息公开申请', [['applications.new_received', '件']]));
  }
  const unit = random.pick(['件', '件', '宗']);
  return paragraph(
    silent(random.pick(['依申请公开渠道保持畅通', '申请受理、登记、答复各环节均有台账'])),
    states('applications.new_received', random.pick(['全年共收到政府信息公开申请', '本年度新收政府信息公开申请']), received, unit),
    states('applications.processed_total', random.pick(['办结', '共办结']), processed, unit),
    ...(carriedOut > 0 ? [states('applications.carried_out', '结转下年度继续办理', carriedOut, unit)] : []),
  );
}

function remediesParagraph(source: ProseSource): Paragraph {
  const review = figure(source, 'remedies.review.total');
  const litigation = figure(source, 'remedies.litigation_direct.total') + figure(source, 'remedies.litigation_after_review.total');
  if (review + litigation === 0) {
    return paragraph(
      denies('未发生因政府信息公开引起的行政复议和行政诉讼', [
        ['remedies.review.total', '件'],
        ['remedies.litigation.total', '件'],
      ]),
    );
  }
  return paragraph(
    states('remedies.review.total', '因政府信息公开被申请行政复议', review, '件'),
    states('remedies.litigation.total', '被提起行政诉讼', litigation, '件'),
  );
}

function channelsParagraph(random: Random): Paragraph {
  return paragraph(
    states('posts.website', '通过门户网站发布信息', random.skewed(20, 9000), '条'),
    states('posts.wechat', '政务微信公众号推送信息', random.skewed(5, 3000), '条'),
    ...(random.chance(0.4) ? [states('posts.weibo', '官方微博发布信息', random.skewed(5, 4000), '条')] : []),
  );
}

function documentsParagraph(source: ProseSource): Paragraph {
  const column = source.form === '2019' ? 'disclosed_total' : 'in_force';
  const inForce = figure(source, `disclosure.normative_documents.${column}`);
  return paragraph(
    silent('对规范性文件逐件清理并在网站集中公布'),
    states('disclosure.normative_documents.in_force', '现行有效的行政规范性文件', inForce, '件'),
  );
}

function serviceParagraph(random: Random): Paragraph {
  return paragraph(
    states('proposals.congress', '办理人大代表建议', random.int(1, 60), '件'),
    states('proposals.cppcc', '政协提案', random.int(1, 60), '件'),
    states('interpretation.articles', '发布政策解读稿件', random.int(1, 40), '篇'),
  );
}

function trainingParagraph(random: Random): Paragraph {
  const attendances = random.int(3, 40) * 10;
  const text = `参训人员${attendances}余人次`;
  return paragraph(states('training.sessions', '举办政务公开业务培训', random.int(1, 9), '期'), {
    text,
    statements: [{ code: 'training.attendances', value: attendances, unit: '人次', snippet: text, approximate: true, negated: false }],
  });
}

/** Numbers of another body, of another year, or without a code: a reader must leave them alone. */
function distractingParagraph(random: Random, source: ProseSource): Paragraph {
  const number = random.int(2, 90);
  if (source.organ.coverage === 'aggregate') return paragraph(silent(`政府信息公开查阅点增至${number}处`, number));
  return random.pick([
    paragraph(silent(`根据上级部署梳理市政府文件${number}件`, number), silent('提出保留、修改、废止的意见')),
    paragraph(silent(`计划在${source.year + 1}年开设专题栏目${number}个`, number, source.year + 1)),
    paragraph(silent(`在${number}个办事窗口摆放公开指南`, number)),
  ]);
}

const subjects = ['局办公室', '各业务科室', '门户网站专栏', '政务服务窗口', '信息公开专班', '值班和信访岗位'] as const;
const actions = [
  '对照公开目录逐项核对',
  '按月汇总群众提问',
  '统一答复文书格式',
  '更新办事指南和流程说明',
  '核验发布内容的来源和时效',
  '回访申请人了解答复是否清楚',
] as const;
const effects = [
  '发布前的审核环节更加清楚',
  '查阅和检索更加方便',
  '群众对答复的疑问有所减少',
  '历史文件的归档更加完整',
  '公开与保密的界限更加明确',
  '线上线下的口径保持一致',
] as const;

/** Paragraphs that state nothing: most of what such reports say. */
function plainParagraphs(random: Random): Paragraph[] {
  return Array.from({ length: random.skewed(0, 24) }, () => {
    const clauses = Array.from(
      { length: random.int(2, 5) },
      () => `${random.pick(subjects)}${random.pick(actions)}，${random.pick(effects)}`,
    );
    return paragraph(silent(clauses.join('；')));
  });
}

/** Section 1: some of the paragraphs an office writes, in some order. */
export function overviewProse(random: Random, source: ProseSource): Paragraph[] {
  const opening = paragraph(
    silent(`${source.year}年`, source.year),
    silent('本机关围绕群众关心的事项做好公开，公开的及时性和准确性有所提高'),
  );
  const optional = [channelsParagraph(random), serviceParagraph(random), trainingParagraph(random), documentsParagraph(source)];
  const chosen = optional.filter(() => random.chance(0.6));
  const distracting = random.chance(0.5) ? [distractingParagraph(random, source)] : [];
  return [
    opening,
    ...random.shuffle([
      applicationsParagraph(random, source),
      remediesParagraph(source),
      ...chosen,
      ...distracting,
      ...plainParagraphs(random),
    ]),
  ];
}

/** Section 5: no numbers. */
export function problemsProse(random: Random): Paragraph[] {
  const problem = random.pick(['部分栏目更新不够及时', '解读材料的形式不够多样', '答复文书的说理还不够充分']);
  const remedy = random.pick(['建立栏目更新提醒', '增加图文和问答形式的解读', '汇编典型答复供各科室参考']);
  return [paragraph(silent(`存在的主要问题是${problem}`)), paragraph(silent(`下一年度将${remedy}`), silent('并按季度检查落实情况'))];
}

/** Section 6: the information-processing fee, as the form asks. */
export function otherMattersProse(random: Random): Paragraph[] {
  const fee = random.chance(0.7) ? 0 : random.int(1, 60) * 100;
  if (fee === 0) return [paragraph(denies('本年度未收取政府信息公开信息处理费', [['information_fee.collected', '元']]))];
  return [paragraph(states('information_fee.collected', '本年度收取政府信息公开信息处理费', fee, '元'))];
}
