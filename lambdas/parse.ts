import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { fetchFile, type ReadRaw } from '../src/dataset/intake/message.ts';
import { RawBucket } from './adapters/raw-bucket.ts';
import { s3Client } from './adapters/s3-client.ts';
import { setting } from './environment.ts';
import { batchSchema, intakeMessageOf } from './events.ts';
import type { Intake } from './intake.ts';

// What every start loads is what the first document has to be fetched with; the rest is loaded while that is on its way.

const s3 = s3Client();
const raw = new RawBucket(s3, setting('RAW_BUCKET'));
const places = {
  // Beside this entry point; the intake becomes a chunk in a folder below.
  thread: new URL('./parse-worker.mjs', import.meta.url),
  backfill: setting('BACKFILL_QUEUE_URL'),
  compaction: setting('COMPACT_QUEUE_URL'),
};
const processor = new BatchProcessor(EventType.SQS);
const read: ReadRaw = (...asked) => raw.read(...asked);
const telemetry = () => import('./telemetry.ts');

let opened: Promise<Intake> | undefined;
/** What takes documents in, made with the first of them. */
const intake = (): Promise<Intake> => {
  opened ??= import('./intake.ts').then(({ openIntake }) => openIntake(s3, places));
  return opened;
};

/** Do what one message asks for. Why that failed stands in the log: the queue only tries it again. */
async function perform({ body, attributes }: SQSRecord): Promise<void> {
  const started = performance.now();
  const tries = Number(attributes.ApproximateReceiveCount);
  try {
    const message = intakeMessageOf(body);
    const [fetched, take] = await Promise.all([fetchFile(message, read), intake()]);
    await take(message, fetched, { started, tries });
  } catch (error) {
    (await telemetry()).logger.error('failed', { queue_message: body, tries, error });
    throw error;
  }
}

/** Messages about raw files in; what failed for a passing reason is named, so that only it is tried again. */
export async function handler(event: unknown, context: Context): Promise<SQSBatchResponse> {
  try {
    return await processPartialResponse(batchSchema.parse(event), perform, processor, { context, throwOnFullBatchFailure: false });
  } finally {
    if (opened) (await telemetry()).flushMetrics();
  }
}
