import { openLocalDataset } from '../store/local-dataset.ts';
import { doHere } from './pool.ts';
import { serve, threadData, watched } from './thread.ts';
import type { PoolOrder } from './thread-pool.ts';

// A thread of the pool (thread-pool.ts).
const dataset = openLocalDataset(threadData.dataset, { durable: 'later' });
const careful = { ...dataset, parse: watched(dataset.parse, threadData) };

serve<PoolOrder>(({ kind, job }) => doHere(careful, kind, job));
