import { chainsOf, placeAt, stemsOf } from '../place/chain.ts';
import { contradicts } from '../place/contradiction.ts';
import { type AgencyName, nationalAt, readAgencyName } from './agency-name.ts';

/** Longest name of an agency with its divisions and units. */
const longestAgency = 50;

/** Whether an agency's name may begin here: with a division in full, or with a national organ. */
const beginsAt = (text: string, at: number) => nationalAt(text, at) || placeAt(text, at);

const chinese = /[\u4e00-\u9fff]+$/;

/**
 * Whether what stands before a name may be part of it: 示 before 范县, 老 before 东城区. One character, or any before a
 * division of two, makes another name; of more (a spam word, a site's name) the division tells itself apart.
 */
function mayBelong(text: string, at: number): boolean {
  const before = chinese.exec(text.slice(0, at))?.[0] ?? '';
  if (before === '' || /[的于区市县省州局网站]$/.test(before)) return false;
  return before.length === 1 || (chainsOf(text.slice(at, at + 12))[0]?.end ?? 0) <= 2;
}

/**
 * The agency a text ends with: the whole of it, else from the first place where a division's full name or a national
 * organ begins. Null where none is understood.
 */
export function agencyAtEnd(text: string): AgencyName | null {
  const whole = text.length <= longestAgency ? readAgencyName(text) : null;
  if (whole) return whole;
  for (let at = Math.max(1, text.length - longestAgency); at < text.length - 1; at++) {
    const name = beginsAt(text, at) && !mayBelong(text, at) ? readAgencyName(text.slice(at)) : null;
    // 浙江省厦门市司法局 is no organ of 厦门市: which of the two is wrong the text does not say.
    if (name) return contradicts(text.slice(0, at), name.divisions) ? null : (firstOfTwo(text.slice(0, at), name) ?? name);
  }
  return null;
}

/** 某县发展和改革局、 before 某县粮食局: two organs of one place report together; the first stands for both. */
function firstOfTwo(before: string, { divisions }: AgencyName): AgencyName | null {
  const first = /[、和与及暨]$/.test(before) ? readAgencyName(before.slice(0, -1)) : null;
  return first && !first.placeOnly && first.divisions.some((one) => divisions.includes(one)) ? first : null;
}

const stop = /[,。;:!?、《》〔〕〈〉"“”‘’…|<>()[\]\d\n]/;
/** 高新区沟赵办事处, 西咸新区沣西新城 are not their zone: what goes on names a part of it. */
const partOfZone = /^[\u4e00-\u9fff]{2,4}(?:街道|办事处|镇|乡|新城|园区|片区)/;
/** 生态环境部西北督察局, 审计署驻某地特派员办事处: regions in which a central organ keeps another one. */
const regional = /^(?:驻|[华东西南北中][华东西南北中原]|[东南北]海|长江|黄河|淮河|海河|珠江|松辽|太湖|[\u4e00-\u9fff]{2}(?:总部|分署))/;
const localOrgan = /^[\u4e00-\u9fff]{2,14}?(?:局|办|处|委员会|分行|支行|总部|分署|中心|学院|大学)/;

/** Whether a name that ends before a text goes on to that of a local organ: the central one is not meant then. */
const goesOnLocally = (after: string): boolean => localOrgan.test(after) && (regional.test(after) || stemsOf(after) !== null);

const lastCharacter = /[局厅委会府处部院署队关社学司心镇乡木道区统门办室]/;

/** The longest name of an agency a text starts with, and its length. */
export function agencyAtStart(text: string): { readonly agency: AgencyName; readonly length: number } | null {
  const cut = text.slice(0, longestAgency);
  const limit = cut.search(stop);
  const span = limit < 0 ? cut : cut.slice(0, limit);
  for (let length = span.length; length >= 3; length--) {
    if (!lastCharacter.test(span.charAt(length - 1))) continue;
    // 教育部门 is no ministry, nor 组织部署 a department: a name does not end within a word.
    if (/^[门署]|^分局|^办公|^公[室厅]/.test(text.slice(length))) continue;
    const agency = readAgencyName(span.slice(0, length));
    if (!agency) continue;
    const after = text.slice(length);
    const isPartOfMore = (agency.zone !== '' && partOfZone.test(after)) || (agency.national !== null && goesOnLocally(after));
    return isPartOfMore ? null : { agency, length };
  }
  return null;
}

/** Words after which a name begins in running text. */
const leadsIn = /[由在和对为及与向将按据以从到至是经请让被给把全我本该各区市县省州的于、]/;
const enlarges = /[新老小大上下东西南北中示模]/;

/** In running text: 范县 in 示范县 begins no name, nor does 东城区 in 老东城区. */
function continuesName(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (!chinese.test(before) || leadsIn.test(before)) return false;
  return enlarges.test(before) || (chainsOf(text.slice(at, at + 12))[0]?.end ?? 0) <= 2;
}

/** An agency named in running text, and where. */
export interface Named {
  readonly agency: AgencyName;
  readonly at: number;
  readonly end: number;
}

/** Every agency named with its place, or of the centre, in a text, from left to right. */
export function agenciesIn(text: string): readonly Named[] {
  const found: Named[] = [];
  for (let at = 0; at < text.length - 2; at++) {
    if (!beginsAt(text, at) || (!nationalAt(text, at) && continuesName(text, at))) continue;
    const named = agencyAtStart(text.slice(at, at + longestAgency + 2));
    if (!named || named.agency.placeOnly || named.agency.stem) continue;
    if (!contradicts(text.slice(0, at), named.agency.divisions)) found.push({ agency: named.agency, at, end: at + named.length });
    at += named.length - 1;
  }
  return found;
}
