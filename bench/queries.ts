import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openDataset } from '../bin/local/duckdb.ts';
import { packageRoot } from '../bin/local/package-root.ts';
import { savedQueryNames } from '../bin/local/saved-queries.ts';
import type { ParquetTableName, Row } from '../schemas/tables.ts';
import { parquet } from '../src/dataset/parquet.ts';
import { reportRows } from '../src/dataset/rows.ts';
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

/** Seeds whose reports are of different agencies and years, by shard: a report is made anew when its shard is written. */
function seedsByShard(): Map<string, { shard: Shard; seeds: number[] }> {
  const [seen, shards] = [new Set<string>(), new Map<string, { shard: Shard; seeds: number[] }>()];
  for (let seed = 1; seen.size < count; seed++) {
    const { agency, report } = randomReport(seed).report;
    const key = `${agency.agency_id}/${report.year}`;
    if (report.year === null || seen.has(key)) continue;
    seen.add(key);
    const shard = shardOf({ agency: agency.agency_id, year: report.year });
    const group = shards.get(`${shard.year}/${shard.region}`) ?? { shard, seeds: [] };
    group.seeds.push(seed);
    shards.set(`${shard.year}/${shard.region}`, group);
  }
  return shards;
}

function generate(): void {
  for (const { shard, seeds } of seedsByShard().values()) {
    const all = seeds.map((seed) => {
      const { report } = randomReport(seed);
      const agency = report.agency.agency_id;
      const standing = { agency_id: agency, year: shard.year, winner: report.document.sha256, winner_reason: 'only_candidate' as const };
      return reportRows(report, { agency, year: shard.year }, { ...standing, candidates: [], elsewhere: [], declared: false });
    });
    write(
      'reports',
      shard,
      all.map(({ report }) => report),
    );
    write(
      'cells',
      shard,
      all.flatMap(({ cells }) => cells),
    );
    write(
      'checks',
      shard,
      all.flatMap(({ checks }) => checks),
    );
    write(
      'mentions',
      shard,
      all.flatMap(({ mentions }) => mentions),
    );
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
  const rows = await engine.rows(sql);
  const done = performance.now();
  engine.close();
  console.log(
    `${name.padEnd(26)} ${String(rows.length).padStart(6)} rows  open ${(opened - start).toFixed(0).padStart(5)} ms  answer ${(done - opened).toFixed(0).padStart(5)} ms`,
  );
}
console.log(`${availableParallelism()} cores, Node ${process.version}`);
