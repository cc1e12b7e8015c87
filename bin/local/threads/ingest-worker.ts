import { openLocalDataset } from '../store/local-dataset.ts';
import { doHere } from './pool.ts';
import { post, serve, watched } from './thread.ts';
import type { CrewOrder } from './thread-pool.ts';

// A thread of the crew (threads.ts).
const dataset = openLocalDataset(post.dataset, { durable: 'later' });
const careful = { ...dataset, parse: watched(dataset.parse, post) };

serve<CrewOrder>(({ kind, job }) => doHere(careful, kind, job));
