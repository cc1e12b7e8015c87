import { agenciesIn, type Named } from './agency-in-text.ts';
import type { AgencyName } from './agency-name.ts';
import { yearSource } from './numerals.ts';
import type { Shown } from './shown.ts';

const selfWords = /(?:我|本)(局|委|办|厅|镇|乡|街道|苏木|院|校|社|处|队|中心|公司|管委会|会|所|站)(?!人|们)/g;

/** What the writers call their own organ most often: 局 in 我局. Empty where they do not say. */
export function selfWord(lines: readonly Shown[]): string {
  const counts = new Map<string, number>();
  for (const { folded } of lines.slice(0, 80))
    for (const [, word = ''] of folded.matchAll(selfWords)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

const endings: Readonly<Record<string, RegExp>> = {
  局: /局(?:.{0,8}分局)?$|大队$|支队$/,
  委: /委员会$|委$/,
  办: /办公室$|办公厅$|办$/,
  厅: /厅$/,
  会: /会$/,
  院: /院$/,
  校: /大学$|学院$|学校$|中学$|小学$/,
  社: /社$|社联合社$/,
  处: /处$/,
  中心: /中心$/,
  公司: /公司$|集团$/,
  管委会: /管理委员会$/,
};

/** Whether an agency can call itself so. */
export function fitsSelfWord(agency: AgencyName, word: string): boolean {
  if (word === '') return true;
  if (agency.township) return word === '处' || word === '办' || agency.township.endsWith(word);
  if (/^(镇|乡|街道|苏木)$/.test(word)) return false;
  const name = `${agency.organ?.name ?? agency.printed}${agency.unit}`;
  return (endings[word] ?? /./).test(name) || agency.national !== null;
}

const cited =
  /^(?:《|〈|关于|印发|通知|办公室《|的?要求|主办|主管|有关|等|统一|门户|网站|政府网|公众信息网|信息公开网|政务网|党组|领导下|指导下)/;
const citing = /(?:根据|按照|依据|遵照|转发|执行|贯彻|向|经|报|对|在|受|由于|上级|通过|至|和|及|与|、)$/;
const contact = /(?:请?与|联系|联系[:：]|请?向|咨询)$/;
const year = new RegExp(`(?:${yearSource})年?(?:度|以来|[,，])*$`);
const authored = /^(?:[^,。;]{0,16})?(?:编制|联系)|^(?:\(?(?:以下|下文)(?:简称|称))|^.{0,6}(?:政府信息公开|信息公开|政务公开)/;

/** How strongly a mention in the opening says that this agency wrote the report. */
function points(text: string, { at, end }: Named): number {
  const before = text.slice(Math.max(0, at - 14), at);
  const after = text.slice(end, end + 24);
  if (cited.test(after)) return -3;
  if (/由$/.test(before) && /^.{0,18}编制/.test(after)) return 6;
  if (year.test(before) || /(?:公布|发布|编制|现将)$/.test(before)) return 5;
  if (contact.test(before) && /^.{0,24}联系|^[,:。]/.test(after)) return 4;
  if (citing.test(before)) return authored.test(after) ? 1 : 0;
  if (authored.test(after)) return 4;
  return /^$|[。;\n]$/.test(before) ? 4 : 2;
}

/** Most text of the opening that is searched for the writers. */
const searched = 6000;

/** Agencies the opening of a report names, each with its points, the strongest first. */
export function mentionedAgencies(lines: readonly Shown[]): readonly { agency: AgencyName; score: number; times: number }[] {
  const text = lines
    .map(({ folded }) => folded)
    .join('\n')
    .slice(0, searched);
  const byName = new Map<string, { agency: AgencyName; score: number; times: number }>();
  for (const named of agenciesIn(text)) {
    if (named.agency.placeOnly) continue;
    const key = named.agency.printed;
    const score = points(text, named);
    const known = byName.get(key);
    byName.set(key, { agency: named.agency, score: Math.max(score, known?.score ?? -9), times: (known?.times ?? 0) + 1 });
  }
  return [...byName.values()].toSorted((a, b) => b.score - a.score || b.times - a.times);
}
