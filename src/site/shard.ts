import type { FailedCheck } from '../../schemas/explorer.ts';
import { headlines, type ParquetTableName, type Row } from '../../schemas/tables.ts';
import { parquet } from '../dataset/parquet/parquet.ts';
import { decodeColumns } from '../dataset/parquet/reader.ts';
import { openKeys, type Shard } from '../keys.ts';
import type { ObjectStore } from '../ports.ts';
import { cellParts } from './blocks.ts';

/** A report with what the explorer takes from the tables beside it. */
export interface SiteReport {
  readonly row: Row<'reports'>;
  /** Values of cells that `reports` has no column for, by code. */
  readonly cells: ReadonlyMap<string, number>;
  /** Why headline cells are without a number, by code. */
  readonly lacking: ReadonlyMap<string, string>;
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
const headlineCells = new Set(headlines.flatMap(({ from }) => ('cell' in from ? from.cell : [])));

type Cells = Pick<SiteReport, 'cells' | 'lacking'>;
const noCells: Cells = { cells: new Map(), lacking: new Map() };

async function cellsOf(open: ObjectStore, shard: Shard): Promise<Map<string, Cells>> {
  const held = new Map<string, { cells: Map<string, number>; lacking: Map<string, string> }>();
  const key = openKeys.table('cells', shard);
  const columns = ['agency_id', 'table_code', 'row_code', 'column_code', 'value', 'status'] as const;
  for await (const rows of columnsOf(open, 'cells', key, columns)) {
    for (const { agency_id, table_code, row_code, column_code, value, status } of rows) {
      const code = `${table_code}.${row_code}.${column_code}`;
      if (!(value === null ? headlineCells : wanted).has(code)) continue;
      const own = held.get(agency_id) ?? { cells: new Map<string, number>(), lacking: new Map<string, string>() };
      held.set(agency_id, own);
      if (value === null) own.lacking.set(code, status);
      else own.cells.set(code, value);
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
      yield { row, ...(cells.get(row.agency_id) ?? noCells), checks: all, failed };
    }
  }
}
