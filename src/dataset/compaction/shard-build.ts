import type { Row } from '../../../schemas/tables.ts';
import { concurrentMap } from '../../concurrency.ts';
import { rowOrder } from '../../derive/order.ts';
import type { Shard } from '../../keys.ts';
import { checkRow } from '../rows/report-rows.ts';
import { type Compacting, type Inputs, madeBy } from './shard-inputs.ts';
import { checksAcross, type Member, membersOf, recordMembers } from './shard-members.ts';
import type { ShardRecord, ShardTable } from './shard-record.ts';
import { type Contribution, contributionOf } from './shard-rows.ts';
import { openTables } from './shard-tables.ts';

/** The tables of a shard as they should be, and the record that says so. */
export interface Built {
  readonly tables: ReadonlyMap<ShardTable, Uint8Array | null>;
  readonly record: Omit<ShardRecord, 'tables'>;
}

/** Candidates read at the same time. */
const concurrency = 16;

/** What each agency contributes, in order: from the tables as they are where its pointer did not move, else from its candidates. */
async function* contributions(from: Compacting, shard: Shard, { before, pointers }: Inputs, full: boolean): AsyncGenerator<Contribution> {
  const trusted = !full && before?.record.made_by === madeBy(from) ? before.record : null;
  const old = trusted && (await openTables(from.open, from.format, shard, trusted));
  const members = new Map(trusted ? membersOf(trusted).map((member) => [member.agency_id, member]) : []);
  const agencies = [...pointers].sort(([a], [b]) => (a < b ? -1 : 1));
  const isOld = (agency: string, etag: string) => old !== null && trusted?.pointers[agency] === etag;
  const read = async ([agency, etag]: (typeof agencies)[number]) =>
    isOld(agency, etag) ? { agency, etag } : contributionOf(from, { agency, year: shard.year });
  for await (const found of concurrentMap(agencies, concurrency, read)) {
    if (found === null) continue;
    if (!('etag' in found)) yield found;
    else if (old)
      yield { agency: found.agency, pointer: found.etag, rows: await old.take(found.agency), member: members.get(found.agency) ?? null };
  }
}

/** Make the tables of a shard; `full` takes no rows over from the tables that are there. */
export async function build(from: Compacting, shard: Shard, inputs: Inputs, full: boolean): Promise<Built> {
  const writers = {
    reports: from.format.writer('reports'),
    cells: from.format.writer('cells'),
    mentions: from.format.writer('mentions'),
    sections: from.format.writer('sections'),
    candidate_differences: from.format.writer('candidate_differences'),
  };
  const pointers: Record<string, string> = {};
  const members: Member[] = [];
  const own = new Map<string, readonly Row<'checks'>[]>();
  for await (const { agency, pointer, rows, member } of contributions(from, shard, inputs, full)) {
    pointers[agency] = pointer;
    if (member === null) continue;
    members.push(member);
    own.set(agency, rows.checks);
    writers.reports.add(rows.reports);
    writers.cells.add(rows.cells);
    writers.mentions.add(rows.mentions);
    writers.sections.add(rows.sections);
    writers.candidate_differences.add(rows.candidate_differences);
  }
  const tables = new Map<ShardTable, Uint8Array | null>([
    ['reports', writers.reports.finish()],
    ['cells', writers.cells.finish()],
    ['mentions', writers.mentions.finish()],
    ['sections', writers.sections.finish()],
    ['checks', writeChecks(from, shard, members, own, inputs.previous)],
    ['candidate_differences', writers.candidate_differences.finish()],
  ]);
  const made_by = madeBy(from);
  const record = { made_by, pointers, previous: inputs.previous?.inputs ?? null, ...recordMembers(members, made_by) };
  return { tables, record };
}

function writeChecks(
  { format }: Compacting,
  shard: Shard,
  members: readonly Member[],
  own: ReadonlyMap<string, readonly Row<'checks'>[]>,
  previous: ShardRecord | null,
): Uint8Array | null {
  const writer = format.writer('checks');
  const across = checksAcross(members, previous ? membersOf(previous) : [], shard.year);
  for (const { agency_id, lineage_id } of members) {
    const key = { agency_id, lineage_id, ...shard };
    const others = (across.get(agency_id) ?? []).map(({ agency_id: _, lineage_id: __, year: ___, ...check }) => checkRow(key, check));
    writer.add([...(own.get(agency_id) ?? []), ...others].sort(rowOrder('checks')));
  }
  return writer.finish();
}
