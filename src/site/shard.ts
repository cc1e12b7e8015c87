import type { FailedCheck } from '../../schemas/explorer.ts';
import type { ParquetTableName, Row } from '../../schemas/tables.ts';
import { parquet } from '../dataset/parquet.ts';
import { decodeColumns } from '../dataset/parquet-reader.ts';
import { openKeys, type Shard } from '../keys.ts';
import type { ObjectStore } from '../ports.ts';
import { cellParts } from './blocks.ts';

/** A report with what the explorer takes from the tables beside it. */
export interface SiteReport {
  readonly row: Row<'reports'>;
  /** Values of cells that `reports` has no column for, by code. */
  readonly cells: ReadonlyMap<string, number>;
  readonly checks: readonly Pick<Row<'checks'>, 'check_id' | 'outcome' | 'severity'>[];
  readonly failed: readonly FailedCheck[];
}

/** Some columns of one object, a part of the file at a time; nothing where there is no such object. */
export async function* columnsOf<T extends ParquetTableName, C extends keyof Row<T> & string>(
  open: ObjectStore,
  table: T,
  key: string,
  columns: readonly C[],
): AsyncGenerator<readonly Pick<Row<T>, C>[]> {
  const object = await open.get(key);
  if (object) yield* decodeColumns(table, object.body, columns);
}

const wanted = new Set(cellParts);

async function cellsOf(open: ObjectStore, shard: Shard): Promise<Map<string, Map<string, number>>> {
  const held = new Map<string, Map<string, number>>();
  const key = openKeys.table('cells', shard);
  for await (const rows of columnsOf(open, 'cells', key, ['agency_id', 'table_code', 'row_code', 'column_code', 'value'])) {
    for (const { agency_id, table_code, row_code, column_code, value } of rows) {
      if (value === null) continue;
      const code = `${table_code}.${row_code}.${column_code}`;
      if (!wanted.has(code)) continue;
      const cells = held.get(agency_id) ?? new Map<string, number>();
      held.set(agency_id, cells.set(code, value));
    }
  }
  return held;
}

interface Checks {
  readonly all: Pick<Row<'checks'>, 'check_id' | 'outcome' | 'severity'>[];
  readonly failed: FailedCheck[];
}

async function checksOf(open: ObjectStore, shard: Shard): Promise<Map<string, Checks>> {
  const held = new Map<string, Checks>();
  const columns = ['agency_id', 'check_id', 'instance', 'outcome', 'severity', 'left_value', 'right_value'] as const;
  for await (const rows of columnsOf(open, 'checks', openKeys.table('checks', shard), columns)) {
    for (const { agency_id, check_id, instance, outcome, severity, left_value, right_value } of rows) {
      const checks = held.get(agency_id) ?? { all: [], failed: [] };
      held.set(agency_id, checks);
      checks.all.push({ check_id, outcome, severity });
      if (outcome === 'fail') checks.failed.push([check_id, instance, left_value, right_value, severity]);
    }
  }
  return held;
}

/** Every report of a year and region. */
export async function* shardReports(open: ObjectStore, shard: Shard): AsyncGenerator<SiteReport> {
  const cells = await cellsOf(open, shard);
  const checks = await checksOf(open, shard);
  const object = await open.get(openKeys.table('reports', shard));
  if (object === null) return;
  for await (const rows of parquet.decode('reports', object.body)) {
    for (const row of rows) {
      const { all = [], failed = [] } = checks.get(row.agency_id) ?? {};
      yield { row, cells: cells.get(row.agency_id) ?? new Map(), checks: all, failed };
    }
  }
}
