import { compactTouched } from '../../src/dataset/compaction/compact.ts';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { fetchFile, intakeMessageSchema, type RawFile } from '../../src/dataset/intake/message.ts';
import { allTouched, type Touched } from '../../src/dataset/intake/receive.ts';
import { takeIn } from '../../src/dataset/intake/take-in.ts';
import { parquet } from '../../src/dataset/parquet/parquet.ts';
import type { Parse } from '../../src/dataset/parser.ts';
import { redact } from '../../src/dataset/redact.ts';
import { rawKeys } from '../../src/keys.ts';
import { parseDocument, unread } from '../../src/parse.ts';
import { UnreadableError } from '../../src/read/unreadable.ts';
import { parserVersion } from '../../src/version.ts';
import { MemoryStore } from '../support/memory-store.ts';

/** A file as it was dropped. */
export interface Dropped {
  readonly key: string;
  readonly version: string;
  readonly body: Uint8Array;
}

/** What isolation makes of a document that ends its process (deployment.ts); here it would end the test. */
const parse: Parse = (bytes, source) =>
  Buffer.from(bytes.subarray(0, 6)).toString() === 'POISON'
    ? Promise.resolve(unread(bytes, source, new UnreadableError('crash_suspected', 'its thread ended with code 9')))
    : parseDocument(bytes, source);

/** What the same files become without any cloud: one after the other, in memory. The open bucket. */
export async function serially(files: readonly Dropped[]): Promise<MemoryStore> {
  const raw = new MemoryStore();
  const open = new MemoryStore();
  const dataset: Dataset = { raw, open, state: new MemoryStore(), format: parquet, redact, parse, parserVersion };
  const touched: Touched[] = [];
  const waiting = files.map(({ key, version }) => intakeMessageSchema.parse({ key, version }));
  const dropped = new Map(files.map((file) => [file.key, file]));
  for (const { key, body } of files) if (key.endsWith(rawKeys.sidecar(''))) await raw.put(key, body);
  const read = async (key: string, _: string | undefined, most: number): Promise<RawFile | null> => {
    const file = dropped.get(key);
    if (!file) return null;
    const { body, version } = file;
    return { body: body.length > most ? null : body, bytes: body.length, version, received: '', sourceUrl: undefined };
  };
  const members = async (arrivals: AsyncIterable<{ file: object }>) => {
    for await (const { file } of arrivals) waiting.push(intakeMessageSchema.parse(file));
  };
  const compaction = async (what: Touched) => void touched.push(what);
  for (const message of waiting) await takeIn(dataset, await fetchFile(message, read), { members, compaction });
  await compactTouched(dataset, allTouched(touched));
  return open;
}
