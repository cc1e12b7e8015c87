import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openDataset } from '../bin/local/open-dataset.ts';
import { packageRoot } from '../bin/local/package-root.ts';
import { savedQueryNames } from '../bin/local/saved-queries.ts';
import { parseSavedQuery, renderSavedQuery } from '../src/derive/saved-query.ts';
import { writeMadeDataset } from './generate/dataset.ts';

// `node bench/run.mjs queries [REPORTS]`: every saved query over a generated dataset, one after the other, each timed.

const count = Number(process.argv[2] ?? 20_000);
const folder = join(tmpdir(), `gongkai-bench-queries-${count}`);

if (!existsSync(join(folder, 'complete'))) {
  rmSync(folder, { recursive: true, force: true });
  const start = performance.now();
  writeMadeDataset(folder, count);
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
