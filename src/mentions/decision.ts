import { frameOf, type Memory, resolveCode } from './code.ts';
import { isFormer, isNotThisYears, isOfAllYears, isOfTheYear, isSumOfYears } from './period.ts';
import { rulesFor, wordsBefore } from './phrasing.ts';
import { meant, type Place } from './place.ts';
import { isAnothers, isOwnPart, namesOwn, type Whose } from './scope.ts';
import { allHold, type Frame } from './state.ts';
import { Around, type Reading } from './surroundings.ts';
import type { Wholes } from './wholes.ts';

/** What a number counts; no codes where its words count something without one. */
export interface Decision {
  readonly codes: readonly string[];
  readonly frame: Frame;
}

/** What is known before a number is read. */
export interface Known {
  readonly whose: Whose;
  readonly memory: Memory;
  readonly frame: Frame | null;
  readonly wholes: Wholes;
}

/** Characters of the clause before that are looked back over. */
const longestBefore = 60;

/** What a number counts: by the first phrasing that fits, else by the words of the clause before. Null where nothing is said. */
export const decide = (reading: Reading, place: Place, known: Known): Decision | null =>
  decideByWhole(place, known) ??
  decideByWords(new Around(reading, place, known.frame), place, known) ??
  decideWithClauseBefore(reading, place, known);

/** 125项权责清单、127项: what stands between two numbers of one counter follows the first. */
function isOfPrevious({ clause, number }: Place, left: string): boolean {
  if (!/#[^#,;]{1,16}、$/.test(left)) return false;
  const before = clause.numbers.findLast(({ end }) => end <= number.start);
  return before !== undefined && before.unit === number.unit;
}

function decideByWords(around: Around, place: Place, known: Known): Decision | null {
  const words = wordsBefore(around.clause);
  const ofPrevious = isOfPrevious(place, around.clause);
  const text = `${words}#${around.behind}`;
  for (const rule of rulesFor(place.number.unit, words.at(-1) ?? '', around.behind[0] ?? '')) {
    if ((ofPrevious && rule.looksBack) || !rule.fits(text, words.length) || rule.isOther(around.clause) || !allHold(rule.needs, around))
      continue;
    if (rule.codes.length === 0) return { codes: [], frame: rule.frame ?? 'other' };
    const codes = meant(rule.codes, place)
      .map((code) => resolveCode(code, around, known.memory))
      .filter((code) => code !== null);
    const [first] = codes;
    if (first === undefined && rule.codes.length > 1) return { codes, frame: frameOf(rule.codes[0] ?? '', known.frame) };
    if (first !== undefined) return ofThisReport(codes, first, around, known);
  }
  return null;
}

/** What is counted at a day, not over a year. */
const stock = /^(?:followers|staff|duties)\.|\.in_force$|^services\.(?:online_)?items$/;

/** 全系统收到26件。其中,予以公开12件: a sentence that goes on with what was told of others, unless it names the organ itself. */
const isPartOfOthers = ({ sentence }: Around, { ofOthers }: Wholes): boolean =>
  ofOthers.length > 0 && sentence.startsWith('其中') && !namesOwn(sentence);

/** Own numbers of the year; those of others, of other periods are no mentions. */
function ofThisReport(codes: readonly string[], first: string, around: Around, { whose, frame, wholes }: Known): Decision {
  if (isAnothers(around, around.behind, whose) || isPartOfOthers(around, wholes)) {
    wholes.ofOthers = codes;
    return { codes: [], frame: 'other' };
  }
  const { onwards } = around;
  const isOther = isNotThisYears(around, whose, first.includes('.carried_')) || isFormer(onwards);
  const isYears =
    !isOther && (stock.test(first) || !(isOfAllYears(onwards, whose, around.clause.includes('累计')) || isSumOfYears(around)));
  wholes.ofAllYears = isYears ? [] : codes;
  return isYears ? { codes, frame: frameOf(first, frame) } : { codes: [], frame: 'other' };
}

/** 累计发布12345条,其中2021年890条: the second number counts what the first does, in the year; or of the organ itself: 其中我局12件. */
function decideByWhole({ left }: Place, { whose, frame, wholes }: Known): Decision | null {
  const codes = isOfTheYear(left, whose) ? wholes.ofAllYears : isOwnPart(left) ? wholes.ofOthers : [];
  const [first] = codes;
  if (first === undefined) return null;
  wholes.ofAllYears = [];
  wholes.ofOthers = [];
  return { codes, frame: frameOf(first, frame) };
}

/** 收到政府信息公开申请,共计12件: the words stand in the clause before. */
function decideWithClauseBefore(reading: Reading, place: Place, known: Known): Decision | null {
  if (place.index === 0 || wordsBefore(place.left) !== '') return null;
  const before = reading.clauses.slice(Math.max(0, place.index - 4), place.index).findLast(({ depth }) => depth === place.clause.depth);
  if (!before || before.numbers.length > 0) return null;
  return decideByWords(new Around(reading, place, known.frame, before.words.text.slice(-longestBefore)), place, known);
}
