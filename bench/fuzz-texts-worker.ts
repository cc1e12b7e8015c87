import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { reportSchema } from '../schemas/report.ts';
import { parseDocument } from '../src/parse.ts';
import { hostileDocuments } from './generate/hostile.ts';
import { mutatedDocument } from './generate/mutate.ts';

// Reads mutated documents one after the other and says what must never be said of any document.

const orderSchema = z.object({ from: z.int(), to: z.int(), step: z.int(), fixtures: z.string(), clock: z.instanceof(SharedArrayBuffer) });
const { from, to, step, fixtures, clock } = orderSchema.parse(workerData);
/** Seed being read and how many were begun, for the watch to see. */
const watch = new BigInt64Array(clock);

/** What is wrong with a report object, whatever the document was. */
function wrongWith(report: unknown): string | null {
  const parsed = reportSchema.safeParse(report);
  if (!parsed.success) return `no report object: ${z.prettifyError(parsed.error)}`;
  const { cells, issues, sections } = parsed.data;
  if (issues.some(({ code }) => code === 'parser_failed'))
    return `the parser failed: ${issues.find(({ code }) => code === 'parser_failed')?.message}`;
  if (new Set(cells.map(({ code }) => code)).size !== cells.length) return 'a code is listed twice';
  const valued = new Set(['reported', 'reported_text', 'solved']);
  const strange = cells.find(({ value, status }) => (value !== null) !== valued.has(status));
  if (strange) return `${strange.code} is ${strange.status} with value ${strange.value}`;
  const lines = sections.reduce((total, { text }) => total + text.split('\n').length, 0);
  const outside = cells.find(({ line }) => line !== null && line > lines);
  return outside ? `${outside.code} stands in line ${outside.line} of ${lines}` : null;
}

function documentOf(seed: number): { name: string; bytes: Uint8Array } {
  const hostile = seed < 0 ? hostileDocuments[-seed - 1] : undefined;
  return hostile ? { name: hostile.name, bytes: hostile.bytes() } : mutatedDocument(seed, fixtures);
}

for (let seed = from; seed < to; seed += step) {
  Atomics.store(watch, 0, BigInt(seed));
  const { name, bytes } = documentOf(seed);
  Atomics.add(watch, 1, 1n);
  const wrong = await parseDocument(bytes, { name }).then(
    ({ report }) => wrongWith(report),
    (error: unknown) => `threw ${error instanceof Error ? error.stack : error}`,
  );
  if (wrong) parentPort?.postMessage({ seed, name, wrong });
}
