import { yearSource } from '../dates/numerals.ts';
import { type AgencyName, readAgencyName } from '../name/agency-name.ts';
import { agenciesIn, agencyAtStart } from '../name/in-text.ts';
import type { Shown } from '../page/shown-line.ts';
import { answeredFor } from './answering.ts';
import { points } from './around-name.ts';
import { fitsLevel, fitsSelfWord, governs, selfLevel } from './self-word.ts';

/** An agency that the opening of a report names, with how strongly the text says that it wrote the report. */
export interface Mention {
  readonly agency: AgencyName;
  readonly score: number;
}

/** 综合各县(市、区)政府和市级各部门的年度报告编制而成: the government reports, whichever office can be asked (domain 4, coverage). */
const summed =
  /(?:综合|汇总|汇集)[^。;]{0,40}(?:各(?:县|市|区|旗|乡|镇|街道|部门|地)|(?:县|市|区)级?人?民?政府)[^。;]{0,60}(?:编制|汇总|组成|形成|而成)|由[^,。;]{2,20}政府办公[室厅](?:负责)?汇总(?:编制|而成)/;
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

/** Words that no department calls itself by: what a company or school reports is not another's, whoever has put it together. */
const institutional = /^(?:公司|校|院|社)$/;

/** Points by how the writers call themselves: a township that says 我镇 is sure, a bureau that says 我委 doubtful. */
function agreement(agency: AgencyName, { word, level }: Self): number {
  const served = fitsLevel(agency, level) ? 0 : -3;
  const isOther = agency.township !== '' || agency.organ?.kind === 'government' || institutional.test(word);
  if (!fitsSelfWord(agency, word)) return served + (isOther ? -6 : -2);
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

/** 填报单位(盖章):某市农业局: who filled in the form below a title that names only the place. */
const filledIn = /(?:^|\n)[|]?(?:填报|报送|制表|编制)(?:单位|机关|部门)(?:\([盖公]?章\))?[:|]+([\u4e00-\u9fff]{4,30})/;

function filledInBy(lines: readonly Shown[]): AgencyName | null {
  const name = filledIn.exec(textOf(lines))?.[1];
  return name === undefined ? null : readAgencyName(name);
}

/** Kinds that put together the report of a whole place, and not only their own. */
const compilesForPlace = /^(?:government|prefecture-office|administrative-approval|data-bureau|development-zone|other-organ)/;

/** 现公布我旗2021年度政府信息公开年度报告: the government of the place, which the text does not name. */
const ofPlace =
  /(?:公布|公开|发布|编制|将)[^。,;]{0,6}[我本]([省市县区旗州盟])(?:人民政府)?(?:20\d\d年?度?)?(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)/;

/** The government whose report the opening announces so; null where its writers call themselves a department. */
export function placeGovernment(lines: readonly Shown[], word: string): AgencyName | null {
  const level = governs(word) ? ofPlace.exec(textOf(lines))?.[1] : undefined;
  return level === undefined ? null : readAgencyName(`${level}人民政府`);
}

/** Whether a department has put the report together for itself: then a place in its title is where it works, not who reports. */
export function isDepartments(lines: readonly Shown[]): boolean {
  const compiler = compilerIn(lines) ?? filledInBy(lines);
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
  for (const found of agenciesIn(text)) {
    const { agency: named, at, end } = found;
    const agency = isSummed ? governmentOf(named) : (answeredFor(found, text, word) ?? named);
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
  `(?:^|[\\n。;,〕])(?:(?:在|自)?(?:${yearSource})年?(?:全年|度|以来)?,?|今年(?:以来)?,?)?(?:请(?:与|向|联系)|(?:(?:本|此)(?:年度)?报告(?:是|系)?)?由)?(?=[\\u4e00-\\u9fff])`,
  'g',
);

/** 学院, 我公司, 根据某学院, 紧紧围绕镇: no name, or words before one. */
const namesNobody =
  /^(?:[各本我全该某]|现将|根据|按照|依据|结合|通过|关于|紧[紧扣密]|(?:\S{2})?围绕|聚焦|立足|坚持|贯彻|落实|认真|严格|深入|切实|积极|加强|始终|继续)|^.{1,2}$/;

/** A short name counts where the text comes back to it: 三溪乡. */
const isNamedAgain = (text: string, name: string): boolean => text.indexOf(name) !== text.lastIndexOf(name);

/** 市水利局认真贯彻: what writers say of themselves, never of the organ that tells them to. */
const works = /^(?:(?:始终|继续|全面)?(?:认真|深入|严格|坚持|全面|切实|积极|扎实|高度重视|紧紧围绕|紧扣|以习近平|继续|不断|深化|按照))/;

/** 请与区民政局办公室联系: whom the writers of 我局 name to be asked. */
const asked = /^(?:[^,。;]{0,18}联系|[(,。])/;

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
    const behind = text.slice(end, end + 24);
    const speaks = works.test(behind) || (/请(?:与|向|联系)$/.test(opening) && asked.test(behind));
    const bureau = level !== '' && word !== '' && speaks;
    return township || zone || bureau || (institution && divisions.length === 0) ? [named.agency] : [];
  });
}
