import type { ReportKind } from '../../../schemas/report.ts';

/** Documents that look like annual reports, by the words of their titles (domain 1.7); the most telling first. */
const lookAlikes: readonly (readonly [RegExp, ReportKind])[] = [
  [/(?:关于|做好|发布).*网站.*报表.*通知$/, 'notice'],
  [/政府网站(?:工作)?(?:年度)?(?:工作)?(?:报表|年报)|网站(?:监管)?年度(?:工作)?报表/, 'website_annual_form'],
  [/(?:解读|图解|一图[读看]懂|图说|速览|要览|问答|答记者问|新闻发布|点评|评估|排名|论文|研究)/, 'not_a_report'],
  [
    /(?:关于|做好|开展|报送|编制|印发|有关).*(?:通知|函|批复|意见|通报|公示)|的(?:通知|函|批复|意见|通报|公示)$|(?:整改|督办|催报|检查)(?:通知|通报|函)$/,
    'notice',
  ],
  [/自查(?:自[评纠])?(?:情况)?(?:的)?(?:总结)?报告|^(?!.*绩效).*自评报告|自查情况/, 'self_check_report'],
  [/法治政府建设|法治建设|绩效|预算|决算|审计(?:工作)?报告|财务|部门收支|述职|白皮书|透明度|双公示|办理情况/, 'other_report'],
  [/工作总结[及和与暨].{0,8}(?:计划|打算|思路|安排)/, 'work_summary'],
  [
    /目录|指南|制度|办法|规定|细则|规则|方案|要点|计划|清单|流程|须知|讲话|培训|会议|格式|模板|样表|样本|范本|范例|提纲|汇编/,
    'not_a_report',
  ],
  [/工作总结$|(?:信息公开|政务公开)(?:工作)?(?:总结(?!报告)|(?:开展)?情况(?:的)?汇报)/, 'work_summary'],
  [/统计(?:年)?报?表|情况表$/, 'statistics_form_only'],
];

const corrects = /^(?:[\u4e00-\u9fff]{3,24}?)?(?:关于)?(?:更正|勘误|撤回|撤销)[^。]*(?:公告|说明|声明|启事|通知|函)$/;

/** Whether a title tells that a report is corrected or withdrawn: the report itself may follow below it, or not. */
export const isCorrection = (title: string): boolean => corrects.test(title);

const partOfYear = /第?[一二三四1-4]季度|[上下]半年|(?<!\d)\d{1,2}月份?|[一二三四五六七八九十]月份?/;

/**
 * What a title says a document is, where that is no annual report. `words` leave the agency's name out; `lead` is what else
 * stands before them (2020年第三季度).
 */
export function lookAlike(words: string, lead = ''): ReportKind | null {
  const undated = (lead + words).replace(/\d{4}年\d{1,2}月.*/, '');
  if (/情况(?:的)?通报$/.test(words)) return 'notice'; // of what was found elsewhere, be it in a quarter
  if (partOfYear.test(undated) && /统计|报告|总结|情况|报表/.test(words)) return 'periodic_statistics';
  return lookAlikes.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
