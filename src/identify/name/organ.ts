import { agencyKinds, type KindCode } from '../../../schemas/agency-kinds.ts';
import { organEndings, plainOrganWords, shortOrganNames, soleEndings } from '../../../schemas/organ-words.ts';

/** The part of an agency's name that follows its division. */
export interface Organ {
  /** Full and normalised: 人社局 → 人力资源和社会保障局. */
  readonly name: string;
  readonly kind: KindCode;
  /** Several such organs may stand in one division: the id needs the name's hash (contract 1). */
  readonly several: boolean;
}

/** Kinds of which a division has many by nature (domain 4.2). */
const severalByNature: ReadonlySet<string> = new Set([
  'development-zone',
  'school',
  'hospital',
  'utility',
  'customs',
  'inspection-quarantine',
  'other-organ',
]);

interface Lexicon {
  readonly kindOfName: ReadonlyMap<string, KindCode>;
  readonly kindOfWord: ReadonlyMap<string, KindCode | null>;
}

let built: Lexicon | undefined;
function lexicon(): Lexicon {
  if (built) return built;
  const kindOfName = new Map<string, KindCode>();
  const kindOfWord = new Map<string, KindCode | null>(plainOrganWords.map((word) => [word, null]));
  for (const { code, names, words = [] } of agencyKinds) {
    // Townships are named, not described: what stands before 街道办事处 is a name, never a function.
    if (code === 'township-government' || code === 'subdistrict-office') continue;
    for (const name of names) kindOfName.set(name, code);
    for (const word of words) kindOfWord.set(word, code);
  }
  built = { kindOfName, kindOfWord };
  return built;
}

/** Write an organ's short name out in full: 人社局 → 人力资源和社会保障局, 度假区管委会 → 度假区管理委员会. */
function writtenOut(name: string): string {
  return shortOrganNames[name] ?? name.replace(/管委会$/, '管理委员会').replace(/街(?:道)?办$/, '街道办事处');
}

/** A word of an organ's name and the kind it tells by itself, if any. */
interface Word {
  readonly text: string;
  readonly kind: KindCode | null;
}

/** The words a stem is made of, each as long as possible; null where a part is no known word. */
function wordsOf(stem: string): readonly Word[] | null {
  const { kindOfWord } = lexicon();
  const broken: boolean[] = [];
  const walk = (at: number): Word[] | null => {
    if (at === stem.length) return [];
    if (broken[at]) return null;
    for (let length = Math.min(12, stem.length - at); length >= 1; length--) {
      const text = stem.slice(at, at + length);
      const kind = kindOfWord.get(text);
      if (kind === undefined) continue;
      const rest = walk(at + length);
      if (rest) return [{ text, kind }, ...rest];
    }
    broken[at] = true;
    return null;
  };
  return walk(0);
}

const institutions: readonly (readonly [RegExp, KindCode])[] = [
  [/(大学|学院|中学|小学|学校|幼儿园|党校|职业中专|[一二三四五六七八九十\d]中)$/, 'school'],
  [/(医院|卫生院|保健院|卫生服务中心)$/, 'hospital'],
  [/(公司|集团|自来水厂|污水处理厂)$/, 'utility'],
  [/(农场|林场|牧场|渔场|茶场|园艺场|良种场|原种场|种畜场)$/, 'other-organ'],
];

/** What the functions of an organ together say where the first alone would mislead. */
function together(stem: string): KindCode | null {
  if (/文.*旅|旅.*文/.test(stem)) return 'culture-tourism';
  if (/卫生.*(计划生育|计生)/.test(stem)) return 'health-family-planning';
  if (/卫生.*健康/.test(stem)) return 'health';
  if (/自然资源/.test(stem)) return 'natural-resources';
  if (/^(规划.*国土|国土.*规划)/.test(stem)) return 'land-resources';
  return null;
}

/** Functions that another word makes a different one: 重点工程 + 建设 is no housing bureau. */
const anyFunction = /^(?:建设|规划|教育|数据|金融|卫生|通信)$/;
const joins = /^(?:和|与|及|、)$/;
/** What makes a part of a function an organ of its own: 交通运输 + 综合执法, 卫生 + 监督, 水利 + 工程. */
const narrows = /^(?:工程|产业化|市场|质量|稽查|监察|监督|执法|综合执法|综合行政执法|建设管理)$/;

/** Kind of the first function; null where the words beside it make it another, or none. */
function firstFunction(words: readonly Word[]): KindCode | null {
  const at = words.findIndex(({ kind }) => kind !== null);
  const word = words[at];
  if (!word) return null;
  const before = words[at - 1];
  const modified = before !== undefined && !joins.test(before.text) && anyFunction.test(word.text);
  return modified || narrows.test(words[at + 1]?.text ?? '') ? null : word.kind;
}

/** Kind by the words before an ending; a kind of its own is preferred to none. */
function byWords(name: string): KindCode | null {
  let found: KindCode | null = null;
  for (const ending of organEndings) {
    if (!name.endsWith(ending) || name.length === ending.length) continue;
    const stem = name.slice(0, -ending.length);
    const words = wordsOf(stem);
    if (!words || (stem.length < 2 && words.every(({ kind }) => kind === null))) continue;
    const kind = soleEndings.has(ending) ? (together(stem) ?? firstFunction(words)) : null;
    if (kind) return kind;
    found = 'other-organ';
  }
  return found;
}

/** 人民政府外事办公室, 行署教育局: an organ of the government that is one of its own. */
function ofGovernment(name: string): Organ | null {
  const inner = /^(?:(?:人民)?政府|行政公署|行署)(.{2,})$/.exec(name)?.[1];
  const organ = inner ? readOrgan(inner) : null;
  return organ && !organ.kind.startsWith('government') ? { ...organ, name } : null;
}

/** 委网信办 behind the name of a place: an organ of the party's committee there; 委县政府信访局 is that of both. */
function ofParty(name: string): Organ | null {
  const ofBoth = /^委[、和]?[省市县区州盟旗]?(?:人民)?政府(.{2,})$/.exec(name)?.[1];
  if (ofBoth) return readOrgan(ofBoth);
  const inner = /^委(.{2,})$/.exec(name)?.[1];
  const organ = inner ? readOrgan(inner) : null;
  return organ ? { name: `委${organ.name}`, kind: 'other-organ', several: true } : null;
}

/** Read an organ's name without its division. Null where it is not understood; nothing is guessed. */
export function readOrgan(text: string): Organ | null {
  const name = writtenOut(text);
  // 卫生健康委员会办公室 is an office of a listed commission; 机构编制委员会办公室 is an organ of its own.
  if (name.endsWith('委员会办公室') && lexicon().kindOfName.has(name.slice(0, -'办公室'.length))) return null;
  const known = lexicon().kindOfName.get(name) ?? byWords(name);
  if (known) return { name, kind: known, several: severalByNature.has(known) };
  for (const [pattern, kind] of institutions) if (name.length > 2 && pattern.test(name)) return { name, kind, several: true };
  return ofGovernment(name) ?? ofParty(name);
}

/** The same organ under the kind its vertical system gives it. */
export function organOfKind(organ: Organ, kind: KindCode | undefined): Organ {
  return kind === undefined ? organ : { ...organ, kind, several: severalByNature.has(kind) };
}

const unitEnding = /(分局|支队|大队|中队|总队|支局|派出所|税务所|监管所|监测站|管理局|中心|管理处|办公室|党政办|综合办|所|站|科|股|处|室)$/;

/** Split a unit off the organ it belongs to: 公安局 + 交警支队第三大队. Null where the name has no unit. */
export function splitUnit(text: string): { organ: Organ; unit: string } | null {
  if (!unitEnding.test(text)) return null;
  for (let end = text.length - 1; end >= 2; end--) {
    if (!/[局厅委会府处心]/.test(text.charAt(end - 1))) continue;
    const organ = readOrgan(text.slice(0, end));
    // What follows a government is no unit of it but an organ that was not understood, unless two report together.
    if (organ?.kind === 'government' && !/^[及和与、暨]/.test(text.slice(end))) return null;
    if (organ) return { organ, unit: text.slice(end) };
  }
  return null;
}
