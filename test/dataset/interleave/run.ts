import type { Arrival } from '../../../src/dataset/archive.ts';
import type { Dataset } from '../../../src/dataset/dataset.ts';
import { receive } from '../../../src/dataset/receive.ts';
import type { ObjectStore } from '../../../src/ports.ts';
import { MemoryStore } from '../../../src/store/memory.ts';
import { bytesOf, jsonLines, type MadeUp, madeUpParser, sha256Of } from './scenario.ts';
import { Crash, type Schedule, type Worker } from './schedule.ts';

/** A message: a thing that lies in the raw bucket, read by one parser version. */
export interface Message {
  readonly key: string;
  readonly document: MadeUp;
  readonly version: '0.1.0' | '0.2.0';
  /** What a person writes into the sidecar just before this message is sent; null removes it. */
  readonly sidecar?: object | null;
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
  return { thing: { key, version }, version, body, received: '2021-01-01T00:00:00Z' };
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
  redact: (report) => report,
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

const noMembers = async () => {};

/** Work off messages one after the other, without any fault. */
export async function serially(world: World, messages: readonly Message[]): Promise<void> {
  for (const message of messages) {
    await applySidecar(world, message);
    await receive(
      datasetOf(world, message.version, (store) => store, untampered),
      arrivalOf(message),
      noMembers,
    );
  }
}

/** Work off messages by several processes at once, in the schedule's order and weather; what a crashed one held comes again. */
export async function atOnce(world: World, messages: readonly Message[], schedule: Schedule, processes: number, tampering = untampered) {
  const queue = [...messages];
  const process = async () => {
    for (let message = queue.shift(); message !== undefined; message = queue.shift()) {
      const worker: Worker = { alive: true };
      const dataset = datasetOf(world, message.version, (store) => schedule.store(worker, store), tampering);
      if (message.sidecar !== undefined) await applySidecar(world, message);
      try {
        await receive(dataset, arrivalOf(message), noMembers);
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        const { sidecar: _, ...again } = message;
        queue.splice(schedule.next(queue.length + 1), 0, again);
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
