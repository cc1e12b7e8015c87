import type { AgencyFile, AgencyReport, FailedCheck, Peers } from '../../schemas/explorer.ts';
import { headlines, type Row } from '../../schemas/tables.ts';
import { regionOf } from '../keys.ts';

interface Held {
  readonly newest: Row<'reports'>;
  /** One JSON text a report: a hundred thousand rows as objects would fill the memory. */
  readonly reports: string[];
  readonly groups: [year: number, group: string][];
}

const groupOf = ({ agency_kind, division_level, coverage, year }: Row<'reports'>) =>
  JSON.stringify([agency_kind, division_level, coverage, year]);

const columns = headlines.map(({ name }) => name);
const cellColumns = headlines.flatMap(({ name, from }) => ('cell' in from ? [{ name, cell: from.cell }] : []));

/** Status by column instead of cell. */
const byColumn = (lacking: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(
    cellColumns.flatMap(({ name, cell }) => {
      const status = lacking.get(cell);
      return status === undefined ? [] : [[name, status]];
    }),
  );

function reportEntry(row: Row<'reports'>, failed: readonly FailedCheck[], lacking: ReadonlyMap<string, string>): string {
  const values: Readonly<Record<string, unknown>> = row;
  const entry: AgencyReport = {
    year: row.year,
    coverage: row.coverage,
    report_kind: row.report_kind,
    title: row.title,
    name: row.agency_name,
    published: row.published,
    deadline: row.deadline,
    source_url: row.source_url,
    format: row.document_format,
    forms: [row.form_disclosure, row.form_applications, row.form_remedies, row.form_statistics],
    cells: [row.cells_reported, row.cells_null],
    checks: [row.checks_failed, row.checks_assessed],
    candidates: row.candidates,
    failed,
    values: columns.map((name) => {
      const value = values[name];
      return typeof value === 'number' ? value : null;
    }),
    lacking: byColumn(lacking),
  };
  return JSON.stringify(entry);
}

const median = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

/** Gathers what the page of each agency shows: its reports over the years, beside its peers. */
export class AgencyPages {
  readonly #agencies = new Map<string, Held>();
  readonly #peers = new Map<string, { reports: number; received: number[]; disclosed: number; processed: number }>();

  add(row: Row<'reports'>, failed: readonly FailedCheck[], lacking: ReadonlyMap<string, string>): void {
    const held = this.#agencies.get(row.agency_id);
    const entry = reportEntry(row, failed, lacking);
    const group = groupOf(row);
    if (held) {
      held.reports.push(entry);
      held.groups.push([row.year, group]);
    }
    // Shards come year by year, so the last one seen is the newest.
    const reports = held?.reports ?? [entry];
    const groups = held?.groups ?? [[row.year, group]];
    this.#agencies.set(row.agency_id, { newest: !held || held.newest.year <= row.year ? row : held.newest, reports, groups });
    this.#compare(group, row);
  }

  #compare(group: string, row: Row<'reports'>): void {
    const peers = this.#peers.get(group) ?? { reports: 0, received: [], disclosed: 0, processed: 0 };
    this.#peers.set(group, peers);
    peers.reports++;
    if (row.applications_new_received !== null) peers.received.push(row.applications_new_received);
    const { applications_granted: full, applications_partially_granted: part, applications_processed_total: all } = row;
    if (full === null || part === null || all === null) return;
    peers.disclosed += full + part;
    peers.processed += all;
  }

  #peersOf(group: string): Peers | null {
    const peers = this.#peers.get(group);
    if (!peers) return null;
    return {
      reports: peers.reports,
      received: median(peers.received),
      disclosed: peers.processed === 0 ? null : Math.round((1e4 * peers.disclosed) / peers.processed) / 1e4,
    };
  }

  /** Ids of all agencies, in order. */
  ids(): readonly string[] {
    return [...this.#agencies.keys()].sort();
  }

  /** Years an agency has a report for. */
  years(id: string): readonly number[] {
    return this.#agencies.get(id)?.groups.map(([year]) => year) ?? [];
  }

  /** Place and kind of an agency, as its newest report has them. */
  newest(id: string): Row<'reports'> | undefined {
    return this.#agencies.get(id)?.newest;
  }

  /** `agency/<id>.json`: everything the page of one agency needs, in one request. */
  file(id: string, about: Row<'agencies'> | undefined, relations: readonly Row<'agency_relations'>[]): string {
    const held = this.#agencies.get(id);
    if (!held) throw new Error(`no report of ${id}`);
    const { newest } = held;
    const peers = Object.fromEntries(held.groups.map(([year, group]) => [year, this.#peersOf(group)]));
    const head: Omit<AgencyFile, 'reports'> = {
      agency_id: id,
      lineage_id: newest.lineage_id,
      name: about?.agency_name ?? newest.agency_name,
      names: about?.names ?? [],
      kind: newest.agency_kind,
      division_code: newest.division_code,
      division_name: newest.division_name,
      division_level: newest.division_level,
      region: regionOf(id),
      relations,
      peers,
    };
    return `${JSON.stringify(head).slice(0, -1)},"reports":[${held.reports.join(',')}]}`;
  }
}

/** Names of the columns that `values` of a report holds, in their order. */
export const agencyColumns: readonly string[] = columns;
