import { createReadStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParquetTableName, parquetTableNames, type Table, tables } from '../../../schemas/tables.ts';
import { citationFile } from '../../../src/release/descriptors/citation.ts';
import { SheetFull } from '../../../src/release/tables/workbook.ts';
import { schemaVersion } from '../../../src/version.ts';
import { Failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { similar } from '../../text/similar.ts';
import { sqlFailure } from '../../text/sql-error.ts';
import { didYouMean } from '../../text/usage.ts';
import { scratchFolder } from '../scratch.ts';
import { type Engine, RefusedSql } from '../sql/duckdb.ts';
import { openDataset } from '../sql/open-dataset.ts';
import { makeFolder, writePieces } from './folder.ts';
import { type ExportFacts, exportReadme, exportVersion } from './readme.ts';
import { csvBytes, jsonBytes, type Tally, xlsxBytes } from './rows.ts';

/** What to export, and where to. */
export interface Slice {
  readonly name: string;
  readonly out: string;
  readonly format: 'csv' | 'xlsx' | 'parquet' | 'json';
  readonly where?: string;
  readonly to: string;
  /** Today, as the README and the citation state it. */
  readonly day: string;
}

const identifier = (name: string) => `"${name}"`;

function tableNamed(io: Io, name: string): ParquetTableName {
  const known = parquetTableNames.find((table) => table === name);
  if (known) return known;
  throw new Failure('table_unknown', {
    name,
    suggestion: didYouMean(similar(name, parquetTableNames), io.language),
    known: parquetTableNames.join(', '),
  });
}

/** The rows in their declared order; the condition stands alone between its brackets, so that its place can be told. */
function statement(name: ParquetTableName, where: string): { readonly sql: string; readonly before: number } {
  const { columns, sort }: Table = tables[name];
  const list = Object.keys(columns).map(identifier).join(', ');
  const head = `SELECT ${list} FROM (SELECT * FROM ${identifier(name)} WHERE (\n`;
  return { sql: `${head}${where}\n)) ORDER BY ${sort.map(identifier).join(', ')}`, before: head.length };
}

async function writeData(
  engine: Engine,
  slice: Slice,
  name: ParquetTableName,
  sql: string,
  folder: string,
  scratch: string,
): Promise<Tally> {
  const tally: Tally = { rows: 0, cut: 0 };
  const file = join(folder, `${name}.${slice.format}`);
  if (slice.format === 'parquet') {
    const made = join(scratch, 'result.parquet');
    tally.rows = await engine.writeParquet(sql, made);
    await writePieces(file, createReadStream(made));
    return tally;
  }
  const pieces = { csv: csvBytes, json: jsonBytes, xlsx: xlsxBytes }[slice.format];
  await writePieces(file, pieces(name, await engine.query(sql), tally));
  return tally;
}

async function describe({ format, where, day }: Slice, table: ParquetTableName, { rows, cut }: Tally, folder: string): Promise<void> {
  const facts: ExportFacts = { table, file: `${table}.${format}`, format, where: where ?? null, rows, cut, day, schemaVersion };
  await writeFile(join(folder, 'README.md'), exportReadme(facts));
  const version = exportVersion(facts);
  await writeFile(
    join(folder, 'CITATION.cff'),
    citationFile({ version, schemaVersion, created: day, years: { first: 0, last: 0 }, files: [] }),
  );
}

/** A refused condition, its place counted in what the person wrote; a sheet with too many rows. */
function failureOf(io: Io, error: unknown, where: string, before: number): unknown {
  if (error instanceof SheetFull) return new Failure('sheet_full', { reason: error.message });
  if (!(error instanceof RefusedSql)) return error;
  const { at, ...refusal } = error.refusal;
  return sqlFailure(io, { ...refusal, at: at === null || at < before ? null : Math.min(at - before, where.length) }, where);
}

/** Export a slice to a folder of its own. Returns the number of rows. Throws a Failure for what cannot be exported. */
export async function exportSlice(io: Io, slice: Slice): Promise<number> {
  const name = tableNamed(io, slice.name);
  const { sql, before } = statement(name, slice.where ?? 'true');
  const scratch = scratchFolder();
  const engine = await openDataset(slice.out, sql, { scratch });
  let rows = 0;
  try {
    await makeFolder(
      slice.to,
      async (folder) => {
        const tally = await writeData(engine, slice, name, sql, folder, scratch);
        rows = tally.rows;
        await describe(slice, name, tally, folder);
      },
      (undo) => io.onInterrupt(undo),
    );
    return rows;
  } catch (error) {
    throw failureOf(io, error, slice.where ?? 'true', before);
  } finally {
    engine.close();
    await rm(scratch, { recursive: true, force: true });
  }
}
