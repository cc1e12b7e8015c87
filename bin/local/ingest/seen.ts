import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { ifThere, makeFolders } from '../disk.ts';
import { onDisk } from '../disk-failure.ts';
import type { FoundFile } from './walk.ts';

const countsSchema = z.object({ candidate: z.int(), not_a_report: z.int(), container: z.int(), quarantined: z.int() });
/** How many documents of each kind came of a file or of a run: a zip is a container and its members. */
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
    /** The run that took it in; left out once that run is known to have compacted. */
    run: z.string().optional(),
  }),
  // A run takes files in: a line of it like the others, so that one cut short before it noted a file is known, too.
  z.object({ begun: z.string() }),
  // Everything was compacted that so many lines of a run speak of.
  z.object({ compacted: z.string(), lines: z.int() }),
]);
type Line = z.infer<typeof lineSchema>;
/** A file as it was when it was taken in, and what came of it. */
export type SeenFile = Omit<Extract<Line, { path: string }>, 'run'>;

/** Files changed less than this before they are read may change again within one tick of the file system's clock. */
const young = 2_000;

/** Tag of a file so young that a later change could look the same: it equals no tag of a file. */
const noTag = '';

/**
 * What was read before, so that an unchanged file costs one look at its size and time. A line is written when everything
 * that follows from a file is on the disk; without the list, all is done again with the same result. Several processes
 * may append at once, and the last line may be torn.
 */
export class Seen {
  readonly #path: string;
  readonly #files = new Map<string, SeenFile>();
  /** Lines of runs, and how many of them are known to be compacted. */
  readonly #runs = new Map<string, { lines: number; compacted: number }>();
  readonly #run: string;
  #lines = 0;

  /** `run`: a name no other run has. */
  constructor(out: string, run: string) {
    this.#run = run;
    this.#path = join(out, '.local', 'files.jsonl');
    const text = onDisk(this.#path, () => ifThere(() => readFileSync(this.#path, 'utf8'))) ?? '';
    for (const line of text.split('\n')) if (line !== '') this.#take(line);
  }

  /** Whether another run took files in and has not compacted them, or not yet: then only it knows what it touched. */
  get interrupted(): boolean {
    return [...this.#runs].some(([run, { lines, compacted }]) => run !== this.#run && lines > compacted);
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

  /** Note that this run takes files in: what they touch is not compacted from here on. */
  begin(): void {
    this.#append([{ begun: this.#run }]);
    this.#of(this.#run).lines++;
  }

  /** Note files that are done; `now` in milliseconds. */
  note(files: readonly (SeenFile & { readonly changed: number })[], now: number): void {
    const noted = files.map(({ changed, ...file }) => ({ ...file, tag: now - changed > young ? file.tag : noTag, run: this.#run }));
    for (const file of noted) this.#count(file);
    this.#append(noted);
  }

  /** Note that all that this run took in is compacted; with `everything`, also what others had noted when this run began. */
  compacted(everything: boolean): void {
    const runs = [...this.#runs].filter(([run, { lines, compacted }]) => lines > compacted && (everything || run === this.#run));
    this.#append(runs.map(([compacted, { lines }]) => ({ compacted, lines })));
    for (const [, run] of runs) run.compacted = run.lines;
    // Lines that another process adds meanwhile may be lost: then it, or the next run, takes those files in again.
    if (this.#lines > 2 * this.#files.size + 1_000 && !this.interrupted) this.#rewrite();
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
    if ('path' in line) this.#count(line);
    else if ('begun' in line) this.#of(line.begun).lines++;
    else {
      const run = this.#of(line.compacted);
      run.compacted = Math.max(run.compacted, line.lines);
    }
  }

  #count({ run, ...file }: Extract<Line, { path: string }>): void {
    this.#files.set(file.path, file);
    if (run !== undefined) this.#of(run).lines++;
  }

  #of(name: string): { lines: number; compacted: number } {
    const run = this.#runs.get(name) ?? { lines: 0, compacted: 0 };
    this.#runs.set(name, run);
    return run;
  }

  #append(lines: readonly Line[]): void {
    if (lines.length === 0) return;
    this.#lines += lines.length;
    onDisk(this.#path, () => {
      makeFolders(dirname(this.#path));
      // A new line first: the last one may have been torn.
      appendFileSync(this.#path, `\n${lines.map((line) => JSON.stringify(line)).join('\n')}\n`, { flush: true });
    });
  }

  #rewrite(): void {
    const draft = `${this.#path}.${process.pid}`;
    writeFileSync(draft, [...this.#files.values()].map((line) => `${JSON.stringify(line)}\n`).join(''));
    const file = openSync(draft, 'r');
    fsyncSync(file);
    closeSync(file);
    renameSync(draft, this.#path);
    this.#lines = this.#files.size;
  }
}

/** What is known of a dataset folder's files, for a run with a name of its own. */
export const newSeen = (out: string): Seen => new Seen(out, `${Date.now()}-${process.pid}-${Math.random().toString(36).slice(2, 8)}`);
