import { compactTouched } from '../../../src/dataset/compaction/compact.ts';
import type { Dataset } from '../../../src/dataset/dataset.ts';
import type { Arrival } from '../../../src/dataset/intake/arrival.ts';
import { allTouched, type Outlets, receive, type Touched } from '../../../src/dataset/intake/receive.ts';
import type { ObjectStore } from '../../../src/ports.ts';
import { MemoryStore } from '../../support/memory-store.ts';
import { bytesOf, jsonLines, type MadeUp, madeUpParser, sha256Of } from './scenario.ts';
import { Crash, type Schedule, type Worker } from './schedule.ts';

/** A message: a file that lies in the raw bucket, read by one parser version. */
export interface Message {
  readonly key: string;
  readonly document: MadeUp;
  readonly version: '0.1.0' | '0.2.0';
  /** What a person writes into the sidecar just before this message is sent; null removes it. */
  readonly sidecar?: object | null | undefined;
}

/** The three buckets of a run. */
export interface World {
  readonly raw: MemoryStore;
  readonly state: MemoryStore;
  readonly open: MemoryStore;
}

export const newWorld = (): World => ({ raw: new MemoryStore(), state: new MemoryStore(), open: new MemoryStore() });

type Wrap = (store: ObjectStore) => ObjectStore;

const arrivalOf = ({ key, document }: Message): Arrival => {
  const body = bytesOf(document);
  const version = sha256Of(body);
  return { file: { key, version }, version, body, received: '2021-01-01T00:00:00Z' };
};

/** Put the sidecar where the message says it changed; a person's hand, no process of ours. */
async function applySidecar({ raw }: World, { key, sidecar }: Message): Promise<void> {
  if (sidecar === undefined) return;
  if (sidecar === null) await raw.delete(`${key}.meta.json`);
  else await raw.put(`${key}.meta.json`, new TextEncoder().encode(JSON.stringify(sidecar)));
}

const datasetOf = (world: World, version: Message['version'], wrap: Wrap, tampered: Tampering): Dataset => ({
  raw: wrap(world.raw),
  state: tampered.state(wrap(world.state)),
  open: wrap(world.open),
  format: jsonLines,
  redact: { report: (report) => report, text: (text) => text, name: (name) => name },
  parse: madeUpParser(version),
  parserVersion: version,
});

/** A fault put into the protocol on purpose, to see that the tests notice. */
export interface Tampering {
  readonly state: (store: ObjectStore) => ObjectStore;
}

export const untampered: Tampering = { state: (store) => store };

const isPointer = (key: string) => key.startsWith('state/current/');

/** Pointers are simply overwritten. */
export const withoutCompareAndSwap: Tampering = {
  state: (store) => ({ ...store, put: (key, body, condition) => store.put(key, body, isPointer(key) ? undefined : condition) }),
};

/** Nobody looks whether the pointer is still the same after its partition was written. */
export const withoutVerification: Tampering = {
  state: (store) => {
    const seen = new Map<string, string>();
    const remember = (key: string, etag: string | undefined) => etag !== undefined && seen.set(key, etag);
    return {
      ...store,
      get: async (key) => {
        const object = await store.get(key);
        remember(key, object?.etag);
        return object;
      },
      put: async (key, body, condition) => {
        const outcome = await store.put(key, body, condition);
        if (outcome.ok) remember(key, outcome.etag);
        return outcome;
      },
      head: async (key) => (seen.has(key) ? { key, etag: seen.get(key) ?? '', bytes: 0 } : store.head(key)),
    };
  },
};

/** Work off messages one after the other, without any fault, and compact once at the end if asked to. */
export async function serially(world: World, messages: readonly Message[], compacted: boolean): Promise<void> {
  const touched: Touched[] = [];
  const outlets: Outlets = { members: async () => {}, compaction: async (one) => void touched.push(one) };
  const plain: Wrap = (store) => store;
  for (const message of messages) {
    await applySidecar(world, message);
    await receive(datasetOf(world, message.version, plain, untampered), arrivalOf(message), outlets);
  }
  if (compacted) await compactTouched(datasetOf(world, '0.2.0', plain, untampered), allTouched(touched));
}

/** What a process takes from the queues: a file to receive, or what was touched and is to be compacted. */
type Task = { readonly message: Message } | { readonly touched: Touched };

/** The queues of a run: messages, and what waits for compaction, which is taken all at once. */
class Queues {
  readonly #messages: Message[];
  readonly #next: Schedule['next'];
  #touched: Touched[] = [];

  constructor(messages: readonly Message[], next: Schedule['next']) {
    this.#messages = [...messages];
    this.#next = next;
  }

  take(): Task | undefined {
    if (this.#touched.length > 0 && (this.#messages.length === 0 || this.#next(3) === 0)) {
      const touched = allTouched(this.#touched);
      this.#touched = [];
      return { touched };
    }
    const message = this.#messages.shift();
    return message && { message };
  }

  put(task: Task): void {
    if ('touched' in task) this.#touched.push(task.touched);
    else this.#messages.splice(this.#next(this.#messages.length + 1), 0, task.message);
  }
}

/** How a run is disturbed. */
export interface Disturbance {
  readonly schedule: Schedule;
  readonly processes: number;
  readonly compacted: boolean;
  readonly tampering: Tampering;
}

/** Work off messages by several processes at once, in the schedule's order and weather; what a crashed one held comes again. */
export async function atOnce(world: World, messages: readonly Message[], { schedule, processes, compacted, tampering }: Disturbance) {
  const queues = new Queues(messages, schedule.next);
  const perform = async (task: Task) => {
    const worker: Worker = { alive: true };
    const version = 'message' in task ? task.message.version : '0.2.0';
    const dataset = datasetOf(world, version, (store) => schedule.store(worker, store), tampering);
    if ('touched' in task) return compactTouched(dataset, task.touched);
    const compaction = async (touched: Touched) => (compacted ? queues.put({ touched }) : undefined);
    await receive(dataset, arrivalOf(task.message), { members: async () => {}, compaction });
  };
  const process = async () => {
    for (let task = queues.take(); task !== undefined; task = queues.take()) {
      if ('message' in task) await applySidecar(world, task.message);
      try {
        await perform(task);
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        // The message comes again; the person's hand does not.
        queues.put('message' in task ? { message: { ...task.message, sidecar: undefined } } : task);
      }
    }
  };
  await schedule.run(Array.from({ length: processes }, () => process));
}

/** Everything in a bucket, as text by key. */
export async function contents(store: ObjectStore, prefix = ''): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for await (const { key } of store.list(prefix)) all[key] = new TextDecoder().decode((await store.get(key))?.body);
  return all;
}
