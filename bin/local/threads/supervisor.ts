import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { Failure, type MessageValues } from '../../failure.ts';
import type { MessageCode } from '../../text/messages/index.ts';
import { CurrentDocument } from './current-document.ts';
import type { ThreadData } from './thread.ts';

/** A job on its way to a thread. */
export interface Order {
  readonly id: number;
  /** The name of the job, should the thread be lost over it. */
  readonly name: string;
}

/** What comes back: a value, something a person can act on, or a fault of the program. */
export type Answer = { readonly id: number } & (
  | { readonly value: unknown }
  | { readonly failure: { readonly code: MessageCode; readonly values: MessageValues } }
  | { readonly fault: string }
);

/** Looks again and again, until it is told to stop. */
export type Clock = (look: () => void) => () => void;

/** Seconds this process runs: those of a laptop that sleeps do not count. */
const everySecond: Clock = (look) => {
  const timer = setInterval(look, 1000).unref();
  return () => clearInterval(timer);
};

/**
 * Every thread compiles for itself: over its first 5,000 documents it takes twice the processor time of later ones. Fewer
 * functions copied into those that call them (V8's default is 920 units) make later ones 4 % slower and the first 10 % quicker.
 * Versions of Node that this was not tried with may not know the flag, and would say so on stderr.
 */
const lighterCompilation = '--max-inlined-bytecode-size-cumulative=100';
const triedWith: ReadonlySet<string> = new Set(['20', '22', '24']);

/** Looks after which a document that is still being read is given up. */
const patience = 60;

interface Waiting<O> {
  readonly order: O;
  readonly done: (value: never) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * One thread and what it has to do. A thread that dies, or reads one document for ever, is replaced. The next one refuses that
 * document, as `crash_suspected`, and does the rest; where no document was being read, the first job is the one that fails.
 */
export class Supervisor<O extends Order> {
  readonly waiting = new Map<number, Waiting<O>>();
  readonly #script: URL;
  readonly #dataset: string;
  readonly #refused = new Map<string, string>();
  readonly #stopClock: () => void;
  #worker: Worker;
  #current = new CurrentDocument();
  #seen = { turn: 0, looks: 0 };
  #reason = '';
  #ending = false;

  constructor(script: URL, dataset: string, clock: Clock = everySecond) {
    this.#script = script;
    this.#dataset = dataset;
    if (triedWith.has(process.versions.node.split('.')[0] ?? '')) setFlagsFromString(lighterCompilation);
    this.#worker = this.#start();
    this.#stopClock = clock(() => this.#look());
  }

  /** What the thread answers. Throws a Failure, or what went wrong there. */
  give(order: O): Promise<never> {
    return new Promise((done, failed) => this.#post({ order, done, failed }));
  }

  async end(): Promise<void> {
    this.#ending = true;
    this.#stopClock();
    await this.#worker.terminate();
  }

  #post(waiting: Waiting<O>): void {
    this.waiting.set(waiting.order.id, waiting);
    this.#worker.ref();
    this.#worker.postMessage(waiting.order);
  }

  #start(): Worker {
    this.#current = new CurrentDocument();
    const workerData: ThreadData = { dataset: this.#dataset, current: this.#current.buffer, refused: this.#refused };
    const worker = new Worker(this.#script, { workerData });
    this.#reason = 'its thread ended';
    worker.on('message', (answer: Answer) => this.#take(answer));
    worker.on('error', (error) => {
      this.#reason = error.message;
    });
    worker.on('exit', () => {
      if (!this.#ending) this.#lost();
    });
    worker.unref();
    return worker;
  }

  #take(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    // An idle thread does not keep the process alive, but its end is waited for.
    if (this.waiting.size === 0 && !this.#ending) this.#worker.unref();
    if (waiting === undefined) return;
    if ('value' in answer) waiting.done(answer.value as never);
    else if ('failure' in answer) waiting.failed(new Failure(answer.failure.code, answer.failure.values));
    else waiting.failed(new Error(answer.fault));
  }

  #look(): void {
    const turn = this.#current.reading?.turn ?? 0;
    this.#seen = { turn, looks: turn !== 0 && turn === this.#seen.turn ? this.#seen.looks + 1 : 0 };
    if (this.#seen.looks < patience) return;
    this.#seen = { turn: 0, looks: 0 };
    this.#reason = `no result after ${patience} s`;
    void this.#worker.terminate();
  }

  #lost(): void {
    const reading = this.#current.reading;
    const reason = this.#reason;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    if (reading) this.#refused.set(reading.sha256, reason);
    const first = reading ? undefined : waiting.shift();
    first?.failed(new Failure('worker_lost', { what: first.order.name, reason }));
    this.#worker = this.#start();
    for (const other of waiting) this.#post(other);
  }
}
