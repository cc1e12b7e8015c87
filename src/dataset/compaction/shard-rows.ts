import { checkKinds } from '../../../schemas/checks.ts';
import type { Row } from '../../../schemas/tables.ts';
import { inBrief } from '../../check/dataset.ts';
import type { Partition } from '../../keys.ts';
import type { Stores } from '../../ports.ts';
import { readCandidate } from '../records/candidate.ts';
import { candidateDifferences } from '../rows/differences.ts';
import { reportRows } from '../rows/report-rows.ts';
import { readPointer, standingDocuments, winnerOf } from '../winner/pointer.ts';
import type { PublishFrom } from '../winner/publish.ts';
import type { Member } from './shard-members.ts';
import type { ShardTable } from './shard-record.ts';

/** The rows of one agency in every table of its shard. */
export type AgencyRows = { readonly [T in ShardTable]: readonly Row<T>[] };

/** What one agency contributes to its shard. */
export interface Contribution {
  readonly agency: string;
  /** Tag of the pointer it was made from. */
  readonly pointer: string;
  readonly rows: AgencyRows;
  /** Null where no document won. */
  readonly member: Member | null;
}

const noRows: AgencyRows = { reports: [], cells: [], mentions: [], sections: [], checks: [], candidate_differences: [] };

const ofDataset: ReadonlySet<string> = new Set(Object.entries(checkKinds).flatMap(([id, { scope }]) => (scope === 'dataset' ? [id] : [])));

/** Whether a check needs other reports: these are made again whenever a neighbour changes. D05 is both, told by its instance. */
export const isAcrossReports = ({ check_id, instance }: Pick<Row<'checks'>, 'check_id' | 'instance'>): boolean =>
  ofDataset.has(check_id) || (check_id === 'D05' && instance === 'previous_year');

/** What an agency contributes, from its pointer and the immutable candidates the pointer names; null where it has no pointer. */
export async function contributionOf(from: Stores & PublishFrom, partition: Partition): Promise<Contribution | null> {
  const stored = await readPointer(from, partition);
  if (stored === null) return null;
  const { pointer, etag } = stored;
  const winner = winnerOf(pointer);
  if (winner === null) return { agency: partition.agency, pointer: etag, rows: noRows, member: null };
  const { report: candidate, agencyCandidates } = await readCandidate(from.state, winner.candidate);
  const standing = standingDocuments(pointer);
  const others = await Promise.all(
    standing
      .filter(({ sha256 }) => sha256 !== winner.sha256)
      .map(async (other) => (await readCandidate(from.state, other.candidate)).report),
  );
  const report = from.redact.report(candidate);
  const { report: row, ...rows } = reportRows(report, partition, pointer);
  const brief = inBrief(report, standing.length);
  const { agency_id, lineage_id, name, kind, division_code, division_level } = report.agency;
  return {
    agency: partition.agency,
    pointer: etag,
    rows: { reports: [row], ...rows, candidate_differences: candidateDifferences(candidate, others, partition) },
    member: {
      ...{ agency_id, lineage_id, agency_name: name, agency_kind: kind, division_code, division_level },
      coverage: report.report.coverage,
      documents: standing.length,
      values: brief?.values ?? new Map(),
      candidates: agencyCandidates.map((one) => ({ ...one, evidence: from.redact.text(one.evidence) })),
    },
  };
}
