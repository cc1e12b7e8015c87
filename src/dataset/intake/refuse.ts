import { receiptId } from '../../keys.ts';
import type { Dataset } from '../dataset.ts';
import { readProvenance } from '../records/document-history.ts';
import type { Quarantine, Reading } from '../records/reading.ts';
import { type Receipt, writeReceipt, writeSighting } from '../records/receipt.ts';
import { unread, writeReading } from './read-once.ts';
import type { Outlets, Received } from './receive.ts';

/**
 * Take in a file that is not to be read, because of its size: it is quarantined for this reason. The hash of its bytes
 * is not known then; the id of its receipt stands for it, and is returned.
 */
export async function refuse(
  dataset: Dataset,
  place: Omit<Receipt, 'sha256'>,
  quarantine: Quarantine,
  outlets: Pick<Outlets, 'compaction'>,
): Promise<Received> {
  const { received, ...where } = place;
  const sha256 = receiptId(where.key, where.version);
  await writeSighting(dataset.state, { ...where, sha256, container: null, source_url: null, enclosed: null });
  const { provenance } = await readProvenance(dataset, sha256);
  if (provenance === null) throw new Error(`${where.key} was refused before it was seen`);
  const reading: Reading = { ...unread(sha256, dataset.parserVersion, where.bytes, provenance), outcome: 'quarantined', quarantine };
  await writeReading(dataset, reading, provenance.source.name);
  const touched = { shards: [], documents: [sha256] };
  await outlets.compaction(touched);
  await writeReceipt(dataset.state, { ...where, sha256, received });
  return { sha256, reading, ...touched };
}
