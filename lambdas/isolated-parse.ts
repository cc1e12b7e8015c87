import { Worker } from 'node:worker_threads';
import type { Parsed } from '../src/dataset/parser.ts';
import type { Source } from '../src/model.ts';
import { unread } from '../src/parse.ts';
import { UnreadableError } from '../src/read/unreadable.ts';

/** How much a document that has ended a process before may use. */
export interface Limits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/**
 * Parse a document in a thread of its own, which may die or be ended without taking the other documents of the batch with
 * it. Then the document is unreadable, for a reason.
 */
export function isolatedParse(script: URL, { milliseconds, megabytes }: Limits): (bytes: Uint8Array, source: Source) => Promise<Parsed> {
  return (bytes, source) =>
    new Promise((done) => {
      const worker = new Worker(script, { workerData: { bytes, source }, resourceLimits: { maxOldGenerationSizeMb: megabytes } });
      const end = (parsed: Parsed) => {
        clearTimeout(timer);
        void worker.terminate();
        done(parsed);
      };
      const gaveUp = (why: string) => end(unread(bytes, source, new UnreadableError('crash_suspected', why)));
      const timer = setTimeout(() => gaveUp(`no result after ${milliseconds / 1000} s`), milliseconds);
      worker.once('message', end);
      worker.once('error', (error) => gaveUp(error.message));
      worker.once('exit', (code) => gaveUp(`its thread ended with code ${code}`));
    });
}
