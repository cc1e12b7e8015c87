import type { Source } from '../model.ts';
import type { Parsed } from '../parse.ts';

export type { Parsed } from '../parse.ts';
/** Somebody whose report a document may be, where the text does not decide. */
export type AgencyCandidate = Parsed['agencyCandidates'][number];

/** `parseDocument` of `src/parse.ts`, as the dataset calls it; tests give their own. It never throws on bad input. */
export type Parse = (bytes: Uint8Array, source: Source) => Promise<Parsed>;
