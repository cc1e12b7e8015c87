import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '../../schemas/report.ts';
import type { ParquetTableName, Row } from '../../schemas/tables.ts';
import { parquet } from '../../src/dataset/parquet/parquet.ts';
import { encode } from '../../src/dataset/parquet/table-format.ts';
import { agencyRows } from '../../src/dataset/rows/agencies.ts';
import { type ReportRows, reportRows } from '../../src/dataset/rows/report-rows.ts';
import { rowOrder } from '../../src/derive/order.ts';
import { documentParts } from '../../src/document-parts.ts';
import { openKeys, regionOf, type Shard } from '../../src/keys.ts';
import { randomReport } from './index.ts';

/** Years a made-up dataset covers. */
const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025];

interface Organ {
  readonly id: string;
  readonly division: string;
  readonly kind: string;
}

/** Agencies all over the country by region, each told by its division and kind. */
function organs(wanted: number): ReadonlyMap<string, readonly Organ[]> {
  const found = new Map<string, Organ>();
  for (let seed = 1; found.size < wanted; seed++) {
    const { agency_id: id, division_code: division, kind } = randomReport(seed, { everywhere: true }).report.agency;
    if (division !== null && kind !== null) found.set(id, { id, division, kind });
  }
  const regions = new Map<string, Organ[]>();
  for (const organ of found.values()) regions.set(regionOf(organ.id), [...(regions.get(regionOf(organ.id)) ?? []), organ]);
  return regions;
}

function put(folder: string, key: string, body: Uint8Array | string | null): void {
  if (body === null) return;
  const path = join(folder, key);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, body);
}

const table = <T extends ParquetTableName>(name: T, rows: readonly Row<T>[]) => encode(parquet, name, rows.toSorted(rowOrder(name)));

function writeShard(folder: string, shard: Shard, reports: readonly ReportRows[]): void {
  const write = <T extends ParquetTableName>(name: T, rows: readonly Row<T>[]) =>
    put(folder, openKeys.table(name, shard), table(name, rows));
  write(
    'reports',
    reports.map(({ report }) => report),
  );
  write(
    'cells',
    reports.flatMap(({ cells }) => cells),
  );
  write(
    'checks',
    reports.flatMap(({ checks }) => checks),
  );
  write(
    'mentions',
    reports.flatMap(({ mentions }) => mentions),
  );
  write(
    'sections',
    reports.flatMap(({ sections }) => sections),
  );
}

const documentRow = ({ document_sha256: sha256, agency_id, document_format: format, ...report }: Row<'reports'>): Row<'documents'> => ({
  ...{ sha256, names: [`${agency_id}.html`], format, bytes: 50_000, outcome: 'published', reason: null, agency_id },
  ...{ report_kind: report.report_kind, year: report.year, parser_version: report.parser_version, source_url: report.source_url },
});

function made(report: Report, { id: agency }: Organ, year: number): ReportRows {
  const standing = { agency_id: agency, year, winner: report.document.sha256, winner_reason: 'only_candidate' as const };
  return reportRows(report, { agency, year }, { ...standing, candidates: [], elsewhere: [], declared: false });
}

/**
 * Write a dataset of about so many made-up reports as ingest leaves it: one of each agency for each year, a region and year in
 * memory at a time. Returns how many there are.
 */
export function writeMadeDataset(folder: string, wanted: number): number {
  const all: Row<'reports'>[] = [];
  let seed = 0;
  for (const [region, agencies] of organs(Math.ceil(wanted / years.length))) {
    for (const year of years) {
      const rows = agencies.map((organ) => {
        const { report } = randomReport(++seed, { year, division: organ.division, kind: organ.kind });
        const own = { ...report, agency: { ...report.agency, agency_id: organ.id } };
        put(folder, openKeys.documentJson({ agency: organ.id, year }), `${JSON.stringify(own)}\n`);
        return made(own, organ, year);
      });
      writeShard(folder, { year, region }, rows);
      for (const { report } of rows) all.push(report);
    }
  }
  put(folder, openKeys.single('agencies'), table('agencies', agencyRows(all)));
  const documents = all.map(documentRow);
  for (const part of documentParts) {
    put(
      folder,
      openKeys.documentsPart(part),
      table(
        'documents',
        documents.filter(({ sha256 }) => sha256.startsWith(part)),
      ),
    );
  }
  return all.length;
}
