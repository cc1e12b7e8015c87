import type { QualityFile } from '../../schemas/explorer.ts';
import type { Row } from '../../schemas/tables.ts';
import { parquet } from '../dataset/parquet/parquet.ts';
import { addTo } from '../group-by.ts';
import { openKeys } from '../keys.ts';
import type { ObjectStore } from '../ports.ts';
import { absentCounts, absentYears } from './absence.ts';
import type { AgencyPages } from './agency-pages.ts';
import type { SitePut } from './put.ts';
import { searchIndex } from './search-index.ts';

type Relation = Row<'agency_relations'>;

async function all<T extends 'agencies' | 'agency_relations'>(open: ObjectStore, table: T): Promise<Row<T>[]> {
  const held: Row<T>[] = [];
  const object = await open.get(openKeys.single(table));
  if (object) for await (const rows of parquet.decode(table, object.body)) held.push(...rows);
  return held;
}

/** The relations of each agency, to those before and those after it. */
function byAgency(relations: readonly Relation[]): ReadonlyMap<string, readonly Relation[]> {
  const own = new Map<string, Relation[]>();
  for (const relation of relations) {
    for (const id of new Set([relation.from_id, relation.to_id])) addTo(own, id, relation);
  }
  return own;
}

/** What the other files tell of the agencies. */
export interface Agencies {
  /** How many each region has. */
  readonly regions: ReadonlyMap<string, number>;
  readonly absent: QualityFile['absent'];
}

/** Write the file of each agency, and the index that search and the list of missing reports load. */
export async function writeAgencies(pages: AgencyPages, years: readonly number[], open: ObjectStore, put: SitePut): Promise<Agencies> {
  const about = await all(open, 'agencies');
  const relations = await all(open, 'agency_relations');
  const known = new Map(about.map((row) => [row.agency_id, row]));
  const own = byAgency(relations);
  for (const id of pages.ids()) await put(`data/agency/${id}.json`, pages.file(id, known.get(id), own.get(id) ?? []));
  const held = about.filter(({ agency_id }) => pages.newest(agency_id));
  const absent = absentYears(held, relations, (id) => pages.years(id), years);
  const regions = new Map<string, number>();
  for (const [region, index] of searchIndex(held, (id) => pages.newest(id)?.division_name, absent)) {
    regions.set(region, index.agencies.length);
    await put(`data/agencies/${region}.json`, JSON.stringify(index));
  }
  return { regions, absent: absentCounts(absent, held) };
}
