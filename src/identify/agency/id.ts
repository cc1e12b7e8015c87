import { createHash } from 'node:crypto';
import { divisionOfCode, divisionPath } from '../place/divisions.ts';
import { lastCode, lastKind } from '../place/succession.ts';

const hash = (text: string, digits: number) => createHash('sha256').update(text, 'utf8').digest('hex').slice(0, digits);

/** Id of an agency whose division and kind are known; `name` is hashed in where several such organs may stand in one division. */
export function agencyId(code: string, kind: string, name: string | null): string {
  return name === null ? `${code}-${kind}` : `${code}-${kind}-${hash(name, 6)}`;
}

/** Id of an agency that is not resolved, from its normalised name (contract 1). */
export const unresolvedId = (name: string): string => `u-${hash(name, 12)}`;

/** Id of the last organ in an unbroken chain of one-to-one changes of division code and kind (domain 4.2). */
export function lineageId(code: string, kind: string, name: string | null): string {
  return agencyId(code.length === 6 ? lastCode(code) : code, lastKind(kind), name);
}

/** 福建省厦门市: a division's name with those above it, as they were in a year. */
export function divisionName(code: string, year: number | null): string | null {
  const division = divisionOfCode(code, year);
  if (!division) return null;
  return divisionPath(division, year)
    .map(({ name }) => name)
    .join('');
}
