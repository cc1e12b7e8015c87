import { createHash } from 'node:crypto';
import { checkDataset, type DatasetCheck, type ReportInBrief } from '../../check/dataset.ts';
import { groupBy } from '../../group-by.ts';
import type { ShardMember, ShardRecord } from './shard-record.ts';

/** A published report of a shard: whom it is of, and its printed numbers by code. */
export interface Member extends Omit<ShardMember, 'values'> {
  readonly values: ReadonlyMap<string, number>;
}

/** The members of a record, with their numbers by code. */
export const membersOf = ({ codes, members }: Pick<ShardRecord, 'codes' | 'members'>): Member[] =>
  members.map((member) => ({
    ...member,
    values: new Map(member.values.flatMap((value, n) => (value === null ? [] : [[codes[n] ?? '', value]]))),
  }));

/** Members as a record keeps them: each code once, numbers in the order of the codes; with the digest the next year depends on. */
export function recordMembers(members: readonly Member[], madeBy: string): Pick<ShardRecord, 'codes' | 'members' | 'inputs'> {
  const codes = [...new Set(members.flatMap(({ values }) => [...values.keys()]))].sort();
  const kept = members.map((member) => ({ ...member, values: codes.map((code) => member.values.get(code) ?? null) }));
  const inputs = createHash('sha256')
    .update(JSON.stringify([madeBy, codes, kept]))
    .digest('hex');
  return { codes, members: kept, inputs };
}

const brief = ({ agency_name: _, division_level: __, candidates: ___, ...member }: Member, year: number): ReportInBrief => ({
  ...member,
  year,
});

/**
 * Checks over several reports, listed under the agencies of this year: against each other within the region, and against
 * the year before.
 */
export function checksAcross(members: readonly Member[], before: readonly Member[], year: number): Map<string, DatasetCheck[]> {
  const reports = [...before.map((member) => brief(member, year - 1)), ...members.map((member) => brief(member, year))];
  const own = checkDataset(reports).filter((check) => check.year === year);
  return groupBy(own, ({ agency_id }) => agency_id);
}
