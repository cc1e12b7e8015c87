import type { Row } from '../../../schemas/tables.ts';
import { rowOrder } from '../../derive/order.ts';
import { groupBy } from '../../group-by.ts';
import { relationsAmong } from '../../identify/agency/relations.ts';
import type { Member } from '../compaction/shard-members.ts';

/** One published report of an agency, as far as the list of agencies needs it. */
export interface YearOfAgency
  extends Pick<Member, 'agency_id' | 'lineage_id' | 'agency_name' | 'agency_kind' | 'division_code' | 'division_level'> {
  readonly year: number;
}

type Agency = Row<'agencies'>;
type Relation = Row<'agency_relations'>;

const byAgency = (reports: readonly YearOfAgency[]): YearOfAgency[][] =>
  [...groupBy(reports, ({ agency_id }) => agency_id).values()].map((list) => list.sort((a, b) => a.year - b.year));

/** Names in the order they were borne; a name that comes back later is listed again. */
function namesOf(reports: readonly YearOfAgency[]): Agency['names'] {
  const names: { name: string; first_year: number; last_year: number }[] = [];
  for (const { agency_name: name, year } of reports) {
    const last = names.at(-1);
    if (name === null) continue;
    if (last?.name === name) last.last_year = year;
    else names.push({ name, first_year: year, last_year: year });
  }
  return names;
}

/** The list of agencies with a published report: names over the years, everything else as in the newest report. */
export function agencyRows(reports: readonly YearOfAgency[]): Agency[] {
  const rows = byAgency(reports).flatMap((list): Agency[] => {
    const [first, last] = [list[0], list.at(-1)];
    if (first === undefined || last === undefined) return [];
    const { agency_id, lineage_id, agency_kind, division_code, division_level } = last;
    const names = namesOf(list);
    return [
      {
        ...{ agency_id, lineage_id, agency_name: names.at(-1)?.name ?? null, names, agency_kind, division_code, division_level },
        first_year: first.year,
        last_year: last.year,
        reports: list.length,
      },
    ];
  });
  return rows.sort(rowOrder('agencies'));
}

const partsOf = (id: string): readonly [string, string] => [id.slice(0, id.indexOf('-')), id.slice(id.indexOf('-') + 1)];

/** How agencies of one lineage follow one another: by a new division code, a new kind of organ, or both. */
export function relationRows(agencies: readonly Agency[]): Relation[] {
  const lineages = groupBy(agencies, ({ lineage_id }) => lineage_id);
  const rows = [...lineages.values()].flatMap((lineage) => {
    const inOrder = lineage.sort(
      (a, b) => a.first_year - b.first_year || a.last_year - b.last_year || (a.agency_id < b.agency_id ? -1 : 1),
    );
    return inOrder.slice(1).flatMap((to, n): Relation[] => {
      const from = inOrder[n];
      // Two agencies of one lineage in the same year do not follow one another.
      if (from === undefined || from.last_year >= to.first_year) return [];
      const [[fromCode, fromKind], [toCode, toKind]] = [partsOf(from.agency_id), partsOf(to.agency_id)];
      const step = { from_id: from.agency_id, to_id: to.agency_id, year: to.first_year };
      return [
        ...(fromCode === toCode ? [] : [{ ...step, relation: 'code_changed' as const }]),
        ...(fromKind === toKind ? [] : [{ ...step, relation: 'renamed' as const }]),
      ];
    });
  });
  // What is no chain of one to one is known from the history of divisions and of kinds of organs alone.
  const reforms = relationsAmong(agencies.map(({ agency_id }) => agency_id)).filter(
    ({ relation }) => relation === 'merged_into' || relation === 'split_from',
  );
  return [...rows, ...reforms].sort(rowOrder('agency_relations'));
}
