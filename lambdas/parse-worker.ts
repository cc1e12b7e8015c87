import { parentPort, workerData } from 'node:worker_threads';
import type { Source } from '../src/model.ts';
import { parseDocument } from '../src/parse.ts';

// The other end of isolated-parse.ts; what it is given comes from there.
const { bytes, source }: { bytes: Uint8Array; source: Source } = workerData;
parentPort?.postMessage(await parseDocument(bytes, source));
