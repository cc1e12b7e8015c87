import { sqlText } from '../../../src/derive/sql-text.ts';
import { Failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { similar } from '../../text/similar.ts';
import { didYouMean } from '../../text/usage.ts';
import type { Engine } from './duckdb.ts';

/** An agency of the dataset: its newest name, and the lineage it shares with those it was before. */
export interface FoundAgency {
  readonly id: string;
  readonly lineage: string;
  readonly name: string;
}

const known = `SELECT agency_id, lineage_id, agency_name, max(year) AS last_year FROM reports
  GROUP BY agency_id, lineage_id, agency_name ORDER BY agency_id, last_year, agency_name`;

function ambiguous(asked: string, agencies: readonly FoundAgency[]): Failure {
  const list = agencies.slice(0, 20).map(({ id, name }) => `\n  ${id}  ${name}`);
  return new Failure('agency_ambiguous', {
    name: asked,
    count: agencies.length,
    list: list.join('') + (agencies.length > 20 ? '\n  …' : ''),
  });
}

/** One entry per id, under its newest name. */
const distinct = (named: readonly FoundAgency[]): FoundAgency[] => [...new Map(named.map((agency) => [agency.id, agency])).values()];

/**
 * The agency a person means, with all it was before: by id, lineage id, its full name in any year, or a part of a name that
 * only one lineage has. Throws `agency_unknown` with near names, `agency_ambiguous` with those it may be.
 */
export async function findAgency(io: Io, engine: Engine, asked: string): Promise<readonly FoundAgency[]> {
  const rows = await engine.rows(known);
  const all = rows.map((row) => ({ id: String(row.agency_id), lineage: String(row.lineage_id), name: String(row.agency_name ?? '') }));
  const exact = all.filter(({ id, lineage, name }) => id === asked || lineage === asked || name === asked);
  const meant = exact.length > 0 ? exact : all.filter(({ id, name }) => name.includes(asked) || id.includes(asked));
  if (meant.length === 0) {
    const suggestion = didYouMean(similar(asked, [...all.map(({ name }) => name), ...all.map(({ id }) => id)]), io.language);
    throw new Failure('agency_unknown', { name: asked, suggestion });
  }
  const lineages = new Set(meant.map(({ lineage }) => lineage));
  if (lineages.size > 1 && exact.length === 0) throw ambiguous(asked, distinct(meant));
  return distinct(all.filter(({ lineage }) => lineages.has(lineage)));
}

/** Condition that a row is of one of these agencies. */
export const ofAgencies = (found: readonly FoundAgency[]): string => `agency_id IN (${found.map(({ id }) => sqlText(id)).join(', ')})`;
