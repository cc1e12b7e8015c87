import { parseKey, type Shard, stateKeys } from '../../keys.ts';
import { schemaVersion } from '../../version.ts';
import type { Dataset } from '../dataset.ts';
import { readRecord, type ShardRecord, type StoredRecord } from './shard-record.ts';
import { tagsOf } from './shard-tables.ts';

/** What compaction needs of a dataset: no parser, no raw files. */
export type Compacting = Pick<Dataset, 'state' | 'open' | 'format' | 'redact' | 'parserVersion'>;

/** What a shard's tables depend on, as it is now. */
export interface Inputs {
  readonly before: StoredRecord | null;
  readonly tags: ShardRecord['tables'];
  readonly pointers: ReadonlyMap<string, string>;
  readonly previous: ShardRecord | null;
}

/** Raised where a column's Parquet type changes within a version of the schema: row groups of both cannot lie in one file. */
const parquetTypes = 2;

/** Versions that decide how rows look: rows made by others are made again. */
export const madeBy = ({ parserVersion }: Compacting) => `${parserVersion} ${schemaVersion} ${parquetTypes}`;

/** Read all that decides what a shard holds. What we may overwrite is looked at before the pointers are listed. */
export async function readInputs({ state, open }: Compacting, shard: Shard): Promise<Inputs> {
  const before = await readRecord(state, shard);
  const tags = await tagsOf(open, shard);
  const previous = await readRecord(state, { ...shard, year: shard.year - 1 });
  const pointers = new Map<string, string>();
  for await (const { key, etag } of state.list(stateKeys.pointers(shard))) {
    const agency = parseKey.pointer(key)?.agency;
    if (agency !== undefined) pointers.set(agency, etag);
  }
  return { before, tags, pointers, previous: previous?.record ?? null };
}

/** Whether two maps say the same. */
export function sameEntries(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

/** Whether the tables are what their record says, and the record says what is stored now. */
export function isCurrent({ before, tags, pointers, previous }: Inputs, made: string): boolean {
  if (before === null) return pointers.size === 0 && Object.keys(tags).length === 0;
  const { record } = before;
  const sameYears = record.made_by === made && record.previous === (previous?.inputs ?? null);
  return sameYears && sameEntries(record.pointers, Object.fromEntries(pointers)) && sameEntries(record.tables, tags);
}
