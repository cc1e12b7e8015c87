import { doHere } from './crew.ts';
import { openLocalDataset } from './local-dataset.ts';
import { post, serve, watched } from './thread.ts';
import type { CrewOrder } from './threads.ts';

// A thread of the crew (threads.ts).
const dataset = openLocalDataset(post.dataset, { durable: 'later' });
const careful = { ...dataset, parse: watched(dataset.parse, post) };

serve<CrewOrder>(({ kind, job }) => doHere(careful, kind, job));
