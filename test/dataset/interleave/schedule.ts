import type { Condition, ListedObject, ObjectStore, PutOutcome, StoredObject } from '../../../src/ports.ts';
import { sequence } from '../../store/contract.ts';

/** What may go wrong with one call of a store, in thousandths. */
export interface Weather {
  /** The process dies before or after the call; its message is delivered again. */
  readonly crash: number;
  /** The call is done, its answer lost, and the SDK repeats it. */
  readonly lost: number;
  /** A conditional write is refused although its condition holds (409: another write raced). */
  readonly refused: number;
}

/** Nothing goes wrong but the order. */
export const calm: Weather = { crash: 0, lost: 0, refused: 0 };

/** The process that made the call is dead. */
export class Crash extends Error {}
const crash = new Crash();

interface Waiting {
  readonly worker: Worker;
  readonly go: () => void;
  readonly die: () => void;
}

/** One process: all its calls end when it crashes. */
export interface Worker {
  alive: boolean;
}

/** Let processes run on until most of them wait again. All they do between two calls is done in microtasks, so runs repeat. */
async function settleDown(): Promise<void> {
  for (let turn = 0; turn < 24; turn++) await null;
}

/**
 * Runs processes step by step: every call of a store waits until it is its turn, and a seeded sequence decides whose turn
 * it is and what goes wrong. The same seed gives the same run.
 */
export class Schedule {
  readonly next: (below: number) => number;
  readonly #weather: Weather;
  #waiting: Waiting[] = [];
  #running = 0;
  #favourite: Worker | undefined;

  constructor(seed: number, weather: Weather) {
    this.next = sequence(seed);
    this.#weather = weather;
  }

  /** Whose turn is next. One process runs for a while and all others stand still, as when a machine stalls: that finds races. */
  #choose(): Waiting | undefined {
    const favourites = this.#waiting.filter(({ worker }) => worker === this.#favourite);
    const among = favourites.length > 0 && this.next(16) > 0 ? favourites : this.#waiting;
    const chosen = among[this.next(among.length)];
    this.#waiting = this.#waiting.filter((one) => one !== chosen);
    this.#favourite = chosen?.worker;
    return chosen;
  }

  /** Wait for the turn of a call. */
  #turn(worker: Worker): Promise<void> {
    if (!worker.alive) return Promise.reject(crash);
    return new Promise((go, die) => this.#waiting.push({ worker, go, die: () => die(crash) }));
  }

  #happens = (thousandths: number) => this.next(1000) < thousandths;

  #crash(worker: Worker): never {
    worker.alive = false;
    // Requests that were under way may arrive or not; those that do find nobody to answer to.
    this.#waiting = this.#waiting.filter((one) => {
      if (one.worker === worker) one.die();
      return one.worker !== worker;
    });
    throw crash;
  }

  async #call<T>(worker: Worker, work: () => Promise<T>, refusal?: T): Promise<T> {
    await this.#turn(worker);
    if (this.#happens(this.#weather.crash)) this.#crash(worker);
    if (refusal !== undefined && this.#happens(this.#weather.refused)) return refusal;
    let answer = await work();
    if (this.#happens(this.#weather.crash)) this.#crash(worker);
    if (this.#happens(this.#weather.lost)) answer = await work();
    return answer;
  }

  /** A store whose calls wait for their turn and suffer the weather, as one process sees it. */
  store(worker: Worker, store: ObjectStore): ObjectStore {
    const call = <T>(work: () => Promise<T>, refusal?: T) => this.#call(worker, work, refusal);
    return {
      get: (key: string): Promise<StoredObject | null> => call(() => store.get(key)),
      head: (key: string): Promise<ListedObject | null> => call(() => store.head(key)),
      put: (key: string, body: Uint8Array, condition?: Condition): Promise<PutOutcome> =>
        call(() => store.put(key, body, condition), condition && { ok: false }),
      delete: (key: string): Promise<void> => call(() => store.delete(key)),
      async *list(prefix: string) {
        const listed = await call(async () => {
          const all: ListedObject[] = [];
          for await (const object of store.list(prefix)) all.push(object);
          return all;
        });
        yield* listed;
      },
    };
  }

  /** Run processes until all have ended. */
  async run(processes: readonly (() => Promise<void>)[]): Promise<void> {
    this.#running = processes.length;
    const ended = processes.map(async (process) => {
      try {
        await process();
      } finally {
        this.#running--;
      }
    });
    while (this.#running > 0) {
      await settleDown();
      if (this.#waiting.length === 0) continue;
      this.#choose()?.go();
    }
    await Promise.all(ended);
  }
}
