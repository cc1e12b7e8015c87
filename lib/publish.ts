import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { PipelineFunction } from './function.ts';
import { deadLetterQueue, workQueue } from './queues.ts';
import type { Storage } from './storage.ts';

/** Where tables are kept, and the code that makes them. */
export interface PublishProps {
  readonly storage: Storage;
  readonly bundles: string;
}

const compactTimeout = Duration.minutes(5);
const compactWindow = Duration.minutes(5);

/** Changed (year, region) pairs are gathered for five minutes and compacted; releases are made on schedule. */
export class Publish extends Construct {
  readonly compact: PipelineFunction;
  readonly release: PipelineFunction;
  readonly queue: sqs.Queue;
  readonly deadLetters: sqs.Queue;

  constructor(scope: Construct, id: string, { storage, bundles }: PublishProps) {
    super(scope, id);
    this.deadLetters = deadLetterQueue(this, 'DeadLetters');
    this.queue = workQueue(this, 'Queue', { timeout: compactTimeout, window: compactWindow, deadLetters: this.deadLetters });
    this.compact = new PipelineFunction(this, 'Compact', {
      name: 'compact',
      purpose: 'Rebuilds the tables of changed years and regions',
      storage,
      bundles,
      memorySize: 3008,
      timeout: compactTimeout,
    });
    this.compact.fn.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: 1000,
        maxBatchingWindow: compactWindow,
        maxConcurrency: 5,
        reportBatchItemFailures: true,
      }),
    );
    this.release = new PipelineFunction(this, 'Release', {
      name: 'release',
      purpose: 'Freezes the dataset as a version others can cite',
      storage,
      bundles,
      memorySize: 3008,
      timeout: Duration.minutes(15),
    });
    new events.Rule(this, 'Monthly', {
      description: 'Make a release',
      schedule: events.Schedule.cron({ day: '1', hour: '20', minute: '0' }),
      targets: [new LambdaFunction(this.release.fn, { deadLetterQueue: this.deadLetters, retryAttempts: 1 })],
    });
  }
}
