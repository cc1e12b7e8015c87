import { matches } from '../matches.ts';
import { chineseNumeral, holdsNumeral, numeralCharacters } from './numeral.ts';

/** A number printed in prose, with its counter. Positions are those of the clause. */
export interface PrintedNumber {
  readonly start: number;
  /** Behind the counter. */
  readonly end: number;
  readonly value: number;
  /** The counter as it stands in the folded text, without 万 or 亿; null where none is printed. */
  readonly unit: string | null;
  /** Where the counter begins, to read it in the page's own script. */
  readonly unitStart: number;
  readonly approximate: boolean;
  /** Decimals as printed, of a percentage. */
  readonly decimals: number;
}

const units =
  '人次|件次|条次|篇次|家次|场次|期次|班次|元|件|宗|条|篇|份|个|项|期|次|场|起|例|封|名|人|位|则|幅|部|集|笔|册|班|轮|单|户|批|家|帖|张|届|讲|%';
const arabic = '\\d+(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
// 12万+ is 12万 and more; 1+3 is a name.
const more = '([余多几]|\\+(?![\\dA-Za-z]))?';
const scaled = `${more}([万亿千百])?${more}`;
// A Chinese numeral is tried from its first character only: a long run of them would be read from each.
// Groups: digits some scale more unit | share | han some scale unit | a zero without one. Numbered, for named ones cost an object each.
const inDigits = `(${arabic})${scaled}(${units})?`;
const inDigitsOnly = new RegExp(inDigits, 'g');
const pattern = new RegExp(
  `${inDigits}|百分之(${arabic}|[${numeralCharacters}]+)|(?<![${numeralCharacters}])([${numeralCharacters}]+)([余多几])?([万亿])?(${units})|(?<=为)(零)(?![\\u4e00-\\u9fff])`,
  'g',
);

/** Characters of the longest number that counts something; more digits are no count, and no double holds them. */
const longestNumber = 20;

const scales: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** Characters before a number that make it an ordinal, a document number, part of a name. */
const namedBefore = /(?:无|没有|未(?:发生|出现|收到)?|第|〔|\[|【|连续|前|排名|No\.?|[A-Za-z.\-/×xX])$/;
/** Without a counter only what is said to be an amount counts (点击量达1.8亿); 12345, dates and versions do not. */
const saysAmount = /(?:数|量|率|为|达到?|高达|共计|总计|合计|计|[^\d]:|突破|超过?|逾|近|约|费|金额|[增升长加大][至到])$/;
/** 粉丝12万: with 万 or 亿 behind it, a number of those who read is one without 数. */
const ofReaders = /(?:粉丝|访问|浏览|阅读|点击|播放|关注|用户)$/;
/** 粉丝分别达6.2万和3.1万 */
const second = /\d[万亿][、和及与]$/;
const standsAlone = (before: string, after: string, isScaled: boolean): boolean =>
  /^(?:左右|上下|以上)?(?:$|[、和及与,])/.test(after) &&
  (saysAmount.test(before.slice(-6)) || (isScaled && (ofReaders.test(before) || second.test(before))));
/** What follows a counter and makes it another word: 部门, 期限, 个工作日, 一次性, 一件事. */
const otherWord: Readonly<Record<string, RegExp>> = {
  个: /^(?:多?(?:工作日|自然日|月|小时|星期|工作人|日|环节|部门|单位|县|区|乡|镇|街道|村|社区|处|科室|方面|层面|百分点|字|平台|专栏|栏目|账号|站点|窗口|(?:政务|政府|官方)?(?:新媒体|公众号|视频号|微博号?|抖音号?|网站)))/,
  部: /^门/,
  期: /^[间限末]/,
  名: /^[单称录次]/,
  位: /^[于置]/,
  条: /^[款件例]/,
  场: /^所/,
  项: /^[目]/,
  次: /^[性日年数办]/,
  件: /^事(?!项)/,
  人: /^[民才员]/,
  家: /^[庭长]/,
};
const vague = /(?:^|[^最附邻临亲])近$|(?:约|逾|超过?|突破|接近)$/;
/** 上百, 上千: no fewer than. */
const upwards = /^[百千万]/;
/** 几十, 数百, 成千: some tens, no number; but 总数十二件. */
const someOf = /(?:几|成|(?:^|[^总件次人条户篇])数)$/;
const wholePower = /^[十百千万亿]/;

function amount(text: string, word: string | undefined): number | null {
  if (text.length > longestNumber) return null;
  const first = text.charCodeAt(0);
  const value = first >= 48 && first <= 57 ? Number(text.includes(',') ? text.replaceAll(',', '') : text) : chineseNumeral(text);
  if (value === null || word === undefined) return value;
  return Number((value * (scales[word] ?? 1)).toPrecision(15)); // 18.6万 is 186000, not 186000.00000000003
}

function read(text: string, found: RegExpExecArray): PrintedNumber | null {
  const [, digits, some, scale, more, unit, share, han, hanSome, hanScale, hanUnit, zero] = found;
  const start = found.index;
  const end = start + found[0].length;
  const value = amount(share ?? digits ?? han ?? zero ?? '', scale ?? hanScale);
  const counter = share === undefined ? (unit ?? hanUnit ?? null) : '%';
  const after = text.slice(end, end + 8);
  if (value === null || namedBefore.test(text.slice(Math.max(0, start - 4), start))) return null;
  if (counter === null ? !standsAlone(text.slice(0, start), after, scale !== undefined) : otherWord[counter]?.test(after)) return null;
  const before = text.slice(Math.max(0, start - 3), start);
  if (wholePower.test(found[0]) && someOf.test(before)) return null;
  const near =
    vague.test(before) || (before.endsWith('上') && upwards.test(found[0])) || /^(?:余|多(?!种|个|次)|左右|上下|以上)/.test(after);
  const decimals = /\.(\d+)/.exec(share ?? digits ?? '')?.[1]?.length ?? 0;
  const unitStart = share === undefined ? end - (counter?.length ?? 0) : end;
  return { start, end, value, unit: counter, unitStart, decimals, approximate: near || Boolean(some ?? more ?? hanSome) };
}

const hasQuotes = /[“「『"]/;

/** Spans of “…” and 「…」: numbers inside are names (“双百”, “12345”). */
function quoted(text: string): readonly (readonly [number, number])[] {
  if (!hasQuotes.test(text)) return [];
  return [...text.matchAll(/[“「『"][^”」』"]{0,40}[”」』"]/g)].map((found) => [found.index, found.index + found[0].length]);
}

/**
 * The numbers of a clause in print order: 7.2万余件 is 72000, 件, approximate. Dates, ordinals, document numbers, durations and
 * names are left out (mentions.md, rule 3); so are Chinese numerals without a counter.
 */
export function findNumbers(text: string): PrintedNumber[] {
  const names = quoted(text);
  const numbers: PrintedNumber[] = [];
  let name = 0;
  const printed = holdsNumeral(text) ? pattern : inDigitsOnly;
  for (const found of matches(text, printed)) {
    const at = found.index;
    while ((names[name]?.[1] ?? at + 1) <= at) name++;
    if ((names[name]?.[0] ?? at) < at) continue;
    const number = read(text, found);
    if (number) numbers.push(number);
  }
  return numbers;
}

const counted = new RegExp(`百分之|为零|[${numeralCharacters}][余多几]?[万亿]?(?:${units})`);
const digit = /\d/;

/** Can a text hold a number at all? */
export const mayHoldNumber = (text: string): boolean => digit.test(text) || (holdsNumeral(text) && counted.test(text));
