import { divisionHistory } from '../../schemas/divisions/history.ts';
import type { DivisionLevel } from '../../schemas/report.ts';

/** A division under one code and one name (GB/T 2260); a renamed one has several. Years are those of its validity. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: DivisionLevel;
  readonly from: number;
  /** First year it was no longer in force on 31 December; null while it is. */
  readonly until: number | null;
  /** Codes that took its place when it ended. */
  readonly successors: readonly string[];
}

/** How a name stands for a division: in full, without the peoples of an autonomous one, or without its ending. */
export type NameForm = 'full' | 'short' | 'stem';

/** A division a name may mean. */
export interface Naming {
  readonly division: Division;
  readonly form: NameForm;
}

const peoples =
  '蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|达斡尔|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|普米族|塔吉克|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|各族';
const autonomous = new RegExp(`^(.{2,}?)(?:${peoples})+自治([州县旗])$`);
const ending = /(?:自治区|特别行政区|自治州|自治县|自治旗|林区|特区|地区|矿区|新区|[省市县区旗盟])$/;

const levelOf = (code: string): DivisionLevel => (code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county');

function parse(line: string): Division {
  const [code = '', name = '', from = '', until = '', successors = ''] = line.split(' ');
  const followers = successors === '' ? [] : successors.split(',');
  return { code, name, level: levelOf(code), from: Number(from), until: until === '' ? null : Number(until), successors: followers };
}

/** The name without its ending: 厦门, 延边; empty where nothing telling is left. */
export function stemOf(name: string): string {
  const stem = autonomous.exec(name)?.[1] ?? name.replace(/(?:壮族|回族|维吾尔)自治区$/, '').replace(ending, '');
  return stem.length >= 2 && stem !== name ? stem : '';
}

interface Table {
  readonly byCode: ReadonlyMap<string, readonly Division[]>;
  readonly byName: ReadonlyMap<string, readonly Naming[]>;
}

function build(): Table {
  const byCode = new Map<string, Division[]>();
  const byName = new Map<string, Naming[]>();
  const name = (key: string, naming: Naming) => {
    const known = byName.get(key);
    if (known) known.push(naming);
    else byName.set(key, [naming]);
  };
  for (const line of divisionHistory.trim().split('\n')) {
    const division = parse(line);
    const sameCode = byCode.get(division.code);
    if (sameCode) sameCode.push(division);
    else byCode.set(division.code, [division]);
    name(division.name, { division, form: 'full' });
    const short = autonomous.exec(division.name);
    if (short) name(`${short[1]}${short[2]}`, { division, form: 'short' });
    const stem = stemOf(division.name);
    if (stem) name(stem, { division, form: 'stem' });
  }
  return { byCode, byName };
}

let built: Table | undefined;
function table(): Table {
  built ??= build();
  return built;
}

const none: readonly never[] = [];

/** Divisions a name may mean, of any year since 2008. */
export const divisionsNamed = (name: string): readonly Naming[] => table().byName.get(name) ?? none;

/** Every division that had a code: several where it was renamed, none for an unknown code. */
export const divisionsOfCode = (code: string): readonly Division[] => table().byCode.get(code) ?? none;

/** Whether a division was in force on 31 December of a year. */
export const inForce = (division: Division, year: number): boolean =>
  division.from <= year && (division.until === null || division.until > year);

/** The division of a code in a year; without a year, or where none was in force, its last one. */
export function divisionOfCode(code: string, year: number | null): Division | undefined {
  const all = divisionsOfCode(code);
  return (year === null ? undefined : all.find((division) => inForce(division, year))) ?? all.toSorted((a, b) => b.from - a.from)[0];
}

/** Whether `inner` lies within `outer` by its code. */
export function within(inner: string, outer: string): boolean {
  if (inner === outer) return false;
  if (outer.endsWith('0000')) return inner.startsWith(outer.slice(0, 2));
  return outer.endsWith('00') && inner.startsWith(outer.slice(0, 4));
}

/** Province, prefecture and division from the top, those that exist: 福建省, 厦门市. */
export function divisionPath(division: Division, year: number | null): readonly Division[] {
  const { code } = division;
  const above = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`].filter((outer) => outer !== code && within(code, outer));
  return [...new Set(above)].flatMap((outer) => divisionOfCode(outer, year) ?? []).concat(division);
}
