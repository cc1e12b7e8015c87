import { yearSource } from '../dates/numerals.ts';

const cited =
  /^(?:《|〈|关于|印发|通知|办公室《|的?(?:要求|文件|部署|统一|指导|领导)|主办|主管|有关|等|统一|门户|网站|政府网|公众信息网|信息公开[^,。]{0,4}网|政务网|党组)/;
const citing =
  /(?:根据|按照|依据|遵照|转发|执行|贯彻|落实|向|经|报|对|在|受|到|上级|通过|至|和|及|与|、|配合|接受|被|获|荣获|获得|受到|赴|前往|来自|邀请|会同|联合|协助|协同|依托|利用|借助|参照|参加|听取|学习)$/;
const dated = new RegExp(`(?:${yearSource})年?(?:全年|度|以来|[,，])*$`);
const announced = /(?:公布|发布|编制|现将|梳理)$/;
const authored =
  /^[^,。;]{0,16}(?:编制|联系)|^[^。;]{0,24}编制(?:了|本|《|\d|20)|^(?:现|特)?(?:向社会)?(?:公布|公开|发布)《?(?:\d{4}年)|^\(?(?:以下|下文|下)(?:简称|称)|^.{0,6}(?:政府信息公开|信息公开|政务公开)(?:工作|总体|年度|情况)/;

/** Another organ acts on the writers, or on what they sent it: …组织对我局开展检查, …授予我单位称号, …采用3条. */
const actsOnWriters =
  /^(?:[^。;]{0,20}(?:对|给|向|来|到|赴|指导|检查|督查|考核|授予|评为|表彰|表扬|通报|转发|转载|采用|推广|批准|同意|认定|肯定|支持|要求|通知|组织)(?:我|本)[局委办厅县市区镇乡单院校中公处所站队]|[^,。;]{0,6}(?:采用|采纳|录用|转发|转载|刊发|授予|评为|表彰|批示|推广))/;

/** Whoever runs, carries or checks the site is not the writer: 版权所有:, 承办单位:, 技术支持:. */
const runsSite = /(?:主办|承办|协办|协管|技术支持|版权(?:所有)?|运行维护|维护|运维|备案)(?:单位|部门|机构)?[:：|©]*$/;

/** The owner of a site in its banner: 某县人民政府 The People's Government of …. */
const inEnglish = /^[|·-]?(?:The|THE|People|PEOPLE|Gov|GOV)/;

/** A line that is the title of a report is a link to it, and a line that ends with a colon names whom it is for. */
const isOthersLine = (before: string, after: string): boolean =>
  (/(?:^|\n)(?:[·•*-]|\d{1,2}[、.])?$/.test(before) &&
    /^(?:关于)?(?:19|20)\d\d年?度?[^,。;\n]{0,24}(?:报告|年报)[^,。;\n]{0,14}(?:\n|$)|^[:：]\n/.test(after)) ||
  /[上下前后]一?[篇条页][:：]?[《“]?$/.test(before);

/** 请与受理机构(某市信息化办)联系: whoever takes requests for the writers. */
const takesRequests = /(?:受理|工作|主管|日常)(?:机构|部门)\($/;

/** 通过大溪沟街道办事处子网站: the writers' own, if nothing speaks against it. */
const ownChannel = { before: /(?:通过|利用|依托)$/, after: /^(?:子网站|官方(?:网站|微信|微博)|微信公众号|公众号)/ };

/** Points for what stands around a mention: 4 and more say who wrote the report, 0 and less cite another organ. */
export function points(before: string, after: string): number {
  if (ownChannel.before.test(before) && ownChannel.after.test(after)) return 2;
  if (isOthersLine(before, after) || cited.test(after) || actsOnWriters.test(after) || runsSite.test(before)) return -3;
  if (inEnglish.test(after) || takesRequests.test(before)) return -3;
  if (/由$/.test(before) && /^(?:.{0,18}编制|(?:根据|按照|依据|依照)《)/.test(after)) return 6;
  if (dated.test(before) || announced.test(before)) return 5;
  if (/(?:请?与|联系[:：]|请联系|请?向|咨询)$/.test(before) && /^.{0,24}联系|^[,:。(]/.test(after)) return 4;
  if (citing.test(before)) return authored.test(after) ? 1 : -1;
  if (authored.test(after) || before === '' || /[。;\n]$/.test(before)) return 4;
  return 2;
}
