import type { Touched } from '../src/dataset/intake/receive.ts';
import { shards, withoutReceipt } from '../src/dataset/upkeep/reconcile.ts';
import { readLatest } from '../src/release/latest.ts';
import { awsTables } from './adapters/dataset.ts';
import { RawBucket, type RawVersion } from './adapters/raw-bucket.ts';
import { s3Client } from './adapters/s3-client.ts';
import { sqsClient } from './adapters/sqs-client.ts';
import { SqsQueue } from './adapters/sqs-queue.ts';
import { setting } from './environment.ts';
import { count, flushMetrics, logger } from './telemetry.ts';

const s3 = s3Client();
const sqs = sqsClient();
const stores = awsTables(s3);
const raw = new RawBucket(s3, setting('RAW_BUCKET'));
const backfill = new SqsQueue(sqs, setting('BACKFILL_QUEUE_URL'));
const compaction = new SqsQueue(sqs, setting('COMPACT_QUEUE_URL'));

const hour = 3_600_000;
/** A younger file may still be on its way: it is tried five times, twelve minutes apart. */
const patience = 2 * hour;

async function* lost(before: string): AsyncIterable<RawVersion> {
  for await (const file of withoutReceipt(stores, raw.versions(''), { all: true })) {
    if (file.received >= before) continue;
    logger.warn('no receipt', { key: file.key, version: file.version });
    yield file;
  }
}

/** Look whether anything was lost on the way: send files without a receipt again, and have every year and region looked at. */
export async function handler(): Promise<{ resent: number; shards: number }> {
  const now = Date.now();
  try {
    const resent = await backfill.send(lost(new Date(now - patience).toISOString()));
    count('Resent', resent);
    const touched = (await shards(stores)).map((shard): Touched => ({ shards: [shard], documents: [] }));
    await compaction.send(touched);
    const { latest } = await readLatest(stores.open);
    if (latest) count('ReleaseAgeDays', Math.max(0, (now - Date.parse(latest.created)) / (24 * hour)));
    logger.info('reconciled', { resent, shards: touched.length });
    return { resent, shards: touched.length };
  } finally {
    flushMetrics();
  }
}
