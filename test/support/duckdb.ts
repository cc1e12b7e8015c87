import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

let instance: Promise<DuckDBInstance> | undefined;

/** A connection to a fresh in-memory DuckDB database of its own. */
export async function duckdb(): Promise<DuckDBConnection> {
  return (await DuckDBInstance.create(':memory:')).connect();
}

/** Rows of a query as plain JSON: dates and big integers as text. */
export async function select(sql: string, connection?: DuckDBConnection): Promise<Record<string, unknown>[]> {
  instance ??= DuckDBInstance.create(':memory:');
  const used = connection ?? (await (await instance).connect());
  const reader = await used.runAndReadAll(sql);
  return reader.getRowObjectsJson() as Record<string, unknown>[];
}
