import { nationalOrgans } from '../../../schemas/national-organs.ts';
import type { Agency, Resolution } from '../../../schemas/report.ts';
import type { AgencyName } from '../name/agency-name.ts';
import { divisionOfCode, divisionPath, inMunicipality } from '../place/divisions.ts';
import type { Township } from '../place/townships.ts';
import { agencyId, divisionName, lineageId, unresolvedId } from './id.ts';

/** The county a township lies in; its prefecture where the table of townships has a code of its own (620201, and parks xx71). */
const countyOf = (code: string, year: number | null) =>
  divisionOfCode(code.slice(0, 6), year) ?? divisionOfCode(`${code.slice(0, 4)}00`, year);

/** Divisions as they stand in an agency's full name: the prefecture, not the province (domain 4.2). */
function placeName(code: string, year: number | null): string {
  const division = countyOf(code, year);
  if (!division) return '';
  const path = divisionPath(division, year);
  const shown = path.length > 1 && !inMunicipality(code) ? path.slice(1) : path;
  return shown.map(({ name }) => name).join('');
}

/** The agency's full name in Simplified characters. */
function fullName(name: AgencyName, code: string, year: number | null): string {
  if (name.organ?.kind === 'development-zone') return (name.stem ? '' : placeName(code, year)) + name.organ.name;
  if (name.asPrinted) return name.normal;
  const zone = name.stem ? name.zone : placeName(code, year) + name.zone;
  return `${zone}${name.organ?.name ?? ''}${name.unit}`;
}

const townshipName = (township: Township, year: number | null) =>
  `${placeName(township.code, year)}${township.name}${/(?:街道|地区)$/.test(township.name) ? '办事处' : '人民政府'}`;

function kindOf(name: AgencyName, code: string, year: number | null): { kind: string; name: AgencyName } {
  const organ = name.organ;
  if (!organ) return { kind: 'other-organ', name };
  const division = divisionOfCode(code, year);
  if (organ.kind === 'government' && division && /(?:地区|盟)$/.test(division.name))
    return { kind: 'prefecture-office', name: { ...name, organ: { ...organ, name: '行政公署' } } };
  return { kind: organ.kind, name };
}

/** The agency of a name in the division of a code. */
export function agencyIn(name: AgencyName, code: string, resolution: Resolution, year: number | null): Agency {
  const { kind, name: named } = kindOf(name, code, year);
  const full = fullName(named, code, year);
  const hashed = named.organ?.several || named.unit !== '' || named.zone !== '' ? full : null;
  return {
    agency_id: agencyId(code, kind, hashed),
    lineage_id: lineageId(code, kind, hashed),
    name: full,
    name_printed: name.printed,
    kind,
    division_code: code,
    division_name: divisionName(code, year),
    division_level: divisionOfCode(code, year)?.level ?? null,
    resolution,
  };
}

/** The agency of a township; its name is the table's. */
export function townshipAgency(name: AgencyName, township: Township, resolution: Resolution, year: number | null): Agency {
  const county = countyOf(township.code, year)?.code ?? '';
  const kind = /(?:街道|地区)$/.test(township.name) ? 'subdistrict-office' : 'township-government';
  const id = agencyId(township.code, kind, null);
  return {
    agency_id: id,
    lineage_id: id,
    name: townshipName(township, year),
    name_printed: name.printed,
    kind,
    division_code: township.code,
    division_name: `${divisionName(county, year) ?? ''}${township.name}`,
    division_level: 'township',
    resolution,
  };
}

/** A central organ under its slug. */
export function nationalAgency(name: AgencyName, slug: string, resolution: Resolution): Agency {
  const id = agencyId('100000', slug, null);
  return {
    agency_id: id,
    lineage_id: id,
    name: nationalOrgans.find((organ) => organ.slug === slug)?.names[0] ?? name.printed,
    name_printed: name.printed,
    kind: 'ministry',
    division_code: '100000',
    division_name: '中华人民共和国',
    division_level: 'national',
    resolution,
  };
}

/** An agency that stays open: published under the hash of its normalised name, or of the document where it has none. */
export function unresolved(name: string | null, printed: string | null, sha256: () => string): Agency {
  const id = name === null ? `u-${sha256().slice(0, 12)}` : unresolvedId(name);
  const open = { kind: null, division_code: null, division_name: null, division_level: null };
  return { agency_id: id, lineage_id: id, name, name_printed: printed, ...open, resolution: 'unresolved' };
}
