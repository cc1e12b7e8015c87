import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../failure.ts';
import { doHere } from './crew.ts';
import { openLocalDataset } from './local-dataset.ts';
import type { Answer, Order } from './threads.ts';

// The other end of threads.ts; what it is given comes from there.
const dataset = openLocalDataset(String(workerData), { durable: 'later' });

async function answer({ id, kind, job }: Order): Promise<Answer> {
  try {
    return { id, value: await doHere(dataset, kind, job) };
  } catch (error) {
    if (error instanceof Failure) return { id, failure: { code: error.code, values: error.values } };
    return { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', async (order: Order) => parentPort?.postMessage(await answer(order)));
