import { type AthenaClient, type ColumnInfo, GetQueryResultsCommand, type Row } from '@aws-sdk/client-athena';

/** A column of a result, with its Presto type (`bigint`, `varchar`, `array(varchar)` …). */
export interface AthenaColumn {
  readonly name: string;
  readonly type: string;
}

/** A value of a result: numbers and truths as such, everything else as Athena prints it; null is null. */
export type AthenaValue = string | number | bigint | boolean | null;

/** Columns of a result and its rows, read page by page. */
export interface AthenaRows {
  readonly columns: readonly AthenaColumn[];
  readonly rows: AsyncIterable<readonly AthenaValue[]>;
}

/**
 * The rows of a finished query.
 * @param hasHeader whether the first row repeats the column names, as it does for SELECT
 */
export async function readRows(client: AthenaClient, queryId: string, hasHeader: boolean): Promise<AthenaRows> {
  const page = (NextToken?: string) =>
    client.send(new GetQueryResultsCommand({ QueryExecutionId: queryId, MaxResults: 1000, ...(NextToken !== undefined && { NextToken }) }));
  const first = await page();
  const columns = (first.ResultSet?.ResultSetMetadata?.ColumnInfo ?? []).map(({ Name = '', Type = '' }: Partial<ColumnInfo>) => ({
    name: Name,
    type: Type,
  }));
  async function* rows(): AsyncIterable<readonly AthenaValue[]> {
    let skip = hasHeader ? 1 : 0;
    for (let current = first; ; current = await page(current.NextToken)) {
      for (const row of current.ResultSet?.Rows ?? []) if (skip-- <= 0) yield decodeRow(row, columns);
      if (current.NextToken === undefined) return;
    }
  }
  return { columns, rows: rows() };
}

const decodeRow = ({ Data = [] }: Row, columns: readonly AthenaColumn[]): AthenaValue[] =>
  columns.map(({ type }, index) => decode(Data[index]?.VarCharValue, type));

/** Athena sends every value as text; a null has none. */
function decode(text: string | undefined, type: string): AthenaValue {
  if (text === undefined) return null;
  if (/^(tinyint|smallint|integer|int)$/.test(type)) return Number(text);
  if (/^(double|float|real)$/.test(type)) return Number(text);
  if (type === 'bigint') return Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text);
  if (type === 'boolean') return text === 'true';
  return text;
}
