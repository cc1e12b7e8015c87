import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../bin/local/package-root.ts';
import { describeResults, machine, type Results, resultsSchema } from './measure/report.ts';
import type { Row } from './measure/row.ts';
import { subjects } from './subjects/index.ts';

// npm run bench -- [NAME…]: measure, beside each result the physical limit, in one run on one machine.

const usage = `usage: npm run bench -- [--json] [--quick] [--compare FILE] [--profile FILE] [--save] [NAME…]
${subjects.map(({ name, about }) => `  ${name}  ${about}`).join('\n')}`;

const root = packageRoot();
const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.trim();

/** Run some work under the processor profiler; the file opens in any browser's developer tools. */
async function profiled<T>(file: string | undefined, work: () => Promise<T>): Promise<T> {
  if (file === undefined) return work();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  const result = await work();
  const { profile } = await session.post('Profiler.stop');
  writeFileSync(file, JSON.stringify(profile));
  return result;
}

function chosen(names: readonly string[]) {
  const unknown = names.filter((name) => !subjects.some((subject) => subject.name === name));
  if (unknown.length > 0) throw new Error(`nothing is called ${unknown.join(', ')}\n${usage}`);
  return names.length === 0 ? subjects : subjects.filter(({ name }) => names.includes(name));
}

async function run(): Promise<void> {
  const options = {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    save: { type: 'boolean' },
    compare: { type: 'string' },
    profile: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help) {
    console.log(usage);
    return;
  }
  const earlier = values.compare === undefined ? null : resultsSchema.parse(JSON.parse(readFileSync(values.compare, 'utf8')));
  const rows = await profiled(values.profile, async () => {
    const all: Row[] = [];
    for (const subject of chosen(positionals)) all.push(...(await subject.run({ quick: values.quick ?? false })));
    return all;
  });
  const date = new Date().toISOString().slice(0, 10);
  const commit = `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : '+'}`;
  const command = ['npm run bench --', ...process.argv.slice(2)].join(' ').trim();
  const results: Results = { date, commit, node: process.version, machine: machine(), command, rows };
  if (values.save) {
    mkdirSync(join(root, 'bench', 'results'), { recursive: true });
    writeFileSync(
      join(root, 'bench', 'results', `${date}-${positionals.join('-') || 'all'}.json`),
      `${JSON.stringify(results, null, 2)}\n`,
    );
  }
  console.log(values.json ? JSON.stringify(results) : describeResults(results, earlier));
}

try {
  await run();
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}
