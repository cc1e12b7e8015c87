import { nationalOrgans } from '../../schemas/national-organs.ts';
import { provincialStemKinds, stemKinds, verticalHeads } from '../../schemas/vertical-heads.ts';
import { type Chain, chainsOf, stemsOf } from './chain.ts';
import type { Division } from './divisions.ts';
import { type Organ, organOfKind, readOrgan, splitUnit } from './organ.ts';
import { readZone } from './zone.ts';

/** An agency's name taken apart. */
export interface AgencyName {
  /** As given, folded and without blanks. */
  readonly printed: string;
  /** Divisions its place may mean; empty where none is named. */
  readonly divisions: readonly Division[];
  /** The place is named by its stem alone (厦门海关, 番禺经济技术开发区). */
  readonly stem: boolean;
  /** Only a division is named: its government in a title, a mere place in running text. */
  readonly placeOnly: boolean;
  /** What follows the divisions; null for a township. */
  readonly organ: Organ | null;
  /** Unit of the organ: 交警支队第三大队. */
  readonly unit: string;
  /** Development zone the organ belongs to, or the zone itself. */
  readonly zone: string;
  /** Township, town or subdistrict, as named: 大溪沟街道. */
  readonly township: string;
  /** 市 in 市交通运输局: the level of a place that is not named. */
  readonly level: string;
  /** Slug of a national organ. */
  readonly national: string | null;
  /** It speaks for a whole system: 气象部门, 海关系统. */
  readonly system: boolean;
  /** Its full name is the printed one: a branch, or an organ named by a stem. */
  readonly asPrinted: boolean;
}

const blank = {
  divisions: [],
  stem: false,
  placeOnly: false,
  organ: null,
  unit: '',
  zone: '',
  township: '',
  level: '',
  national: null,
  system: false,
  asPrinted: false,
};

let nationals: ReadonlyMap<string, string> | undefined;
/** Slugs of the national organs by their names. */
function nationalSlugs(): ReadonlyMap<string, string> {
  nationals ??= new Map(nationalOrgans.flatMap(({ slug, names }) => names.map((one) => [one, slug] as const)));
  return nationals;
}
const nationalSlug = (name: string) => nationalSlugs().get(name.replace(/^中华人民共和国/, ''));

const systems = ['中华人民共和国', '海关系统', '税务系统'];
let nationalStarts: ReadonlyMap<string, readonly string[]> | undefined;

/** Whether the name of a national organ, or of a system it leads (海关系统), starts at a place of a text. */
export function nationalAt(text: string, at: number): boolean {
  if (!nationalStarts) {
    const starts = new Map<string, string[]>();
    for (const name of [...nationalSlugs().keys(), ...systems])
      starts.set(name.slice(0, 2), [...(starts.get(name.slice(0, 2)) ?? []), name]);
    nationalStarts = starts;
  }
  return nationalStarts.get(text.slice(at, at + 2))?.some((name) => text.startsWith(name, at)) ?? false;
}

const townshipPattern =
  /^(\p{Script=Han}{1,14}(?:街道|镇|乡|苏木|地区))(?:人民政府|政府|街道办事处|办事处|办)?((?:党政)?(?:综合)?办公室|(?:便民|综合)服务中心)?$/u;

function readTownship(text: string): { township: string; unit: string } | null {
  const match = townshipPattern.exec(text.replace(/^人民政府(?=.{2,}(?:街道|镇|乡|苏木))/, ''));
  return match?.[1] && match[1].length > 1 ? { township: match[1], unit: match[2] ?? '' } : null;
}

/** 望城分局 of 长沙市公安局, 望城生态环境分局 of 长沙市: the organ of the district it bears the name of. */
function readBranch(printed: string, chain: Chain, rest: string): AgencyName | null {
  const base = { ...blank, printed, asPrinted: true };
  const direct = /^(.{2,})分局$/.exec(rest);
  const whole = direct ? readOrgan(`${direct[1]}局`) : null;
  if (whole && chain.nested) return { ...base, divisions: chain.divisions, organ: branchOrgan(whole) };
  const split = chain.stem ? null : splitUnit(rest);
  const place = split ? /^(.{2,8})分局$/.exec(split.unit)?.[1] : undefined;
  if (!split || !place) return null;
  const prefix = printed.slice(0, chain.end);
  const inner = chainsOf(`${prefix}${place}`).find(({ end, nested }) => nested && end === prefix.length + place.length);
  return inner ? { ...base, divisions: inner.divisions, organ: branchOrgan(split.organ) } : null;
}

const branchOrgan = (organ: Organ): Organ => (organ.kind === 'public-security' ? { ...organ, kind: 'public-security-branch' } : organ);

const government: Organ = { name: '人民政府', kind: 'government', several: false };

function readRest(printed: string, chain: Chain, rest: string): AgencyName | null {
  const base = { ...blank, printed, divisions: chain.divisions, stem: chain.stem && !chain.nested, asPrinted: chain.stem };
  if (rest === '') return chain.stem ? null : { ...base, placeOnly: true, organ: government };
  const organ = readOrgan(rest);
  if (organ) return organ.kind === 'development-zone' ? null : { ...base, organ };
  const branch = readBranch(printed, chain, rest);
  if (branch || chain.stem) return branch;
  const township = readTownship(rest);
  if (township) return { ...base, ...township };
  const zone = readZone(rest);
  if (zone) return { ...base, ...zone };
  const split = splitUnit(rest);
  if (!split) return null;
  // 人民政府及办公室: the report of two bodies goes to the first.
  return { ...base, organ: split.organ, unit: /^[及和与、暨]/.test(split.unit) ? '' : split.unit };
}

function readPlaced(text: string): AgencyName | null {
  for (const chain of chainsOf(text)) {
    const read = readRest(text, chain, text.slice(chain.end));
    if (read) return read;
  }
  return null;
}

/** A prefecture wins over a county of the same stem within it (长沙海关); a province over both where the kind stands there. */
function stemDivisions(divisions: readonly Division[], organ: Organ): readonly Division[] {
  const provinces = divisions.filter(({ level }) => level === 'province');
  if (provinces.length && (provincialStemKinds.has(organ.kind) || /总队$/.test(organ.name))) return provinces;
  const prefectures = divisions.filter(({ level }) => level === 'prefecture');
  const inside = divisions.every(({ code }) => prefectures.some((outer) => code.startsWith(outer.code.slice(0, 4))));
  return prefectures.length && inside ? prefectures : divisions;
}

/** 厦门海关, 番禺经济技术开发区管委会: named by a stem, or by none (蒲纺工业园区). */
function readByStem(text: string): AgencyName | null {
  const chain = stemsOf(text);
  const organ = chain ? readOrgan(text.slice(chain.end)) : null;
  const base = { ...blank, printed: text };
  if (chain && organ && stemKinds.has(organ.kind))
    return { ...base, divisions: stemDivisions(chain.divisions, organ), organ, stem: true, asPrinted: true };
  const zone = readZone(text);
  return zone && zone.zone.length > 3 ? { ...base, divisions: chain?.divisions ?? [], stem: chain !== null, ...zone } : null;
}

/** 市交通运输局, 应急管理局, 前进街道办事处: the place is not named, or only by its township. */
function readUnplaced(text: string): AgencyName | null {
  const base = { ...blank, printed: text };
  const organ = readOrgan(text);
  if (organ && organ.name !== '人民政府') return { ...base, organ };
  const leveled = /^([省市县区旗州盟])(.{2,})$/.exec(text);
  const inner = leveled?.[2] ? readOrgan(leveled[2]) : null;
  if (leveled?.[1] && inner) return { ...base, organ: inner, level: leveled[1] };
  const township = readTownship(text);
  return township && township.township.length > 2 ? { ...base, ...township } : null;
}

/** A local organ of a vertical system: the head's name gives the kind, place and ending follow. */
function readVertical(text: string): AgencyName | null {
  const head = verticalHeads.find(({ name }) => text.startsWith(name) && text.length > name.length + 2);
  if (!head) return null;
  const local = text.slice(head.name.length);
  const read = readPlaced(local) ?? readByStem(local);
  if (read?.organ) return { ...read, printed: text, asPrinted: true, organ: organOfKind(read.organ, head.kind) };
  const chain = chainsOf(local).find(({ stem }) => !stem) ?? stemsOf(local);
  const ending = chain ? /^(?:监管局|监管分局|分行|中心支行|支行|分局|监管办公室|监管办|专员办)$/.exec(local.slice(chain.end)) : null;
  if (!chain || !ending || !head.kind) return null;
  const organ: Organ = { name: ending[0], kind: head.kind, several: false };
  const divisions = chain.stem ? stemDivisions(chain.divisions, organ) : chain.divisions;
  return { ...blank, printed: text, divisions, organ, stem: chain.stem, asPrinted: true };
}

/** 气象部门 and 海关系统: the organ that leads it. */
function readSystem(text: string): AgencyName | null {
  if (!/(?:系统|部门)$/.test(text)) return null;
  const plain = text.slice(0, -2);
  const slug = nationalSlug(`${plain}总署`) ?? nationalSlug(`${plain}总局`);
  if (slug) return { ...blank, printed: text, national: slug, system: true };
  const whole = readAgencyName(/[局厅]$/.test(plain) ? plain : `${plain}局`);
  return whole ? { ...whole, printed: text, system: true } : null;
}

/**
 * Take an agency's name apart: national organ, divisions, township or zone, organ, unit. `text` is Simplified, half-width,
 * without blanks. Null where any part of it is not understood, so that a spam word in place of a name gives no id.
 */
export function readAgencyName(text: string): AgencyName | null {
  const slug = nationalSlug(text);
  if (slug) return { ...blank, printed: text, national: slug };
  return readSystem(text) ?? readVertical(text) ?? readPlaced(text) ?? readByStem(text) ?? readUnplaced(text);
}
