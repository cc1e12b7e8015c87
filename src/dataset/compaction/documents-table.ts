import type { Row } from '../../../schemas/tables.ts';
import { isInt32 } from '../../int32.ts';
import { openKeys, parseKey, stateKeys } from '../../keys.ts';
import type { RowGroup } from '../parquet/table-format.ts';
import { type DocumentEntry, readEntries } from './document-entries.ts';
import { bringUpToDate, type Changed, inShort, type Made, type Taken } from './made-tables.ts';
import type { Compacting } from './shard-inputs.ts';

type Rows = readonly Row<'documents'>[];

// One file of 2 GiB must not keep the table of all from being written; its quarantine says how many bytes it has.
const rowOf = ({ quarantine: _, ...entry }: DocumentEntry): Row<'documents'> => ({
  ...entry,
  bytes: isInt32(entry.bytes) ? entry.bytes : null,
});

async function take({ state }: Compacting, key: string): Promise<Taken<Rows>> {
  const part = (await readEntries(state, parseKey.documentEntries(key) ?? ''))?.entries.map(rowOf) ?? [];
  return { holds: inShort(part), part };
}

/** A row group for each piece that has rows: those of pieces that changed are written, the others stay as they are in the table. */
function groupsOf(changed: Changed<Rows>, made: Made | null): RowGroup<'documents'>[] {
  const before = Object.keys(made?.inputs ?? {})
    .filter((key) => made?.inputs[key]?.holds !== '')
    .sort();
  const keys = [...new Set([...before, ...changed.keys()])].sort();
  return keys.map((key) => (changed.has(key) ? { rows: changed.get(key)?.part ?? [] } : { kept: before.indexOf(key) }));
}

async function make({ open, format }: Compacting, key: string, changed: Changed<Rows>, made: Made | null) {
  const tag = made?.tables[key];
  const there = tag === undefined ? null : await open.get(key);
  if (tag !== there?.etag) return null;
  return new Map([[key, await format.regroup('documents', there?.body ?? null, groupsOf(changed, made))]]);
}

/**
 * Bring one part of the documents table up to date with its pieces of the list: a document that changed costs the rows of
 * its piece, and a copy of the others' bytes.
 */
export async function compactDocuments(from: Compacting, part: string): Promise<void> {
  const table = openKeys.documentsPart(part);
  const inputs = async () => {
    const pieces = new Map<string, string>();
    for await (const { key, etag } of from.state.list(stateKeys.documentPieces(part)))
      if (parseKey.documentEntries(key) !== null) pieces.set(key, etag);
    return pieces;
  };
  await bringUpToDate<Rows>(from, {
    record: stateKeys.documentsPart(part),
    tables: [table],
    inputs,
    take: (key) => take(from, key),
    make: (changed, made) => make(from, table, changed, made),
  });
}
