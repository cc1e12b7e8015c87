import type { Subject } from '../measure/row.ts';
import { compaction } from './compaction.ts';
import { explorer } from './explorer.ts';
import { ingestion } from './ingest.ts';
import { parsing } from './parse.ts';
import { peers } from './peers.ts';
import { reading } from './read.ts';
import { releasing } from './release.ts';
import { starting } from './start.ts';

/** Everything that is measured, in the order of the flow. */
export const subjects: readonly Subject[] = [parsing, reading, ingestion, compaction, releasing, starting, explorer, peers];
