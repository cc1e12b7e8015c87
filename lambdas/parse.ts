import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { runErrand, type Surroundings } from '../src/dataset/errand.ts';
import type { Outlets } from '../src/dataset/receive.ts';
import { s3Client, sqsClient } from './adapters/clients.ts';
import { awsDataset } from './adapters/dataset.ts';
import { RawBucket } from './adapters/raw-bucket.ts';
import { SqsQueue } from './adapters/sqs-queue.ts';
import { setting } from './environment.ts';
import { batchSchema, errandOf } from './events.ts';
import { isolatedParse, librariesIsolated, parser } from './isolated-parse.ts';
import { report } from './report.ts';
import { flushMetrics, logger } from './telemetry.ts';

const s3 = s3Client();
const sqs = sqsClient();
const raw = new RawBucket(s3, setting('RAW_BUCKET'));
const backfill = new SqsQueue(sqs, setting('BACKFILL_QUEUE_URL'));
const compaction = new SqsQueue(sqs, setting('COMPACT_QUEUE_URL'));
// Half the memory, and for each document of a batch its share of the time.
const isolated = isolatedParse(new URL('./parse-worker.mjs', import.meta.url), { milliseconds: 20_000, megabytes: 800 });
const dataset = awsDataset(s3, librariesIsolated(isolated));
// A page that may have ended the process twice gets a thread, too.
const careful = { ...dataset, parse: isolated };
const processor = new BatchProcessor(EventType.SQS);

/** Fetch a file, and load the parser while it is on its way. */
const read: Surroundings['read'] = (...asked) => {
  const file = raw.read(...asked);
  void parser();
  return file;
};

/** Members of an archive go on as messages of their own; what was touched waits to be compacted. */
const outlets: Outlets = {
  members: async (arrivals) => void (await backfill.send(errandsOf(arrivals))),
  compaction: async (touched) => void (await compaction.send([touched])),
};

async function* errandsOf(arrivals: Parameters<Outlets['members']>[0]): AsyncIterable<unknown> {
  for await (const { thing } of arrivals) yield thing;
}

/** Do what one message asks for. Why that failed stands in the log: the queue only tries it again. */
async function take({ body, attributes }: SQSRecord): Promise<void> {
  const started = performance.now();
  const tries = Number(attributes.ApproximateReceiveCount);
  try {
    const errand = errandOf(body);
    const done = await runErrand(tries < 3 ? dataset : careful, errand, { read, ...outlets });
    report(errand, done, Math.round(performance.now() - started));
  } catch (error) {
    logger.error('failed', { errand: body, tries, error });
    throw error;
  }
}

/** Messages about raw files in; what failed for a passing reason is named, so that only it is tried again. */
export async function handler(event: unknown, context: Context): Promise<SQSBatchResponse> {
  try {
    return await processPartialResponse(batchSchema.parse(event), take, processor, { context, throwOnFullBatchFailure: false });
  } finally {
    flushMetrics();
  }
}
