import { agenciesIn, agencyAtStart } from './agency-in-text.ts';
import type { AgencyName } from './agency-name.ts';
import { yearSource } from './numerals.ts';
import { fitsSelfWord } from './self-word.ts';
import type { Shown } from './shown.ts';

/** An agency that the opening of a report names, with how strongly the text says that it wrote the report. */
export interface Mention {
  readonly agency: AgencyName;
  readonly score: number;
}

const cited =
  /^(?:《|〈|关于|印发|通知|办公室《|的?(?:要求|文件|部署|统一|指导|领导)|主办|主管|有关|等|统一|门户|网站|政府网|公众信息网|信息公开[^,。]{0,4}网|政务网|党组)/;
const citing = /(?:根据|按照|依据|遵照|转发|执行|贯彻|落实|向|经|报|对|在|受|到|上级|通过|至|和|及|与|、|配合|接受)$/;
const dated = new RegExp(`(?:${yearSource})年?(?:全年|度|以来|[,，])*$`);
const announced = /(?:公布|发布|编制|现将|梳理)$/;
const authored =
  /^[^,。;]{0,16}(?:编制|联系)|^\(?(?:以下|下文|下)(?:简称|称)|^.{0,6}(?:政府信息公开|信息公开|政务公开)(?:工作|总体|年度|情况)/;

/** Points for what stands around a mention: 4 and more say who wrote the report, 0 and less cite another organ. */
function points(before: string, after: string): number {
  if (cited.test(after)) return -3;
  if (/由$/.test(before) && /^.{0,18}编制/.test(after)) return 6;
  if (dated.test(before) || announced.test(before)) return 5;
  if (/(?:请?与|联系[:：]|请?向|咨询)$/.test(before) && /^.{0,24}联系|^[,:。]/.test(after)) return 4;
  if (citing.test(before)) return authored.test(after) ? 1 : -1;
  if (authored.test(after) || before === '' || /[。;\n]$/.test(before)) return 4;
  return 2;
}

/** Most text of the opening that is searched for the writers. */
const searched = 6000;
const textOf = (lines: readonly Shown[]) =>
  lines
    .map(({ folded }) => folded)
    .join('\n')
    .slice(0, searched);

/** Points by how the organ calls itself: a township that says 我镇 is sure, a bureau that says 我委 doubtful. */
function agreement(agency: AgencyName, word: string): number {
  if (!fitsSelfWord(agency, word)) return agency.township || agency.organ?.kind === 'government' ? -6 : -2;
  return word !== '' && agency.township ? 2 : 0;
}

/** Agencies the opening names with their place, the likeliest writer first; below 1 stand those it only cites. */
export function writersIn(lines: readonly Shown[], word: string): readonly Mention[] {
  const text = textOf(lines);
  const byName = new Map<string, Mention>();
  for (const { agency, at, end } of agenciesIn(text)) {
    const around = points(text.slice(Math.max(0, at - 14), at), text.slice(end, end + 24));
    // A ministry is named in every report; it wrote the one that says so.
    if (agency.national && around < 4) continue;
    const score = around + agreement(agency, word);
    const known = byName.get(agency.printed);
    if (!known || known.score < score) byName.set(agency.printed, { agency, score });
  }
  return [...byName.values()].toSorted((a, b) => b.score - a.score);
}

const openings = new RegExp(`(?:^|[\\n。;,〕])(?:(?:在|自)?(?:${yearSource})年?(?:全年|度|以来)?,?)?(?=[\\u4e00-\\u9fff])`, 'g');

/**
 * Organs that open a sentence without naming their place: 番禺经济技术开发区管委会, 小营街道办事处, a company. They give a
 * name, and an id only where the place can be told otherwise.
 */
export function unplacedWriters(lines: readonly Shown[]): readonly AgencyName[] {
  const text = textOf(lines).slice(0, searched / 3);
  return [...text.matchAll(openings)].flatMap(({ index, 0: opening }) => {
    const start = index + opening.length;
    const named = agencyAtStart(text.slice(start, start + 52));
    if (!named || named.agency.national || cited.test(text.slice(start + named.length, start + named.length + 12))) return [];
    const { township, zone, organ, divisions } = named.agency;
    const institution = organ?.several && organ.kind !== 'other-organ';
    return township || zone || (institution && divisions.length === 0) ? [named.agency] : [];
  });
}
