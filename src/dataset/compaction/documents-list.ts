import { concurrentEach, concurrentMap } from '../../concurrency.ts';
import { documentPartOf, documentPieceOf, documentPiecesOf } from '../../document-parts.ts';
import { groupBy } from '../../group-by.ts';
import { openKeys, parseKey, stateKeys } from '../../keys.ts';
import type { Dataset } from '../dataset.ts';
import { baseName } from '../intake/source-file.ts';
import { type DocumentHistory, readHistory } from '../records/document-history.ts';
import { sameBytes } from '../records/stored.ts';
import { readPointer } from '../winner/pointer.ts';
import { type DocumentEntry, packEntries, readEntries } from './document-entries.ts';
import { compactDocuments } from './documents-table.ts';
import type { Compacting } from './shard-inputs.ts';

type Listing = Compacting & Pick<Dataset, 'raw'>;

/** Documents of a piece read at the same time, and pieces made. */
const concurrency = 4;
const pieceConcurrency = 8;

/** What became of a candidate: the winner of its agency and year, or not, and why. */
async function placeOf(
  from: Listing,
  { sha256, provenance }: DocumentHistory,
  agency: string,
  year: number,
): Promise<Pick<DocumentEntry, 'outcome' | 'reason'>> {
  if (provenance.withdrawn !== null) return { outcome: 'superseded', reason: `withdrawn: ${provenance.withdrawn}` };
  const pointer = (await readPointer(from, { agency, year }))?.pointer;
  if (pointer?.winner === sha256) return { outcome: 'published', reason: pointer.winner_reason };
  return { outcome: 'superseded', reason: pointer?.winner_reason ?? null };
}

/** Derive what became of a document from its receipts, readings and candidates; null for an archive, whose members stand for it. */
async function entryOf(from: Listing, sha256: string): Promise<DocumentEntry | null> {
  const history = await readHistory(from, sha256);
  const reading = history?.effective;
  if (!history || !reading || reading.outcome === 'container') return null;
  const { agency_id, year, outcome } = reading;
  const names = [...new Set(history.provenance.keys.map((key) => from.redact.name(baseName(key))))].sort();
  const place =
    outcome === 'candidate' && agency_id !== null && year !== null
      ? await placeOf(from, history, agency_id, year)
      : ({
          outcome: outcome === 'not_a_report' ? 'not_a_report' : 'quarantined',
          reason: reading.quarantine?.code ?? reading.report_kind,
        } as const);
  const { format, bytes, report_kind, parser_version, source_url, quarantine } = reading;
  const redacted = quarantine && { ...quarantine, message: from.redact.text(quarantine.message) };
  return { sha256, names, format, bytes, ...place, report_kind, agency_id, year, parser_version, source_url, quarantine: redacted };
}

/** All documents whose hash begins so that were ever seen. */
async function allSeen({ state }: Listing, start: string): Promise<Set<string>> {
  const seen = new Set<string>();
  for await (const { key } of state.list(stateKeys.sightingsFrom(start))) {
    const sha256 = parseKey.sighting(key)?.sha256;
    if (sha256 !== undefined) seen.add(sha256);
  }
  return seen;
}

interface Listed {
  readonly entries: readonly DocumentEntry[];
  /** Whether an entry that was there says something else now: what changed may change back behind our back. */
  readonly revised: boolean;
}

/** The entries of a piece with those of the documents named derived anew. */
async function derive(from: Listing, before: readonly DocumentEntry[], documents: ReadonlySet<string>): Promise<Listed> {
  const entries = new Map(before.map((entry) => [entry.sha256, entry]));
  let revised = false;
  const work = async (sha256: string) => ({ sha256, entry: await entryOf(from, sha256) });
  for await (const { sha256, entry } of concurrentMap(documents, concurrency, work)) {
    const known = entries.get(sha256);
    revised ||= known !== undefined && JSON.stringify(known) !== JSON.stringify(entry);
    if (entry) entries.set(sha256, entry);
    else entries.delete(sha256);
  }
  return { entries: [...entries.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)), revised };
}

/**
 * Bring one piece of the list up to date for the documents named, or (`anew`) make it of them alone. It moves by
 * compare-and-swap, so that no document is lost.
 */
async function listPiece(from: Listing, piece: string, documents: ReadonlySet<string>, anew: boolean): Promise<void> {
  for (;;) {
    const before = await readEntries(from.state, piece);
    const { entries, revised } = await derive(from, anew ? [] : (before?.entries ?? []), documents);
    if (entries.length === 0 && before === null) return;
    const body = packEntries(entries);
    if (before !== null && sameBytes(before, body)) return;
    const put = await from.state.put(stateKeys.documentEntries(piece), body, before ? { ifMatch: before.etag } : { ifAbsent: true });
    if (put.ok && !revised && !(anew && before !== null)) return;
  }
}

/** Whether there is a table of which nobody noted what it was made of: its list may be lost, or of another making. */
const isUnknown = async ({ state, open }: Listing, part: string): Promise<boolean> =>
  (await state.head(stateKeys.documentsPart(part))) === null && (await open.head(openKeys.documentsPart(part))) !== null;

/** Bring one part of the list up to date, then the documents table of it. */
async function listPart(from: Listing, part: string, named: ReadonlySet<string> | 'all'): Promise<void> {
  const anew = named === 'all' || (await isUnknown(from, part));
  const documents = groupBy(anew ? await allSeen(from, part) : named, documentPieceOf);
  const pieces = anew ? documentPiecesOf(part) : [...documents.keys()];
  await concurrentEach(pieces, pieceConcurrency, (piece) => listPiece(from, piece, new Set(documents.get(piece)), anew));
  await compactDocuments(from, part);
}

/** Bring the documents table up to date: the parts of the documents named, or all of it from everything ever seen. */
export async function listDocuments(from: Listing, documents: ReadonlySet<string> | 'all', parts: readonly string[]): Promise<void> {
  for (const part of parts) {
    const own = documents === 'all' ? documents : new Set([...documents].filter((sha256) => documentPartOf(sha256) === part));
    if (own === 'all' || own.size > 0) await listPart(from, part, own);
  }
}
