import { randomReports } from '../../bench/generate/index.ts';
import { publishedRows } from '../../bench/generate/rows.ts';
import type { Report } from '../../schemas/report.ts';
import type { ParquetTableName, Row, Table } from '../../schemas/tables.ts';
import { tables } from '../../schemas/tables.ts';
import { parquet } from '../../src/dataset/parquet/parquet.ts';
import { encode } from '../../src/dataset/parquet/table-format.ts';
import { agencyRows } from '../../src/dataset/rows/agencies.ts';
import { rowOrder } from '../../src/derive/order.ts';
import { openKeys } from '../../src/keys.ts';
import type { ObjectStore } from '../../src/ports.ts';

async function writeTable<T extends ParquetTableName>(open: ObjectStore, table: T, rows: readonly Row<T>[]): Promise<void> {
  const { file }: Table = tables[table];
  const parts = new Map<string, Row<T>[]>();
  for (const row of rows) {
    const values: Readonly<Record<string, unknown>> = { shard: 'sha256' in row ? String(row.sha256)[0] : '', ...row };
    const key = file.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
    const part = parts.get(key);
    if (part) part.push(row);
    else parts.set(key, [row]);
  }
  for (const [key, part] of parts) {
    const body = encode(parquet, table, part.sort(rowOrder(table)));
    if (body) await open.put(key, body);
  }
}

/** Random reports, one for each agency and year. */
export function generatedReports(count: number): Report[] {
  const reports = new Map<string, Report>();
  for (const { report } of randomReports(count)) reports.set(`${report.agency.agency_id} ${report.report.year}`, report);
  return [...reports.values()];
}

/** Put reports into a store as compaction leaves them: shards by year and region, documents, agencies, the objects themselves. */
export async function writeDataset(open: ObjectStore, reports: readonly Report[]): Promise<void> {
  const rows = reports.map(publishedRows);
  await writeTable(
    open,
    'reports',
    rows.map(({ report }) => report),
  );
  await writeTable(
    open,
    'cells',
    rows.flatMap(({ cells }) => cells),
  );
  await writeTable(
    open,
    'mentions',
    rows.flatMap(({ mentions }) => mentions),
  );
  await writeTable(
    open,
    'sections',
    rows.flatMap(({ sections }) => sections),
  );
  await writeTable(
    open,
    'checks',
    rows.flatMap(({ checks }) => checks),
  );
  await writeTable(
    open,
    'documents',
    rows.map(({ report }) => documentRow(report)),
  );
  await writeTable(open, 'agencies', agencyRows(rows.map(({ report }) => report)));
  for (const report of reports) {
    const partition = { agency: report.agency.agency_id, year: report.report.year ?? 0 };
    await open.put(openKeys.documentJson(partition), new TextEncoder().encode(`${JSON.stringify(report)}\n`));
  }
}

const documentRow = (report: Row<'reports'>): Row<'documents'> => ({
  sha256: report.document_sha256,
  names: [`${report.agency_id}.html`, '=1+1.html'],
  format: report.document_format,
  bytes: 100,
  outcome: 'published',
  reason: null,
  report_kind: report.report_kind,
  agency_id: report.agency_id,
  year: report.year,
  parser_version: report.parser_version,
  source_url: report.source_url,
});
