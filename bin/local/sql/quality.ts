import { type Table, type TableName, tableNames, tables } from '../../../schemas/tables.ts';
import type { Engine } from './duckdb.ts';
import type { Value } from './values.ts';

type Row = Readonly<Record<string, Value>>;

/** How good a dataset is, in numbers: what `gongkai check` says in text, JSON and HTML. */
export interface Quality {
  readonly totals: Row;
  readonly by_year: readonly Row[];
  readonly by_region: readonly Row[];
  readonly by_kind: readonly Row[];
  readonly checks: readonly Row[];
  readonly worst: readonly Row[];
  readonly unresolved: readonly Row[];
  readonly documents: readonly Row[];
  readonly quarantine: readonly Row[];
  /** Broken keys and references of the tables; empty in a sound dataset. */
  readonly structure: readonly Row[];
}

/** Most reports, agencies and documents that are listed by name. */
const listed = 20;

const counts = `count(*) AS reports, count(DISTINCT lineage_id) AS agencies,
  CAST(sum(cells_reported) AS bigint) AS cells_with_value, CAST(sum(cells_null) AS bigint) AS cells_without_value,
  CAST(sum(checks_assessed) AS bigint) AS checks_assessed, CAST(sum(checks_failed) AS bigint) AS checks_failed`;

const queries = {
  totals: `SELECT ${counts}, min(year) AS first_year, max(year) AS last_year, count(DISTINCT region) AS regions,
    count(*) FILTER (WHERE starts_with(agency_id, 'u-')) AS unresolved FROM reports`,
  by_year: `SELECT year, ${counts} FROM reports GROUP BY year ORDER BY year`,
  by_region: `SELECT region, year, count(*) AS reports FROM reports GROUP BY region, year ORDER BY region, year`,
  by_kind: `SELECT agency_kind, ${counts} FROM reports GROUP BY agency_kind ORDER BY reports DESC, agency_kind`,
  checks: `SELECT check_id, severity,
    count(*) FILTER (WHERE outcome = 'pass') AS passed, count(*) FILTER (WHERE outcome = 'warn') AS doubtful,
    count(*) FILTER (WHERE outcome = 'fail') AS failed, count(*) FILTER (WHERE outcome = 'not_assessable') AS not_assessable,
    CAST(count(*) FILTER (WHERE outcome = 'pass') AS double) / NULLIF(count(*) FILTER (WHERE outcome <> 'not_assessable'), 0) AS pass_rate
    FROM checks GROUP BY check_id, severity ORDER BY check_id, severity`,
  worst: `SELECT r.agency_id, r.agency_name, r.year, count(*) AS failed, string_agg(DISTINCT c.check_id, ' ' ORDER BY c.check_id) AS checks
    FROM checks c JOIN reports r ON r.agency_id = c.agency_id AND r.year = c.year
    WHERE c.outcome = 'fail' AND c.severity = 'error'
    GROUP BY r.agency_id, r.agency_name, r.year ORDER BY failed DESC, r.agency_id, r.year LIMIT ${listed}`,
  unresolved: `SELECT r.agency_id, any_value(r.agency_name) AS agency_name, min(r.year) AS first_year, max(r.year) AS last_year,
    (SELECT string_agg(c.candidate_id || ' ' || c.agency_name, '; ' ORDER BY c.score DESC, c.candidate_id)
     FROM agency_candidates c WHERE c.agency_id = r.agency_id) AS candidates
    FROM reports r WHERE starts_with(r.agency_id, 'u-') GROUP BY r.agency_id ORDER BY r.agency_id LIMIT ${listed}`,
  documents: `SELECT outcome, count(*) AS documents FROM documents GROUP BY outcome ORDER BY documents DESC, outcome`,
  quarantine: `SELECT code, stage, count(*) AS documents, min(name) AS example FROM quarantine
    GROUP BY code, stage ORDER BY documents DESC, code, stage`,
} as const;

const name = (column: string) => `"${column}"`;

/** Statements that count, per table, keys that occur twice and references that lead nowhere. */
function structureQuery(): string {
  const compacted = tableNames.filter((table) => !/^agency_(reports|cells)$|^documents_json$/.test(table));
  const parts = compacted.flatMap((table: TableName) => {
    const { key, references }: Table = tables[table];
    const keys = key.map(name).join(', ');
    const twice = `SELECT '${table}' AS "table", 'key' AS rule, '${key.join(', ')}' AS columns, count(*) AS broken
      FROM (SELECT ${keys} FROM ${name(table)} GROUP BY ${keys} HAVING count(*) > 1)`;
    const lost = references.map(({ columns, table: to, to: there }) => {
      const on = columns.map((column, at) => `t.${name(there[at] ?? column)} = f.${name(column)}`).join(' AND ');
      const asked = columns.map((column) => `f.${name(column)} IS NOT NULL`).join(' AND ');
      return `SELECT '${table}', 'reference to ${to}', '${columns.join(', ')}', count(*)
        FROM ${name(table)} f WHERE ${asked} AND NOT EXISTS (SELECT 1 FROM ${name(to)} t WHERE ${on})`;
    });
    return [twice, ...lost];
  });
  return `SELECT * FROM (${parts.join('\nUNION ALL ')}) WHERE broken > 0 ORDER BY ALL`;
}

/** SQL that names every table the report reads, to open the dataset with. */
export const qualityTables: string = tableNames.filter((table) => !table.startsWith('documents_')).join(' ');

/** Measure a dataset. */
export async function measureQuality(engine: Engine): Promise<Quality> {
  const [totals = {}] = await engine.rows(queries.totals);
  return {
    totals,
    by_year: await engine.rows(queries.by_year),
    by_region: await engine.rows(queries.by_region),
    by_kind: await engine.rows(queries.by_kind),
    checks: await engine.rows(queries.checks),
    worst: await engine.rows(queries.worst),
    unresolved: await engine.rows(queries.unresolved),
    documents: await engine.rows(queries.documents),
    quarantine: await engine.rows(queries.quarantine),
    structure: await engine.rows(structureQuery()),
  };
}
