import { constants, gunzipSync, gzipSync } from 'node:zlib';
import type { Report } from '../../../schemas/report.ts';
import * as z from '../../../schemas/zod.ts';
import type { ObjectStore, StoredObject } from '../../ports.ts';
import type { AgencyCandidate, Parsed } from '../parser.ts';
import { DamagedState } from './stored.ts';

/** A candidate as stored: the whole reading, before the privacy filter; in `state/`, never in `open/`. */
export interface Candidate {
  readonly report: Report;
  readonly agencyCandidates: readonly AgencyCandidate[];
}

/** Shallow on purpose: the report was written by this program and is not parsed again cell by cell. */
const candidateSchema = z.object({
  report: z.custom<Report>((value) => typeof value === 'object' && value !== null && 'document' in value && 'cells' in value),
  agency_candidates: z.array(z.object({ candidate_id: z.string(), agency_name: z.string(), evidence: z.string(), score: z.number() })),
});

const written = new WeakMap<Report, Buffer>();

/** A report as JSON; made once, since most reports are published as they are stored. Nobody changes a report that is there. */
export function reportJson(report: Report): Buffer {
  const known = written.get(report);
  if (known !== undefined) return known;
  const json = Buffer.from(JSON.stringify(report));
  written.set(report, json);
  return json;
}

/** Pack a candidate with the compression that costs least: candidates are many and small, more effort saves little. */
export function packCandidate({ report, agencyCandidates }: Parsed): Uint8Array {
  const others = Buffer.from(`,"agency_candidates":${JSON.stringify(agencyCandidates)}}`);
  return gzipSync(Buffer.concat([Buffer.from('{"report":'), reportJson(report), others]), { level: constants.Z_BEST_SPEED });
}

/** Whether what is stored says the same as a packed candidate: another machine's zlib may pack it into other bytes. */
export function isSameCandidate({ body }: StoredObject, packed: Uint8Array): boolean {
  try {
    return gunzipSync(body).equals(gunzipSync(packed));
  } catch {
    return false;
  }
}

/** Most candidates unpack into so many bytes; in pieces of a quarter, Node's default, they take a fifth longer. */
const usualBytes = 65_536;

/** Read a candidate back; throws when it is damaged or gone. */
export async function readCandidate(state: ObjectStore, key: string): Promise<Candidate> {
  const object = await state.get(key);
  if (object === null) throw new Error(`${key} is missing; ingest its document again`);
  try {
    const read = candidateSchema.parse(JSON.parse(gunzipSync(object.body, { chunkSize: usualBytes }).toString()));
    return { report: read.report, agencyCandidates: read.agency_candidates };
  } catch (cause) {
    throw new DamagedState(key, cause);
  }
}
