import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exit, Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { scratchFolder } from '../local/scratch.ts';
import { type Engine, RefusedSql } from '../local/sql/duckdb.ts';
import { openDataset } from '../local/sql/open-dataset.ts';
import { wantTables } from '../local/store/dataset-folder.ts';
import type { TextFormat } from '../text/result.ts';
import { sqlFailure } from '../text/sql-error.ts';
import { type Asked, announce, present } from './query-result.ts';

/** What a local query needs to know of its options. */
export interface LocalOptions {
  readonly out: string;
  readonly format: TextFormat | 'parquet';
  readonly maxRows?: number | undefined;
}

async function writeParquet(io: Io, engine: Engine, sql: string, scratch: string, limit: number | undefined): Promise<void> {
  const file = join(scratch, 'result.parquet');
  const rows = await engine.writeParquet(sql, file, limit);
  for await (const part of createReadStream(file)) await io.out(part);
  if (rows === 0) io.end(exit.nothing);
}

/** Run a statement on the dataset folder and write its answer. */
export async function queryLocally(io: Io, asked: Asked, { out, format, maxRows }: LocalOptions): Promise<void> {
  wantTables(out);
  if (format === 'parquet' && io.terminal) throw new Failure('parquet_to_terminal');
  const scratch = format === 'parquet' ? scratchFolder() : '';
  const engine = await openDataset(out, asked.sql, { scratch });
  const clear = async () => {
    if (scratch) await rm(scratch, { recursive: true, force: true });
  };
  const forget = io.onInterrupt(() => {
    engine.interrupt();
    return clear();
  });
  try {
    announce(io, asked, format);
    if (format === 'parquet') await writeParquet(io, engine, asked.sql, scratch, maxRows);
    else await present(io, await engine.query(asked.sql), asked, format, maxRows);
  } catch (error) {
    throw error instanceof RefusedSql ? sqlFailure(io, error.refusal, asked.sql) : error;
  } finally {
    forget();
    engine.close();
    await clear();
  }
}
