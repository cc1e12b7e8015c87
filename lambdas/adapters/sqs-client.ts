import { SQSClient } from '@aws-sdk/client-sqs';
import { patience } from './patience.ts';

/** A client of queues, whose answers are short; in a module of its own, so that a start without queues does not load it. */
export const sqsClient = (): SQSClient => new SQSClient(patience(10_000));
