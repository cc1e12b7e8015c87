import * as z from 'zod';
import { crosswalk } from '../../schemas/crosswalk.ts';
import type { Row } from '../../schemas/tables.ts';
import { rowOrder } from '../derive/order.ts';
import { documentShards, openKeys, parseKey, type Shard, stateKeys } from '../keys.ts';
import { agencyRows, relationRows, type YearOfAgency } from './agencies.ts';
import { ahead } from './ahead.ts';
import { readEntries } from './document-record.ts';
import { type Compacting, madeBy, sameEntries } from './shard-inputs.ts';
import { readRecord } from './shard-record.ts';
import { fromBytes, sameBytes, toBytes } from './stored.ts';
import { encode } from './table-format.ts';

/** Tables without a year that are made of the whole dataset; `documents` has its own parts, `changes` belongs to releases. */
const singleTables = ['agencies', 'agency_relations', 'agency_candidates', 'form_crosswalk', 'quarantine'] as const;
type SingleTable = (typeof singleTables)[number];

const recordSchema = z.object({
  made_by: z.string(),
  /** Tags of everything the tables were made of. */
  inputs: z.record(z.string(), z.string()),
  tables: z.record(z.string(), z.string()),
});

/** Records read ahead of their turn. */
const width = 16;

/** Tags of the records of all shards and parts. */
async function inputsOf({ state }: Compacting): Promise<Record<string, string>> {
  const inputs: Record<string, string> = {};
  for await (const { key, etag } of state.list(stateKeys.allShards)) if (key !== stateKeys.singles) inputs[key] = etag;
  return inputs;
}

async function tagsOf({ open }: Compacting): Promise<Record<string, string>> {
  const heads = await Promise.all(singleTables.map((table) => open.head(openKeys.single(table))));
  return Object.fromEntries(heads.flatMap((head) => (head ? [[head.key, head.etag]] : [])));
}

async function fromShards(from: Compacting, inputs: Readonly<Record<string, string>>) {
  const shards = Object.keys(inputs).flatMap((key) => parseKey.shard(key) ?? []);
  const reports: YearOfAgency[] = [];
  const candidates = new Map<string, Row<'agency_candidates'>>();
  const read = async (shard: Shard) => ({ year: shard.year, members: (await readRecord(from.state, shard))?.record.members ?? [] });
  for await (const { year, members } of ahead(shards, width, read)) {
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
  return { reports, candidates: [...candidates.values()].sort(rowOrder('agency_candidates')) };
}

async function quarantineRows(from: Compacting): Promise<Row<'quarantine'>[]> {
  const rows: Row<'quarantine'>[] = [];
  for await (const part of ahead(documentShards, width, (one) => readEntries(from.state, one))) {
    for (const { sha256, names, parser_version, quarantine } of part?.entries ?? []) {
      if (quarantine === null || parser_version === null) continue;
      rows.push({ sha256, name: names[0] ?? '', ...quarantine, parser_version });
    }
  }
  return rows.sort(rowOrder('quarantine'));
}

async function build(from: Compacting, inputs: Readonly<Record<string, string>>): Promise<Record<SingleTable, Uint8Array | null>> {
  const { reports, candidates } = await fromShards(from, inputs);
  const agencies = agencyRows(reports);
  const empty = Object.keys(inputs).length === 0;
  return {
    agencies: encode(from.format, 'agencies', agencies),
    agency_relations: encode(from.format, 'agency_relations', relationRows(agencies)),
    agency_candidates: encode(from.format, 'agency_candidates', candidates),
    form_crosswalk: empty ? null : encode(from.format, 'form_crosswalk', [...crosswalk].sort(rowOrder('form_crosswalk'))),
    quarantine: encode(from.format, 'quarantine', await quarantineRows(from)),
  };
}

/** Write what differs from what is there; returns the tags of what was written or found, never of what somebody else put there since. */
async function write({ open }: Compacting, bodies: Readonly<Record<SingleTable, Uint8Array | null>>): Promise<Record<string, string>> {
  const tags: Record<string, string> = {};
  for (const table of singleTables) {
    const [key, body] = [openKeys.single(table), bodies[table]];
    if (body === null) {
      await open.delete(key);
      continue;
    }
    const there = await open.get(key);
    const put = there && sameBytes(there, body) ? { ok: true as const, etag: there.etag } : await open.put(key, body);
    if (put.ok) tags[key] = put.etag;
  }
  return tags;
}

/** Make the tables without a year where anything they are made of changed. Returns whether anything was written. */
export async function compactSingles(from: Compacting): Promise<boolean> {
  for (let changed = false; ; changed = true) {
    const stored = await from.state.get(stateKeys.singles);
    const before = stored && fromBytes(stateKeys.singles, stored.body, recordSchema);
    const tags = await tagsOf(from);
    const inputs = await inputsOf(from);
    const current = before
      ? before.made_by === madeBy(from) && sameEntries(before.inputs, inputs) && sameEntries(before.tables, tags)
      : false;
    if (current || (before === null && Object.keys(inputs).length === 0)) return changed;
    const tables = await write(from, await build(from, inputs));
    const record = { made_by: madeBy(from), inputs, tables };
    await from.state.put(stateKeys.singles, toBytes(record), stored ? { ifMatch: stored.etag } : { ifAbsent: true });
  }
}
