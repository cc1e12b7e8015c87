import type { IndexEntry, IndexFile } from '../../schemas/explorer.ts';
import type { Row } from '../../schemas/tables.ts';
import { regionOf } from '../keys.ts';
import { initials } from './initials.ts';

/** The search index, one file a region: a first view loads none of it, a filtered search one. */
export function searchIndex(
  agencies: readonly Row<'agencies'>[],
  divisionOf: (id: string) => string | null | undefined,
  absent: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<string, IndexFile> {
  const regions = new Map<string, { places: Map<string, number>; agencies: IndexEntry[] }>();
  for (const { agency_id, agency_name, names, first_year, last_year } of agencies) {
    const region = regionOf(agency_id);
    const held = regions.get(region) ?? { places: new Map<string, number>(), agencies: [] };
    regions.set(region, held);
    const place = divisionOf(agency_id) ?? '';
    const at = held.places.get(place) ?? held.places.size;
    held.places.set(place, at);
    const name = agency_name ?? agency_id;
    const former = [...new Set(names.map((one) => one.name))].filter((one) => one !== name);
    held.agencies.push([agency_id, name, initials(name), former, at, first_year, last_year, absent.get(agency_id) ?? []]);
  }
  return new Map([...regions].map(([region, { places, agencies: held }]) => [region, { divisions: [...places.keys()], agencies: held }]));
}
