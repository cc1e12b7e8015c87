import type { Row } from '../../../schemas/tables.ts';
import { openKeys, type Shard } from '../../keys.ts';
import type { ObjectStore } from '../../ports.ts';
import type { TableFormat } from '../parquet/table-format.ts';
import { type ShardRecord, type ShardTable, shardTables } from './shard-record.ts';
import { type AgencyRows, isAcrossReports } from './shard-rows.ts';

/** Takes the rows of one agency after another from a table sorted by agency, without holding more than a part of it. */
class Cursor<T extends ShardTable> {
  readonly #parts: AsyncIterator<readonly Row<T>[]>;
  #part: readonly Row<T>[] = [];
  #at = 0;

  constructor(parts: AsyncIterable<readonly Row<T>[]>) {
    this.#parts = parts[Symbol.asyncIterator]();
  }

  /** Rows of an agency; those of agencies before it are passed over. */
  async take(agency: string): Promise<Row<T>[]> {
    const taken: Row<T>[] = [];
    for (let row = await this.#row(); row !== undefined && row.agency_id <= agency; row = await this.#row()) {
      if (row.agency_id === agency) taken.push(row);
      this.#at++;
    }
    return taken;
  }

  async #row(): Promise<Row<T> | undefined> {
    while (this.#at >= this.#part.length) {
      const next = await this.#parts.next();
      if (next.done) return undefined;
      this.#part = next.value;
      this.#at = 0;
    }
    return this.#part[this.#at];
  }
}

async function* none(): AsyncIterable<never> {}

/** The compacted tables as they are, read agency by agency in order. */
export interface OldTables {
  /** Rows of an agency, checks over several reports left out: those are made again. */
  take(agency: string): Promise<AgencyRows>;
}

/** Open the tables a record names; null when one of them is not the object the record was written for. */
export async function openTables(open: ObjectStore, format: TableFormat, shard: Shard, record: ShardRecord): Promise<OldTables | null> {
  const objects = new Map<ShardTable, Uint8Array>();
  for (const table of shardTables) {
    const etag = record.tables[table];
    const object = etag === undefined ? null : await open.get(openKeys.table(table, shard));
    if (etag !== undefined && object?.etag !== etag) return null;
    if (object) objects.set(table, object.body);
  }
  const cursor = <T extends ShardTable>(table: T) => {
    const bytes = objects.get(table);
    return new Cursor<T>(bytes ? format.decode(table, bytes) : none());
  };
  const cursors = {
    reports: cursor('reports'),
    cells: cursor('cells'),
    mentions: cursor('mentions'),
    sections: cursor('sections'),
    checks: cursor('checks'),
    candidate_differences: cursor('candidate_differences'),
  };
  return {
    take: async (agency) => ({
      reports: await cursors.reports.take(agency),
      cells: await cursors.cells.take(agency),
      mentions: await cursors.mentions.take(agency),
      sections: await cursors.sections.take(agency),
      checks: (await cursors.checks.take(agency)).filter((row) => !isAcrossReports(row)),
      candidate_differences: await cursors.candidate_differences.take(agency),
    }),
  };
}

/** Tags of the objects that are there now. */
export async function tagsOf(open: ObjectStore, shard: Shard): Promise<ShardRecord['tables']> {
  const heads = await Promise.all(shardTables.map(async (table) => [table, await open.head(openKeys.table(table, shard))] as const));
  return Object.fromEntries(heads.flatMap(([table, head]) => (head ? [[table, head.etag]] : [])));
}
