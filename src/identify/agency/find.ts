import type { Agency } from '../../../schemas/report.ts';
import type { AgencyName } from '../name/agency-name.ts';
import { townships } from '../place/townships.ts';
import type { NamedTitle } from '../title/titles.ts';
import type { AgencyCandidate } from '../types.ts';
import { ofLevel } from './place-by-hint.ts';
import { type AgencyEvidence, type Reading, readings } from './readings.ts';
import { unresolved } from './record.ts';
import { type Context, resolveByHints, resolveName } from './resolve.ts';

/** Whether a fuller name can be that of an organ named without its place: 德安县应急管理局 for 县应急管理局. */
function completes(full: AgencyName, partial: AgencyName): boolean {
  if (full.divisions.length === 0 || full.placeOnly) return false;
  if (partial.township) return full.township === partial.township;
  if (!partial.organ || full.organ?.kind !== partial.organ.kind || full.unit !== partial.unit) return false;
  if (full.organ.name !== partial.organ.name && !full.organ.name.endsWith(partial.organ.name)) return false;
  return full.divisions.some((division) => ofLevel(division, partial.level));
}

const needsPlace = (name: AgencyName) => name.divisions.length === 0 && name.national === null;

// A clause before the subject of a title is no name: 现根据市政府年度工作要求将我局.
const clause = /^[各本]|我|根据|按照|要求|现将|了|将|以及|编制(?!委员会)|通知|情况|如下|年度|关于/;
const nameEnding = /[局厅委会府处部院署队关社学司心镇乡木道区办校所站公室团场]$/;

/** The agency part of a title that could not be read, where it looks like a name; else empty. */
export function unreadName(title: NamedTitle | null): string {
  if (!title || title.named || title.agency.length < 3 || title.agency.length > 30) return '';
  return nameEnding.test(title.agency) && !clause.test(title.agency) ? title.agency : '';
}

/** 某自治区某某管理办公室(以下简称自治区某办): the text says which organ the short name in the title stands for. */
function standsFor(short: string, { printed }: AgencyName, { opening }: AgencyEvidence): boolean {
  return opening.some(({ folded }) => {
    const at = folded.indexOf(`${printed}(`);
    const behind = at < 0 ? '' : folded.slice(at + printed.length + 1, at + printed.length + short.length + 8);
    return behind.replace(/^(?:以下|下文|下)(?:简)?称(?:为|:)?[“"]?/, '').startsWith(short);
  });
}

/** Whose report it is, who else it may be, and whether it speaks for a whole system. */
export interface FoundAgency {
  readonly agency: Agency;
  readonly candidates: readonly AgencyCandidate[];
  readonly system: boolean;
}

/** Whose report it is. An agency whose place or organ is not decided stays `u-…` with its candidates (contract 1). */
export async function findAgency(evidence: AgencyEvidence, context: Omit<Context, 'townships'>): Promise<FoundAgency> {
  const unread = unreadName(evidence.title);
  let partial: Reading | null = null;
  let candidates: readonly AgencyCandidate[] = [];
  for (const reading of readings(evidence)) {
    const { name } = reading;
    // Another organ than the one in the title is not the writer, however clearly it is named.
    if (unread !== '' && !(name.organ && (unread.endsWith(name.organ.name) || standsFor(unread, name, evidence)))) continue;
    if (partial ? !completes(name, partial.name) : reading.aside) continue;
    // What is only cited may be the organ of the level above: the printed level must be its own.
    if (reading.aside && partial?.name.level === '' && partial.name.township === '') continue;
    const table = name.township ? await townships() : null;
    const resolved = resolveName(name, partial ? 'context' : reading.resolution, { ...context, townships: table });
    if (resolved.agency)
      return { agency: { ...resolved.agency, name_printed: (partial ?? reading).printed }, candidates: [], system: name.system };
    if (candidates.length === 0) candidates = resolved.candidates;
    partial ??= reading;
  }
  if (partial && needsPlace(partial.name)) {
    const table = partial.name.township ? await townships() : null;
    const agency = resolveByHints(partial.name, { ...context, townships: table });
    if (agency) return { agency: { ...agency, name_printed: partial.printed }, candidates: [], system: partial.name.system };
  }
  if (partial) return { agency: unresolved(partial.name.normal, partial.printed, evidence.sha256), candidates, system: false };
  const printed = unread === '' ? null : (evidence.title?.agencyPrinted ?? unread);
  return { agency: unresolved(unread === '' ? null : unread, printed, evidence.sha256), candidates, system: false };
}
