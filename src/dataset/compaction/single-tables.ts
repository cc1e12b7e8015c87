import { crosswalk } from '../../../schemas/crosswalk.ts';
import * as z from '../../../schemas/zod.ts';
import { rowOrder } from '../../derive/order.ts';
import { openKeys, stateKeys } from '../../keys.ts';
import { encode } from '../parquet/table-format.ts';
import { fromBytes, sameBytes, toBytes } from '../records/stored.ts';
import { relationRows } from '../rows/agencies.ts';
import { type Compacting, madeBy, sameEntries } from './shard-inputs.ts';
import { type Made, singleTableRows, type Tags } from './single-table-rows.ts';

/** Tables without a year that are made of the whole dataset; `documents` has its own parts, `changes` belongs to releases. */
const singleTables = ['agencies', 'agency_relations', 'agency_candidates', 'form_crosswalk', 'quarantine'] as const;
type SingleTable = (typeof singleTables)[number];

const recordSchema = z.object({
  made_by: z.string(),
  /** Tags of everything the tables were made of. */
  inputs: z.record(z.string(), z.string()),
  tables: z.record(z.string(), z.string()),
});

/** Tags of the records of all shards and parts. */
async function inputsOf({ state }: Compacting): Promise<Tags> {
  const inputs: Record<string, string> = {};
  for await (const { key, etag } of state.list(stateKeys.allShards)) if (key !== stateKeys.singles) inputs[key] = etag;
  return inputs;
}

async function tagsOf({ open }: Compacting): Promise<Record<string, string>> {
  const heads = await Promise.all(singleTables.map((table) => open.head(openKeys.single(table))));
  return Object.fromEntries(heads.flatMap((head) => (head ? [[head.key, head.etag]] : [])));
}

async function build(from: Compacting, inputs: Tags, made: Made | null): Promise<Record<SingleTable, Uint8Array | null>> {
  const { agencies, candidates, quarantine } = await singleTableRows(from, inputs, made);
  const empty = Object.keys(inputs).length === 0;
  return {
    agencies: encode(from.format, 'agencies', agencies),
    agency_relations: encode(from.format, 'agency_relations', relationRows(agencies)),
    agency_candidates: encode(from.format, 'agency_candidates', candidates),
    form_crosswalk: empty ? null : encode(from.format, 'form_crosswalk', [...crosswalk].sort(rowOrder('form_crosswalk'))),
    quarantine: encode(from.format, 'quarantine', quarantine),
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
export async function compactSingleTables(from: Compacting): Promise<boolean> {
  for (let changed = false; ; changed = true) {
    const stored = await from.state.get(stateKeys.singles);
    const before = stored && fromBytes(stateKeys.singles, stored.body, recordSchema);
    const tags = await tagsOf(from);
    const inputs = await inputsOf(from);
    // Rows can be taken over from tables that are as their record says, made by this version.
    const made = before?.made_by === madeBy(from) && sameEntries(before.tables, tags) ? before : null;
    if ((made && sameEntries(made.inputs, inputs)) || (before === null && Object.keys(inputs).length === 0)) return changed;
    const tables = await write(from, await build(from, inputs, made));
    const record = { made_by: madeBy(from), inputs, tables };
    await from.state.put(stateKeys.singles, toBytes(record), stored ? { ifMatch: stored.etag } : { ifAbsent: true });
  }
}
