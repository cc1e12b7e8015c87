import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Bundling from '../bin/bundle.mjs';
import { packageRoot } from '../bin/local/package-root.ts';
import { LambdaFunction } from '../test/servers/lambda.ts';
import { S3Server } from '../test/servers/s3.ts';
import { SqsServer } from '../test/servers/sqs.ts';
import { randomReport } from './generate/index.ts';

// `node bench/run.mjs lambdas`: size and cold start of each function, from process start to the first answer.
// `load` answers an event without work; parse also takes in one web page, with every request to S3 over HTTP.

// Not part of this bundle: it would take itself for the script that was started.
const { bundleLambdas }: typeof Bundling = await import(pathToFileURL(join(packageRoot(), 'bin', 'bundle.mjs')).href);
const runs = 20;
const folder = join(packageRoot(), 'dist', 'aws', 'lambdas');
const names = ['parse', 'compact', 'release', 'reconcile', 'replay'];
const bundles = await bundleLambdas(folder, names);
const s3 = new S3Server();
const sqs = new SqsServer();
await Promise.all([s3.start(), sqs.start()]);
for (const bucket of ['raw', 'state', 'open']) s3.bucket(bucket);
const page = randomReport(1).render('html').bytes;

const environment = {
  RAW_BUCKET: 'raw',
  STATE_BUCKET: 'state',
  OPEN_BUCKET: 'open',
  BACKFILL_QUEUE_URL: sqs.url('backfill'),
  COMPACT_QUEUE_URL: sqs.url('compact'),
  POWERTOOLS_METRICS_NAMESPACE: 'Gongkai',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'x',
  AWS_SECRET_ACCESS_KEY: 'x',
  AWS_ENDPOINT_URL_S3: s3.address,
  AWS_ENDPOINT_URL_SQS: sqs.address,
};

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Median milliseconds from the start of a fresh process to its answer. */
async function coldStart(name: string, event: () => unknown): Promise<string> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const fn = new LambdaFunction({ taskRoot: join(folder, name), handler: 'index.handler', environment, memory: 1769, timeout: 60 });
    await fn.start();
    const started = performance.now();
    const outcome = await fn.invoke(event());
    times.push(performance.now() - started);
    await fn.stop();
    if (!outcome.ok) return `failed: ${outcome.errorMessage.split('\n')[0]}`;
  }
  return `${Math.round(median(times))} ms`;
}

/** Bytes a function loads before its first event: its entry and every chunk that one imports statically. */
function loaded({ metafile }: (typeof bundles)[number], name: string): number {
  const seen = new Set<string>();
  const walk = (file: string): number => {
    const output = metafile.outputs[file];
    if (!output || seen.has(file)) return 0;
    seen.add(file);
    const own = statSync(join(packageRoot(), file)).size;
    return own + output.imports.filter(({ kind }) => kind === 'import-statement').reduce((sum, { path }) => sum + walk(path), 0);
  };
  return walk(Object.keys(metafile.outputs).find((file) => file.endsWith(`${name}/index.mjs`)) ?? '');
}

const empty = () => ({ Records: [] });
let count = 0;
function dropped(): unknown {
  count += 1;
  const version = s3.bucket('raw').put(`${count}.html`, Buffer.concat([page, Buffer.from(`<!-- ${count} -->`)]), {});
  if (typeof version === 'number') throw new Error(`refused with ${version}`);
  const body = JSON.stringify({ key: `${count}.html`, version: version.id });
  return { Records: [{ messageId: '1', body, attributes: { ApproximateReceiveCount: '1' }, eventSource: 'aws:sqs' }] };
}

console.log(`Node ${process.version}, median of ${runs}`);
for (const [n, name] of names.entries()) {
  const bundle = bundles[n];
  const all = Object.entries(bundle?.metafile.outputs ?? {}).filter(([file]) => file.endsWith('.mjs'));
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  const total = all.reduce((sum, [, { bytes }]) => sum + bytes, 0);
  const times = [
    `load ${await coldStart(name, empty)}`,
    ...(name === 'parse' ? [`one page of ${kilobytes(page.length)}: ${await coldStart(name, dropped)}`] : []),
  ];
  console.log(`${name}: ${bundle ? kilobytes(loaded(bundle, name)) : '?'} loaded of ${kilobytes(total)}; ${times.join('; ')}`);
}
await Promise.all([s3.stop(), sqs.stop()]);
