import { Duration } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from './findings.ts';

const guarded = { encryption: sqs.QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14) } as const;

/** Who works a queue off, and where that leaves what fails. */
export interface WorkQueueProps {
  /** Timeout of the function that works the queue off. */
  readonly timeout: Duration;
  readonly deadLetters: sqs.IQueue;
  /** How long messages are gathered before the function is called. */
  readonly window?: Duration;
}

/** A queue worked off by a function. A message stays hidden for six timeouts plus the window, as Lambda asks, and is tried five times. */
export function workQueue(scope: Construct, id: string, { timeout, deadLetters, window = Duration.seconds(0) }: WorkQueueProps): sqs.Queue {
  return new sqs.Queue(scope, id, {
    ...guarded,
    visibilityTimeout: Duration.seconds(6 * timeout.toSeconds() + window.toSeconds()),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
  });
}

/** Where messages wait for a person, as long as SQS keeps any. */
export function deadLetterQueue(scope: Construct, id: string): sqs.Queue {
  const queue = new sqs.Queue(scope, id, guarded);
  acknowledge(queue, 'SQS3', 'It is a dead-letter queue itself, of a queue or of a rule target.');
  return queue;
}
