import { parentPort, workerData } from 'node:worker_threads';
import type { Parse } from '../../../src/dataset/parser.ts';
import { DamagedState } from '../../../src/dataset/records/stored.ts';
import { sha256Hex } from '../../../src/hash.ts';
import { UnreadableError } from '../../../src/read/unreadable.ts';
import { Failure } from '../../failure.ts';
import { CurrentDocument } from './current-document.ts';
import type { Answer, Order } from './supervisor.ts';

/** What a thread is given when it starts (supervisor.ts). */
export interface ThreadData {
  /** Folder of the dataset; '' where there is none. */
  readonly dataset: string;
  /** Where it says what it is reading: the buffer of a `CurrentDocument`. */
  readonly current: SharedArrayBuffer;
  /** Documents that are not to be read again, by their hash, and why. */
  readonly refused: ReadonlyMap<string, string>;
}

/** What this thread was given. It comes from supervisor.ts and from nowhere else. */
export const threadData: ThreadData = workerData;

/** A parser that says what it is reading, reads one document at a time, and refuses those that have ended a thread before. */
export function watched(parse: Parse, { current, refused }: ThreadData): Parse {
  const shown = new CurrentDocument(current);
  const read: Parse = async (bytes, source) => {
    const sha256 = sha256Hex(bytes);
    const reason = refused.get(sha256);
    if (reason !== undefined) {
      const { unread } = await import('../../../src/parse.ts');
      return unread(bytes, source, new UnreadableError('crash_suspected', reason));
    }
    shown.begin(sha256);
    try {
      return await parse(bytes, source);
    } finally {
      shown.end();
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  return (bytes, source) => {
    const next = last.then(() => read(bytes, source));
    last = next.catch(() => {});
    return next;
  };
}

/** Do what this thread is asked to do, until it is ended. */
export function serve<O extends Order>(work: (order: O) => Promise<unknown>): void {
  // A library that gave a damaged file up may leave a promise that fails later, when the next document is being read.
  process.on('unhandledRejection', () => {});
  const answer = async (order: O): Promise<Answer> => {
    const { id } = order;
    try {
      return { id, value: await work(order) };
    } catch (error) {
      if (error instanceof Failure) return { id, failure: { code: error.code, values: error.values } };
      if (error instanceof DamagedState) return { id, failure: { code: 'state_damaged', values: { key: error.key } } };
      return { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
  parentPort?.on('message', async (order: O) => parentPort?.postMessage(await answer(order)));
}
