import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { similar } from '../text/similar.ts';
import { didYouMean } from '../text/usage.ts';
import type { Engine } from './duckdb.ts';
import { sqlText } from './duckdb.ts';

/** An agency of the dataset. */
export interface FoundAgency {
  readonly id: string;
  readonly name: string;
}

/**
 * The agency a person means: its id, its lineage id, its full name in any year, or a part of a name that only one has.
 * Throws `agency_unknown` with near names, `agency_ambiguous` with those it may be.
 */
export async function findAgency(io: Io, engine: Engine, asked: string): Promise<readonly FoundAgency[]> {
  const rows = await engine.rows(
    `SELECT agency_id, lineage_id, agency_name, max(year) AS last_year FROM reports
     GROUP BY agency_id, lineage_id, agency_name ORDER BY agency_id, last_year DESC, agency_name`,
  );
  const all = rows.map((row) => ({ id: String(row.agency_id), lineage: String(row.lineage_id), name: String(row.agency_name ?? '') }));
  const distinct = (found: typeof all): FoundAgency[] =>
    [...new Map(found.toReversed().map(({ id, name }) => [id, { id, name }])).values()].toReversed();
  const exact = all.filter(({ id, name }) => id === asked || name === asked);
  const found = distinct(exact.length > 0 ? exact : all.filter(({ lineage }) => lineage === asked));
  const partly = found.length > 0 ? found : distinct(all.filter(({ name, id }) => name.includes(asked) || id.includes(asked)));
  if (partly.length === 0) {
    const suggestion = didYouMean(similar(asked, [...all.map(({ name }) => name), ...all.map(({ id }) => id)]), io.language);
    throw new Failure('agency_unknown', { name: asked, suggestion });
  }
  if (partly.length > 1 && found.length === 0) {
    const list = partly
      .slice(0, 20)
      .map(({ id, name }) => `\n  ${id}  ${name}`)
      .join('');
    throw new Failure('agency_ambiguous', { name: asked, count: partly.length, list: list + (partly.length > 20 ? '\n  …' : '') });
  }
  return partly;
}

/** Condition that a row is of one of these agencies. */
export const ofAgencies = (found: readonly FoundAgency[]): string => `agency_id IN (${found.map(({ id }) => sqlText(id)).join(', ')})`;
