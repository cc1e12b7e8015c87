import type { SQSBatchResponse } from 'aws-lambda';
import { compactShards } from '../src/dataset/compaction/compact.ts';
import { listDocuments } from '../src/dataset/compaction/documents-list.ts';
import { compactSingleTables } from '../src/dataset/compaction/single-tables.ts';
import { allTouched, type Touched, touchedSchema } from '../src/dataset/intake/receive.ts';
import { documentParts } from '../src/document-parts.ts';
import { shardName } from '../src/keys.ts';
import { awsTables } from './adapters/dataset.ts';
import { s3Client } from './adapters/s3-client.ts';
import { batchSchema } from './events.ts';
import { count, flushMetrics, logger } from './telemetry.ts';

const dataset = awsTables(s3Client());

/** Compact each shard for itself, so that one that fails holds up no other; names of those that failed. */
async function compactEach({ shards }: Touched): Promise<ReadonlySet<string>> {
  const failed = new Set<string>();
  for (const shard of shards) {
    try {
      count('ShardsWritten', await compactShards(dataset, [shard]));
    } catch (error) {
      logger.error('shard not compacted', { ...shard, error });
      failed.add(shardName(shard));
    }
  }
  return failed;
}

/** A message, and what it says was touched; null where it is none of ours: it waits in the dead-letter queue and holds up no other. */
function readMessage({ messageId, body }: { messageId: string; body: string }) {
  try {
    return { messageId, touched: touchedSchema.parse(JSON.parse(body)) };
  } catch (error) {
    logger.error('message not understood', { queue_message: body, error });
    return { messageId, touched: null };
  }
}

/** Messages about changed years and regions in, gathered for minutes; the tables of each are made once. */
export async function handler(event: unknown): Promise<SQSBatchResponse> {
  const read = batchSchema.parse(event).Records.map(readMessage);
  const messages = read.flatMap(({ messageId, touched }) => (touched === null ? [] : [{ messageId, touched }]));
  const unread = read.filter(({ touched }) => touched === null);
  const all = allTouched(messages.map(({ touched }) => touched));
  try {
    const failed = await compactEach(all);
    await listDocuments(dataset, new Set(all.documents), documentParts);
    await compactSingleTables(dataset);
    const again = messages.filter(({ touched }) => touched.shards.some((shard) => failed.has(shardName(shard))));
    logger.info('compacted', {
      messages: messages.length,
      shards: all.shards.length,
      documents: all.documents.length,
      failed: failed.size,
    });
    return { batchItemFailures: [...unread, ...again].map(({ messageId }) => ({ itemIdentifier: messageId })) };
  } finally {
    flushMetrics();
  }
}
