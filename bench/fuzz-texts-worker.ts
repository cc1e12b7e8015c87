import * as z from 'zod';
import { parseDocument } from '../src/parse.ts';
import { faultsOf } from './fuzz/faults.ts';
import type { Ask, Told } from './fuzz/lane.ts';
import { hostileDocuments } from './generate/hostile.ts';
import { mutatedDocument } from './generate/mutate.ts';

// A process of its own that reads the documents of the seeds it is given and says what it cost and what is wrong.

const askSchema: z.ZodType<Ask> = z.object({ from: z.int(), to: z.int(), fixtures: z.string() });

/** Hostile documents have seeds below zero. */
function documentOf(seed: number, fixtures: string): { name: string; bytes: Uint8Array } {
  const hostile = seed < 0 ? hostileDocuments[-seed - 1] : undefined;
  return hostile ? { name: hostile.name, bytes: hostile.bytes() } : mutatedDocument(seed, fixtures);
}

async function told(seed: number, fixtures: string): Promise<Told> {
  const { name, bytes } = documentOf(seed, fixtures);
  const before = process.cpuUsage();
  const faults = await parseDocument(bytes, { name }).then(
    ({ report }) => faultsOf(report),
    (error: unknown) => [`threw ${error instanceof Error ? error.stack : error}`],
  );
  const { user, system } = process.cpuUsage(before);
  return { seed, name, bytes: bytes.length, ms: Math.round((user + system) / 1000), memory: process.memoryUsage.rss(), faults };
}

process.on('message', async (message) => {
  const { from, to, fixtures } = askSchema.parse(message);
  for (let seed = from; seed < to; seed++) process.send?.(await told(seed, fixtures));
});
