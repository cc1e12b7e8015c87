import type { AgencyName } from '../name/agency-name.ts';
import type { Shown } from '../page/shown-line.ts';

const selfWords = /(?:我|本)(局|委|办|厅|镇|乡|街道|苏木|院|校|社|处|队|中心|公司|管委会|会|所|站)(?!人|们|员)/g;

/** Lines of a report in which its writers are listened to. */
const listened = 80;

/** What the writers call their own organ most often: 局 in 我局. Empty where they do not say. */
export function selfWord(lines: readonly Shown[]): string {
  const counts = new Map<string, number>();
  for (const { folded } of lines.slice(0, listened))
    for (const [, word = ''] of folded.matchAll(selfWords)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

const levelWords = /(?:我|全)([省市县区旗州盟])(?!域|划)|([省市县区旗州盟])委、?\2政府/g;

/** The level of the place the writers serve, as they say it: 县 in 我县 and 县委县政府. Empty where they do not, or not clearly. */
export function selfLevel(lines: readonly Shown[]): string {
  const counts = new Map<string, number>();
  for (const { folded } of lines.slice(0, listened))
    for (const [, one, two] of folded.matchAll(levelWords)) counts.set(one ?? two ?? '', (counts.get(one ?? two ?? '') ?? 0) + 1);
  const [most, next] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most && most[1] >= 2 && most[1] >= 2 * (next?.[1] ?? 0) ? most[0] : '';
}

/** Whether an agency serves a place of that level. */
export function fitsLevel(agency: AgencyName, level: string): boolean {
  return (
    level === '' || agency.township !== '' || agency.divisions.length === 0 || agency.divisions.some(({ name }) => name.endsWith(level))
  );
}

/** Words by which a department or township calls itself; a government does not. */
const departmental = new Set(['局', '委', '厅', '镇', '乡', '街道', '苏木', '院', '校', '社']);

/** Whether a place in a title can stand for its government: not where the writers call themselves a bureau. */
export const governs = (word: string): boolean => !departmental.has(word);

const endings: Readonly<Record<string, RegExp>> = {
  局: /局$|[大支]队$/,
  委: /委员会$|委$/,
  办: /办公室$|办公厅$|办$/,
  厅: /厅$/,
  会: /会$/,
  院: /院$/,
  校: /大学$|学院$|学校$|中学$|小学$/,
  社: /社$|联合社$/,
  处: /处$/,
  队: /队$/,
  中心: /中心$/,
  公司: /公司$|集团$/,
  管委会: /管理委员会$/,
};

/** Whether an agency can call itself so. */
export function fitsSelfWord(agency: AgencyName, word: string): boolean {
  if (word === '') return true;
  if (agency.township) return word === '处' || word === '办' || agency.township.endsWith(word);
  if (/^(?:镇|乡|街道|苏木)$/.test(word)) return false;
  const organ = agency.organ?.name ?? agency.printed;
  const ending = endings[word] ?? /./;
  return agency.national !== null || ending.test(organ) || ending.test(organ + agency.unit);
}
