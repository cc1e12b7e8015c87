import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { PipelineFunction } from './function.ts';
import { deadLetterQueue, workQueue } from './queues.ts';
import type { Storage } from './storage.ts';

/** Where files come from, and where word of what changed goes. */
export interface IngestProps {
  readonly storage: Storage;
  readonly bundles: string;
  /** Where parse says which (year, region) changed. */
  readonly compactQueue: sqs.IQueue;
}

const parseTimeout = Duration.minutes(2);

/** A file in the raw bucket becomes an event, a message, a call of parse; what fails five times waits in a dead-letter queue. */
export class Ingest extends Construct {
  readonly parse: PipelineFunction;
  /** Fresh uploads. */
  readonly queue: sqs.Queue;
  /** Members of archives, replays, reconciled files: never in the way of fresh uploads. */
  readonly backfill: sqs.Queue;
  readonly deadLetters: sqs.Queue;
  /** Events that could not be put on the queue. */
  readonly undelivered: sqs.Queue;

  constructor(scope: Construct, id: string, { storage, bundles, compactQueue }: IngestProps) {
    super(scope, id);
    this.deadLetters = deadLetterQueue(this, 'DeadLetters');
    this.undelivered = deadLetterQueue(this, 'Undelivered');
    this.queue = workQueue(this, 'Queue', { timeout: parseTimeout, deadLetters: this.deadLetters });
    this.backfill = workQueue(this, 'Backfill', { timeout: parseTimeout, deadLetters: this.deadLetters });
    this.parse = new PipelineFunction(this, 'Parse', {
      name: 'parse',
      purpose: 'Reads one file and publishes its agency and year',
      storage,
      bundles,
      memorySize: 1769,
      timeout: parseTimeout,
      environment: { BACKFILL_QUEUE_URL: this.backfill.queueUrl, COMPACT_QUEUE_URL: compactQueue.queueUrl },
    });
    compactQueue.grantSendMessages(this.parse.role);
    this.backfill.grantSendMessages(this.parse.role);
    // The throttle is here and not reserved concurrency, which would make pollers use up receives.
    const source = { batchSize: 5, reportBatchItemFailures: true };
    this.parse.fn.addEventSource(new SqsEventSource(this.queue, { ...source, maxConcurrency: 50 }));
    this.parse.fn.addEventSource(new SqsEventSource(this.backfill, { ...source, maxConcurrency: 100 }));
    this.listen(storage);
  }

  private listen({ raw }: Storage): void {
    const listen = (id: string, description: string, detailType: string, object?: object) =>
      new events.Rule(this, id, {
        description,
        eventPattern: {
          source: ['aws.s3'],
          detailType: [detailType],
          detail: { bucket: { name: [raw.bucketName] }, ...(object && { object }) },
        },
        targets: [new SqsQueue(this.queue, { deadLetterQueue: this.undelivered })],
      });
    listen('Dropped', 'A file was put into the raw bucket, anywhere in it', 'Object Created');
    // Deleting a file unpublishes nothing; deleting a sidecar takes back what it declared.
    listen('Undeclared', 'A sidecar was deleted', 'Object Deleted', { key: [{ suffix: '.meta.json' }] });
  }
}
