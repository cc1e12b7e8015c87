import { SendMessageBatchCommand, type SendMessageBatchResultEntry, type SQSClient } from '@aws-sdk/client-sqs';

const batchLimit = 10; // entries of one SendMessageBatch
const rounds = 5;

/** A queue that messages are sent to as JSON. */
export class SqsQueue {
  readonly #client: SQSClient;
  readonly #url: string;

  constructor(client: SQSClient, url: string) {
    this.#client = client;
    this.#url = url;
  }

  /** Send every message, ten in a request; returns how many. A batch may fail in part: what failed is sent again. */
  async send(messages: AsyncIterable<unknown> | Iterable<unknown>): Promise<number> {
    let sent = 0;
    let batch: unknown[] = [];
    for await (const message of messages) {
      if (batch.push(message) < batchLimit) continue;
      sent += await this.#sendBatch(batch);
      batch = [];
    }
    return batch.length === 0 ? sent : sent + (await this.#sendBatch(batch));
  }

  async #sendBatch(messages: readonly unknown[]): Promise<number> {
    let entries = messages.map((message, index) => ({ Id: String(index), MessageBody: JSON.stringify(message) }));
    for (let round = 1; ; round++) {
      const { Failed = [] } = await this.#client.send(new SendMessageBatchCommand({ QueueUrl: this.#url, Entries: entries }));
      if (Failed.length === 0) return messages.length;
      const [first] = Failed;
      if (round === rounds || Failed.some(({ SenderFault }) => SenderFault)) throw new Error(refused(this.#url, Failed.length, first));
      const failed = new Set(Failed.map(({ Id }) => Id));
      entries = entries.filter(({ Id }) => failed.has(Id));
      await new Promise((done) => setTimeout(done, 100 * 2 ** round));
    }
  }
}

const refused = (
  url: string,
  count: number,
  first: Pick<SendMessageBatchResultEntry, 'Id'> & { Code?: string | undefined; Message?: string | undefined } = { Id: '' },
) => `${url}: ${count} messages refused, the first with ${first.Code ?? 'no code'}: ${first.Message ?? 'no message'}`;
