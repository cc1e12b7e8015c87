import type { Row } from '../../schemas/tables.ts';
import { concurrentMap } from '../concurrency.ts';
import { openKeys } from '../keys.ts';
import type { ObjectStore } from '../ports.ts';
import { ReleaseError } from './failure.ts';
import type { ReleaseWriter } from './files.ts';

/** Bytes at the start of a report object that hold the hash of its document. */
const head = 4096;

/** Objects copied at a time: a store over the network takes as long for one as for many. */
const concurrency = 32;

/**
 * `json/`: the object of every report. Throws `dataset_moved` where the object is of another document than its row, since a
 * report arrived after the tables were compacted.
 */
export async function writeReportObjects(to: ReleaseWriter, open: ObjectStore, rows: readonly Row<'reports'>[]): Promise<void> {
  const copied = concurrentMap(rows, concurrency, async ({ agency_id: agency, year, document_sha256 }) => {
    const key = openKeys.documentJson({ agency, year });
    const object = await open.get(key);
    const isSame = object !== null && new TextDecoder().decode(object.body.subarray(0, head)).includes(document_sha256);
    if (!isSame) throw new ReleaseError('dataset_moved', { key });
    await to.put(`json/agency=${agency}/year=${year}/report.json`, object.body);
  });
  for await (const _ of copied);
}
