import { agencyKinds } from '../../../schemas/agency-kinds.ts';
import { addTo } from '../../group-by.ts';
import { allDivisions, type Division, divisionsOfCode, inForce } from './divisions.ts';

/** What becomes of an organ's id when its division or its kind changes (contract 2, `agency_relations`). */
export type Relation = 'renamed' | 'merged_into' | 'split_from' | 'code_changed';

let ended: ReadonlyMap<string, readonly Division[]> | undefined;
/** Divisions that ended and named a code as successor. */
function predecessorsOf(code: string): readonly Division[] {
  if (!ended) {
    const map = new Map<string, Division[]>();
    for (const division of allDivisions()) for (const successor of division.successors) addTo(map, successor, division);
    ended = map;
  }
  return ended.get(code) ?? [];
}

const createdIn = (code: string, year: number | null) => divisionsOfCode(code).some(({ from }) => from === year);

/** The successor that is the same place under a new code; null where it was merged or split. */
export function sameDivisionAfter(division: Division): string | null {
  const { successors, until } = division;
  if (successors.includes(division.code)) return division.code;
  const fresh = successors.filter((code) => createdIn(code, until));
  const named = fresh.filter((code) => divisionsOfCode(code).some((one) => one.from === until && one.stem === division.stem));
  const [next] = named.length === 1 ? named : successors.length === 1 ? fresh : [];
  if (!next) return null;
  return predecessorsOf(next).filter((one) => one.until === until).length === 1 ? next : null;
}

/** The division that was the same place before one came into being; null where there was none or several. */
function sameDivisionBefore(division: Division): Division | null {
  const before = predecessorsOf(division.code).filter(({ until, code }) => until === division.from && code !== division.code);
  const [only] = before;
  return only && before.length === 1 && sameDivisionAfter(only) === division.code ? only : null;
}

/** The code a place bore on 31 December of a year: its own, or that of the same place before or after. */
export function codeIn(division: Division, year: number | null): string | null {
  if (year === null || inForce(division, year)) return division.code;
  if (division.until !== null && division.until <= year) {
    const next = sameDivisionAfter(division);
    const follower = next === null ? undefined : divisionsOfCode(next).find((one) => one.from === division.until);
    return next === division.code ? next : follower ? codeIn(follower, year) : null;
  }
  const before = sameDivisionBefore(division);
  return before ? codeIn(before, year) : null;
}

/** The last code in an unbroken chain of one-to-one changes. */
export function lastCode(code: string): string {
  const last = divisionsOfCode(code).toSorted((a, b) => b.from - a.from)[0];
  const next = last && last.until !== null ? sameDivisionAfter(last) : null;
  return next === null || next === code ? code : lastCode(next);
}

const renamed = new Map(
  agencyKinds.flatMap(({ code, former = [] }) =>
    former.flatMap(({ kind, relation }) => (relation === 'renamed' ? [[kind, code] as const] : [])),
  ),
);

/** The last kind in a chain of plain renames: environmental-protection → ecology-environment. */
export function lastKind(kind: string): string {
  const next = renamed.get(kind);
  return next === undefined ? kind : lastKind(next);
}

const successors = new Map(
  agencyKinds.flatMap(({ code, former = [] }) => former.map(({ kind }) => [kind as string, code as string] as const)),
);

const heirs: ReadonlySet<string> = new Set(successors.values());

/** Whether organs of a kind took in others, or went into one. */
export const hasKin = (kind: string): boolean => successors.has(kind) || heirs.has(kind);

/** Whether two kinds of organ came one after the other, or into the same one: family-planning and health-family-planning. */
export function succeeds(one: string, other: string): boolean {
  const [first, second] = [successors.get(one) ?? one, successors.get(other) ?? other];
  return one !== other && first === second;
}
