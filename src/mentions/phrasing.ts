import { fragments, type Need, type Phrasing, phrasings } from '../../schemas/phrasings.ts';

/** A phrasing ready to be tried at a number. */
export interface Rule {
  readonly codes: readonly string[];
  readonly needs: readonly Need[];
  readonly frame: string | null;
  /** Must match at the number's place in `words before + # + words behind`. */
  readonly words: RegExp;
  readonly unless: RegExp | null;
}

const expand = (source: string): string => {
  let text = source;
  for (let round = 0; round < 3; round++) text = text.replace(/\{([a-zA-Z]+)\}/g, (all, name: string) => named.get(name) ?? all);
  return text;
};
const named: ReadonlyMap<string, string> = new Map(Object.entries(fragments));

/** Looking back from the number fails at the first wrong character, so that a long clause costs no more than a short one. */
function compile({ code, before, after, needs, unless, frame }: Phrasing): Rule {
  const source = `${before === undefined ? '' : `(?<=${expand(before)})`}#${after === undefined ? '' : `(?:${expand(after)})`}`;
  return {
    codes: code === null ? [] : typeof code === 'string' ? [code] : code,
    needs: needs ?? [],
    frame: frame ?? null,
    words: new RegExp(source, 'y'),
    unless: unless === undefined ? null : new RegExp(expand(unless)),
  };
}

const counters = (units: string): readonly string[] => (units.includes('|') ? units.split('|') : units === '人次' ? [units] : [...units]);

const all = phrasings.map((phrasing) => ({ rule: compile(phrasing), units: phrasing.units === undefined ? null : counters(phrasing.units) }));
const byUnit = new Map<string, readonly Rule[]>();

/** The rules that fit a counter, in order; all of them where none is printed. */
export function rulesFor(unit: string | null): readonly Rule[] {
  const key = unit ?? '';
  const known = byUnit.get(key);
  if (known) return known;
  const rules = all.filter(({ units }) => unit === null || units === null || units.includes(unit)).map(({ rule }) => rule);
  byUnit.set(key, rules);
  return rules;
}

/** Words between what is counted and its number: 总数, 共, 达, 分别为. */
const fillers =
  /(?:总?数量?|总?量|件数|共计|总计|合计|累计|全年|本年度?|已经|已|共有|共|分别|均|各|近|约|大约|将近|逾|超过|超|突破|接近|达到了?|高达|多达|达|为|有|计|是|的|了|:|、|其中|另有|另|还|仅|只|左右|首次|全部|零|“|”|都|上(?=$))+$/;

/** Words before a number without the fillers at their end, no more than decide what it counts. */
export const wordsBefore = (text: string): string => {
  const near = text.slice(-60);
  return near.replace(fillers, '');
};

/** Does a number without a counter say that it counts the words before it? 点击量达1.8亿 does, 12345 does not. */
export const saysAmount = (text: string): boolean => /(?:数|量|率|为|达到?|高达|共计|总计|合计|计|:|突破|超过?|近|约|费|金额)$/.test(text.slice(-6));
