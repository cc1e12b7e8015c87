import type { Fetched, IntakeMessage } from '../src/dataset/intake/message.ts';
import type { Outlets } from '../src/dataset/intake/receive.ts';
import { takeIn } from '../src/dataset/intake/take-in.ts';
import { awsDataset } from './adapters/dataset.ts';
import type { S3Client } from './adapters/s3-client.ts';
import { sqsClient } from './adapters/sqs-client.ts';
import { SqsQueue } from './adapters/sqs-queue.ts';
import { isolatedParse, librariesIsolated, parser } from './isolated-parse.ts';
import { logOutcome } from './log-outcome.ts';

// What a document needs once it is here. Its own part of the bundle, loaded while the first document is fetched.

/** Where the intake finds what it works with: the script of its thread, the queues that what follows from a document goes to. */
export interface Places {
  readonly thread: URL;
  readonly backfill: string;
  readonly compaction: string;
}

/** Take in what was fetched for a message, and log the outcome: when that began (`performance.now()`), how often it was tried. */
export type Intake = (
  message: IntakeMessage,
  fetched: Fetched,
  attempt: { readonly started: number; readonly tries: number },
) => Promise<void>;

/** The dataset and the queues of the stack, made once for the life of the process. */
export function openIntake(s3: S3Client, { thread, backfill, compaction }: Places): Intake {
  void parser();
  // Half the memory, and for each document of a batch its share of the time.
  const isolated = isolatedParse(thread, { milliseconds: 20_000, megabytes: 800 });
  const dataset = awsDataset(s3, librariesIsolated(isolated));
  // A page that may have ended the process twice gets a thread, too.
  const careful = { ...dataset, parse: isolated };
  const sqs = sqsClient();
  const outlets = outletsTo(new SqsQueue(sqs, backfill), new SqsQueue(sqs, compaction));
  return async (message, fetched, { started, tries }) => {
    const done = await takeIn(tries < 3 ? dataset : careful, fetched, outlets);
    logOutcome(message, done, Math.round(performance.now() - started));
  };
}

/** Members of an archive go on as messages of their own; what was touched waits to be compacted. */
const outletsTo = (backfill: SqsQueue, compaction: SqsQueue): Outlets => ({
  members: async (arrivals) => void (await backfill.send(messagesOf(arrivals))),
  compaction: async (touched) => void (await compaction.send([touched])),
});

async function* messagesOf(arrivals: Parameters<Outlets['members']>[0]): AsyncIterable<unknown> {
  for await (const { file } of arrivals) yield file;
}
