import type { Report } from './report.ts';
import { agencies, agencyCandidates, agencyRelations } from './tables/agencies.ts';
import { agencyCells, cells } from './tables/cells.ts';
import { documents, quarantine } from './tables/documents.ts';
import { candidateDifferences, changes, formCrosswalk } from './tables/history.ts';
import { documentsJson } from './tables/object.ts';
import { agencyReports, reports } from './tables/reports.ts';
import type { ColumnValue, Table } from './tables/table.ts';
import { checks, mentions, sections } from './tables/texts.ts';

export { type Headline, type HeadlineName, headlines } from './tables/headlines.ts';
export type { Column, Partition, Reference, Table, Text } from './tables/table.ts';

/** Every published table by its name (contract 2): the one declaration all schemas, types and pages are derived from. */
export const tables = {
  reports,
  cells,
  mentions,
  sections,
  checks,
  documents,
  agencies,
  changes,
  agency_relations: agencyRelations,
  agency_candidates: agencyCandidates,
  candidate_differences: candidateDifferences,
  form_crosswalk: formCrosswalk,
  quarantine,
  agency_reports: agencyReports,
  agency_cells: agencyCells,
  documents_json: documentsJson,
} as const satisfies { readonly [name: string]: Table };

/** Name of a published table. */
export type TableName = keyof typeof tables;

/** Name of a table that is Parquet; the other one is the report object itself. */
export type ParquetTableName = Exclude<TableName, 'documents_json'>;

/** A row of a table: one property per column, dates as `YYYY-MM-DD`. */
export type Row<T extends TableName> = T extends 'documents_json'
  ? Report
  : { readonly [C in keyof (typeof tables)[T]['columns']]: ColumnValue<(typeof tables)[T]['columns'][C]> };

/** All names, in the order of the contract. */
export const tableNames = Object.keys(tables) as readonly TableName[];

/** All Parquet tables, in the order of the contract. */
export const parquetTableNames = tableNames.filter((name): name is ParquetTableName => name !== 'documents_json');
