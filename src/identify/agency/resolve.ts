import type { Agency, Resolution } from '../../../schemas/report.ts';
import type { AgencyName } from '../name/agency-name.ts';
import { namesItsPlace } from '../name/zone.ts';
import { codesFor, narrowedBy } from '../place/codes.ts';
import { divisionOfCode } from '../place/divisions.ts';
import type { PlaceHint } from '../place/hints.ts';
import type { Township, Townships } from '../place/townships.ts';
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
  // 前进街办事处 is 前进街街道; 鸭南乡乡人民政府 is a slip; 干潭镇 was 乾潭镇 before conversion to Simplified.
  const unconverted = township.replace(/[干蒙于冢]/g, (character) => ({ 干: '乾', 蒙: '濛', 于: '於', 冢: '塚' })[character] ?? character);
  const variants = new Set([township, `${township}街道`, township.replace(/(.)\1$/, '$1'), unconverted]);
  const listed = codes.length ? codes.flatMap((code) => table.in(code)).filter((one) => variants.has(one.name)) : table.named(township);
  return [...new Map(listed.map((township) => [township.code, township])).values()];
}

const several = (agencies: readonly Agency[], evidence: string): readonly AgencyCandidate[] =>
  agencies.map((agency) => ({
    candidate_id: agency.agency_id,
    agency_name: agency.name ?? '',
    evidence,
    score: 1 / agencies.length,
  }));

/** A zone that is named by a stem lies in that division if its kind says so, or if the text names the division in full. */
function trusted(name: AgencyName, codes: readonly string[], { names, year }: Context): boolean {
  if (!name.stem || name.zone === '') return true;
  const divisions = codes.flatMap((code) => divisionOfCode(code, year) ?? []);
  if (divisions.length > 1) return false;
  return divisions.every((division) => names(division.name) || namesItsPlace(name.zone, division));
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
  const codes = codesFor(name.divisions, year);
  if (name.township) return resolveTownship(name, resolution, codes, context);
  if (!name.organ || codes.length === 0 || !trusted(name, codes, context)) return open;
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
  const ownName = name.zone !== '' || name.organ?.several === true;
  return name.organ ? agencyIn({ ...name, asPrinted: ownName }, placed.code, placed.resolution, year) : null;
}
