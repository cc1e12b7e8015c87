import type { Pool, Work } from './pool.ts';
import { type Clock, type Order, Supervisor } from './supervisor.ts';

/** A job of the pool on its way to a thread. */
export type PoolOrder = Order & { readonly [K in keyof Work]: { readonly kind: K; readonly job: Work[K]['job'] } }[keyof Work];

/** Jobs given to a thread before it has answered the first: it never waits for the next one. */
const ahead = 4;

const nameOf = (kind: keyof Work, job: Work[keyof Work]['job']): string => (job !== null && 'path' in job ? job.path : kind);

/** A pool of threads, each with the dataset folder open for itself: what keeps processes apart keeps them apart. */
export function threadPool(out: string, count: number, script: URL, clock?: Clock): Pool {
  const threads = Array.from({ length: count }, () => new Supervisor<PoolOrder>(script, out, clock));
  let id = 0;
  const give = (thread: Supervisor<PoolOrder>, kind: keyof Work, job: Work[keyof Work]['job']) =>
    // Kind and job belong together by the signature of `do`; the union of orders cannot say so.
    thread.give({ id: id++, name: nameOf(kind, job), kind, job } as PoolOrder);
  return {
    width: count * ahead,
    do: (kind, job) => {
      const free = threads.reduce((least, thread) => (thread.waiting.size < least.waiting.size ? thread : least));
      return give(free, kind, job);
    },
    all: async (kind) => void (await Promise.all(threads.map((thread) => give(thread, kind, null)))),
    end: async () => void (await Promise.all(threads.map((thread) => thread.end()))),
  };
}
