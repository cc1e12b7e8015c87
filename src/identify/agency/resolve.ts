import type { Agency, Resolution } from '../../../schemas/report.ts';
import type { AgencyName } from '../name/agency-name.ts';
import { cityOfZone, namesItsPlace } from '../name/zone.ts';
import { codesFor, narrowedBy } from '../place/codes.ts';
import { cityOfDistrict, type Division, divisionOfCode, inMunicipality } from '../place/divisions.ts';
import type { PlaceHint } from '../place/hints.ts';
import { plainTownship, type Township, type Townships } from '../place/townships.ts';
import type { AgencyCandidate } from '../types.ts';
import { chosenBy, type Placed, placeFor } from './place-by-hint.ts';
import { agencyIn, nationalAgency, townshipAgency } from './record.ts';

/** What helps to tell places of one name apart. */
export interface Context {
  readonly year: number | null;
  /** Whether the document names a place or an organ so. */
  readonly names: (name: string) => boolean;
  /** Township table, where one may be meant. */
  readonly townships: Townships | null;
  /** What points to a place outside the name, read when it comes to it. */
  readonly hints: () => readonly PlaceHint[];
  /** Of several codes those whose place begins the numbers of cited documents. */
  readonly byDocuments: (codes: readonly string[]) => readonly string[];
}

function townshipsFor(name: AgencyName, codes: readonly string[], table: Townships): readonly Township[] {
  const { township } = name;
  // 前进街办事处 is 前进街街道, 东城街街道 may be listed as 东城街道, 城东大街街道 as 城东街道; 鸭南乡乡人民政府 is a slip; 干潭镇 was 乾潭镇 before conversion.
  const unconverted = township.replace(/[干蒙于冢]/g, (character) => ({ 干: '乾', 蒙: '濛', 于: '於', 冢: '塚' })[character] ?? character);
  const shorter = township.replace(/街街道$/, '街道');
  const shortest = township.replace(/大街街道$/, '街道');
  const variants = new Set([township, `${township}街道`, shorter, shortest, township.replace(/(.)\1$/, '$1'), unconverted]);
  const inside = codes.flatMap((code) => table.in(code));
  const exact = codes.length ? inside.filter((one) => variants.has(one.name)) : table.named(township);
  const listed = exact.length ? exact : inside.filter((one) => plainTownship(one.name) === plainTownship(township));
  return [...new Map(listed.map((township) => [township.code, township])).values()];
}

const several = (agencies: readonly Agency[], evidence: string): readonly AgencyCandidate[] =>
  agencies.map((agency) => ({
    candidate_id: agency.agency_id,
    agency_name: agency.name ?? '',
    evidence,
    score: 1 / agencies.length,
  }));

/** 黄埔海关 of 广州市: what bears the stem of a district is no organ of it; its city keeps it, where the text names either. */
function codesOfStem(codes: readonly string[], { names, year }: Context): readonly string[] {
  const found = codes.flatMap((code) => {
    const division = divisionOfCode(code, year);
    const city = cityOfDistrict(code, year);
    if (!division || !city) return [code];
    return names(division.name) || names(city.name) ? [city.code] : [];
  });
  return [...new Set(found)];
}

/** Of the codes a name may stand for those that count: a zone's stem is its division's if its kind says so, or the text names that in full. */
function trustedCodes(name: AgencyName, codes: readonly string[], context: Context): readonly string[] {
  // A place in brackets is told, not read out of a name.
  if (!name.stem || name.zone.includes('(')) return codes;
  if (name.zone === '') return codesOfStem(codes, context);
  const { names, year, hints } = context;
  const divisions = codes.flatMap((code) => divisionOfCode(code, year) ?? []);
  const city = cityOfZone(name.zone, divisions);
  // 长沙高新区 is that of 长沙市 where the text names the city and not 长沙县.
  if (city && divisions.length > 1) return divisions.every((one) => names(one.name) === (one === city)) ? [city.code] : codes;
  if (divisions.length > 1) return [];
  // A city may found a zone that bears a county's name: the county must be named, or pointed to.
  const isTold = ({ level, code }: Division) =>
    level !== 'county' || inMunicipality(code) || hints().some((hint) => hint.divisions.some((one) => one.code === code));
  return divisions.every((one) => names(one.name) || (namesItsPlace(name.zone, one) && isTold(one))) ? codes : [];
}

/** Of several codes the one meant: by registers, fields and address, the parents the text names, the documents it cites. */
function choose(codes: readonly string[], { year, names, hints, byDocuments }: Context): Placed | null {
  const hinted = chosenBy(codes, hints(), year);
  if (hinted) return hinted;
  const [numbered, ...otherNumbered] = byDocuments(codes);
  if (numbered !== undefined && otherNumbered.length === 0) return { code: numbered, resolution: 'document_number' };
  const [narrowed, ...others] = narrowedBy(codes, names, year);
  return narrowed !== undefined && others.length === 0 ? { code: narrowed, resolution: 'context' } : null;
}

/** Outcome for one reading of a name: `agency` is null where the place is not decided; the candidates say which it may be. */
export interface Outcome {
  readonly agency: Agency | null;
  readonly candidates: readonly AgencyCandidate[];
}

const open: Outcome = { agency: null, candidates: [] };
/** A name that more places bear has no useful list of candidates. */
const mostCandidates = 20;

function resolveTownship(name: AgencyName, resolution: Resolution, codes: readonly string[], context: Context): Outcome {
  const { year, townships } = context;
  const found = townships ? townshipsFor(name, codes, townships) : [];
  const agencies = found.map((one) => townshipAgency(name, one, resolution, year));
  const [only] = agencies;
  if (only && agencies.length === 1) return { agency: only, candidates: [] };
  const placed =
    found.length > 1
      ? chosenBy(
          found.map(({ code }) => code.slice(0, 6)),
          context.hints(),
          year,
        )
      : null;
  const chosen = found.filter(({ code }) => code.startsWith(placed?.code ?? '?'));
  const [township] = chosen;
  if (placed && township && chosen.length === 1) return { agency: townshipAgency(name, township, placed.resolution, year), candidates: [] };
  return { agency: null, candidates: agencies.length <= mostCandidates ? several(agencies, name.printed) : [] };
}

/** Resolve one reading of a name by the divisions it names. */
export function resolveName(name: AgencyName, resolution: Resolution, context: Context): Outcome {
  const { year } = context;
  if (name.national) return { agency: nationalAgency(name, name.national, resolution), candidates: [] };
  const named = codesFor(name.divisions, year);
  const township = name.township ? resolveTownship(name, resolution, named, context) : null;
  if (township && (township.agency || township.candidates.length > 0 || !name.organ)) return township;
  const codes = trustedCodes(name, named, context);
  if (!name.organ || codes.length === 0) return open;
  const [only, ...others] = codes;
  if (only !== undefined && others.length === 0) return { agency: agencyIn(name, only, resolution, year), candidates: [] };
  const chosen = choose(codes, context);
  if (chosen) return { agency: agencyIn(name, chosen.code, chosen.resolution, year), candidates: [] };
  const agencies = codes.map((code) => agencyIn(name, code, resolution, year));
  return { agency: null, candidates: agencies.length <= mostCandidates ? several(agencies, name.printed) : [] };
}

/** Resolve a name that names no place by what points to one: 县林业局 on the site of 明溪县. */
export function resolveByHints(name: AgencyName, context: Context): Agency | null {
  const { year, townships } = context;
  const placed = placeFor(name, context.hints(), year);
  if (!placed) return null;
  if (name.township) {
    const [township, ...others] = townships ? townshipsFor(name, [placed.code], townships) : [];
    return township && others.length === 0 ? townshipAgency(name, township, placed.resolution, year) : null;
  }
  // 北辰医院 bears a name of its own; 机关事务管理局 is that of its place, whether a title says so or not.
  const ownName = name.zone !== '' || (name.organ?.several === true && name.organ.kind !== 'other-organ');
  return name.organ ? agencyIn({ ...name, asPrinted: ownName }, placed.code, placed.resolution, year) : null;
}
