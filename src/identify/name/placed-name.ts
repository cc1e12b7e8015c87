import { provincialStemKinds, provincialStemOrgans, stemKinds } from '../../../schemas/vertical-heads.ts';
import { type Chain, chainsOf, stemsOf } from '../place/chain.ts';
import { type Division, divisionsOfCode, within } from '../place/divisions.ts';
import { type Organ, readOrgan, splitUnit } from './organ.ts';
import { readOffice, readTownship } from './township-name.ts';
import { namesItsPlace, newAreaOf, readBracketed, readZone, type ZoneName } from './zone.ts';

/** An agency's name taken apart. */
export interface AgencyName {
  /** As given, folded and without blanks. */
  readonly printed: string;
  /** The same with short forms of the organ written out. */
  readonly normal: string;
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

/** A name of which nothing is understood yet. */
export function blankName(printed: string): AgencyName {
  return {
    printed,
    normal: printed,
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
}

const branchOrgan = (organ: Organ): Organ => (organ.kind === 'public-security' ? { ...organ, kind: 'public-security-branch' } : organ);

/** 公安贵池分局 leaves out 局, as seals and letterheads do. */
const shortBranch = /^(公安|生态环境|环境保护|环保|自然资源|国土资源|市场监管|工商)(?!局)(?=.{2,8}分局)/;

/** 望城分局 of 长沙市公安局, 望城生态环境分局 of 长沙市: the organ of the district it bears the name of. */
function readBranch(printed: string, chain: Chain, rest: string): AgencyName | null {
  const base = { ...blankName(printed), asPrinted: true };
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

const government: Organ = { name: '人民政府', kind: 'government', several: false };

function readRest(printed: string, chain: Chain, rest: string): AgencyName | null {
  const place = printed.slice(0, chain.end);
  const placed = { ...blankName(printed), divisions: chain.divisions, stem: chain.stem && !chain.nested, asPrinted: chain.stem };
  if (rest === '') return chain.stem ? null : { ...placed, normal: `${place}人民政府`, placeOnly: true, organ: government };
  const township = chain.stem ? null : readTownship(rest);
  if (township) return { ...placed, ...township };
  const zone = chain.stem ? null : readZone(rest);
  const inner = zone && innerZone(rest, zone, chain);
  if (inner) return { ...placed, asPrinted: true, ...inner };
  if (zone?.organ.kind === 'development-zone') return { ...placed, ...zone, normal: place + zone.organ.name };
  const organ = readOrgan(rest);
  const office = chain.stem ? null : readOffice(rest);
  // 建设办事处 is a subdistrict's where there is one of that name; else an organ if it reads as one.
  if (office) return { ...placed, township: office, normal: place + rest, organ };
  if (organ) return organ.kind === 'development-zone' ? null : { ...placed, normal: place + organ.name, organ };
  const branch = readBranch(printed, chain, rest);
  if (branch || chain.stem) return branch;
  if (zone) return { ...placed, ...zone };
  const split = splitUnit(rest);
  if (!split) return null;
  // 人民政府及办公室: the report of two bodies goes to the first.
  return { ...placed, organ: split.organ, unit: /^[及和与、暨·•]/.test(split.unit) ? '' : split.unit };
}

/** An office of a branch answers for the branch, not for the bureau of the whole city. */
const officeOfBranch = /(?<=分局)(?:党政|综合|指挥)?(?:办公室|办|室|科|中心)$/;

/** A name that starts with its divisions: 内江市隆昌生态环境局. Null where the rest is not understood. */
export function readPlaced(named: string): AgencyName | null {
  const text = named.replace(officeOfBranch, '');
  for (const chain of chainsOf(text)) {
    const rest = text.slice(chain.end);
    const read = readRest(text, chain, chain.stem ? rest : rest.replace(shortBranch, '$1局'));
    if (read) return read;
  }
  return null;
}

/** A prefecture wins over a county of the same stem within it (长沙海关); a province over both where the kind stands there. */
export function stemDivisions(divisions: readonly Division[], organ: Organ): readonly Division[] {
  const provinces = divisions.filter(({ level }) => level === 'province');
  if (provinces.length && (provincialStemKinds.has(organ.kind) || /总队$/.test(organ.name))) return provinces;
  const prefectures = divisions.filter(({ level }) => level === 'prefecture');
  const inside = divisions.every(({ code }) => prefectures.some((outer) => code.startsWith(outer.code.slice(0, 4))));
  return prefectures.length && inside ? prefectures : divisions;
}

/** Only provinces have a 厅; every government of a big city has a 办公厅. */
const isProvincial = /(?<!办公)厅$/;

/** 中国(上海)自由贸易试验区管委会, 中韩(长春)国际合作示范区: the zone of the place in brackets. */
export function readInBrackets(text: string): AgencyName | null {
  const read = readBracketed(text);
  if (!read) return null;
  const { place, zone, organ } = read;
  const full = chainsOf(place).find(({ end, stem }) => end === place.length && !stem);
  const stem = stemsOf(`${place}区`);
  const divisions = full?.divisions ?? (stem?.end === place.length ? stemDivisions(stem.divisions, organ) : []);
  const normal = organ.kind === 'development-zone' ? organ.name : zone + organ.name;
  return divisions.length > 0 ? { ...blankName(text), normal, divisions, stem: true, zone, organ } : null;
}

/** 广西教育厅, 厦门海关, 番禺经济技术开发区管委会: named by a stem, or by none (蒲纺工业园区). */
export function readByStem(text: string): AgencyName | null {
  const chain = stemsOf(text);
  const organ = chain ? readOrgan(text.slice(chain.end)) : null;
  const base = blankName(text);
  const ofStem = provincialStemOrgans.has(organ?.name ?? '');
  const isOfProvince = organ && (ofStem || isProvincial.test(organ.name));
  const provinces = isOfProvince ? (chain?.divisions.filter(({ level }) => level === 'province') ?? []) : [];
  if (organ && provinces.length > 0) return { ...base, divisions: provinces, organ, asPrinted: ofStem };
  if (chain && organ && stemKinds.has(organ.kind))
    return { ...base, divisions: stemDivisions(chain.divisions, organ), organ, stem: true, asPrinted: true };
  const rest = chain ? readZone(text.slice(chain.end)) : null;
  const inner = chain && rest && innerZone(text.slice(chain.end), rest, chain);
  if (inner) return { ...base, ...inner };
  const zone = readZone(text);
  if (!zone || zone.zone.length <= 3) return null;
  const area = newAreaOf(zone.zone);
  if (area) return { ...base, ...inNewArea(zone, area, chain?.end ?? 0) };
  const normal = zone.organ.kind === 'development-zone' ? zone.organ.name : text;
  return { ...base, normal, divisions: chain?.divisions ?? [], stem: chain !== null, ...zone };
}

/** 河北雄安新区管委会, 雄安新区教育局: the area says which division keeps it; the stem of its province is no part of its name. */
function inNewArea({ zone, organ }: ZoneName, { code, name }: { code: string; name: string }, stem: number): Partial<AgencyName> {
  const own = zone.slice(zone.indexOf(name) === stem ? stem : 0);
  const named = organ.kind === 'development-zone' ? { ...organ, name: organ.name.replace(zone, own) } : organ;
  return { divisions: divisionsOfCode(code), zone: own, organ: named, normal: own + organ.name.replace(zone, '') };
}

/** 安徽亳州高新技术产业开发区, 合肥蜀山经济开发区: of the place that is named by its stem, not of the province or city before it. */
function innerZone(text: string, zone: ZoneName, { divisions: outer }: Chain): Partial<AgencyName> | null {
  const isInside = ({ code, until }: Division) => until === null && outer.some((one) => within(code, one.code));
  const inside = stemsOf(text)?.divisions.filter(isInside) ?? [];
  const ofProvince = outer.every(({ level }) => level === 'province');
  const divisions = ofProvince ? inside : inside.filter((one) => namesItsPlace(zone.zone, one));
  if (divisions.length === 0) return null;
  return { ...zone, divisions, stem: true, normal: zone.organ.kind === 'development-zone' ? zone.organ.name : text };
}
