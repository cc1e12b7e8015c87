import { stateKeys } from '../../keys.ts';
import type { Dataset } from '../dataset.ts';
import { type Candidate, isSameCandidate, packCandidate } from '../records/candidate.ts';
import { circumstances, type Provenance } from '../records/declaration.ts';
import { effectiveReading, readProvenance } from '../records/document-history.ts';
import { type Quarantine, type Reading, readingSchema, verdictOf } from '../records/reading.ts';
import { readAll, toBytes, writeEither } from '../records/stored.ts';
import { standingOf } from '../winner/standing.ts';

/** A document's readings, and the one that counts. */
export interface Readings {
  readonly readings: readonly Reading[];
  readonly effective: Reading;
  /** The candidate that was just made, by its key: it need not be read back to be published. */
  readonly fresh: ReadonlyMap<string, Candidate>;
}

/** The members of an archive, and what was wrong with it if anything. */
export interface Contents {
  readonly members: NonNullable<Reading['members']>;
  readonly problem: Quarantine | null;
}

type Unread = Omit<Reading, 'outcome'>;

/** What every reading says, before it is known what it says. */
export const unread = (sha256: string, parserVersion: string, bytes: number, provenance: Provenance): Unread => ({
  sha256,
  parser_version: parserVersion,
  circumstances: circumstances(provenance),
  candidate: null,
  standing: null,
  format: null,
  bytes,
  checks_failed: null,
  report_kind: null,
  agency_id: null,
  year: null,
  source_url: provenance.source.sourceUrl ?? null,
  quarantine: null,
  members: null,
});

const nestedArchive: Quarantine = {
  code: 'nested_archive',
  stage: 'receive',
  message: 'an archive inside an archive is not opened; unpack it and give its files',
};

function container(blank: Unread, { members, problem }: Contents, { nested }: Provenance): Reading {
  const quarantine = nested ? nestedArchive : problem;
  return { ...blank, format: 'zip', members, ...(quarantine === null ? { outcome: 'container' } : { outcome: 'quarantined', quarantine }) };
}

/** Parse a document and keep what came of it: a candidate is stored before the reading that names it. */
async function parse(dataset: Dataset, blank: Unread, body: Uint8Array, from: Provenance, fresh: Map<string, Candidate>): Promise<Reading> {
  const { state, parse: parser, parserVersion } = dataset;
  if (from.invalid !== null) {
    const message = `the sidecar cannot be read: ${from.invalid}`;
    return { ...blank, outcome: 'quarantined', quarantine: { code: 'sidecar_invalid', stage: 'receive', message } };
  }
  const parsed = await parser(body, from.source);
  const { report, agency, document } = parsed.report;
  const verdict = verdictOf(parsed.report);
  const agencyId = report.kind === null ? null : agency.agency_id; // Where nothing was read, the id names no agency.
  const known = { ...blank, format: document.format, report_kind: report.kind, agency_id: agencyId, year: report.year };
  const read = { ...known, source_url: document.source_url };
  if (verdict.outcome === 'quarantined') return { ...read, outcome: 'quarantined', quarantine: verdict.quarantine };
  if (verdict.outcome === 'not_a_report') return { ...read, outcome: 'not_a_report' };
  const keys = [null, blank.circumstances].map((variant) => stateKeys.candidate(verdict, blank.sha256, parserVersion, variant));
  const candidate = await writeEither(state, keys, packCandidate(parsed), { same: isSameCandidate });
  fresh.set(candidate, parsed);
  const checks_failed = parsed.report.checks.filter(({ outcome }) => outcome === 'fail').length;
  return { ...read, outcome: 'candidate', candidate, standing: standingOf(parsed.report), checks_failed };
}

/** Whether what a reading names is there: a damaged candidate may have been deleted, to be made again. */
const isWhole = async ({ state }: Dataset, { candidate }: Reading): Promise<boolean> =>
  candidate === null || (await state.head(candidate)) !== null;

/**
 * The readings of a document, after making the one that is missing: by this parser, under the circumstances that hold now.
 * `contents` is what an archive holds; null for a document to be parsed.
 */
export async function readOnce(dataset: Dataset, sha256: string, body: Uint8Array, contents: Contents | null): Promise<Readings> {
  const { state, parserVersion } = dataset;
  const { provenance } = await readProvenance(dataset, sha256);
  if (provenance === null) throw new Error(`${sha256} was read before it was seen`);
  const now = circumstances(provenance);
  const known = await readAll(state, stateKeys.readings(sha256), readingSchema);
  const found = known.find((reading) => reading.parser_version === parserVersion && reading.circumstances === now);
  const made = found !== undefined && (await isWhole(dataset, found)) ? found : undefined;
  const fresh = new Map<string, Candidate>();
  if (made === undefined) await keep(dataset, { sha256, body, contents }, provenance, fresh);
  const readings = made === undefined ? await readAll(state, stateKeys.readings(sha256), readingSchema) : known;
  const effective = effectiveReading(readings, now);
  if (effective === null) throw new Error(`${sha256} has no reading after it was read`);
  return { readings, effective, fresh };
}

/** Bytes to be read, as a document or as what an archive holds. */
interface Unopened {
  readonly sha256: string;
  readonly body: Uint8Array;
  readonly contents: Contents | null;
}

/** Make the reading of a document or an archive, and keep it. */
async function keep(
  dataset: Dataset,
  { sha256, body, contents }: Unopened,
  provenance: Provenance,
  fresh: Map<string, Candidate>,
): Promise<void> {
  const blank = unread(sha256, dataset.parserVersion, body.length, provenance);
  const reading = contents === null ? await parse(dataset, blank, body, provenance, fresh) : container(blank, contents, provenance);
  await writeReading(dataset, reading, provenance.source.name);
}

/** Write a reading once; what is quarantined is also put where people look for it. */
export async function writeReading({ state }: Pick<Dataset, 'state'>, reading: Reading, name: string): Promise<void> {
  const { sha256, parser_version, quarantine } = reading;
  const variants = [null, reading.circumstances];
  if (quarantine !== null) {
    await writeEither(
      state,
      variants.map((variant) => stateKeys.quarantine(sha256, parser_version, variant)),
      toBytes({ sha256, name, ...quarantine, parser_version }),
    );
  }
  await writeEither(
    state,
    variants.map((variant) => stateKeys.reading(sha256, parser_version, variant)),
    toBytes(reading),
    { says: reading },
  );
}
