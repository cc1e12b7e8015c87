import { yearSource } from '../dates/numerals.ts';
import { type AgencyName, readAgencyName } from '../name/agency-name.ts';
import { agenciesIn, agencyAtStart } from '../name/in-text.ts';
import type { Shown } from '../page/shown-line.ts';
import { fitsLevel, fitsSelfWord, selfLevel } from './self-word.ts';

/** An agency that the opening of a report names, with how strongly the text says that it wrote the report. */
export interface Mention {
  readonly agency: AgencyName;
  readonly score: number;
}

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

/** 通过大溪沟街道办事处子网站: the writers' own, if nothing speaks against it. */
const ownChannel = { before: /(?:通过|利用|依托)$/, after: /^(?:子网站|官方(?:网站|微信|微博)|微信公众号|公众号)/ };

/** Points for what stands around a mention: 4 and more say who wrote the report, 0 and less cite another organ. */
function points(before: string, after: string): number {
  if (ownChannel.before.test(before) && ownChannel.after.test(after)) return 2;
  if (isOthersLine(before, after) || cited.test(after) || actsOnWriters.test(after) || runsSite.test(before)) return -3;
  if (inEnglish.test(after)) return -3;
  if (/由$/.test(before) && /^.{0,18}编制/.test(after)) return 6;
  if (dated.test(before) || announced.test(before)) return 5;
  if (/(?:请?与|联系[:：]|请联系|请?向|咨询)$/.test(before) && /^.{0,24}联系|^[,:。(]/.test(after)) return 4;
  if (citing.test(before)) return authored.test(after) ? 1 : -1;
  if (authored.test(after) || before === '' || /[。;\n]$/.test(before)) return 4;
  return 2;
}

/** 综合各县(市、区)政府和市级各部门的年度报告编制而成: the government reports, whichever office can be asked (domain 4, coverage). */
const summed =
  /(?:综合|汇总|汇集)[^。;]{0,40}(?:各(?:县|市|区|旗|乡|镇|街道|部门|地)|(?:县|市|区)级?人?民?政府)[^。;]{0,60}(?:编制|汇总|组成|形成|而成)/;
const officeEnding = /办公[室厅]$/;

/** The government that an office of it named in a report of the whole region speaks for; any other agency as it is. */
function governmentOf(agency: AgencyName): AgencyName {
  if (agency.organ?.kind !== 'government-office' || !officeEnding.test(agency.printed)) return agency;
  const government = readAgencyName(agency.printed.replace(officeEnding, ''));
  return government?.organ?.kind === 'government' ? government : agency;
}

/** Most text of the opening that is searched for the writers. */
const searched = 6000;
const textOf = (lines: readonly Shown[]) =>
  lines
    .map(({ folded }) => folded)
    .join('\n')
    .slice(0, searched);

/** How the writers call themselves and the level they serve. */
interface Self {
  readonly word: string;
  readonly level: string;
}

/** Points by how the writers call themselves: a township that says 我镇 is sure, a bureau that says 我委 doubtful. */
function agreement(agency: AgencyName, { word, level }: Self): number {
  const served = fitsLevel(agency, level) ? 0 : -3;
  if (!fitsSelfWord(agency, word)) return served + (agency.township || agency.organ?.kind === 'government' ? -6 : -2);
  return served + (word !== '' && agency.township ? 2 : 0);
}

/** From here a mention says who wrote the report. */
const sure = 4;

/** Points at which a mention counts: less is enough where one alone is likely, least for a township that says 我镇. */
function counted(mentions: readonly Mention[]): number {
  const [only, ...others] = mentions.filter(({ score }) => score >= 1);
  if (!only || others.length > 0 || only.agency.organ?.kind.startsWith('government')) return sure;
  return only.agency.township ? 1 : sure - 1;
}

/** 由某区编制, 由某市统计局、某某调查总队(以下简称…)编制: whoever the opening says has put the report together. */
const compiled = /由([\u4e00-\u9fff]{3,30}?)(?:、[\u4e00-\u9fff、]{3,40}?)?(?:\([^()]{2,30}\))?(?:负责|组织|汇总)?编制/;

/** The first of those who put a report together, named with its place. */
function compilerIn(lines: readonly Shown[]): AgencyName | null {
  const name = compiled.exec(textOf(lines).replaceAll('\n', ''))?.[1];
  const agency = name === undefined ? null : readAgencyName(name);
  return agency && agency.divisions.length > 0 && !agency.stem ? agency : null;
}

/** Kinds that put together the report of a whole place, and not only their own. */
const compilesForPlace = /^(?:government|prefecture-office|administrative-approval|data-bureau|development-zone|other-organ)/;

/** Whether a department has put the report together for itself: then a place in its title is where it works, not who reports. */
export function isDepartments(lines: readonly Shown[]): boolean {
  const compiler = compilerIn(lines);
  if (!compiler?.organ || compiler.placeOnly || compilesForPlace.test(compiler.organ.kind)) return false;
  return !summed.test(textOf(lines));
}

/** Agencies the opening names with their place: those that may have written the report, likeliest first, and those beside it. */
export function writersIn(
  lines: readonly Shown[],
  word: string,
): { readonly writers: readonly AgencyName[]; readonly others: readonly AgencyName[] } {
  const text = textOf(lines);
  const self = { word, level: selfLevel(lines) };
  const byName = new Map<string, Mention>();
  const isSummed = summed.test(text);
  for (const { agency: named, at, end } of agenciesIn(text)) {
    const agency = isSummed ? governmentOf(named) : named;
    const around = points(text.slice(Math.max(0, at - 14), at), text.slice(end, end + 24));
    // A ministry is named in every report; it wrote the one that says so.
    if (agency.national && around < sure) continue;
    // Words that cite an organ are not outweighed by what the writers call themselves.
    const score = around + Math.min(agreement(agency, self), around > 0 ? 2 : 0);
    const known = byName.get(agency.printed);
    if (!known || known.score < score) byName.set(agency.printed, { agency, score });
  }
  const compiler = compilerIn(lines);
  if (compiler && (compiler.placeOnly || isDepartments(lines)))
    byName.set(compiler.printed, { agency: compiler, score: 6 + Math.min(agreement(compiler, self), 0) });
  const mentions = [...byName.values()].toSorted((a, b) => b.score - a.score);
  const least = counted(mentions);
  const taken = (mention: Mention) => mention.score >= least;
  return {
    writers: mentions.filter(taken).map(({ agency }) => agency),
    others: mentions.filter((mention) => !taken(mention)).map(({ agency }) => agency),
  };
}

const openings = new RegExp(
  `(?:^|[\\n。;,〕])(?:(?:在|自)?(?:${yearSource})年?(?:全年|度|以来)?,?)?(?:请(?:与|向|联系)|(?:本|此)(?:年度)?报告(?:是|系)?由)?(?=[\\u4e00-\\u9fff])`,
  'g',
);

/** 学院, 我公司, 根据某学院: no name, or words before one. */
const namesNobody = /^(?:[各本我全该某]|现将|根据|按照|依据|结合|通过|围绕|关于)|^.{1,2}$/;

/** A short name counts where the text comes back to it: 三溪乡. */
const isNamedAgain = (text: string, name: string): boolean => text.indexOf(name) !== text.lastIndexOf(name);

/** 市水利局认真贯彻: what writers say of themselves, never of the organ that tells them to. */
const works = /^(?:(?:始终|继续|全面)?(?:认真|深入|严格|坚持|全面|切实|积极|扎实|高度重视|紧紧围绕|紧扣|以习近平|继续|不断|深化|按照))/;

/**
 * Organs that open a sentence without naming their place: 番禺经济技术开发区管委会, 小营街道办事处, a company. They give a
 * name, and an id only where the place can be told otherwise.
 */
export function unplacedWriters(lines: readonly Shown[], word: string): readonly AgencyName[] {
  const text = textOf(lines).slice(0, searched / 3);
  return [...text.matchAll(openings)].flatMap(({ index, 0: opening }) => {
    const start = index + opening.length;
    const named = agencyAtStart(text.slice(start, start + 52));
    const end = start + (named?.length ?? 0);
    if (!named || named.agency.national || points(text.slice(Math.max(0, start - 14), start), text.slice(end, end + 24)) < 0) return [];
    if (!fitsSelfWord(named.agency, word)) return [];
    const { township, zone, organ, divisions, level, printed } = named.agency;
    const institution = organ?.several && organ.kind !== 'other-organ';
    if (namesNobody.test(printed) || (printed.length < 4 && !(township && word !== '' && isNamedAgain(text, printed)))) return [];
    const bureau = level !== '' && word !== '' && works.test(text.slice(end, end + 8));
    return township || zone || bureau || (institution && divisions.length === 0) ? [named.agency] : [];
  });
}
