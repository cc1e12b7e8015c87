import { nationalOrgans } from '../../../schemas/national-organs.ts';
import { verticalHeads } from '../../../schemas/vertical-heads.ts';
import { groupBy } from '../../group-by.ts';
import { chainsOf, placeAt, stemsOf } from '../place/chain.ts';
import { type Organ, organOfKind, readOrgan, splitUnit } from './organ.ts';
import { type AgencyName, blankName, readByStem, readInBrackets, readPlaced, stemDivisions } from './placed-name.ts';
import { readTownship } from './township-name.ts';

export type { AgencyName } from './placed-name.ts';

let nationals: ReadonlyMap<string, string> | undefined;
/** Slugs of the national organs by their names. */
function nationalSlugs(): ReadonlyMap<string, string> {
  nationals ??= new Map(nationalOrgans.flatMap(({ slug, names }) => names.map((one) => [one, slug] as const)));
  return nationals;
}
const nationalSlug = (name: string) => nationalSlugs().get(name.replace(/^中华人民共和国/, ''));

const systems = ['中华人民共和国', '海关系统', '税务系统'];
let nationalStarts: ReadonlyMap<string, readonly string[]> | undefined;

/** The longest name of a national organ, or of a system it leads (海关系统), that starts at a place of a text; else empty. */
function nationalNameAt(text: string, at: number): string {
  nationalStarts ??= groupBy([...nationalSlugs().keys(), ...systems], (name) => name.slice(0, 2));
  const names = nationalStarts.get(text.slice(at, at + 2))?.filter((name) => text.startsWith(name, at)) ?? [];
  return names.reduce((longest, name) => (name.length > longest.length ? name : longest), '');
}

/** Whether the name of a national organ, or of a system it leads, starts at a place of a text. */
export const nationalAt = (text: string, at: number): boolean => nationalNameAt(text, at) !== '';

/** A mere word for what it is: 学院, 公司. */
const namesNobody = /^(?:人民政府|大学|学院|学校|中学|小学|幼儿园|医院|公司|集团)$/;

/** 市交通运输局, 应急管理局, 前进街道办事处: the place is not named, or only by its township. */
function readUnplaced(text: string): AgencyName | null {
  const base = blankName(text);
  const township = readTownship(text);
  if (township && township.township.length > 2) return { ...base, ...township };
  const organ = readOrgan(text);
  if (organ && !namesNobody.test(organ.name)) return { ...base, normal: organ.name, organ };
  const leveled = /^(自治[区州县旗]|[省市县区旗州盟])(.{2,})$/.exec(text);
  if (!leveled?.[1] || !leveled[2]) return null;
  const [, level, rest] = leveled;
  const whole = readOrgan(rest);
  const split = whole ? { organ: whole, unit: '' } : splitUnit(rest);
  return split && { ...base, ...split, normal: level + split.organ.name + split.unit, level };
}

/** A local organ of a vertical system: the head's name gives the kind, place and ending follow. */
function readVertical(text: string): AgencyName | null {
  const head = verticalHeads.find(({ name }) => text.startsWith(name) && text.length > name.length + 2);
  if (!head) return null;
  const local = text.slice(head.name.length);
  const read = readPlaced(local) ?? readByStem(local);
  const named = { printed: text, normal: text, asPrinted: true };
  if (read?.organ && head.kind === undefined) return { ...read, printed: text };
  if (read?.organ) return { ...read, ...named, organ: organOfKind(read.organ, head.kind) };
  const chain = chainsOf(local).find(({ stem }) => !stem) ?? stemsOf(local);
  const ending = chain ? /^(?:监管局|监管分局|分行|中心支行|支行|分局|监管办公室|监管办|专员办)$/.exec(local.slice(chain.end)) : null;
  if (!chain || !ending || !head.kind) return null;
  const organ: Organ = { name: ending[0], kind: head.kind, several: false };
  const divisions = chain.stem ? stemDivisions(chain.divisions, organ) : chain.divisions;
  return { ...blankName(text), ...named, divisions, organ, stem: chain.stem };
}

/** Endings of the local organs of a central one whose organs bear its whole name. */
const localEnding = /^(?:(?:监管|监察|安全监察)?局|分局|中心支局|(?:财政监察)?(?:专员办事处|专员办))$/;

/** 国家矿山安全监察局湖南局: the organ that a central one of no listed system has in a province, or in a city of its own plan. */
function readLocal(text: string): AgencyName | null {
  const head = nationalNameAt(text, 0);
  const local = text.slice(head.length).replace(/^驻/, '');
  const chain = head === '' || local === '' ? null : (chainsOf(local).find(({ stem }) => !stem) ?? stemsOf(local));
  const ending = chain ? localEnding.exec(local.slice(chain.end))?.[0] : undefined;
  if (!chain || ending === undefined) return null;
  const provinces = chain.divisions.filter(({ level }) => level === 'province');
  const organ: Organ = { name: ending, kind: 'other-organ', several: true };
  const divisions = provinces.length ? provinces : stemDivisions(chain.divisions, organ);
  return { ...blankName(text), asPrinted: true, divisions, organ };
}

/** 气象部门, 海关系统 and 厦门海关关区: the organ that leads it. */
function readSystem(text: string): AgencyName | null {
  const nation = /^全国(.{2,4}?)(?:系统)?$/.exec(text)?.[1];
  const head = nation === undefined ? undefined : nationalSlug(`${nation}总署`);
  if (head) return { ...blankName(text), national: head, system: true };
  const customs = text.endsWith('海关关区') ? readAgencyName(text.slice(0, -2)) : null;
  if (customs) return { ...customs, printed: text, system: true };
  if (!/(?:系统|部门)$/.test(text)) return null;
  const plain = text.slice(0, -2);
  const slug = nationalSlug(`${plain}总署`) ?? nationalSlug(`${plain}总局`);
  if (slug) return { ...blankName(text), national: slug, system: true };
  const whole = readAgencyName(/[局厅]$/.test(plain) ? plain : `${plain}局`);
  return whole ? { ...whole, printed: text, system: true } : null;
}

/** 欢迎来到某某医院, 来源:某某医院, 某某局官方网站分局 (where a brand stands for a place): no name of an organ. */
const noName = /^欢迎|:|官方网站./;

/**
 * Take an agency's name apart: national organ, divisions, township or zone, organ, unit. `text` is Simplified, half-width,
 * without blanks. Null where any part of it is not understood, so that a spam word in place of a name gives no id.
 */
export function readAgencyName(text: string): AgencyName | null {
  if (noName.test(text)) return null;
  if (text.startsWith('中共') && placeAt(text, 2)) return readAgencyName(text.slice(2));
  const slug = nationalSlug(text);
  if (slug) return { ...blankName(text), national: slug };
  if (text.includes('(')) return readInBrackets(text) ?? readAgencyName(text.replace(/\([^)]*\)?/g, ''));
  return readSystem(text) ?? readVertical(text) ?? readLocal(text) ?? readPlaced(text) ?? readByStem(text) ?? readUnplaced(text);
}
