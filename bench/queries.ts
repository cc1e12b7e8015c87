import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { packageRoot } from '../bin/local/package-root.ts';
import type { Engine } from '../bin/local/sql/duckdb.ts';
import { openDataset } from '../bin/local/sql/open-dataset.ts';
import { savedQueryNames } from '../bin/local/sql/saved-queries.ts';
import { parseSavedQuery, renderSavedQuery } from '../src/derive/saved-query.ts';
import { writeMadeDataset } from './generate/dataset.ts';

// `node bench/run.mjs queries [REPORTS [NAME…]]`: every saved query and looking one agency up, over a generated dataset, each
// in a dataset newly opened, then again in the same session. Milliseconds by the clock and of processor.

const [reports = '20000', ...wanted] = process.argv.slice(2);
const count = Number(reports);

function refuse(why: string): never {
  console.error(`queries: ${why}; usage: node bench/run.mjs queries [REPORTS [NAME…]]`);
  process.exit(2);
}
if (!Number.isInteger(count) || count < 1) refuse('REPORTS is a whole number');

const folder = join(tmpdir(), `gongkai-bench-queries-${count}`);

if (!existsSync(join(folder, 'complete'))) {
  rmSync(folder, { recursive: true, force: true });
  const start = performance.now();
  writeMadeDataset(folder, count);
  writeFileSync(join(folder, 'complete'), '');
  console.log(`generated ${count} reports in ${((performance.now() - start) / 1000).toFixed(1)} s: ${folder}`);
}

/** Milliseconds by the clock and of processor, all threads. */
async function timed<T>(work: () => Promise<T>): Promise<{ result: T; text: string }> {
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(processor);
  return { result, text: `${(performance.now() - clock).toFixed(0)} (${((user + system) / 1000).toFixed(0)})`.padStart(12) };
}

async function rowsOf(engine: Engine, sql: string): Promise<number> {
  let rows = 0;
  for await (const chunk of (await engine.query(sql)).chunks()) rows += chunk.length;
  return rows;
}

async function measure(name: string, sql: string): Promise<void> {
  const opened = await timed(() => openDataset(folder, sql));
  const first = await timed(() => rowsOf(opened.result, sql));
  const again = await timed(() => rowsOf(opened.result, sql));
  opened.result.close();
  const rows = String(first.result).padStart(7);
  console.log(`${name.padEnd(26)} ${rows} rows  open ${opened.text}  answer ${first.text}  again ${again.text}`);
}

const saved = savedQueryNames().map((name) => {
  const text = readFileSync(join(packageRoot(), 'queries', `${name}.sql`), 'utf8');
  return [name, renderSavedQuery(parseSavedQuery(name, text))] as const;
});

/** An agency in the middle of the list. */
async function someAgency(): Promise<string> {
  const engine = await openDataset(folder, 'agencies');
  const [row] = await engine.rows('SELECT quantile_disc(agency_id, 0.5) AS agency FROM agencies');
  engine.close();
  return String(row?.agency);
}

const where = `agency_id = '${await someAgency()}'`;
const lookUps = [
  ['one agency: its numbers', `SELECT year, applications_new_received FROM reports WHERE ${where} ORDER BY year`],
  ['one agency: all columns', `SELECT * FROM reports WHERE ${where} ORDER BY year`],
  ['one agency: its cells', `SELECT * FROM cells WHERE ${where} AND year = 2022`],
] as const;
const all = [...saved, ...lookUps];
const unknown = wanted.filter((name) => !all.some(([known]) => known === name));
if (unknown.length > 0) refuse(`nothing is called ${unknown.join(', ')}`);

console.log(`load ${loadavg()[0]?.toFixed(1)}, ${availableParallelism()} cores, Node ${process.version}`);
for (const [name, sql] of all) if (wanted.length === 0 || wanted.includes(name)) await measure(name, sql);
console.log(`load ${loadavg()[0]?.toFixed(1)}`);
