import { Worker } from 'node:worker_threads';
import { Failure, type MessageValues } from '../failure.ts';
import type { MessageCode } from '../text/messages.ts';
import type { Crew, Work } from './crew.ts';

/** A job on its way to a worker. */
export type Order = { readonly [K in keyof Work]: { readonly id: number; readonly kind: K; readonly job: Work[K]['job'] } }[keyof Work];

/** What comes back: a value, something a person can act on, or a fault of the program. */
export type Answer = { readonly id: number } & (
  | { readonly value: Work[keyof Work]['answer'] }
  | { readonly failure: { readonly code: MessageCode; readonly values: MessageValues } }
  | { readonly fault: string }
);

interface Waiting {
  readonly order: Order;
  readonly done: (value: never) => void;
  readonly failed: (error: unknown) => void;
}

/** Jobs given to a worker before it has answered the first: it never waits for the next one. */
const ahead = 4;

/** One thread and what it has to do. A thread that dies is replaced; the job it was at is the one that fails. */
class Hand {
  readonly waiting = new Map<number, Waiting>();
  readonly #start: () => Worker;
  #worker: Worker;
  #ending = false;

  constructor(start: () => Worker) {
    this.#start = start;
    this.#worker = this.#hire();
  }

  give(waiting: Waiting): void {
    this.waiting.set(waiting.order.id, waiting);
    this.#worker.postMessage(waiting.order);
  }

  async end(): Promise<void> {
    this.#ending = true;
    await this.#worker.terminate();
  }

  #hire(): Worker {
    const worker = this.#start();
    let reason = 'its thread ended';
    worker.on('message', (answer: Answer) => this.#take(answer));
    worker.on('error', (error) => {
      reason = error.message;
    });
    worker.on('exit', () => {
      if (!this.#ending) this.#lost(reason);
    });
    return worker;
  }

  #take(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if (waiting === undefined) return;
    if ('value' in answer) waiting.done(answer.value as never);
    else if ('failure' in answer) waiting.failed(new Failure(answer.failure.code, answer.failure.values));
    else waiting.failed(new Error(answer.fault));
  }

  #lost(reason: string): void {
    const [first, ...others] = this.waiting.values();
    this.waiting.clear();
    this.#worker = this.#hire();
    if (first) first.failed(new Failure('worker_lost', { what: nameOf(first.order), reason }));
    for (const other of others) this.give(other);
  }
}

const nameOf = ({ kind, job }: Order): string => (kind === 'take' ? job.path : kind);

/** A crew of threads, each with the dataset folder open for itself: what keeps processes apart keeps them apart. */
export function threadCrew(out: string, count: number, script: URL): Crew {
  const hands = Array.from({ length: count }, () => new Hand(() => new Worker(script, { workerData: out })));
  let id = 0;
  const give = (hand: Hand, kind: keyof Work, job: Work[keyof Work]['job']) =>
    // Kind and job belong together by the signature of `do`; the union of orders cannot say so.
    new Promise<never>((done, failed) => hand.give({ order: { id: id++, kind, job } as Order, done, failed }));
  return {
    width: count * ahead,
    do: (kind, job) => {
      const free = hands.reduce((least, hand) => (hand.waiting.size < least.waiting.size ? hand : least));
      return give(free, kind, job);
    },
    all: async (kind) => void (await Promise.all(hands.map((hand) => give(hand, kind, null)))),
    end: async () => void (await Promise.all(hands.map((hand) => hand.end()))),
  };
}
