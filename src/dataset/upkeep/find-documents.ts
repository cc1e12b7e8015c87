import type { Stores } from '../../ports.ts';
import { redactName } from '../../privacy.ts';
import type { DocumentEntry } from '../compaction/document-entries.ts';
import { baseName } from '../intake/source-file.ts';
import { type DocumentHistory, readHistory, type Sidecars } from '../records/document-history.ts';
import { allEntries } from './status.ts';

/** A document and all that is known about it. */
export interface FoundDocument {
  readonly entry: DocumentEntry;
  readonly history: DocumentHistory;
}

/** At least so many digits of a hash name a document. */
const hashShape = /^[0-9a-f]{8,64}$/;

/** Documents a person may mean: by their hash or its beginning, by their key, or by their file name. */
export async function findDocuments(from: Stores & Sidecars, asked: string): Promise<FoundDocument[]> {
  const found: FoundDocument[] = [];
  const name = asked.normalize('NFC');
  // Lists hold names as they may be published.
  const shown = redactName(baseName(name));
  for await (const entries of allEntries(from)) {
    for (const entry of entries) {
      const byHash = hashShape.test(asked) && entry.sha256.startsWith(asked);
      if (!byHash && !entry.names.includes(shown)) continue;
      const history = await readHistory(from, entry.sha256);
      if (history && (byHash || history.provenance.keys.some((key) => key === name || baseName(key) === name)))
        found.push({ entry, history });
    }
  }
  return found;
}
