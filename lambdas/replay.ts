import type { Context } from 'aws-lambda';
import { concurrentMap } from '../src/concurrency.ts';
import type { IntakeMessage } from '../src/dataset/intake/message.ts';
import type { Receipt } from '../src/dataset/records/receipt.ts';
import { archiveOf, selected } from '../src/dataset/upkeep/replay.ts';
import { awsTables } from './adapters/dataset.ts';
import { RawBucket } from './adapters/raw-bucket.ts';
import { s3Client } from './adapters/s3-client.ts';
import { sqsClient } from './adapters/sqs-client.ts';
import { SqsQueue } from './adapters/sqs-queue.ts';
import { setting } from './environment.ts';
import { replayRequest, shares } from './replay-request.ts';
import { logger } from './telemetry.ts';

const s3 = s3Client();
const raw = new RawBucket(s3, setting('RAW_BUCKET'));
const backfill = new SqsQueue(sqsClient(), setting('BACKFILL_QUEUE_URL'));
const stores = awsTables(s3);

/** Time that the largest share needs, with room. */
const reserve = 120_000;

/** The messages that ask for a file again; a member of an archive is asked for in every version of it. */
async function messagesOf(receipt: Receipt): Promise<IntakeMessage[]> {
  const { key, version, bytes, received } = receipt;
  const archive = await archiveOf(stores, receipt);
  if (archive === null) return [{ key, version, bytes, received }];
  const member = key.slice(archive.length + 1);
  const versions: IntakeMessage[] = [];
  for await (const found of raw.versions(archive)) if (found.key === archive) versions.push({ ...found, member });
  return versions;
}

async function* messages(receipts: AsyncIterable<Receipt>): AsyncIterable<IntakeMessage> {
  for await (const batch of concurrentMap(receipts, 16, messagesOf)) yield* batch;
}

/** Send what was received to be read again. When time runs short, `next` says what to ask `from` to go on. */
export async function handler(
  event: unknown,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<{ sent: number; next: string | null }> {
  const { from = '00', ...selection } = replayRequest(event);
  let sent = 0;
  for (const share of shares.filter((one) => one >= from)) {
    if (context.getRemainingTimeInMillis() < reserve) return { sent, next: share };
    sent += await backfill.send(messages(selected(stores, { ...selection, share })));
  }
  logger.info('replayed', { ...selection, sent });
  return { sent, next: null };
}
