import { Worker } from 'node:worker_threads';
import type { Parse, Parsed } from '../src/dataset/parser.ts';
import { isText } from '../src/read/sniff.ts';
import { UnreadableError } from '../src/read/unreadable.ts';

/** The parser, loaded when it is first asked for. */
export const parser = () => import('../src/parse.ts');

/** How much a document may use that is parsed in a thread. */
export interface Limits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** What the thread answers to `{ bytes, source }`. */
export type Answer = { readonly parsed: Parsed } | { readonly fault: string };

/**
 * A parser in a thread of its own, one document after another. A document that ends the thread, or its time, is unreadable for that
 * reason and takes no other document of the batch with it; the next one gets a new thread.
 */
export function isolatedParse(script: URL, { milliseconds, megabytes }: Limits): Parse {
  let worker: Worker | null = null;
  let settle: (parsed: Parsed | UnreadableError) => void = () => {};
  const lose = (thread: Worker, why: string) => {
    if (thread !== worker) return;
    worker = null;
    void thread.terminate();
    settle(new UnreadableError('crash_suspected', why));
  };
  const start = () => {
    const thread = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
    thread.on('message', (answer: Answer) => ('parsed' in answer ? settle(answer.parsed) : lose(thread, answer.fault)));
    thread.on('error', (error) => lose(thread, error.message));
    thread.on('exit', (code) => lose(thread, `its thread ended with code ${code}`));
    return thread;
  };
  const read: Parse = (bytes, source) =>
    new Promise((done) => {
      worker ??= start();
      const thread = worker;
      thread.ref();
      const timer = setTimeout(() => lose(thread, `no result after ${milliseconds / 1000} s`), milliseconds);
      settle = (parsed) => {
        clearTimeout(timer);
        settle = () => {};
        // An idle thread does not keep the process alive.
        thread.unref();
        done(parsed instanceof UnreadableError ? parser().then(({ unread }) => unread(bytes, source, parsed)) : parsed);
      };
      thread.postMessage({ bytes, source });
    });
  let last: Promise<unknown> = Promise.resolve();
  return (bytes, source) => {
    const next = last.then(() => read(bytes, source));
    last = next;
    return next;
  };
}

/** Pages and texts are parsed here, by this program's own code in time that grows with them; what libraries read goes to the thread. */
export const librariesIsolated =
  (isolated: Parse): Parse =>
  async (bytes, source) =>
    (await isText(bytes)) ? (await parser()).parseDocument(bytes, source) : isolated(bytes, source);
