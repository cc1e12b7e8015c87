import type { Agency, Resolution } from '../../schemas/report.ts';
import { agencyAtEnd } from './agency-in-text.ts';
import type { AgencyName } from './agency-name.ts';
import { type Context, resolveName, unresolved } from './resolve.ts';
import { fitsSelfWord, mentionedAgencies, selfWord } from './self-mention.ts';
import type { Shown } from './shown.ts';
import type { NamedTitle } from './titles.ts';
import { townships } from './townships.ts';
import type { AgencyCandidate } from './types.ts';

/** Where the name of an agency may be read. */
export interface AgencyEvidence {
  readonly title: NamedTitle | null;
  readonly publishers: readonly string[];
  readonly signer: string;
  /** Lines of the report's opening. */
  readonly opening: readonly Shown[];
  /** Titles in addresses and file names. */
  readonly elsewhere: readonly NamedTitle[];
  readonly year: number | null;
  /** SHA-256 of the document, by which an agency without a name is told. */
  readonly sha256: string;
}

interface Reading {
  readonly name: AgencyName;
  readonly printed: string;
  readonly resolution: Resolution;
}

/** Readings of the name, the strongest evidence first; running text is searched only when it comes to it. */
function* readings(evidence: AgencyEvidence, word: () => string): Generator<Reading> {
  const { title, publishers, signer, opening, elsewhere } = evidence;
  if (title?.named)
    yield { name: title.named, printed: title.agencyPrinted, resolution: title.agencyAbove ? 'line_before_title' : 'title' };
  for (const value of publishers) {
    const name = agencyAtEnd(value);
    if (name && !name.placeOnly && fitsSelfWord(name, word())) yield { name, printed: value, resolution: 'publisher_field' };
  }
  const signed = signer === '' ? null : agencyAtEnd(signer);
  if (signed && fitsSelfWord(signed, word())) yield { name: signed, printed: signer, resolution: 'signature' };
  for (const { agency, score } of mentionedAgencies(opening))
    if (score >= 1 && fitsSelfWord(agency, word())) yield { name: agency, printed: agency.printed, resolution: 'self_mention' };
  for (const other of elsewhere) if (other.named) yield { name: other.named, printed: other.agencyPrinted, resolution: 'host' };
}

const levels: Readonly<Record<string, RegExp>> = { 省: /省$/, 市: /市$/, 县: /县$/, 区: /区$/, 旗: /旗$/, 州: /州$/, 盟: /盟$/ };

/** Whether a fuller name can be that of an organ named without its place: 德安县应急管理局 for 县应急管理局. */
function completes(full: AgencyName, partial: AgencyName): boolean {
  if (full.divisions.length === 0 || full.placeOnly) return false;
  if (partial.township) return full.township === partial.township;
  if (!partial.organ || full.organ?.kind !== partial.organ.kind || full.unit !== partial.unit) return false;
  if (full.organ.name !== partial.organ.name && !full.organ.name.endsWith(partial.organ.name)) return false;
  return partial.level === '' || full.divisions.some(({ name }) => levels[partial.level]?.test(name));
}

const needsPlace = (name: AgencyName) => name.divisions.length === 0 && !name.national;

/** Cut what a name is not: an office of the organ that answers questions. */
function withoutOffice(name: AgencyName): AgencyName {
  return /办公室$|党政办$|综合办$|科$|股$|室$/.test(name.unit) ? { ...name, unit: '' } : name;
}

/** Whose report it is. An agency whose place or organ is not decided stays `u-…` with its candidates (contract 1). */
export async function findAgency(
  evidence: AgencyEvidence,
  context: Omit<Context, 'townships'>,
): Promise<{ agency: Agency; candidates: readonly AgencyCandidate[] }> {
  let known: string | undefined;
  const word = () => (known ??= selfWord(evidence.opening));
  const unread = evidence.title !== null && evidence.title.agency !== '' && evidence.title.named === null ? evidence.title.agency : '';
  let partial: Reading | null = null;
  let candidates: readonly AgencyCandidate[] = [];
  for (const reading of readings(evidence, word)) {
    const name = withoutOffice(reading.name);
    if (unread !== '' && !(name.organ && unread.endsWith(name.organ.name))) continue;
    if (partial && !completes(name, partial.name)) continue;
    const table = name.township ? await townships() : null;
    const resolved = resolveName(name, partial ? 'context' : reading.resolution, { ...context, townships: table });
    if (resolved.agency) return { agency: { ...resolved.agency, name_printed: (partial ?? reading).printed }, candidates: [] };
    if (candidates.length === 0) candidates = resolved.candidates;
    if (!partial && (needsPlace(name) || resolved.candidates.length)) partial = { ...reading, name };
  }
  const printed = partial?.printed ?? (unread.length >= 3 && unread.length <= 30 ? (evidence.title?.agencyPrinted ?? null) : null);
  const simple = partial?.name.printed ?? (printed === null ? null : unread);
  const agency = unresolved(simple, evidence.sha256);
  return { agency: { ...agency, name_printed: printed }, candidates };
}
