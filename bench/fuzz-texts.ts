import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { hostileDocuments } from './generate/hostile.ts';

// npm run fuzz:texts -- [COUNT] [FIRST SEED]: hostile documents, then COUNT mutated ones, in two workers with little
// memory, watched for hangs. Time is processor time: a busy machine is no hang.

const [count = 100_000, first = 0] = process.argv.slice(2).map(Number);
if (!Number.isInteger(count) || count < 0 || !Number.isInteger(first)) {
  console.error('fuzz: COUNT and FIRST SEED are whole numbers');
  process.exit(2);
}

const workers = 2;
/** Milliseconds of processor time after which a document hangs; both workers count, for the clock is the process's. */
const longest = 5000 * workers;
/** Megabytes of heap a worker may use. */
const memory = 768;
const here = dirname(fileURLToPath(import.meta.url));
const fixtures = join(here, '..', '..', 'test', 'read', 'fixtures');
const faults: string[] = [];

const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** One worker over seeds `from`, `from + 2` … below `to`; gives the seed to go on from when it was stopped, else null. */
function work(from: number, to: number): Promise<number | null> {
  const watch = new BigInt64Array(new SharedArrayBuffer(16));
  const worker = new Worker(join(here, 'fuzz-texts-worker.mjs'), {
    workerData: { from, to, step: workers, fixtures, clock: watch.buffer },
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const seed = () => Number(Atomics.load(watch, 0));
  const documents = () => Atomics.load(watch, 1);
  return new Promise((resolve, reject) => {
    let [known, since] = [0n, processorTime()];
    const end = (settle: () => void) => {
      clearInterval(timer);
      worker.removeAllListeners();
      settle();
    };
    const stop = (fault: string) => {
      faults.push(`seed ${seed()}: ${fault}`);
      end(() => void worker.terminate().then(() => resolve(seed() + workers)));
    };
    const timer = setInterval(() => {
      if (documents() !== known) [known, since] = [documents(), processorTime()];
      else if (known > 0n && processorTime() - since > longest) stop(`took longer than ${longest / workers} ms`);
    }, 100);
    worker.on('message', (fault: { seed: number; name: string; wrong: string }) =>
      faults.push(`seed ${fault.seed} ${fault.name}: ${fault.wrong}`),
    );
    worker.on('error', (error) => (documents() === 0n ? end(() => reject(error)) : stop(`stopped the worker: ${error.message}`)));
    worker.on('exit', () => end(() => resolve(null)));
  });
}

/** Hostile documents have seeds below zero. */
async function lane(index: number): Promise<void> {
  const ranges = [
    [-hostileDocuments.length, 0],
    [first, first + count],
  ] as const;
  for (const [from, to] of ranges) {
    for (let next: number | null = from + index; next !== null && next < to; ) next = await work(next, to);
  }
}

const started = Date.now();
await Promise.all(Array.from({ length: workers }, (_, index) => lane(index)));
for (const fault of faults.slice(0, 50)) console.log(fault);
const seconds = ((Date.now() - started) / 1000).toFixed(0);
console.log(
  `${hostileDocuments.length} hostile and ${count} mutated documents in ${seconds} s, ${memory} MB a worker: ${faults.length} faults`,
);
process.exit(faults.length > 0 ? 1 : 0);
