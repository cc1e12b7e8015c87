import * as z from 'zod';
import { parseDocument } from '../src/parse.ts';
import { faultsOf } from './fuzz/faults.ts';
import type { Ask, Told } from './fuzz/lane.ts';
import { hostileDocuments } from './generate/hostile.ts';
import { mutatedDocument } from './generate/mutate.ts';

// A process of its own that reads the document of each seed it is given and says what it cost and what is wrong.

const askSchema: z.ZodType<Ask> = z.object({ seed: z.int(), fixtures: z.string() });

/** Hostile documents have seeds below zero. */
function documentOf({ seed, fixtures }: Ask): { name: string; bytes: Uint8Array } {
  const hostile = seed < 0 ? hostileDocuments[-seed - 1] : undefined;
  return hostile ? { name: hostile.name, bytes: hostile.bytes() } : mutatedDocument(seed, fixtures);
}

async function told(ask: Ask): Promise<Told> {
  const { name, bytes } = documentOf(ask);
  const before = process.cpuUsage();
  const faults = await parseDocument(bytes, { name }).then(
    ({ report }) => faultsOf(report),
    (error: unknown) => [`threw ${error instanceof Error ? error.stack : error}`],
  );
  const { user, system } = process.cpuUsage(before);
  return { seed: ask.seed, name, bytes: bytes.length, ms: Math.round((user + system) / 1000), memory: process.memoryUsage.rss(), faults };
}

process.on('message', async (message) => process.send?.(await told(askSchema.parse(message))));
