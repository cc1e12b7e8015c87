import { crosswalk } from '../../../schemas/crosswalk.ts';
import type { ParquetTableName, Row } from '../../../schemas/tables.ts';
import { concurrentMap } from '../../concurrency.ts';
import { rowOrder } from '../../derive/order.ts';
import { documentPieceOf } from '../../document-parts.ts';
import { openKeys, parseKey, regionOf, stateKeys } from '../../keys.ts';
import { encode } from '../parquet/table-format.ts';
import { agencyRows, relationRows } from '../rows/agencies.ts';
import { bringUpToDate, type Changed, type Made } from './made-tables.ts';
import type { Compacting } from './shard-inputs.ts';
import { type SinglePart, takeSingle } from './single-table-parts.ts';

/** Tables without a year that are made of the whole dataset; `documents` has its own parts, `changes` belongs to releases. */
const singleTables = ['agencies', 'agency_relations', 'agency_candidates', 'form_crosswalk', 'quarantine'] as const;

type Bodies = Map<string, Uint8Array | null>;

/** Shards read at the same time. */
const concurrency = 16;

/** Tags of the records of all shards, and of all pieces of the list of documents. */
async function inputsOf({ state }: Compacting): Promise<Map<string, string>> {
  const inputs = new Map<string, string>();
  for await (const { key, etag } of state.list(stateKeys.allShards))
    if (parseKey.shard(key) !== null || parseKey.documentEntries(key) !== null) inputs.set(key, etag);
  return inputs;
}

/** Rows of a table as it was made; null where somebody has written it since. */
async function heldRows<T extends ParquetTableName>({ open, format }: Compacting, table: T, made: Made | null): Promise<Row<T>[] | null> {
  const key = openKeys.single(table);
  const tag = made?.tables[key];
  if (tag === undefined) return [];
  const object = await open.get(key);
  if (object?.etag !== tag) return null;
  const rows: Row<T>[] = [];
  for await (const some of format.decode(table, object.body)) rows.push(...some);
  return rows;
}

/** What the shards of some regions hold, in all years: an agency has one region. */
async function ofRegions(from: Compacting, regions: ReadonlySet<string>, changed: Changed<SinglePart>, made: Made | null) {
  const keys = [...new Set([...Object.keys(made?.inputs ?? {}), ...changed.keys()])];
  const own = keys.filter((key) => regions.has(parseKey.shard(key)?.region ?? ''));
  const read = async (key: string) => (changed.has(key) ? changed.get(key) : await takeSingle(from, key))?.part;
  const parts: SinglePart[] = [];
  for await (const part of concurrentMap(own, concurrency, read)) if (part) parts.push(part);
  return parts;
}

/** The same evidence in several years: the surest. */
function surest(candidates: readonly Row<'agency_candidates'>[]): Row<'agency_candidates'>[] {
  const found = new Map<string, Row<'agency_candidates'>>();
  for (const candidate of candidates) {
    const name = `${candidate.agency_id} ${candidate.candidate_id} ${candidate.evidence}`;
    const known = found.get(name);
    if (known === undefined || known.score < candidate.score) found.set(name, candidate);
  }
  return [...found.values()];
}

/** The tables of agencies: those of regions in which nothing changed are taken over. */
async function agencyTables(from: Compacting, changed: Changed<SinglePart>, made: Made | null): Promise<Bodies | null> {
  const regions = new Set([...changed.keys()].flatMap((key) => parseKey.shard(key)?.region ?? []));
  if (made && regions.size === 0) return new Map();
  const [agencies, candidates] = [await heldRows(from, 'agencies', made), await heldRows(from, 'agency_candidates', made)];
  if (agencies === null || candidates === null) return null;
  const parts = await ofRegions(from, regions, changed, made);
  const isKept = ({ agency_id }: { readonly agency_id: string }) => !regions.has(regionOf(agency_id));
  const allAgencies = [...agencies.filter(isKept), ...agencyRows(parts.flatMap(({ reports }) => reports))].sort(rowOrder('agencies'));
  const allCandidates = [...candidates.filter(isKept), ...surest(parts.flatMap((part) => part.candidates))];
  return new Map([
    [openKeys.single('agencies'), encode(from.format, 'agencies', allAgencies)],
    [openKeys.single('agency_relations'), encode(from.format, 'agency_relations', relationRows(allAgencies))],
    [openKeys.single('agency_candidates'), encode(from.format, 'agency_candidates', allCandidates.sort(rowOrder('agency_candidates')))],
  ]);
}

/** The table of quarantined documents: those of pieces in which nothing changed are taken over. */
async function quarantineTable(from: Compacting, changed: Changed<SinglePart>, made: Made | null): Promise<Bodies | null> {
  const pieces = new Set([...changed.keys()].flatMap((key) => parseKey.documentEntries(key) ?? []));
  if (made && pieces.size === 0) return new Map();
  const held = await heldRows(from, 'quarantine', made);
  if (held === null) return null;
  const fresh = [...changed.values()].flatMap((taken) => taken?.part.quarantine ?? []);
  const rows = [...held.filter(({ sha256 }) => !pieces.has(documentPieceOf(sha256))), ...fresh].sort(rowOrder('quarantine'));
  return new Map([[openKeys.single('quarantine'), encode(from.format, 'quarantine', rows)]]);
}

async function make(from: Compacting, changed: Changed<SinglePart>, made: Made | null): Promise<Bodies | null> {
  const agencies = await agencyTables(from, changed, made);
  const quarantine = agencies && (await quarantineTable(from, changed, made));
  const bodies = quarantine && new Map([...agencies, ...quarantine]);
  if (made === null) bodies?.set(openKeys.single('form_crosswalk'), crosswalkTable(from));
  return bodies;
}

const crosswalkTable = ({ format }: Compacting) => encode(format, 'form_crosswalk', [...crosswalk].sort(rowOrder('form_crosswalk')));

/** Make the tables without a year where anything they take from the dataset changed. Returns whether anything was written. */
export const compactSingleTables = (from: Compacting): Promise<boolean> =>
  bringUpToDate<SinglePart>(from, {
    record: stateKeys.singles,
    tables: singleTables.map(openKeys.single),
    inputs: () => inputsOf(from),
    take: (key) => takeSingle(from, key),
    make: (changed, made) => make(from, changed, made),
  });
