import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { issueInEnglish, issueOf } from '../../../src/issue-text.ts';
import { parseDocument } from '../../../src/parse.ts';
import { Failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { sqlFailure } from '../../text/sql-error.ts';
import { ingest } from '../ingest/ingest.ts';
import { walk } from '../ingest/walk.ts';
import { scratchFolder } from '../scratch.ts';
import { RefusedSql } from '../sql/duckdb.ts';
import { openDataset } from '../sql/open-dataset.ts';
import { jsonValue, type Value } from '../sql/values.ts';

/** Most rows of an answer that a page shows; `gongkai query` gives all. */
const mostRows = 1_000;
const mostMilliseconds = 30_000;
/** Documents that wait for their confirmation; the oldest is forgotten. */
const mostWaiting = 8;

/** What a page may have done on this machine. */
export class Live {
  readonly #io: Io;
  readonly #out: string;
  readonly #waiting = new Map<string, { readonly name: string; readonly bytes: Uint8Array }>();
  #publishing: Promise<unknown> = Promise.resolve();

  constructor(io: Io, out: string) {
    this.#io = io;
    this.#out = out;
  }

  /** Run one SELECT on the dataset; the answer as JSON. Throws a Failure. */
  async query(sql: string): Promise<string> {
    const engine = await openDataset(this.#out, sql);
    const late = setTimeout(() => engine.interrupt(), mostMilliseconds);
    try {
      const { columns, chunks } = await engine.query(sql);
      const rows: (readonly Value[])[] = [];
      for await (const chunk of chunks()) {
        rows.push(...chunk.slice(0, mostRows + 1 - rows.length));
        if (rows.length > mostRows) break;
      }
      const answer = { columns: columns.map(({ name }) => name), rows: rows.slice(0, mostRows), more: rows.length > mostRows };
      return jsonValue(answer);
    } catch (error) {
      throw error instanceof RefusedSql ? sqlFailure(this.#io, error.refusal, sql) : error;
    } finally {
      clearTimeout(late);
      engine.close();
    }
  }

  /** Read a document without publishing it: what would be published, and what was found wrong with it in English too. */
  async read(name: string, bytes: Uint8Array): Promise<object> {
    const { report } = await parseDocument(bytes, { name: plainName(name) });
    this.#waiting.delete(report.document.sha256);
    this.#waiting.set(report.document.sha256, { name: plainName(name), bytes });
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > mostWaiting && oldest !== undefined) this.#waiting.delete(oldest);
    const issues = report.issues.map((issue) => ({ ...issue, english: inEnglish(issue.message) }));
    return { ...report, issues };
  }

  /** Publish a document that was read before. Throws `drop_forgotten` where it is not remembered. */
  async publish(sha256: string): Promise<object> {
    const held = this.#waiting.get(sha256);
    if (!held) throw new Failure('drop_forgotten');
    const work = this.#publishing.then(() => this.#ingest(held.name, held.bytes));
    this.#publishing = work.catch(() => {});
    return work;
  }

  async #ingest(name: string, bytes: Uint8Array): Promise<object> {
    const folder = scratchFolder();
    const path = join(folder, name);
    try {
      writeFileSync(path, bytes);
      let failure: Failure | null = null;
      const failed = (one: Failure) => {
        failure = one;
      };
      const { outcomes, quarantined, unchanged } = await ingest(
        walk([path], this.#out),
        { out: this.#out, workers: 1, keep: true },
        { failed },
      );
      if (failure) throw failure;
      return { outcomes, quarantined, unchanged };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** What was found wrong, in English; what is quoted from the document stays as found. */
function inEnglish(message: string): string {
  const code = issueOf(message);
  return code === null ? message : issueInEnglish(code, message);
}

/** The last part of a name, without what file systems take as something else. */
function plainName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come into a file's name
    .replace(/[\u0000-\u001f<>:"|?*]/g, '_')
    .slice(-120);
  return /^\.*$/.test(plain) ? 'document' : plain.replace(/^\.+/, '_');
}
