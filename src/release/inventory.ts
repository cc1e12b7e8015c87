import { type ParquetTableName, parquetTableNames } from '../../schemas/tables.ts';
import { addTo } from '../group-by.ts';
import { openKeys, parseKey } from '../keys.ts';
import type { ListedObject, ObjectStore } from '../ports.ts';

/** The compacted objects a released table is made of: one part of it, by year where the table has one. */
export interface TablePart {
  readonly table: ParquetTableName;
  readonly year: number | null;
  /** As listed, in the order of their rows: a region or a shard is a prefix of what rows are sorted by. */
  readonly objects: readonly ListedObject[];
}

const perAgency: readonly ParquetTableName[] = ['agency_reports', 'agency_cells'];

/** Tables a release holds: all compacted ones. The partitions of single agencies repeat them; `changes` is made by the release. */
export const releasedTables: readonly ParquetTableName[] = parquetTableNames.filter((name) => !perAgency.includes(name));

/** Where a released table, or one year of it, lies. */
export const parquetPath = (table: string, year: number | null): string =>
  year === null ? `parquet/${table}/part-0.parquet` : `parquet/${table}/year=${year}/part-0.parquet`;

/** Where the same rows lie as CSV. */
export const csvPath = (table: string, year: number | null): string => `csv/${table}${year === null ? '' : `-${year}`}.csv.gz`;

/** What there is to release, years in order. */
export async function inventory(open: ObjectStore): Promise<readonly TablePart[]> {
  const parts: TablePart[] = [];
  for (const table of releasedTables.filter((name) => name !== 'changes')) {
    const years = new Map<number | null, ListedObject[]>();
    for await (const object of open.list(openKeys.tablePrefix(table))) {
      if (!object.key.endsWith('.parquet')) continue;
      addTo(years, parseKey.table(object.key)?.year ?? null, object);
    }
    const inOrder = [...years].sort(([left], [right]) => (left ?? 0) - (right ?? 0));
    for (const [year, objects] of inOrder) parts.push({ table, year, objects });
  }
  return parts;
}
