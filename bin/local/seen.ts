import { appendFileSync, closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { diskFailure, ifThere } from './disk.ts';
import type { FoundFile } from './walk.ts';

/** How many documents of each kind came of a file: a zip is a container and its members. */
const countsSchema = z.object({ candidate: z.int(), not_a_report: z.int(), container: z.int(), quarantined: z.int() });
export type Counts = z.infer<typeof countsSchema>;

const lineSchema = z.union([
  z.object({
    key: z.string(),
    path: z.string(),
    tag: z.string(),
    sidecar: z.string().nullable(),
    sha256: z.string(),
    parser: z.string(),
    counts: countsSchema,
    /** Reports in which a check failed. */
    failing: z.int(),
  }),
  z.object({ begun: z.string() }),
  z.object({ ended: z.string() }),
]);
type Line = z.infer<typeof lineSchema>;
export type SeenFile = Extract<Line, { path: string }>;

/** Files changed less than this before they are read may change again within one tick of the file system's clock. */
const young = 2_000;

/**
 * What was read before, so that an unchanged file costs one look at its size and time. A line is written when everything
 * that follows from a file is on the disk; without the list, all is done again with the same result. Several processes
 * may append at once, and the last line may be torn.
 */
export class Seen {
  readonly #path: string;
  readonly #files = new Map<string, SeenFile>();
  readonly #begun = new Set<string>();
  #lines = 0;

  constructor(out: string) {
    this.#path = join(out, '.local', 'files.jsonl');
    const text = ifThere(() => readFileSync(this.#path, 'utf8')) ?? '';
    for (const line of text.split('\n')) if (line !== '') this.#take(line);
    if (this.#lines > 2 * this.#files.size + 1_000) this.#rewrite();
  }

  /** Whether an earlier run ended before it had compacted: then nobody knows what it touched. */
  get interrupted(): boolean {
    return this.#begun.size > 0;
  }

  /** All files known, by their keys. */
  files(): Iterable<SeenFile> {
    return this.#files.values();
  }

  /** The file as it was read, whether or not it changed since. */
  known({ path }: Pick<FoundFile, 'path'>): SeenFile | null {
    return this.#files.get(path) ?? null;
  }

  /** The file as it was read, if neither it nor its sidecar nor the parser changed since. */
  unchanged({ path, key, tag, sidecar }: FoundFile, parser: string): SeenFile | null {
    const known = this.#files.get(path);
    return known?.key === key && known.tag === tag && known.sidecar === sidecar && known.parser === parser ? known : null;
  }

  /** Note files that are done; `now` in milliseconds. Those that are too young to be told from a later change are left out. */
  note(files: readonly (SeenFile & { readonly changed: number })[], now: number): void {
    const old = files.filter(({ changed }) => now - changed > young).map(({ changed: _, ...file }) => file);
    for (const file of old) this.#files.set(file.path, file);
    this.#append(old);
  }

  begin(run: string): void {
    this.#append([{ begun: run }]);
  }

  /** Note that a run compacted all it touched, and, if it looked at everything, all that earlier ones had left. */
  end(run: string, everything: boolean): void {
    this.#append([{ ended: run }, ...(everything ? [...this.#begun].map((ended) => ({ ended })) : [])]);
  }

  #take(text: string): void {
    this.#lines++;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return; // Torn by a process that was killed.
    }
    const line = lineSchema.safeParse(value).data;
    if (line === undefined) return;
    if ('path' in line) this.#files.set(line.path, line);
    else if ('begun' in line) this.#begun.add(line.begun);
    else this.#begun.delete(line.ended);
  }

  #append(lines: readonly Line[]): void {
    if (lines.length === 0) return;
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      // A new line first: the last one may have been torn.
      appendFileSync(this.#path, `\n${lines.map((line) => JSON.stringify(line)).join('\n')}\n`, { flush: true });
    } catch (error) {
      throw diskFailure(error, this.#path);
    }
  }

  #rewrite(): void {
    const lines = [...this.#files.values(), ...[...this.#begun].map((begun) => ({ begun }))];
    const draft = `${this.#path}.${process.pid}`;
    writeFileSync(draft, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const file = openSync(draft, 'r');
    fsyncSync(file);
    closeSync(file);
    renameSync(draft, this.#path);
  }
}
