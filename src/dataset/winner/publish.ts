import type { Report } from '../../../schemas/report.ts';
import { openKeys, type Partition } from '../../keys.ts';
import type { ObjectStore, Stores } from '../../ports.ts';
import { encode, type TableFormat } from '../parquet/table-format.ts';
import { type Candidate, readCandidate, reportJson } from '../records/candidate.ts';
import { sameBytes } from '../records/stored.ts';
import type { Redact } from '../redact.ts';
import { partitionRows } from '../rows/report-rows.ts';
import { type Pointer, winnerOf } from './pointer.ts';

/** What publishing needs besides the stores. */
export interface PublishFrom {
  readonly format: TableFormat;
  readonly redact: Redact;
  /** Candidates at hand by their keys; all others are read. */
  readonly fresh?: ReadonlyMap<string, Candidate>;
}

/** Put an object, or remove it where there is nothing to put. */
async function project(open: ObjectStore, key: string, body: Uint8Array | null, moved: boolean): Promise<void> {
  if (body === null) return open.delete(key);
  // Where the pointer did not move, the object is most likely there: reading is cheaper than writing.
  if (!moved && sameBytes(await open.get(key), body)) return;
  await open.put(key, body);
}

/**
 * Write the partition a pointer names, or remove it where no document won. `moved` false: it may be there already, and is only
 * written where it differs. The same pointer gives the same bytes.
 */
export async function publishPartition(
  { state, open, format, redact, fresh }: Stores & PublishFrom,
  partition: Partition,
  pointer: Pointer,
  moved: boolean,
): Promise<void> {
  const winner = winnerOf(pointer);
  const candidate = winner && (fresh?.get(winner.candidate) ?? (await readCandidate(state, winner.candidate)));
  const { report, cells, json } = candidate ? partitionBodies({ format, redact }, partition, pointer, candidate.report) : nothing;
  await Promise.all([
    project(open, openKeys.agencyReport(partition), report, moved),
    project(open, openKeys.agencyCells(partition), cells, moved),
    project(open, openKeys.documentJson(partition), json, moved),
  ]);
}

const newline = Buffer.from('\n');
const nothing = { report: null, cells: null, json: null };

function partitionBodies({ format, redact }: PublishFrom, partition: Partition, pointer: Pointer, candidate: Report) {
  const report = redact.report(candidate);
  const rows = partitionRows(report, partition, pointer);
  return {
    report: encode(format, 'agency_reports', [rows.report]),
    cells: encode(format, 'agency_cells', rows.cells),
    json: Buffer.concat([reportJson(report), newline]),
  };
}
