import { agencyKinds } from '../../../schemas/agency-kinds.ts';
import { nationalOrgans } from '../../../schemas/national-organs.ts';
import type { Agency, DivisionLevel } from '../../../schemas/report.ts';
import { divisionOfCode } from '../place/divisions.ts';
import { lastCode, lastKind } from '../place/succession.ts';
import { divisionName } from './id.ts';

const shape = /^(\d{6}|\d{9}|u)-([a-z0-9-]+)$/;

/** Kind and hash of the part of an id that follows its division: development-zone-1a2b3c. */
function kindIn(rest: string): { readonly kind: string | null; readonly hash: string } {
  const kinds = agencyKinds.filter(({ code }) => rest === code || rest.startsWith(`${code}-`));
  const longest = kinds.toSorted((a, b) => b.code.length - a.code.length)[0];
  return longest ? { kind: longest.code, hash: rest.slice(longest.code.length) } : { kind: null, hash: '' };
}

function levelOf(code: string, year: number | null): DivisionLevel | null {
  if (code.length === 9) return 'township';
  return code === '100000' ? 'national' : (divisionOfCode(code, year)?.level ?? null);
}

/**
 * The agency a person declared in a sidecar; it wins over everything read (contract 1). Its name is the one read, which is
 * all the document says. Null without a declaration, or where that is no id.
 */
export function declaredAgency(id: string | undefined, read: Agency, year: number | null): Agency | null {
  const [, code, rest] = id === undefined ? [] : (shape.exec(id) ?? []);
  if (id === undefined || !code || !rest) return null;
  if (read.agency_id === id) return { ...read, resolution: 'declared' };
  const none = { kind: null, division_code: null, division_name: null, division_level: null };
  if (code === 'u') return { ...read, ...none, agency_id: id, lineage_id: id, resolution: 'declared' };
  const ministry = code === '100000' && nationalOrgans.some(({ slug }) => slug === rest);
  const { kind, hash } = ministry ? { kind: 'ministry', hash: '' } : kindIn(rest);
  return {
    ...read,
    agency_id: id,
    lineage_id: kind === null || ministry || code.length === 9 ? id : `${lastCode(code)}-${lastKind(kind)}${hash}`,
    kind,
    division_code: code,
    division_name: code === '100000' ? '中华人民共和国' : divisionName(code.slice(0, 6), year),
    division_level: levelOf(code, year),
    resolution: 'declared',
  };
}
