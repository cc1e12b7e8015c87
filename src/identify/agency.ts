import type { Agency, Resolution } from '../../schemas/report.ts';
import { agencyAtEnd } from './agency-in-text.ts';
import type { AgencyName } from './agency-name.ts';
import { unresolved } from './agency-record.ts';
import { nameLines } from './head-fields.ts';
import { ofLevel } from './place-by-hint.ts';
import { type Context, resolveByHints, resolveName } from './resolve.ts';
import { unplacedWriters, writersIn } from './self-mention.ts';
import { fitsSelfWord, selfWord } from './self-word.ts';
import type { Shown } from './shown.ts';
import { isCited, type NamedTitle } from './titles.ts';
import { townships } from './townships.ts';
import type { AgencyCandidate } from './types.ts';

/** Where the name of an agency may be read. */
export interface AgencyEvidence {
  readonly title: NamedTitle | null;
  /** Every title in the head, in order: a report announces itself by its full one. */
  readonly titles: readonly NamedTitle[];
  readonly publishers: readonly string[];
  readonly signer: string;
  /** Lines up to the first section heading. */
  readonly head: readonly Shown[];
  /** Lines of the report's opening. */
  readonly opening: readonly Shown[];
  /** Titles in addresses and file names. */
  readonly elsewhere: readonly NamedTitle[];
  /** SHA-256 of the document, by which an agency without a name is told. */
  readonly sha256: () => string;
}

interface Reading {
  readonly name: AgencyName;
  readonly printed: string;
  readonly resolution: Resolution;
  /** Named only beside the report; may complete a name, never give one. */
  readonly aside?: boolean;
}

/** An office, section or centre that answers for its organ; branches and brigades report on their own. */
const internalUnit = /(?:办公室|指挥中心|信息中心|服务中心|中心|党政办|综合办|科|股|室|处)$/;

const organOf = (name: AgencyName): AgencyName => (internalUnit.test(name.unit) ? { ...name, unit: '' } : name);

const isOrgan = (name: AgencyName | null): name is AgencyName => name !== null && !name.placeOnly;

/** Readings of the name, the strongest evidence first; running text is searched only when it comes to it. */
function* readings(evidence: AgencyEvidence): Generator<Reading> {
  const { title, titles, publishers, signer, head, opening, elsewhere } = evidence;
  if (title?.named)
    yield { name: title.named, printed: title.agencyPrinted, resolution: title.agencyAbove ? 'line_before_title' : 'title' };
  const word = selfWord(opening);
  for (const other of titles)
    if (!title?.named && other.named && !isCited(other) && fitsSelfWord(other.named, word))
      yield { name: other.named, printed: other.agencyPrinted, resolution: 'self_mention' };
  const fields = [
    ...nameLines(head).map((text) => [text, 'line_before_title'] as const),
    ...publishers.map((text) => [text, 'publisher_field'] as const),
    ...(signer === '' ? [] : [[signer, 'signature'] as const]),
  ];
  for (const [printed, resolution] of fields) {
    const name = agencyAtEnd(printed);
    if (isOrgan(name) && fitsSelfWord(name, word)) yield { name: organOf(name), printed: name.printed, resolution };
  }
  const mentions = writersIn(opening, word).map(({ agency, score }) => ({
    name: organOf(agency),
    printed: agency.printed,
    aside: score < 1,
  }));
  for (const mention of mentions) if (!mention.aside) yield { ...mention, resolution: 'self_mention' };
  for (const name of unplacedWriters(opening)) yield { name, printed: name.printed, resolution: 'self_mention' };
  for (const mention of mentions) if (mention.aside) yield { ...mention, resolution: 'self_mention' };
  for (const other of elsewhere) if (other.named) yield { name: other.named, printed: other.agencyPrinted, resolution: 'host' };
}

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
const clause = /我|根据|按照|要求|现将|了|将|以及|编制(?!委员会)|通知|情况|如下|年度|关于/;
const nameEnding = /[局厅委会府处部院署队关社学司心镇乡木道区办校所站公室]$/;

/** The agency part of a title that could not be read, where it looks like a name; else empty. */
function unreadName(title: NamedTitle | null): string {
  if (!title || title.named || title.agency.length < 3 || title.agency.length > 30) return '';
  return nameEnding.test(title.agency) && !clause.test(title.agency) ? title.agency : '';
}

/** Whose report it is. An agency whose place or organ is not decided stays `u-…` with its candidates (contract 1). */
export async function findAgency(
  evidence: AgencyEvidence,
  context: Omit<Context, 'townships'>,
): Promise<{ agency: Agency; candidates: readonly AgencyCandidate[] }> {
  const unread = unreadName(evidence.title);
  let partial: Reading | null = null;
  let candidates: readonly AgencyCandidate[] = [];
  for (const reading of readings(evidence)) {
    const { name } = reading;
    // Another organ than the one in the title is not the writer, however clearly it is named.
    if (unread !== '' && !(name.organ && unread.endsWith(name.organ.name))) continue;
    if (partial ? !completes(name, partial.name) : reading.aside) continue;
    // What is only cited may be the organ of the level above: the printed level must be its own.
    if (reading.aside && partial?.name.level === '' && partial.name.township === '') continue;
    const table = name.township ? await townships() : null;
    const resolved = resolveName(name, partial ? 'context' : reading.resolution, { ...context, townships: table });
    if (resolved.agency) return { agency: { ...resolved.agency, name_printed: (partial ?? reading).printed }, candidates: [] };
    if (candidates.length === 0) candidates = resolved.candidates;
    partial ??= reading;
  }
  if (partial && needsPlace(partial.name)) {
    const table = partial.name.township ? await townships() : null;
    const agency = resolveByHints(partial.name, { ...context, townships: table });
    if (agency) return { agency: { ...agency, name_printed: partial.printed }, candidates: [] };
  }
  if (partial) return { agency: unresolved(partial.name.normal, partial.printed, evidence.sha256), candidates };
  const printed = unread === '' ? null : (evidence.title?.agencyPrinted ?? unread);
  return { agency: unresolved(unread === '' ? null : unread, printed, evidence.sha256), candidates };
}
