import { peoples } from '../../../schemas/divisions/peoples.ts';
import { groupBy } from '../../group-by.ts';

const ofPeoples = new RegExp(`(?:${peoples.join('|')})+(?=乡$)`);
/** A township's name without the peoples it is of: 佳阳乡 for 佳阳畲族乡. */
export const plainTownship = (name: string): string => name.replace(ofPeoples, '');

/** A township, town or subdistrict (NBS codes of 2023; no history). */
export interface Township {
  /** Nine digits, the first six those of the county or of a city without counties. */
  readonly code: string;
  readonly name: string;
}

/** Townships by the code above them, and by name. */
export interface Townships {
  in(code: string): readonly Township[];
  named(name: string): readonly Township[];
}

let loaded: Promise<Townships> | undefined;

async function load(): Promise<Townships> {
  const { townshipNames } = await import('../../../schemas/divisions/townships.ts');
  const lines = new Map(
    townshipNames
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, 6), line.slice(7)] as const),
  );
  const parsed = new Map<string, readonly Township[]>();
  const inside = (code: string): readonly Township[] => {
    const known = parsed.get(code);
    if (known) return known;
    const units = (lines.get(code) ?? '').split(' ').filter(Boolean);
    const list = units.map((unit) => ({ code: code + unit.slice(0, 3), name: unit.slice(3) }));
    parsed.set(code, list);
    return list;
  };
  let byName: Map<string, Township[]> | undefined;
  const named = (name: string): readonly Township[] => {
    byName ??= groupBy([...lines.keys()].flatMap(inside), (township) => township.name);
    return byName.get(name) ?? [];
  };
  // Codes xx71-xx79 are parks counted apart from the counties; their townships lie in the same prefecture.
  const inPrefecture = (code: string) => [...lines.keys()].filter((key) => key.startsWith(code.slice(0, 4))).flatMap(inside);
  return { in: (code) => (code.endsWith('00') ? inPrefecture(code) : inside(code)), named };
}

/** Load the table of townships once; only a document that may be of one pays for it. */
export function townships(): Promise<Townships> {
  loaded ??= load();
  return loaded;
}
