import type { Crew, Work } from './pool.ts';
import { type Clock, Hand, type Order } from './supervisor.ts';

/** A job of the crew on its way to a thread. */
export type CrewOrder = Order & { readonly [K in keyof Work]: { readonly kind: K; readonly job: Work[K]['job'] } }[keyof Work];

/** Jobs given to a thread before it has answered the first: it never waits for the next one. */
const ahead = 4;

const nameOf = (kind: keyof Work, job: Work[keyof Work]['job']): string => (job !== null && 'path' in job ? job.path : kind);

/** A crew of threads, each with the dataset folder open for itself: what keeps processes apart keeps them apart. */
export function threadCrew(out: string, count: number, script: URL, clock?: Clock): Crew {
  const hands = Array.from({ length: count }, () => new Hand<CrewOrder>(script, out, clock));
  let id = 0;
  const give = (hand: Hand<CrewOrder>, kind: keyof Work, job: Work[keyof Work]['job']) =>
    // Kind and job belong together by the signature of `do`; the union of orders cannot say so.
    hand.give({ id: id++, name: nameOf(kind, job), kind, job } as CrewOrder);
  return {
    width: count * ahead,
    do: (kind, job) => {
      const free = hands.reduce((least, hand) => (hand.waiting.size < least.waiting.size ? hand : least));
      return give(free, kind, job);
    },
    all: async (kind) => void (await Promise.all(hands.map((hand) => give(hand, kind, null)))),
    end: async () => void (await Promise.all(hands.map((hand) => hand.end()))),
  };
}
