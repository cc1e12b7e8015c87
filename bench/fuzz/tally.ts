import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { parserVersion } from '../../src/version.ts';
import type { Told } from './lane.ts';

const slowestSchema = z.object({ seed: z.int(), name: z.string(), bytes: z.int(), ms: z.number() });

const chunkSchema = z.object({
  parser: z.string(),
  /** Seeds from … up to, not with … */
  from: z.int(),
  to: z.int(),
  documents: z.int(),
  /** Those that took more than a second of processor time. */
  slow: z.int(),
  slowest: slowestSchema,
  memory: z.int(),
  seconds: z.number(),
  faults: z.array(z.string()),
});

/** What came of consecutive seeds. */
export type Chunk = z.infer<typeof chunkSchema>;

const none = { seed: 0, name: '', bytes: 0, ms: 0 };

const slower = <T extends { readonly ms: number }>(one: T, other: T): T => (other.ms > one.ms ? other : one);

/** The documents of a chunk, counted. */
export function chunkOf(from: number, to: number, told: readonly Told[], seconds: number): Chunk {
  const { seed, name, bytes, ms } = told.reduce<Pick<Told, 'seed' | 'name' | 'bytes' | 'ms'>>(slower, none);
  return {
    parser: parserVersion,
    from,
    to,
    documents: told.length,
    slow: told.filter((one) => one.ms > 1000).length,
    slowest: { seed, name, bytes, ms },
    memory: Math.max(0, ...told.map((one) => one.memory)),
    seconds,
    faults: told.flatMap((one) => one.faults.map((fault) => `seed ${one.seed} ${one.name}: ${fault}`)),
  };
}

/** Chunks one after the other, kept as lines of a file where one is named, so that a run can go on where it was ended. */
export class Tally {
  readonly #chunks: Chunk[] = [];
  readonly #file: string | null;

  constructor(file: string | null) {
    this.#file = file;
    if (file === null || !existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      try {
        const chunk = chunkSchema.parse(JSON.parse(line));
        // What another parser did with a document says nothing of this one.
        if (chunk.parser === parserVersion) this.#chunks.push(chunk);
      } catch {
        // A line cut by the end of the run before: its documents are read again.
      }
    }
  }

  has(from: number, to: number): boolean {
    return this.#chunks.some((chunk) => chunk.from === from && chunk.to === to);
  }

  add(chunk: Chunk): void {
    this.#chunks.push(chunk);
    if (this.#file !== null) appendFileSync(this.#file, `${JSON.stringify(chunk)}\n`);
  }

  get documents(): number {
    return this.#sum(({ documents }) => documents);
  }

  get faults(): readonly string[] {
    return this.#chunks.flatMap(({ faults }) => faults);
  }

  /** Counts, the slowest document and the most memory, in one line. */
  get summary(): string {
    const { seed, name, bytes, ms } = this.#chunks.map(({ slowest }) => slowest).reduce(slower, none);
    const memory = Math.max(0, ...this.#chunks.map((chunk) => chunk.memory));
    const slow = this.#sum((chunk) => chunk.slow);
    return [
      `slowest ${ms} ms (seed ${seed}, ${name}, ${bytes} bytes)`,
      `${slow} over a second`,
      `most memory ${Math.round(memory / 1e6)} MB a process`,
      `${this.faults.length} faults`,
    ].join(', ');
  }

  #sum(what: (chunk: Chunk) => number): number {
    return this.#chunks.reduce((total, chunk) => total + what(chunk), 0);
  }
}
