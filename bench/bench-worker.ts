import { parentPort } from 'node:worker_threads';
import { Parser } from 'htmlparser2';
import { fastest } from './measure/time.ts';

/** A page's text, and how often to measure it. */
export interface BareTask {
  readonly text: string;
  readonly rounds: number;
  readonly warm: number;
}

// The bare parser: nothing is done with what it finds. In a thread of its own, where nothing else calls into the library: whoever
// shares its compiled code slows it, by up to twice.
parentPort?.on('message', async ({ text, rounds, warm }: BareTask) => {
  const bare = () => {
    const parser = new Parser({});
    parser.end(text);
  };
  const [least] = await fastest([bare], rounds, warm);
  parentPort?.postMessage(least);
});
