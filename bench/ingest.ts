import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomReport } from './generate/index.ts';

// Ingest as a person runs it: made-up reports in a folder, the bundled command in a process of its own.
// `node bench/run.mjs ingest [SMALL] [LARGE]`, 1,000 and 10,000 without arguments. Nothing here is asserted.

/** One run of the command: how long, how much work, and the most memory its process held. */
interface Measured {
  readonly seconds: number;
  /** Seconds of processor, all threads together. */
  readonly cpu: number;
  readonly megabytes: number;
}

const cli = join(import.meta.dirname, '..', 'gongkai.js');
// The resident set of the process with all its threads, from the system.
const watcher = `
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
const child = spawn(process.execPath, process.argv.slice(1), { stdio: ['ignore', 'ignore', 'inherit'] });
let peak = 0, ticks = 0;
const look = () => {
  try {
    peak = Math.max(peak, Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/' + child.pid + '/status', 'utf8'))?.[1] ?? 0));
    const fields = readFileSync('/proc/' + child.pid + '/stat', 'utf8').split(') ')[1].split(' ');
    ticks = Math.max(ticks, Number(fields[11]) + Number(fields[12]));
  } catch {}
};
const timer = setInterval(look, 20);
const start = performance.now();
child.on('exit', (code) => { clearInterval(timer); console.log(JSON.stringify({ code, seconds: (performance.now() - start) / 1000, cpu: ticks / 100, megabytes: peak / 1024 })); });
`;

function gongkai(...args: string[]): Measured {
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', watcher, '--', cli, ...args], { encoding: 'utf8' });
  const { code, ...measured } = JSON.parse(run.stdout);
  if (code !== 0) throw new Error(`gongkai ${args.join(' ')} ended with ${code}: ${run.stderr}`);
  return measured;
}

/** Write made-up reports to a folder; returns how many are of different agencies and years. */
function generate(folder: string, count: number): number {
  mkdirSync(folder, { recursive: true });
  const places = new Set<string>();
  for (let seed = 1; seed <= count; seed++) {
    const { report, plainText } = randomReport(seed);
    places.add(`${report.agency.agency_id} ${report.report.year}`);
    writeFileSync(join(folder, `${seed}.txt`), plainText);
  }
  return places.size;
}

function measure(count: number, workers: number): number {
  const root = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  const [reports, out] = [join(root, 'reports'), join(root, 'dataset')];
  const places = generate(reports, count);
  const first = gongkai('ingest', reports, '--out', out, '--workers', String(workers));
  const again = gongkai('ingest', reports, '--out', out, '--workers', String(workers));
  const files = Number(execFileSync('sh', ['-c', `find "${out}" -type f | wc -l`], { encoding: 'utf8' }));
  const perReport = first.cpu / count;
  const line = [
    `${count} reports (${places} agencies and years), ${workers} workers:`,
    `${first.seconds.toFixed(1)} s, ${(count / first.seconds).toFixed(0)} reports/s, ${(count / first.seconds / workers).toFixed(0)} per worker,`,
    `${(perReport * 1000).toFixed(2)} ms of processor each, peak ${first.megabytes.toFixed(0)} MB, ${(files / count).toFixed(1)} files a report;`,
    `unchanged: ${again.seconds.toFixed(2)} s, ${(count / again.seconds).toFixed(0)} files/s, peak ${again.megabytes.toFixed(0)} MB`,
  ];
  console.log(line.join(' '));
  rmSync(root, { recursive: true, force: true });
  return perReport;
}

const [small = 1_000, large = 10_000] = process.argv.slice(2).map(Number);
for (const workers of [1, availableParallelism()]) {
  const ratio = measure(large, workers) / measure(small, workers);
  console.log(`cost per report, ${large} against ${small}: ${ratio.toFixed(2)}`);
}
