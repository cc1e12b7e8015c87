import { tmpdir } from 'node:os';
import type { DuckDBConnection, DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import { sqlText } from '../../../src/derive/sql-text.ts';
import { Failure } from '../../failure.ts';
import { isDamage, isDiskFull, type SqlRefusal, sqlRefusal } from './refusal.ts';
import { plainValue, type Value } from './values.ts';

/** A column of a result, with the type as DuckDB names it. */
export interface ColumnOfResult {
  readonly name: string;
  readonly type: string;
}

/** A running answer: rows come in chunks, so that a large one takes no memory. */
export interface Answer {
  readonly columns: readonly ColumnOfResult[];
  chunks(): AsyncGenerator<readonly (readonly Value[])[]>;
}

/** What the engine would not run, and where in the statement. */
export class RefusedSql extends Error {
  readonly refusal: SqlRefusal;
  constructor(refusal: SqlRefusal, cause: unknown) {
    super(refusal.message, { cause });
    this.refusal = refusal;
  }
}

// StatementType of DuckDB: what can only read.
const select = 1;
const explain = 4;

/** SQL over one dataset folder: SELECT only, no other file, no network, no setting can be changed. */
export class Engine {
  readonly #connection: DuckDBConnection;

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  /**
   * Start a query. Throws RefusedSql for anything but one SELECT (or EXPLAIN of one), and for SQL in error; `table_damaged`,
   * here or with a chunk, where a file cannot be read.
   */
  async query(sql: string): Promise<Answer> {
    try {
      const empty = /^[\s;]*$/.test(sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ''));
      const statements = empty ? null : await this.#connection.extractStatements(sql);
      if (statements?.count !== 1) throw new RefusedSql({ kind: 'not_one', message: 'not one statement', at: null }, null);
      const statement = await statements.prepare(0);
      if (statement.statementType === explain) await this.#onlyReads(sql.replace(/^\s*explain(\s+analyze)?/i, ''));
      else if (statement.statementType !== select) throw new RefusedSql({ kind: 'not_select', message: 'not a SELECT', at: null }, null);
      return answer(await statement.stream(), sql);
    } catch (error) {
      throw refused(error, sql);
    }
  }

  async #onlyReads(sql: string): Promise<void> {
    const statement = await this.#connection.prepare(sql);
    if (statement.statementType !== select) throw new RefusedSql({ kind: 'not_select', message: 'not a SELECT', at: null }, null);
  }

  /** All rows of a query as objects by column. For results known to be small. */
  async rows(sql: string): Promise<Record<string, Value>[]> {
    const { columns, chunks } = await this.query(sql);
    const rows: Record<string, Value>[] = [];
    for await (const chunk of chunks()) {
      for (const values of chunk) {
        const row: Record<string, Value> = {};
        columns.forEach(({ name }, at) => {
          row[name] = values[at] ?? null;
        });
        rows.push(row);
      }
    }
    return rows;
  }

  /** Write the rows of one SELECT to a Parquet file in the scratch folder the dataset was opened with; returns their number. */
  async writeParquet(sql: string, file: string, limit?: number): Promise<number> {
    await this.query(sql);
    const rows = limit === undefined ? sql : `SELECT * FROM (\n${sql}\n) LIMIT ${limit}`;
    try {
      const result = await this.#connection.runAndReadAll(`COPY (\n${rows}\n) TO ${sqlText(file)} (FORMAT parquet, COMPRESSION snappy)`);
      return Number(result.getRows()[0]?.[0] ?? 0);
    } catch (error) {
      throw refused(error, sql);
    }
  }

  /** Stop a running query. */
  interrupt(): void {
    this.#connection.interrupt();
  }

  close(): void {
    this.#connection.closeSync();
  }
}

/** What the engine says of a statement, as a person can act on it. */
export function refused(error: unknown, sql: string): RefusedSql | Failure {
  if (error instanceof RefusedSql) return error;
  const message = error instanceof Error ? error.message : String(error);
  const refusal = sqlRefusal(message, sql);
  if (isDiskFull(message)) return new Failure('disk_full', { path: tmpdir() }, { cause: error });
  return isDamage(message) ? new Failure('table_damaged', { reason: refusal.message }, { cause: error }) : new RefusedSql(refusal, error);
}

/** The rows of a chunk, taken column by column: row by row asks the engine about every vector for each row again. */
function rowsOf(chunk: DuckDBDataChunk): Value[][] {
  const columns = chunk.getColumns();
  return Array.from({ length: chunk.rowCount }, (_, row) => columns.map((values) => plainValue(values[row] ?? null)));
}

function answer(result: DuckDBResult, sql: string): Answer {
  const types = result.columnTypes();
  return {
    columns: result.columnNames().map((name, at) => ({ name, type: String(types[at]) })),
    async *chunks() {
      try {
        for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
          yield rowsOf(chunk);
        }
      } catch (error) {
        throw refused(error, sql);
      }
    },
  };
}
