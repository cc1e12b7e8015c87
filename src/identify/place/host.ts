import { characterReadings } from '../../../schemas/divisions/readings.ts';
import { addTo } from '../../group-by.ts';
import { allDivisions, type Division, divisionOfCode, inForce } from './divisions.ts';

let readings: ReadonlyMap<string, readonly string[]> | undefined;
/** Every reading of a character of division names. */
function readingsOf(character: string): readonly string[] {
  if (!readings) {
    const map = new Map<string, string[]>();
    for (const line of characterReadings.trim().split('\n')) {
      const [syllable = '', characters = ''] = line.split(' ');
      for (const one of characters) addTo(map, one, syllable);
    }
    readings = map;
  }
  return readings.get(character) ?? [];
}

/** Whether a label spells a name, each character by one of its readings. */
function spells(label: string, name: string, at = 0): boolean {
  if (name === '') return at === label.length;
  return readingsOf(name.charAt(0)).some(
    (syllable) => label.startsWith(syllable, at) && spells(label, name.slice(1), at + syllable.length),
  );
}

/** Whether a label has the first letters of a name's characters. */
const initials = (label: string, name: string) =>
  label.length === name.length && Array.from(name).every((character, at) => readingsOf(character).some((one) => one[0] === label[at]));

/** The part of a government's address that names its place: jurong in www.jurong.gov.cn. Null for any other address. */
export function placeLabel(address: string): string | null {
  const host = /^(?:https?:\/\/)?([a-z0-9.-]+)/i.exec(address.trim())?.[1]?.toLowerCase() ?? '';
  const label = /(?:^|\.)([a-z]{2,24})\.gov\.cn$/.exec(host)?.[1];
  return label ?? null;
}

/** A label may begin with the letters of the province or of China: hbdaye, fjmx, zgsr. */
function labelsFor(label: string, division: Division): readonly string[] {
  const province = divisionOfCode(`${division.code.slice(0, 2)}0000`, null);
  const prefix = label.slice(0, 2);
  const isLed = province && label.length > 3 && (prefix === 'zg' || initials(prefix, province.name.slice(0, 2)));
  return isLed ? [label, label.slice(2)] : [label];
}

const near = (division: Division, year: number | null) => year === null || [year - 1, year, year + 1].some((one) => inForce(division, one));

/**
 * Divisions an address may be of: those it spells out (ruzhou, ruzhoushi), else those whose first letters it has and which
 * the text names (tl and 铜陵). Spelling alone is never enough where two divisions are spelled alike: the one whose full name
 * the text has is given, else both.
 */
export function hostDivisions(label: string, year: number | null, names: (name: string) => boolean): readonly Division[] {
  const divisions = allDivisions().filter((division) => division.stem !== '' && near(division, year));
  const spelled = divisions.filter((division) =>
    labelsFor(label, division).some((one) => spells(one, division.stem) || spells(one, division.name)),
  );
  const named = spelled.length > 1 ? spelled.filter(({ name }) => names(name)) : [];
  if (spelled.length) return named.length ? named : spelled;
  return divisions.filter(
    (division) =>
      labelsFor(label, division).some((one) => initials(one, division.stem) || initials(one, division.name)) &&
      names(division.name.length > 2 ? division.stem : division.name),
  );
}
