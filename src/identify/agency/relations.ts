import { agencyKinds } from '../../../schemas/agency-kinds.ts';
import { type Division, divisionsOfCode } from '../place/divisions.ts';
import { codeIn, type Relation, sameDivisionAfter } from '../place/succession.ts';

/** What an agency became: one row of `agency_relations` without its `from_id`. */
export interface Follower {
  readonly to_id: string;
  /** First report year of the successor by the tables; places differ by a year or two where a kind of organ changed. */
  readonly year: number;
  readonly relation: Relation;
}

const shape = /^(\d{6})-(.+?)(-[0-9a-f]{6})?$/;

/** By the end of its division: a new code, a merger into another, or a split among several. */
function byDivision(division: Division, rest: string): readonly Follower[] {
  const { until, successors, code } = division;
  if (until === null || successors.includes(code)) return [];
  const same = sameDivisionAfter(division);
  if (same !== null) return [{ to_id: `${same}-${rest}`, year: until, relation: 'code_changed' }];
  const relation = successors.length > 1 ? 'split_from' : 'merged_into';
  return successors.map((successor) => ({ to_id: `${successor}-${rest}`, year: until, relation }));
}

/** By the reform of its kind of organ: 环境保护局 renamed 生态环境局, three bureaus merged into 市场监督管理局. */
function byKind(divisions: readonly Division[], kind: string): readonly Follower[] {
  return agencyKinds.flatMap(({ code: successor, former = [] }) =>
    former
      .filter((one) => one.kind === kind)
      .flatMap(({ year, relation }) => {
        const code = divisions.map((division) => codeIn(division, year)).find((one) => one !== null);
        return code ? [{ to_id: `${code}-${successor}`, year, relation }] : [];
      }),
  );
}

/** What may have followed an agency, by the history of divisions and of kinds of organs. Empty for `u-…` and townships. */
export function followersOf(agencyId: string): readonly Follower[] {
  const [, code, kind = '', hash = ''] = shape.exec(agencyId) ?? [];
  if (!code) return [];
  const divisions = divisionsOfCode(code);
  return [...divisions.flatMap((division) => byDivision(division, kind + hash)), ...byKind(divisions, kind)];
}

/** Rows of `agency_relations` between agencies that are held: what became of each of them. */
export function relationsAmong(agencyIds: Iterable<string>): readonly (Follower & { readonly from_id: string })[] {
  const held = new Set(agencyIds);
  return [...held].flatMap((from_id) =>
    followersOf(from_id)
      .filter(({ to_id }) => held.has(to_id) && to_id !== from_id)
      .map((follower) => ({ from_id, ...follower })),
  );
}
