import { nationalOrgans } from '../../schemas/national-organs.ts';
import { type Chain, chainsOf, stemsOf } from './chain.ts';
import type { Division } from './divisions.ts';
import { type Organ, readOrgan, splitUnit } from './organ.ts';

/** An agency's name taken apart. */
export interface AgencyName {
  /** As printed, without blanks. */
  readonly printed: string;
  /** Divisions its place may mean; empty where none is named. */
  readonly divisions: readonly Division[];
  /** What follows the divisions; null for a township without more. */
  readonly organ: Organ | null;
  /** Slug of a national organ. */
  readonly national: string | null;
  /** National organ at the head of a vertical system: 国家税务总局. */
  readonly head: string;
  /** Unit of the organ: 交警支队第三大队. */
  readonly unit: string;
  /** Development zone the organ belongs to, or the zone itself. */
  readonly zone: string;
  /** Township, town or subdistrict, as named: 大溪沟街道. */
  readonly township: string;
  /** 市 in 市交通运输局: the level of a place that is not named. */
  readonly level: string;
  /** The division is only a stem (厦门海关, 番禺经济技术开发区). */
  readonly stem: boolean;
  /** It speaks for a whole system: 气象部门, 海关系统. */
  readonly system: boolean;
  /** Only a division is named: its government in a title, a mere place in running text. */
  readonly placeOnly: boolean;
}

const nothing = {
  divisions: [],
  organ: null,
  national: null,
  head: '',
  unit: '',
  zone: '',
  township: '',
  level: '',
  stem: false,
  system: false,
  placeOnly: false,
};

let national: Map<string, string> | undefined;
/** Slug of a national organ by its name; undefined for any other. */
function nationalSlug(name: string): string | undefined {
  national ??= new Map(nationalOrgans.flatMap(({ slug, names }) => names.map((one) => [one, slug] as const)));
  return national.get(name.replace(/^中华人民共和国/, ''));
}

const zoneWords =
  '(?:经济技术开发区|经济开发区|高新技术产业开发区|高新技术产业园区|高新技术开发区|新技术开发区|旅游开发区|开发区|高新区|经开区|工业园区|产业园区|科技园区|农业园区|物流园区|化工园区|园区|旅游度假区|度假区|风景名胜区|名胜区|风景区|保税区|保税港区|综合保税区|示范区|试验区|实验区|合作区|自贸区|工业区|集聚区|聚集区|产业园|工业园|科技园|科技城|生态城|管理区|新区|新城|自然保护区|林区|垦区)';
const zonePattern = new RegExp(`^([\\u4e00-\\u9fff]{0,16}?${zoneWords})(.*)$`);
const townshipPattern =
  /^([\u4e00-\u9fff]{1,14}?(?:街道|镇|民族乡|族乡|乡|苏木|地区))(?:乡|镇)?(人民政府|政府|办事处|街道办事处|街道办)?(.*)$/;
const heads =
  /^(国家税务总局|国家税务局|国家统计局|中国人民银行|国家金融监督管理总局|中国银行保险监督管理委员会|中国银保监会|中国银监会|中国证券监督管理委员会|中国证监会|国家能源局|国家外汇管理局|国家矿山安全监察局|国家粮食和物资储备局|国家邮政局|中华人民共和国|中国民用航空|自然资源部|交通运输部|水利部|生态环境部|公安部|海关总署)(.{3,})$/;
/** Kinds that are named by the stem of their place. */
const stemKinds = new Set([
  'survey-team',
  'customs',
  'maritime',
  'inspection-quarantine',
  'financial-regulator',
  'banking-regulator',
  'insurance-regulator',
  'securities-regulator',
  'central-bank-branch',
  'energy-regulator',
  'communications-administration',
  'tax-bureau',
  'postal-administration',
]);

function readRest(printed: string, chain: Chain, rest: string): AgencyName | null {
  const base = { ...nothing, printed, divisions: chain.divisions, stem: chain.stem && !chain.nested };
  if (rest === '') return chain.stem ? null : { ...base, placeOnly: true, organ: { name: '人民政府', kind: 'government', several: false } };
  const organ = readOrgan(rest);
  if (organ) return organ.kind === 'development-zone' ? null : { ...base, organ };
  if (chain.stem && !/分局$/.test(rest)) return null;
  const branch = /^(.{2,})分局$/.exec(rest);
  const whole = branch ? readOrgan(`${branch[1]}局`) : null;
  if (whole && chain.nested) return { ...base, organ: { ...whole, name: rest } };
  const township = townshipPattern.exec(rest.replace(/^人民政府(?=.{2,}(?:街道|镇|乡|苏木))/, ''));
  if (township?.[1] && !chain.stem) {
    const after = township[3] ?? '';
    if (after === '' || /^.{0,10}(办公室|服务中心|中心|站|所)$/.test(after)) return { ...base, township: township[1], unit: after };
  }
  const zone = readZone(base, rest);
  if (zone) return zone;
  const split = splitUnit(rest);
  return split ? { ...base, organ: split.organ, unit: split.unit } : null;
}

function readZone(base: AgencyName, rest: string): AgencyName | null {
  const zone = zonePattern.exec(rest);
  if (!zone?.[1]) return null;
  const after = zone[2] ?? '';
  if (after === '' || /^(管理委员会|管委会|管理办公室|管理处|管理局)$/.test(after))
    return { ...base, zone: zone[1], organ: { name: `${zone[1]}管理委员会`, kind: 'development-zone', several: true } };
  const organ = readOrgan(after.replace(/^(管理委员会|管委会)/, ''));
  return organ ? { ...base, zone: zone[1], organ: { ...organ, several: true } } : null;
}

function readPlaced(text: string): AgencyName | null {
  for (const chain of chainsOf(text)) {
    const read = readRest(text, chain, text.slice(chain.end));
    if (read) return read;
  }
  return null;
}

/** 厦门海关, 国家统计局福州调查队, 番禺经济技术开发区管委会: named by a stem, or by none (蒲纺工业园区). */
function readByStem(text: string): AgencyName | null {
  const chain = stemsOf(text);
  const base = { ...nothing, printed: text };
  if (chain) {
    const organ = readOrgan(text.slice(chain.end));
    if (organ && stemKinds.has(organ.kind)) return { ...base, divisions: chain.divisions, organ, stem: true };
  }
  const zone = readZone(chain ? { ...base, divisions: chain.divisions, stem: true } : base, text);
  return zone && zone.zone.length > 3 ? zone : null;
}

/** 市交通运输局, 应急管理局, 前进街道办事处: the place is not named, or only by its township. */
function readUnplaced(text: string): AgencyName | null {
  const base = { ...nothing, printed: text };
  const organ = readOrgan(text);
  if (organ && organ.name !== '人民政府') return { ...base, organ };
  const leveled = /^([省市县区旗州盟])(.{2,})$/.exec(text);
  const inner = leveled?.[2] ? readOrgan(leveled[2]) : null;
  if (leveled?.[1] && inner) return { ...base, organ: inner, level: leveled[1] };
  const township = townshipPattern.exec(text);
  if (township?.[1] && (township[3] ?? '') === '' && township[1].length > 2) return { ...base, township: township[1] };
  return null;
}

/**
 * Take an agency's name apart: national organ, divisions, township or zone, organ, unit. `text` is Simplified, half-width,
 * without blanks. Null where any part of it is not understood, so that a spam word in place of a name gives no id.
 */
export function readAgencyName(text: string): AgencyName | null {
  const system = /(系统|部门)$/.exec(text);
  const plain = system ? text.slice(0, -2) : text;
  const slug = nationalSlug(text) ?? (system ? (nationalSlug(`${plain}总署`) ?? nationalSlug(`${plain}总局`)) : undefined);
  if (slug) return { ...nothing, printed: text, national: slug, system: system !== null };
  if (system && !/[局厅]$/.test(plain)) {
    const whole = readAgencyName(`${plain}局`);
    return whole ? { ...whole, printed: text, system: true } : null;
  }
  const head = heads.exec(plain);
  const local = head?.[2] ?? plain;
  const read = readPlaced(local) ?? readByStem(local) ?? (head ? null : readUnplaced(local));
  if (!read) return null;
  return { ...read, printed: text, head: head?.[1] ?? '', system: system !== null || read.system };
}
