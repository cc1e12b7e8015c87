import type { Report } from '../../schemas/report.ts';
import { openKeys, type Partition } from '../keys.ts';
import type { ObjectStore, Stores } from '../ports.ts';
import { readCandidate } from './candidate.ts';
import { type Pointer, standingDocuments, winnerOf } from './pointer.ts';
import { reportRows } from './rows.ts';
import { sameBytes } from './stored.ts';
import type { TableFormat } from './table-format.ts';

/** What a published report passes before it leaves the state bucket: personal data out (contract 1, privacy). */
export type Redact = (report: Report) => Report;

/** What publishing needs besides the stores. */
export interface PublishFrom {
  readonly format: TableFormat;
  readonly redact: Redact;
}

async function put(open: ObjectStore, key: string, body: Uint8Array, known: boolean): Promise<void> {
  // Where the pointer did not move, the partition is most likely there: reading is cheaper than writing.
  if (known && sameBytes(await open.get(key), body)) return;
  await open.put(key, body);
}

/**
 * Write the partition a pointer names, or remove it where nobody won. `moved` false: it may be there already, and is only
 * written where it differs. The same pointer gives the same bytes.
 */
export async function publishPartition(
  { state, open, format, redact }: Stores & PublishFrom,
  partition: Partition,
  pointer: Pointer,
  moved: boolean,
): Promise<void> {
  const winner = winnerOf(pointer);
  const keys = [openKeys.agencyReport(partition), openKeys.agencyCells(partition), openKeys.documentJson(partition)] as const;
  const [reportKey, cellsKey, jsonKey] = keys;
  if (winner === null || pointer.winner_reason === null) {
    await Promise.all(keys.map((key) => open.delete(key)));
    return;
  }
  const report = redact((await readCandidate(state, winner.candidate)).report);
  const rows = reportRows(report, partition, {
    candidates: standingDocuments(pointer).length,
    winner_reason: pointer.winner_reason,
  });
  await Promise.all([
    put(open, reportKey, format.encode('agency_reports', [rows.report]), !moved),
    rows.cells.length > 0 ? put(open, cellsKey, format.encode('agency_cells', rows.cells), !moved) : open.delete(cellsKey),
    put(open, jsonKey, new TextEncoder().encode(`${JSON.stringify(report)}\n`), !moved),
  ]);
}
