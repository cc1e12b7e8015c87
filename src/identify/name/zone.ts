import { newAreas } from '../../../schemas/divisions/new-areas.ts';
import { type Division, inMunicipality, within } from '../place/divisions.ts';
import { type Organ, readOrgan } from './organ.ts';

const zoneEndings = `
  经济技术开发区 经济开发区 高新技术产业开发区 高新技术产业园区 高新技术开发区 新技术开发区 旅游开发区 开发区 高新区 经开区
  工业园区 产业园区 科技园区 农业园区 物流园区 化工园区 园区 产业园 工业园 科技园 物流园 软件园 创业园 科技城 科学城 大学城 生态城
  旅游度假区 度假区 风景名胜区 名胜区 风景区 景区 旅游区 自然保护区 林区 垦区 综合保税区 综保区 保税区 保税港区 港务区 航空港区
  示范区 试验区 实验区 合作区 先行区 自贸区 经济区 工业区 投资区 功能区 商务区 集中区 集聚区 聚集区 管理区 新区 新城 口岸`
  .trim()
  .split(/\s+/);
const zonePattern = new RegExp(`^(\\p{Script=Han}{0,16}?(?:${zoneEndings.join('|')}))(.*)$`, 'u');

/** A development zone, or an organ of one. */
export interface ZoneName {
  readonly zone: string;
  readonly organ: Organ;
}

/** 结合宣城高新区: words of a sentence before a zone are no part of its name. */
const clause = /^(?:现?公[开布]|现?发布|结合|根据|按照|依据|围绕|通过|现将|贯彻|落实)|我/;

/** An organ of a zone, or the branch that a city's bureau has there: 教育分局. */
function ofZone(text: string): Organ | null {
  const whole = text.endsWith('分局') ? readOrgan(`${text.slice(0, -2)}局`) : null;
  return whole && whole.kind !== 'other-organ' && whole.kind !== 'public-security' ? { ...whole, name: text } : readOrgan(text);
}

/** Read 经济技术开发区管委会 or 新技术开发区发展改革局. Null for what is no zone, or an organ that is not understood. */
export function readZone(text: string): ZoneName | null {
  const [, zone = '', rest = ''] = zonePattern.exec(text) ?? [];
  if (zone === '' || clause.test(zone)) return null;
  const committee = /^(?:(?:管理委员会|管委会)((?:党政|综合|党群)?(?:综合)?办公室)?)?$/.exec(rest);
  if (committee) return { zone, organ: { name: `${zone}管理委员会${committee[1] ?? ''}`, kind: 'development-zone', several: true } };
  if (/^管理(?:办公室|处|局)$/.test(rest)) return { zone, organ: { name: rest, kind: 'other-organ', several: true } };
  const organ = ofZone(rest.replace(/^(?:管理委员会|管委会)/, ''));
  if (organ && organ.kind !== 'development-zone') return { zone, organ: { ...organ, several: true } };
  const part = readZone(rest);
  return part && withinZone(zone, part);
}

/** 西咸新区 + 秦汉新城管委会: a zone that lies within another, under the names of both. */
function withinZone(outer: string, { zone, organ }: ZoneName): ZoneName {
  const name = organ.kind === 'development-zone' ? outer + organ.name : organ.name;
  return { zone: outer + zone, organ: { ...organ, name } };
}

const placeInBrackets = /^(\p{Script=Han}{0,12})(\(\p{Script=Han}{2,6}\))(\p{Script=Han}{1,30})$/u;

/** 中国(上海)自由贸易试验区管委会: a zone whose place stands in brackets, and the place. */
export function readBracketed(text: string): (ZoneName & { readonly place: string }) | null {
  const [, before = '', place = '', behind = ''] = placeInBrackets.exec(text) ?? [];
  const read = place === '' ? null : readZone(before + behind);
  // A bracket behind the whole of a zone says where it is; within its name it is a part of that.
  if (!read) return null;
  const zone = read.zone.length > before.length ? before + place + read.zone.slice(before.length) : read.zone + place;
  const { organ } = read;
  const named = organ.kind === 'development-zone' ? { ...organ, name: organ.name.replace(read.zone, zone) } : organ;
  return { zone, organ: named, place: place.slice(1, -1) };
}

// Zones that bear the name of the place they were founded by; lakes and hills give theirs to the others.
const foundedBy = /^(?:经济技术开发区|经济开发区|高新技术产业开发区|高新技术开发区|工业园区|经开区|高新区|综合实验区)/;
const landscape = /^[东西南北中上下前后城江河湖海山港口新高桥关门]+$/;

/**
 * Whether the stem before a zone's kind may be taken for the division of that stem: a city's always (武汉东湖新技术开发区), a
 * county's where the zone is of a founded kind (番禺经济技术开发区), never 东湖新技术开发区 for 东湖区.
 */
export function namesItsPlace(zone: string, { stem, level, code }: Division): boolean {
  if (!zone.startsWith(stem) || landscape.test(stem)) return false;
  const ofCity = level === 'prefecture' || (level === 'province' && inMunicipality(code));
  return ofCity || (level === 'county' && foundedBy.test(zone.slice(stem.length)));
}

/**
 * Of the divisions of one stem the city that founded a zone (长沙高新区): a county of its stem within it writes its name out
 * (长沙县经济开发区), and a district elsewhere (西安区) is another place. Null where a district of the city bears its stem.
 */
export function cityOfZone(zone: string, divisions: readonly Division[]): Division | null {
  const cities = divisions.filter(({ level }) => level === 'prefecture');
  const [city] = cities;
  if (!city || cities.length > 1 || !namesItsPlace(zone, city)) return null;
  const apart = (one: Division) => (within(one.code, city.code) ? one.name.endsWith('县') : one.level === 'county');
  return divisions.every((one) => one === city || apart(one)) ? city : null;
}

/** The new area of the state that a zone is or lies under, and the division that keeps it: 130000 of 河北雄安新区. */
export function newAreaOf(zone: string): { readonly name: string; readonly code: string } | null {
  const [code, name] = zone.includes('新区') ? (newAreas.find(([, one]) => zone.includes(one)) ?? []) : [];
  return code === undefined || name === undefined ? null : { code, name };
}
