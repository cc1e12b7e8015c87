import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { PipelineFunction } from './function.ts';
import type { Storage } from './storage.ts';

export interface RecoveryProps {
  readonly storage: Storage;
  readonly bundles: string;
  readonly backfill: sqs.IQueue;
  readonly undelivered: sqs.IQueue;
}

/** The guarantee that nothing is lost: reconcile finds every day what has no receipt, replay reads again what a person names. */
export class Recovery extends Construct {
  readonly reconcile: PipelineFunction;
  readonly replay: PipelineFunction;

  constructor(scope: Construct, id: string, { storage, bundles, backfill, undelivered }: RecoveryProps) {
    super(scope, id);
    const common = { storage, bundles, timeout: Duration.minutes(15), environment: { BACKFILL_QUEUE_URL: backfill.queueUrl } };
    this.reconcile = new PipelineFunction(this, 'Reconcile', {
      ...common,
      name: 'reconcile',
      purpose: 'Sends again every raw version without a receipt',
      memorySize: 1024,
    });
    this.replay = new PipelineFunction(this, 'Replay', {
      ...common,
      name: 'replay',
      purpose: 'Sends chosen raw versions to be read again',
      memorySize: 1024,
    });
    for (const { role } of [this.reconcile, this.replay]) backfill.grantSendMessages(role);
    new events.Rule(this, 'Daily', {
      description: 'Reconcile raw versions with receipts',
      schedule: events.Schedule.cron({ hour: '19', minute: '0' }),
      targets: [new LambdaFunction(this.reconcile.fn, { deadLetterQueue: undelivered, retryAttempts: 2 })],
    });
  }
}
