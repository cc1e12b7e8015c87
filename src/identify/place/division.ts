import type { DivisionLevel } from '../../../schemas/report.ts';

/** A division under one code and one name (GB/T 2260); a renamed one has several. Years are those of its validity. */
export interface Division {
  readonly code: string;
  readonly name: string;
  /** The name without its ending: 厦门, 延边; empty where nothing telling is left. */
  readonly stem: string;
  readonly level: DivisionLevel;
  readonly from: number;
  /** First year it was no longer in force on 31 December; null while it is. */
  readonly until: number | null;
  /** Codes that took its place when it ended. */
  readonly successors: readonly string[];
}

/** Whether a code lies in a municipality, which has districts and no prefecture. */
export const inMunicipality = (code: string): boolean => /^(?:11|12|31|50)/.test(code);

const longEndings = new Set(['林区', '特区', '地区', '矿区', '新区']);
const endings = new Set('省市县区旗盟州');

/** Stem of a name as stored: a bar stands before what the short form of an autonomous division leaves out. */
export function stemOf(stored: string): string {
  const bar = stored.indexOf('|');
  if (bar > 0) return stored.slice(0, bar);
  if (!endings.has(stored.slice(-1))) return '';
  const stem = stored.slice(0, longEndings.has(stored.slice(-2)) ? -2 : -1);
  return stem.length >= 2 ? stem : '';
}

const levelOf = (code: string): DivisionLevel => (code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county');

/** A division from its line of the table. */
export function parseDivision(line: string): Division {
  const [code = '', stored = '', from = '', until = '', successors = ''] = line.split(' ');
  return {
    code,
    name: stored.replace('|', ''),
    stem: stemOf(stored),
    level: levelOf(code),
    from: Number(from),
    until: until === '' ? null : Number(until),
    successors: successors === '' ? [] : successors.split(','),
  };
}

/** Whether a division is a district of a city. */
export const isDistrict = ({ code, name }: Division): boolean => name.endsWith('区') && !code.endsWith('00');

/** Code of the city that a district belongs to. */
export const cityCode = (code: string): string => (inMunicipality(code) ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`);
