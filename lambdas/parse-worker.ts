import { parentPort } from 'node:worker_threads';
import type { Source } from '../src/model.ts';
import { parseDocument } from '../src/parse.ts';
import type { Answer } from './isolated-parse.ts';

// The other end of isolated-parse.ts; what it is given comes from there.

// A library that gave a damaged file up may leave a promise that fails later, when the next document is being read.
process.on('unhandledRejection', () => {});

async function answer(bytes: Uint8Array, source: Source): Promise<Answer> {
  try {
    return { parsed: await parseDocument(bytes, source) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', async ({ bytes, source }: { bytes: Uint8Array; source: Source }) => {
  parentPort?.postMessage(await answer(bytes, source));
});
