import type { ParquetTableName, Row } from '../../../schemas/tables.ts';
import { concurrentMap } from '../../concurrency.ts';
import { rowOrder } from '../../derive/order.ts';
import { documentShards, openKeys, parseKey, regionOf, type Shard, stateKeys } from '../../keys.ts';
import { agencyRows, type YearOfAgency } from '../rows/agencies.ts';
import { readEntries } from './document-entries.ts';
import type { Compacting } from './shard-inputs.ts';
import { readRecord } from './shard-record.ts';

/** Tags of objects by their keys. */
export type Tags = Readonly<Record<string, string>>;

/** Rows that tables without a year are made of. */
export interface SingleTableRows {
  readonly agencies: readonly Row<'agencies'>[];
  readonly candidates: readonly Row<'agency_candidates'>[];
  readonly quarantine: readonly Row<'quarantine'>[];
}

/** What the tables were made of, and the tags they had then. */
export interface Made {
  readonly inputs: Tags;
  readonly tables: Tags;
}

/** Records read at the same time. */
const concurrency = 16;

const none: SingleTableRows = { agencies: [], candidates: [], quarantine: [] };

/** Rows of a table as it was made; null where somebody has written it since. */
async function heldRows<T extends ParquetTableName>({ open, format }: Compacting, table: T, { tables }: Made): Promise<Row<T>[] | null> {
  const key = openKeys.single(table);
  if (tables[key] === undefined) return [];
  const object = await open.get(key);
  if (object?.etag !== tables[key]) return null;
  const rows: Row<T>[] = [];
  for await (const some of format.decode(table, object.body)) rows.push(...some);
  return rows;
}

async function held(from: Compacting, made: Made): Promise<SingleTableRows | null> {
  const agencies = await heldRows(from, 'agencies', made);
  const candidates = await heldRows(from, 'agency_candidates', made);
  const quarantine = await heldRows(from, 'quarantine', made);
  return agencies && candidates && quarantine && { agencies, candidates, quarantine };
}

async function fromShards(from: Compacting, shards: readonly Shard[]): Promise<Omit<SingleTableRows, 'quarantine'>> {
  const reports: YearOfAgency[] = [];
  const candidates = new Map<string, Row<'agency_candidates'>>();
  const read = async (shard: Shard) => ({ year: shard.year, members: (await readRecord(from.state, shard))?.record.members ?? [] });
  for await (const { year, members } of concurrentMap(shards, concurrency, read)) {
    for (const { values: _, candidates: listed, ...member } of members) {
      reports.push({ ...member, year });
      for (const { candidate_id, evidence, agency_name, score } of listed) {
        const name = `${member.agency_id} ${candidate_id} ${evidence}`;
        const known = candidates.get(name);
        // The same evidence in several years: the surest.
        if (known === undefined || known.score < score)
          candidates.set(name, { agency_id: member.agency_id, candidate_id, agency_name, evidence, score });
      }
    }
  }
  return { agencies: agencyRows(reports), candidates: [...candidates.values()] };
}

async function quarantineRows(from: Compacting, parts: readonly string[]): Promise<Row<'quarantine'>[]> {
  const rows: Row<'quarantine'>[] = [];
  for await (const part of concurrentMap(parts, concurrency, (one) => readEntries(from.state, one))) {
    for (const { sha256, names, parser_version, quarantine } of part?.entries ?? []) {
      if (quarantine === null || parser_version === null) continue;
      rows.push({ sha256, name: names[0] ?? '', ...quarantine, parser_version });
    }
  }
  return rows;
}

/**
 * All rows, sorted. Those of regions and of parts of the documents that did not change since the tables were made are taken
 * over from the tables; an agency has one region in all years. `made`: null takes nothing over.
 */
export async function singleTableRows(from: Compacting, inputs: Tags, made: Made | null): Promise<SingleTableRows> {
  const old = made && (await held(from, made));
  const then: Tags = (old && made?.inputs) ?? {};
  const changed = Object.keys({ ...then, ...inputs }).filter((key) => then[key] !== inputs[key]);
  const regions = new Set(changed.flatMap((key) => parseKey.shard(key)?.region ?? []));
  const parts = documentShards.filter((part) => changed.includes(stateKeys.documentsShard(part)));
  const shards = Object.keys(inputs).flatMap((key) => parseKey.shard(key) ?? []);
  const { agencies, candidates } = await fromShards(
    from,
    shards.filter(({ region }) => regions.has(region)),
  );
  const quarantine = await quarantineRows(from, parts);
  const kept = old ?? none;
  const isKept = ({ agency_id }: { readonly agency_id: string }) => !regions.has(regionOf(agency_id));
  return {
    agencies: [...kept.agencies.filter(isKept), ...agencies].sort(rowOrder('agencies')),
    candidates: [...kept.candidates.filter(isKept), ...candidates].sort(rowOrder('agency_candidates')),
    quarantine: [...kept.quarantine.filter(({ sha256 }) => !parts.some((part) => sha256.startsWith(part))), ...quarantine].sort(
      rowOrder('quarantine'),
    ),
  };
}
