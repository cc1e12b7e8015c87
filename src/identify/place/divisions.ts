import { customaryNames } from '../../../schemas/divisions/customary.ts';
import { divisionHistory } from '../../../schemas/divisions/history.ts';
import { addTo } from '../../group-by.ts';
import { cityCode, type Division, isDistrict, parseDivision, stemOf } from './division.ts';

export { cityCode, type Division, inMunicipality, isDistrict } from './division.ts';

/** How a name stands for a division: in full, cut short as it is in use, or without its ending. */
export type NameForm = 'full' | 'short' | 'stem';

/** A division a name may mean. */
export interface Naming {
  readonly division: Division;
  readonly form: NameForm;
}

/** Lines of the table, and which of them bear names that begin with a pair of characters. Nothing is parsed before it is asked for. */
interface Index {
  readonly lines: readonly string[];
  readonly parsed: (Division | undefined)[];
  readonly byPair: ReadonlyMap<number, readonly number[]>;
  readonly customary: ReadonlyMap<number, readonly (readonly [code: string, name: string])[]>;
  readonly named: Map<number, Named>;
}

/** Names that begin with the same two characters. */
interface Named {
  readonly byName: ReadonlyMap<string, readonly (readonly [line: number, form: NameForm])[]>;
  readonly longest: number;
}

const nobody: Named = { byName: new Map(), longest: 0 };

/** Two characters as one number. */
const pairAt = (text: string, at: number) => text.charCodeAt(at) * 0x1_0000 + text.charCodeAt(at + 1);

/** Where the name stands in a line, behind the code. */
const nameStart = 7;
const storedName = (line: string) => line.slice(nameStart, line.indexOf(' ', nameStart));

// Conversion to Simplified takes 乾 for 干, also where it is qián: a Traditional page of 乾安县 is read as 干安县.
const spellings = (name: string) => (name.includes('乾') ? [name, name.replace('乾', '干')] : [name]);

function build(): Index {
  const lines = divisionHistory.trim().split('\n');
  const byPair = new Map<number, number[]>();
  for (const [at, line] of lines.entries())
    for (const start of spellings(line.slice(nameStart, nameStart + 2))) addTo(byPair, pairAt(start, 0), at);
  const customary = new Map<number, (readonly [string, string])[]>();
  for (const line of customaryNames.trim().split('\n')) {
    const name = line.slice(nameStart);
    addTo(customary, pairAt(name, 0), [line.slice(0, 6), name] as const);
  }
  return { lines, parsed: [], byPair, customary, named: new Map() };
}

/** The names that begin with a pair of characters. */
function namedFrom(pair: number): Named {
  const { lines, byPair, customary, named } = index();
  const found = byPair.get(pair);
  const inUse = customary.get(pair);
  if (!found && !inUse) return nobody;
  const known = named.get(pair) ?? namesIn(found ?? [], inUse ?? [], lines);
  named.set(pair, known);
  return known;
}

function namesIn(found: readonly number[], inUse: readonly (readonly [string, string])[], lines: readonly string[]): Named {
  const byName = new Map<string, (readonly [number, NameForm])[]>();
  let longest = 0;
  for (const [code, name] of inUse) {
    longest = Math.max(longest, name.length);
    for (let at = firstOfCode(lines, code); lines[at]?.startsWith(code); at++) addTo(byName, name, [at, 'short'] as const);
  }
  for (const at of found) {
    const stored = storedName(lines[at] ?? '');
    const name = stored.replace('|', '');
    const stem = stemOf(stored);
    longest = Math.max(longest, name.length);
    for (const spelt of spellings(name)) addTo(byName, spelt, [at, 'full'] as const);
    if (stem === '') continue;
    addTo(byName, stem, [at, 'stem'] as const);
    if (name === stored || name.endsWith('区')) continue;
    // Without its peoples: 三江县, 三江自治县 for 三江侗族自治县.
    for (const ending of [name.slice(-1), `自治${name.slice(-1)}`])
      if (stem + ending !== name) addTo(byName, stem + ending, [at, 'short'] as const);
  }
  return { byName, longest };
}

let built: Index | undefined;
function index(): Index {
  built ??= build();
  return built;
}

function divisionAt(at: number): Division {
  const { lines, parsed } = index();
  const division = parsed[at] ?? parseDivision(lines[at] ?? '');
  parsed[at] = division;
  return division;
}

/** Divisions a name may mean, of any year since 2008. */
export const divisionsNamed = (name: string): readonly Naming[] =>
  (namedFrom(pairAt(name, 0)).byName.get(name) ?? []).map(([at, form]) => ({ division: divisionAt(at), form }));

/** Length of the longest division name that may start at a place of a text; 0 where none does. */
export const longestNameAt = (text: string, at: number): number => namedFrom(pairAt(text, at)).longest;

/** Every division that had a code: several where it was renamed, none for an unknown code. Lines stand in order of code. */
export function divisionsOfCode(code: string): readonly Division[] {
  const { lines } = index();
  const found: Division[] = [];
  if (!/^\d{6}$/.test(code)) return found;
  for (let at = firstOfCode(lines, code); lines[at]?.startsWith(code); at++) found.push(divisionAt(at));
  return found;
}

function firstOfCode(lines: readonly string[], code: string): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle] ?? '') < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Every division of the table, by code. */
export const allDivisions = (): readonly Division[] => index().lines.map((_, at) => divisionAt(at));

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

/** The city that the division of a code is a district of; none for any other division. */
export function cityOfDistrict(code: string, year: number | null): Division | undefined {
  const division = divisionOfCode(code, year);
  return division && isDistrict(division) ? divisionOfCode(cityCode(code), year) : undefined;
}
