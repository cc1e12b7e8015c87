import type { Row } from '../../../schemas/tables.ts';
import { parseKey, type Shard } from '../../keys.ts';
import type { YearOfAgency } from '../rows/agencies.ts';
import { readEntries } from './document-entries.ts';
import { inShort, type Taken } from './made-tables.ts';
import type { Compacting } from './shard-inputs.ts';
import { readRecord } from './shard-record.ts';

/** What the tables without a year take from the record of a shard, or from a piece of the list of documents. */
export interface SinglePart {
  readonly reports: readonly YearOfAgency[];
  readonly candidates: readonly Row<'agency_candidates'>[];
  readonly quarantine: readonly Row<'quarantine'>[];
}

async function ofShard({ state }: Compacting, shard: Shard): Promise<SinglePart> {
  const members = (await readRecord(state, shard))?.record.members ?? [];
  const reports = members.map(({ agency_id, lineage_id, agency_name, agency_kind, division_code, division_level }) => ({
    ...{ agency_id, lineage_id, agency_name, agency_kind, division_code, division_level },
    year: shard.year,
  }));
  const candidates = members.flatMap(({ agency_id, candidates: listed }) => listed.map((candidate) => ({ agency_id, ...candidate })));
  return { reports, candidates, quarantine: [] };
}

async function ofPiece({ state }: Compacting, piece: string): Promise<SinglePart> {
  const quarantine: Row<'quarantine'>[] = [];
  for (const { sha256, names, parser_version, quarantine: why } of (await readEntries(state, piece))?.entries ?? []) {
    if (why !== null && parser_version !== null) quarantine.push({ sha256, name: names[0] ?? '', ...why, parser_version });
  }
  return { reports: [], candidates: [], quarantine };
}

/** Take from a state object what the tables without a year are made of. A changed figure changes none of it. */
export async function takeSingle(from: Compacting, key: string): Promise<Taken<SinglePart>> {
  const [shard, piece] = [parseKey.shard(key), parseKey.documentEntries(key)];
  const part = shard ? await ofShard(from, shard) : await ofPiece(from, piece ?? '');
  return { holds: inShort([...part.reports, ...part.candidates, ...part.quarantine]), part };
}
