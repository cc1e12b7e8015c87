import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openDataset } from '../bin/local/duckdb.ts';
import { packageRoot } from '../bin/local/package-root.ts';
import { savedQueryNames } from '../bin/local/saved-queries.ts';
import type { ParquetTableName, Row } from '../schemas/tables.ts';
import { parquet } from '../src/dataset/parquet.ts';
import { type ReportRows, reportRows } from '../src/dataset/rows.ts';
import { encode } from '../src/dataset/table-format.ts';
import { rowOrder } from '../src/derive/order.ts';
import { parseSavedQuery, renderSavedQuery } from '../src/derive/saved-query.ts';
import { openKeys, type Shard, shardOf } from '../src/keys.ts';
import { randomReport } from './generate/index.ts';

// `node bench/run.mjs queries [REPORTS]`: every saved query over a generated dataset, one after the other, each timed.

const count = Number(process.argv[2] ?? 20_000);
const folder = join(tmpdir(), `gongkai-bench-queries-${count}`);

function write<T extends ParquetTableName>(table: T, shard: Shard, rows: readonly Row<T>[]): void {
  const bytes = encode(parquet, table, rows.toSorted(rowOrder(table)));
  if (!bytes) return;
  const path = join(folder, openKeys.table(table, shard));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025];

/** Rows of one shard, table by table. */
interface ShardRows {
  readonly shard: Shard;
  readonly reports: ReportRows[];
}

/** Agencies all over the country, each told by its division and kind. */
function agencies(wanted: number): { division: string; kind: string }[] {
  const found = new Map<string, { division: string; kind: string }>();
  for (let seed = 1; found.size < wanted; seed++) {
    const { agency_id, division_code: division, kind } = randomReport(seed, { everywhere: true }).report.agency;
    if (division !== null && kind !== null) found.set(agency_id, { division, kind });
  }
  return [...found.values()];
}

/** One report of each agency for a year, by shard. */
function reportsOf(year: number, all: readonly { division: string; kind: string }[]): Iterable<ShardRows> {
  const shards = new Map<string, ShardRows>();
  all.forEach((organ, at) => {
    const { report } = randomReport(year * 100_000 + at, { year, ...organ });
    const agency = report.agency.agency_id;
    const shard = shardOf({ agency, year });
    const { reports }: { reports: ReportRows[] } = shards.get(shard.region) ?? { reports: [] };
    const standing = { agency_id: agency, year, winner: report.document.sha256, winner_reason: 'only_candidate' as const };
    reports.push(reportRows(report, { agency, year }, { ...standing, candidates: [], elsewhere: [], declared: false }));
    shards.set(shard.region, { shard, reports });
  });
  return shards.values();
}

function generate(): void {
  const all = agencies(Math.ceil(count / years.length));
  for (const year of years) {
    for (const { shard, reports } of reportsOf(year, all)) {
      write(
        'reports',
        shard,
        reports.map(({ report }) => report),
      );
      write(
        'cells',
        shard,
        reports.flatMap(({ cells }) => cells),
      );
      write(
        'checks',
        shard,
        reports.flatMap(({ checks }) => checks),
      );
      write(
        'mentions',
        shard,
        reports.flatMap(({ mentions }) => mentions),
      );
    }
  }
}

if (!existsSync(join(folder, 'complete'))) {
  rmSync(folder, { recursive: true, force: true });
  const start = performance.now();
  generate();
  writeFileSync(join(folder, 'complete'), '');
  console.log(`generated ${count} reports in ${((performance.now() - start) / 1000).toFixed(1)} s: ${folder}`);
}

for (const name of savedQueryNames()) {
  const sql = renderSavedQuery(parseSavedQuery(name, readFileSync(join(packageRoot(), 'queries', `${name}.sql`), 'utf8')));
  const start = performance.now();
  const engine = await openDataset(folder, sql);
  const opened = performance.now();
  let rows = 0;
  for await (const chunk of (await engine.query(sql)).chunks()) rows += chunk.length;
  const done = performance.now();
  engine.close();
  console.log(
    `${name.padEnd(26)} ${String(rows).padStart(6)} rows  open ${(opened - start).toFixed(0).padStart(5)} ms  answer ${(done - opened).toFixed(0).padStart(5)} ms`,
  );
}
console.log(`${availableParallelism()} cores, Node ${process.version}`);
