import type { Context } from 'aws-lambda';
import { ahead } from '../src/dataset/ahead.ts';
import type { Errand } from '../src/dataset/errand.ts';
import type { Receipt } from '../src/dataset/receipt.ts';
import { archiveOf, selected } from '../src/dataset/replay.ts';
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
async function errandsOf(receipt: Receipt): Promise<Errand[]> {
  const { key, version, bytes, received } = receipt;
  const archive = await archiveOf(stores, receipt);
  if (archive === null) return [{ key, version, bytes, received }];
  const member = key.slice(archive.length + 1);
  const versions: Errand[] = [];
  for await (const found of raw.versions(archive)) if (found.key === archive) versions.push({ ...found, member });
  return versions;
}

async function* errands(receipts: AsyncIterable<Receipt>): AsyncIterable<Errand> {
  for await (const batch of ahead(receipts, 16, errandsOf)) yield* batch;
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
    sent += await backfill.send(errands(selected(stores, { ...selection, share })));
  }
  logger.info('replayed', { ...selection, sent });
  return { sent, next: null };
}
