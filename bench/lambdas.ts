import { loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Bundling from '../bin/bundle.mjs';
import { packageRoot } from '../bin/local/package-root.ts';
import { LambdaFunction } from '../test/servers/lambda.ts';
import { S3Server } from '../test/servers/s3.ts';
import { SqsServer } from '../test/servers/sqs.ts';
import { chunkOf, loaded, totalOf } from '../test/support/bundle-size.ts';
import { randomReport } from './generate/index.ts';

// `node bench/run.mjs lambdas`: size and cold start of each function, from process start to the first answer.
// The first event has no work in it; parse is also measured with one web page, with every request to S3 over HTTP.

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
  RELEASES_ADDRESS: 'https://example.org/releases/',
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

/** An event without work for each: no message, an empty dataset, one share of no receipts. */
const idle: Record<string, unknown> = {
  parse: { Records: [] },
  compact: { Records: [] },
  release: {},
  reconcile: {},
  replay: { prefix: '', from: 'ff' },
};
let count = 0;
function dropped(): unknown {
  count += 1;
  const version = s3.bucket('raw').put(`${count}.html`, Buffer.concat([page, Buffer.from(`<!-- ${count} -->`)]), {});
  if (typeof version === 'number') throw new Error(`refused with ${version}`);
  const body = JSON.stringify({ key: `${count}.html`, version: version.id });
  return { Records: [{ messageId: '1', body, attributes: { ApproximateReceiveCount: '1' }, eventSource: 'aws:sqs' }] };
}

const load = () => loadavg()[0]?.toFixed(1);
console.log(`Node ${process.version}, median of ${runs}, load ${load()}`);
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
for (const [n, { metafile }] of bundles.entries()) {
  const name = names[n] ?? '';
  const start = [`${name}/index.mjs`];
  console.log(`${name}: ${kilobytes(totalOf(loaded(metafile, start)))}, ${await coldStart(name, () => idle[name])} (load ${load()})`);
  if (name !== 'parse') continue;
  const chunks = ['lambdas/intake.ts', 'src/parse.ts'].map((module) => chunkOf(metafile, module));
  const size = totalOf(loaded(metafile, [...start, ...chunks]));
  console.log(`  and its first page of ${kilobytes(page.length)}: ${kilobytes(size)}, ${await coldStart(name, dropped)} (load ${load()})`);
}
await Promise.all([s3.stop(), sqs.stop()]);
