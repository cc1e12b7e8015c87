import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Lane } from './fuzz/lane.ts';
import { chunkOf, Tally } from './fuzz/tally.ts';
import { hostileDocuments } from './generate/hostile.ts';

// npm run fuzz:texts -- [COUNT] [FIRST SEED] [--log FILE] [--longest SECONDS]: hostile documents, then COUNT mutated ones, in two
// processes with little memory. With --log, what was read is kept in FILE, and a run that was ended goes on when it is started again.

const { values, positionals } = parseArgs({
  options: { log: { type: 'string' }, longest: { type: 'string', default: '5' } },
  allowPositionals: true,
});
const [count = 100_000, first = 0] = positionals.map(Number);
const longest = Number(values.longest);
if (!Number.isInteger(count) || count < 0 || !Number.isInteger(first) || !(longest > 0)) {
  console.error('fuzz: COUNT, FIRST SEED and SECONDS are numbers');
  process.exit(2);
}

const lanes = 2;
const megabytes = 768;
const chunk = 200;
const here = dirname(fileURLToPath(import.meta.url));
const fixtures = join(here, '..', '..', 'test', 'read', 'fixtures');
const tally = new Tally(values.log ?? null);
const total = hostileDocuments.length + count;

/** Hostile documents have seeds below zero; they are the slowest and come first. */
function* chunks(): Generator<readonly [number, number]> {
  for (let seed = -hostileDocuments.length; seed < 0; seed++) yield [seed, seed + 1];
  for (let from = first; from < first + count; from += chunk) yield [from, Math.min(from + chunk, first + count)];
}

/** Every other chunk: a lane meets only its share of the originals, and makes no others (400, in mutate.ts). */
async function work(index: number): Promise<void> {
  const lane = new Lane(join(here, 'fuzz-texts-worker.mjs'), { seconds: longest, megabytes });
  for (const [n, [from, to]] of [...chunks()].entries()) {
    if (n % lanes !== index || tally.has(from, to)) continue;
    const started = performance.now();
    const done = chunkOf(from, to, await lane.read({ from, to, fixtures }), (performance.now() - started) / 1000);
    tally.add(done);
    for (const fault of done.faults) console.log(fault);
  }
  lane.end();
}

const [started, known] = [performance.now(), tally.documents];
const seconds = () => Math.round((performance.now() - started) / 1000);
const progress = setInterval(() => {
  const rate = (tally.documents - known) / Math.max(1, seconds());
  console.error(`${tally.documents} of ${total} documents, ${rate.toFixed(0)} a second, ${tally.summary}`);
}, 30_000);
await Promise.all(Array.from({ length: lanes }, (_, index) => work(index)));
clearInterval(progress);
console.log(`${hostileDocuments.length} hostile and ${count} mutated documents in ${seconds()} s: ${tally.summary}`);
process.exit(tally.faults.length > 0 || tally.documents !== total ? 1 : 0);
