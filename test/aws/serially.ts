import { compactTouched } from '../../src/dataset/compact.ts';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { errandSchema, type RawFile, runErrand } from '../../src/dataset/errand.ts';
import { parquet } from '../../src/dataset/parquet.ts';
import { allTouched, type Touched } from '../../src/dataset/receive.ts';
import { redact } from '../../src/dataset/redact.ts';
import { rawKeys } from '../../src/keys.ts';
import { parseDocument } from '../../src/parse.ts';
import { MemoryStore } from '../../src/store/memory.ts';
import { parserVersion } from '../../src/version.ts';

/** What the same files become without any cloud: one after the other, in memory. Keys and bytes of `open/`. */
export async function serially(files: readonly (readonly [key: string, body: Uint8Array])[]): Promise<Map<string, Uint8Array>> {
  const raw = new MemoryStore();
  const open = new MemoryStore();
  const dataset: Dataset = { raw, open, state: new MemoryStore(), format: parquet, redact, parse: parseDocument, parserVersion };
  const touched: Touched[] = [];
  const waiting = files.map(([key]) => errandSchema.parse({ key, version: 'v1' }));
  const bodies = new Map(files);
  for (const [key, body] of files) if (key.endsWith(rawKeys.sidecar(''))) await raw.put(key, body);
  const read = async (key: string): Promise<RawFile | null> => {
    const body = bodies.get(key);
    return body ? { body, bytes: body.length, version: 'v1', received: '', sourceUrl: undefined } : null;
  };
  const members = async (arrivals: AsyncIterable<{ thing: object }>) => {
    for await (const { thing } of arrivals) waiting.push(errandSchema.parse(thing));
  };
  const compaction = async (what: Touched) => void touched.push(what);
  for (const errand of waiting) await runErrand(dataset, errand, { read, members, compaction });
  await compactTouched(dataset, allTouched(touched));
  const found = new Map<string, Uint8Array>();
  for await (const { key } of open.list('')) found.set(key, (await open.get(key))?.body ?? new Uint8Array());
  return found;
}
