import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { PipelineFunction } from './function.ts';
import type { Storage } from './storage.ts';

/** Where lost and chosen files are sent to be read again. */
export interface RecoveryProps {
  readonly storage: Storage;
  readonly bundles: string;
  readonly backfill: sqs.IQueue;
  /** Where reconcile says that every (year, region) is to be looked at. */
  readonly compactQueue: sqs.IQueue;
  readonly undelivered: sqs.IQueue;
}

/** The guarantee that nothing is lost: reconcile finds every day what has no receipt, replay reads again what a person names. */
export class Recovery extends Construct {
  readonly reconcile: PipelineFunction;
  readonly replay: PipelineFunction;

  constructor(scope: Construct, id: string, { storage, bundles, backfill, compactQueue, undelivered }: RecoveryProps) {
    super(scope, id);
    const environment = { BACKFILL_QUEUE_URL: backfill.queueUrl };
    const common = { storage, bundles, timeout: Duration.minutes(15), memorySize: 1024 };
    this.reconcile = new PipelineFunction(this, 'Reconcile', {
      ...common,
      name: 'reconcile',
      purpose: 'Sends again every raw version without a receipt',
      environment: { ...environment, COMPACT_QUEUE_URL: compactQueue.queueUrl },
    });
    this.replay = new PipelineFunction(this, 'Replay', {
      ...common,
      name: 'replay',
      purpose: 'Sends chosen raw versions to be read again',
      environment,
    });
    for (const { role } of [this.reconcile, this.replay]) backfill.grantSendMessages(role);
    compactQueue.grantSendMessages(this.reconcile.role);
    new events.Rule(this, 'Daily', {
      description: 'Reconcile raw versions with receipts',
      schedule: events.Schedule.cron({ hour: '19', minute: '0' }),
      targets: [new LambdaFunction(this.reconcile.fn, { deadLetterQueue: undelivered, retryAttempts: 2 })],
    });
  }
}
