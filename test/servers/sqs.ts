import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { type Answer, type Call, callerOf, type Given, LocalServer } from './http.ts';

/** A message in a queue; `receives` counts how often it was handed out. */
export interface Message {
  readonly id: string;
  readonly body: string;
  readonly receives: number;
}

/** May this caller do this action on this queue? */
export type AuthorizeQueue = (caller: string, action: string, queue: string) => boolean;

const batchSchema = z.object({
  QueueUrl: z.string(),
  Entries: z
    .array(z.object({ Id: z.string(), MessageBody: z.string() }))
    .min(1)
    .max(10),
});

const json = (status: number, body: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify(body),
});
const failed = (status: number, code: string): Answer => json(status, { __type: `com.amazonaws.sqs#${code}`, message: code });

/** SQS over HTTP for senders; tests take messages out by `receive`, in any order and as often as they like. */
export class SqsServer extends LocalServer {
  readonly queues = new Map<string, Message[]>();
  authorize: AuthorizeQueue = () => true;
  /** Entries of a batch that fail this time. */
  entryFaults: (body: string) => { code: string; senderFault: boolean } | undefined = () => undefined;

  constructor() {
    super((http, body) => this.answer(http, body));
  }

  /** Address of a queue, as QueueUrl. */
  url(queue: string): string {
    this.queue(queue);
    return `${this.address}/111122223333/${queue}`;
  }

  queue(name: string): Message[] {
    const queue = this.queues.get(name) ?? [];
    this.queues.set(name, queue);
    return queue;
  }

  push(queue: string, body: string): void {
    this.queue(queue).push({ id: randomUUID(), body, receives: 0 });
  }

  private async answer(http: IncomingMessage, body: Buffer): Promise<Given> {
    const operation = String(http.headers['x-amz-target']).replace('AmazonSQS.', '');
    const parsed = batchSchema.safeParse(JSON.parse(body.toString()));
    if (operation !== 'SendMessageBatch' || !parsed.success) return failed(400, 'UnsupportedOperation');
    const queue = parsed.data.QueueUrl.split('/').at(-1) ?? '';
    const call: Call = { operation, caller: callerOf(http), target: queue };
    const { Entries } = parsed.data;
    return this.respond(call, () => this.send(call.caller, queue, Entries), failed);
  }

  private send(caller: string, queue: string, entries: z.infer<typeof batchSchema>['Entries']): Answer {
    if (!this.authorize(caller, 'sqs:SendMessage', queue)) return failed(403, 'AccessDenied');
    if (!this.queues.has(queue)) return failed(400, 'QueueDoesNotExist');
    return this.sendBatch(queue, entries);
  }

  private sendBatch(queue: string, entries: z.infer<typeof batchSchema>['Entries']): Answer {
    const outcomes = entries.map((entry) => ({ ...entry, fault: this.entryFaults(entry.MessageBody) }));
    const Failed = outcomes.flatMap(({ Id, fault }) => (fault ? [{ Id, SenderFault: fault.senderFault, Code: fault.code }] : []));
    const accepted = outcomes.filter(({ fault }) => !fault);
    for (const { MessageBody } of accepted) this.push(queue, MessageBody);
    const Successful = accepted.map(({ Id, MessageBody }) => ({
      Id,
      MessageId: randomUUID(),
      MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
    }));
    return json(200, { Successful, Failed });
  }
}
