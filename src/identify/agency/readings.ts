import type { Resolution } from '../../../schemas/report.ts';
import type { AgencyName } from '../name/agency-name.ts';
import { agencyAtEnd } from '../name/in-text.ts';
import { nameLines } from '../page/head-fields.ts';
import type { Shown } from '../page/shown-line.ts';
import { hasKin, succeeds } from '../place/succession.ts';
import { bareName } from '../title/title.ts';
import { areTwo, isCited, isOfNeighbour, type NamedTitle } from '../title/titles.ts';
import { isDepartments, placeGovernment, unplacedWriters, writersIn } from './self-mention.ts';
import { fitsSelfWord, governs, selfWord } from './self-word.ts';

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
  readonly fileName: string;
  /** Names of files in the address. */
  readonly addressFiles: readonly string[];
  /** SHA-256 of the document, from which the id of an agency without a name is made. */
  readonly sha256: () => string;
}

/** A name that was read, and where. */
export interface Reading {
  readonly name: AgencyName;
  readonly printed: string;
  readonly resolution: Resolution;
  /** Named only beside the report; may complete a name, never give one. */
  readonly aside?: boolean;
}

/** An office, section or centre that answers for its organ; branches and brigades report on their own. */
const internalUnit = /(?:办公室|指挥中心|(?<!分)中心|党政办|综合办|科|股|室|处)$/;

/** 某局办公室, 某管委会办公室: the organ it answers for. */
function organOf(name: AgencyName): AgencyName {
  const { organ, unit } = name;
  if (organ?.kind === 'development-zone' && officeOfZone.test(organ.name))
    return { ...name, organ: { ...organ, name: organ.name.replace(officeOfZone, '') }, normal: name.normal.replace(officeOfZone, '') };
  return internalUnit.test(unit) ? { ...name, unit: '' } : name;
}
const officeOfZone = /(?<=管理委员会)(?:党政|综合|党群)?(?:综合)?办公室$/;

/** An office that reports in a title reports for its bureau: 某县财政局办公室. */
const ofOffice = (name: AgencyName): AgencyName => (/^(?:办公室|党政办|综合科|秘书科)$/.test(name.unit) ? { ...name, unit: '' } : name);

const isOrgan = (name: AgencyName | null): name is AgencyName => name !== null && !name.placeOnly;

/** A field that names a government names the site's owner, unless the text speaks for the whole place. */
const forPlace = /(?:全|我)[省市县区旗州盟](?!域)|各(?:乡镇|镇街|街镇|县区|区县|县\(市|县、|部门|级|单位)/;

function* titleReadings({ title, titles, signer, opening }: AgencyEvidence, word: () => string): Generator<Reading> {
  if (title?.named && (!title.named.placeOnly || (governs(word()) && !isDepartments(opening))))
    yield { name: ofOffice(title.named), printed: title.agencyPrinted, resolution: title.agencyAbove ? 'line_before_title' : 'title' };
  const others = titles.filter(({ named, ...other }) => named && named !== title?.named && !isCited(other) && !isOfNeighbour(other));
  // Titles of several agencies are links to their reports.
  if (new Set(others.map(({ named }) => named?.normal)).size > 1) return;
  // 某市国土资源局2011年…报告 stands above the report's own title, which leaves the place out.
  if (title?.named?.divisions.length === 0)
    for (const { named, agencyPrinted } of others) if (named) yield { name: ofOffice(named), printed: agencyPrinted, resolution: 'title' };
  if (title?.named) return;
  const signed = others.length > 0 && signer !== '' ? agencyAtEnd(signer) : null;
  for (const { named, agencyPrinted } of others)
    if (named && fitsSelfWord(named, word()) && !(signed && areTwo(named, signed)))
      yield { name: named, printed: agencyPrinted, resolution: 'self_mention' };
}

function* fieldReadings(
  { publishers, signer, head, opening }: AgencyEvidence,
  word: string,
  writers: () => readonly AgencyName[],
): Generator<Reading> {
  const fields = [
    ...nameLines(head).map((text) => [text, 'line_before_title'] as const),
    ...publishers.map((text) => [text, 'publisher_field'] as const),
    ...(signer === '' ? [] : [[signer, 'signature'] as const]),
  ];
  const speaksForPlace = () => opening.some(({ folded }) => forPlace.test(folded));
  for (const [printed, resolution] of fields) {
    const name = agencyAtEnd(printed);
    if (!isOrgan(name) || !fitsSelfWord(name, word)) continue;
    const ofPlace = name.organ?.kind.startsWith('government') ?? false;
    if (resolution === 'publisher_field' && ofPlace && !(word === '办' || (name.organ?.kind === 'government' && speaksForPlace())))
      continue;
    if (resolution === 'publisher_field' && isHeir(name, writers)) continue;
    yield { name: organOf(name), printed: name.printed, resolution };
  }
}

/** Whether a field names the organ that later took in the writers, and keeps their reports. */
function isHeir({ organ, divisions }: AgencyName, writers: () => readonly AgencyName[]): boolean {
  if (!organ || !hasKin(organ.kind)) return false;
  const [writer] = writers();
  if (!writer?.organ || !succeeds(organ.kind, writer.organ.kind)) return false;
  return divisions.length === 0 || writer.divisions.some((one) => divisions.includes(one));
}

const asMention = (name: AgencyName, aside: boolean): Reading => ({
  name: organOf(name),
  printed: name.printed,
  resolution: 'self_mention',
  aside,
});

/** Readings of the name, the strongest evidence first; running text is searched only when it comes to it. */
export function* readings(evidence: AgencyEvidence): Generator<Reading> {
  const { opening, elsewhere, fileName, addressFiles } = evidence;
  let known: string | undefined;
  const word = () => {
    known ??= selfWord(opening);
    return known;
  };
  yield* titleReadings(evidence, word);
  let mentioned: ReturnType<typeof writersIn> | undefined;
  const inText = () => {
    mentioned ??= writersIn(opening, word());
    return mentioned;
  };
  yield* fieldReadings(evidence, word(), () => inText().writers);
  const { writers, others } = inText();
  yield* writers.map((name) => asMention(name, false));
  yield* unplacedWriters(opening, word()).map((name) => asMention(name, false));
  const government = placeGovernment(opening, word());
  if (government) yield asMention(government, false);
  yield* others.map((name) => asMention(name, true));
  for (const other of elsewhere) if (other.named) yield { name: other.named, printed: other.agencyPrinted, resolution: 'host' };
  yield* addressFiles.flatMap((name) => fileReading(name, 'host'));
  yield* fileReading(fileName, 'context');
}

/** An agency that a file's name ends with: 泗阳县审计局.pdf. */
function fileReading(fileName: string, resolution: Resolution): Reading[] {
  const { agency: bare } = bareName(fileName, fileName);
  const name = bare === '' ? null : agencyAtEnd(bare);
  return isOrgan(name) ? [{ name, printed: name.printed, resolution }] : [];
}
