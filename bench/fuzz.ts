import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { specimens } from './fuzz/specimens.ts';
import { type Trial, tryDamaged } from './fuzz/trial.ts';

// npm run fuzz -- [COUNT] [FIRST SEED]: COUNT damaged files over all formats, each read in a thread that is watched from outside.

/** A file that takes longer is a hang: processor time, since a busy machine is no hang, or as much waiting as no file explains. */
const longest = 5_000;
const longestWait = 60_000;

const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

interface Done extends Trial {
  readonly seed: number;
  readonly ms: number;
}

async function work(first: number, until: number): Promise<void> {
  // As the threads that read documents do: a library may leave a promise that fails when its file has long been given up.
  process.on('unhandledRejection', () => {});
  const sound = specimens();
  for (let seed = first; seed < until; seed++) {
    const start = performance.now();
    const trial = await tryDamaged(sound, seed);
    parentPort?.postMessage({ ...trial, seed, ms: performance.now() - start } satisfies Done);
  }
}

class Watch {
  readonly byFormat = new Map<string, { files: number; refused: number; slowest: number; slowestSeed: number }>();
  faults = 0;
  most = 0;
  private next: number;
  private readonly until: number;

  constructor(first: number, count: number) {
    this.next = first;
    this.until = first + count;
  }

  /** Run to the end; a thread that hangs or dies is replaced, and its file counted as a fault. */
  async run(): Promise<void> {
    while (this.next < this.until) await this.thread();
  }

  private thread(): Promise<void> {
    return new Promise((resolve) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: { first: this.next, until: this.until } });
      let since = { clock: performance.now(), processor: processorTime() };
      const lose = (why: string) => {
        clearInterval(timer);
        if (this.next < this.until) this.fault(this.next++, why);
        worker.terminate().then(() => resolve());
      };
      const watch = () => {
        since = { clock: performance.now(), processor: processorTime() };
      };
      const timer = setInterval(() => {
        if (processorTime() - since.processor > longest) lose(`no answer within ${longest} ms of processor time`);
        else if (performance.now() - since.clock > longestWait) lose(`no answer within ${longestWait} ms`);
      }, 200);
      worker.on('message', (done: Done) => {
        this.note(done);
        watch();
      });
      worker.on('error', (error) => lose(`the thread died: ${error.message}`));
      worker.on('exit', () => {
        clearInterval(timer);
        resolve();
      });
      worker.on('online', watch);
    });
  }

  private note({ seed, format, outcome, faults, ms }: Done): void {
    this.next = seed + 1;
    this.most = Math.max(this.most, process.memoryUsage().rss);
    for (const fault of faults) this.fault(seed, fault);
    const row = this.byFormat.get(format) ?? { files: 0, refused: 0, slowest: 0, slowestSeed: seed };
    row.files++;
    if (outcome === 'refused') row.refused++;
    if (ms > row.slowest) Object.assign(row, { slowest: Math.round(ms), slowestSeed: seed });
    this.byFormat.set(format, row);
  }

  private fault(seed: number, why: string): void {
    this.faults++;
    if (this.faults <= 50) console.log(`seed ${seed}: ${why}`);
  }
}

if (isMainThread) {
  const [count = 20_000, first = 0] = process.argv.slice(2).map(Number);
  if (!Number.isInteger(count) || count < 1 || !Number.isInteger(first)) {
    console.error('fuzz: COUNT and FIRST SEED are whole numbers');
    process.exit(2);
  }
  const watch = new Watch(first, count);
  await watch.run();
  console.table(Object.fromEntries([...watch.byFormat].sort()));
  console.log(
    `${count} damaged files: ${watch.faults} faults (crash, hang over ${longest} ms, object out of shape, number not printed); most memory ${Math.round(watch.most / 1e6)} MB`,
  );
  process.exit(watch.faults > 0 ? 1 : 0);
} else await work(workerData.first, workerData.until);
