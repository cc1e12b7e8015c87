import type { Row } from '../../../schemas/tables.ts';
import { concurrentMap } from '../../concurrency.ts';
import { documentShardOf, openKeys, parseKey, stateKeys } from '../../keys.ts';
import type { Dataset } from '../dataset.ts';
import { baseName } from '../intake/source-file.ts';
import { encode } from '../parquet/table-format.ts';
import { type DocumentHistory, readHistory } from '../records/document-history.ts';
import { sameBytes } from '../records/stored.ts';
import { readPointer } from '../winner/pointer.ts';
import { project } from '../winner/publish.ts';
import { type DocumentEntry, packEntries, readEntries } from './document-entries.ts';

type Listing = Pick<Dataset, 'state' | 'open' | 'raw' | 'format' | 'redact'>;

/** Documents read at the same time. */
const concurrency = 16;

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
  const names = [...new Set(history.provenance.keys.map((key) => from.redact.text(baseName(key))))].sort();
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

const rowOf = ({ quarantine: _, ...entry }: DocumentEntry): Row<'documents'> => entry;

/** All documents of a part that were ever seen. */
async function allSeen({ state }: Listing, part: string): Promise<Set<string>> {
  const seen = new Set<string>();
  for await (const { key } of state.list(`${stateKeys.allSightings}${part}`)) {
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

/** The entries of a part with those of the documents named derived anew. */
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
 * Bring one part of the documents table up to date for the documents named, or for all. The entries in `state/` move by
 * compare-and-swap, so that no document is lost; the table in `open/` is written from them, then verified.
 */
async function listPart(from: Listing, part: string, documents: ReadonlySet<string> | 'all'): Promise<void> {
  const key = stateKeys.documentsShard(part);
  for (;;) {
    const before = await readEntries(from.state, part);
    const all = documents === 'all';
    const { entries, revised } = await derive(from, all ? [] : (before?.entries ?? []), all ? await allSeen(from, part) : documents);
    if (entries.length === 0 && before === null) return;
    const body = packEntries(entries);
    const same = before !== null && sameBytes(before, body);
    if (!same && !(await from.state.put(key, body, before ? { ifMatch: before.etag } : { ifAbsent: true })).ok) continue;
    await project(from.open, openKeys.documentsShard(part), encode(from.format, 'documents', entries.map(rowOf)), !same);
    const unchanged = sameBytes(await from.state.get(key), body);
    if (unchanged && (same || !(revised || (all && before !== null)))) return;
  }
}

/** Bring the documents table up to date: the parts of the documents named, or all of it from everything ever seen. */
export async function listDocuments(from: Listing, documents: ReadonlySet<string> | 'all', parts: readonly string[]): Promise<void> {
  for (const part of parts) {
    const own = documents === 'all' ? documents : new Set([...documents].filter((sha256) => documentShardOf(sha256) === part));
    if (own === 'all' || own.size > 0) await listPart(from, part, own);
  }
}
