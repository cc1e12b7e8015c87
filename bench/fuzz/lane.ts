import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Documents to read, by their seeds: `from` up to, not with, `to`. */
export interface Ask {
  readonly from: number;
  readonly to: number;
  /** Folder with documents of all formats. */
  readonly fixtures: string;
}

/** What came of one of them. */
export interface Told {
  readonly seed: number;
  readonly name: string;
  readonly bytes: number;
  /** Milliseconds of processor time. */
  readonly ms: number;
  /** Bytes the process held afterwards. */
  readonly memory: number;
  readonly faults: readonly string[];
}

/** How much one document may use. */
export interface Limits {
  /** Seconds of processor time after which a document hangs: a busy machine is no hang. */
  readonly seconds: number;
  /** Megabytes of heap. */
  readonly megabytes: number;
}

/** Seconds without an answer that no load explains: the only limit where the system does not tell what a process has used. */
const longestWait = 600;

/** Seconds of processor time a process has used, as Linux tells it, in hundredths; null elsewhere. */
function processorTime(pid: number | undefined): number | null {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return ((user ?? 0) + (system ?? 0)) / 100;
  } catch {
    return null;
  }
}

/** A process that reads documents; one that hangs or ends it has that as its answer, and a new process goes on behind it. */
export class Lane {
  readonly #script: string;
  readonly #limits: Limits;
  #process: ChildProcess | null = null;

  constructor(script: string, limits: Limits) {
    this.#script = script;
    this.#limits = limits;
  }

  async read({ from, to, fixtures }: Ask): Promise<Told[]> {
    const told: Told[] = [];
    while (told.length < to - from) told.push(...(await this.#readOn({ from: from + told.length, to, fixtures })));
    return told;
  }

  end(): void {
    this.#process?.kill();
  }

  /** Read up to the end, or up to and with the first document that gives no answer. */
  #readOn(ask: Ask): Promise<Told[]> {
    this.#process ??= fork(this.#script, { execArgv: [`--max-old-space-size=${this.#limits.megabytes}`] });
    const reader = this.#process;
    const told: Told[] = [];
    return new Promise((resolve) => {
      const end = () => {
        clearInterval(timer);
        reader.removeAllListeners();
        resolve(told);
      };
      const lose = (fault: string) => {
        this.#process = null;
        reader.kill('SIGKILL');
        told.push({ seed: ask.from + told.length, name: '', bytes: 0, ms: 0, memory: 0, faults: [fault] });
        end();
      };
      let since = stateOf(reader);
      const timer = setInterval(() => {
        const fault = hung(since, stateOf(reader), this.#limits);
        if (fault !== null) lose(fault);
      }, 200);
      reader.on('message', (one: Told) => {
        told.push(one);
        since = stateOf(reader);
        if (one.seed === ask.to - 1) end();
      });
      reader.once('error', (error) => lose(`the process failed: ${error.message}`));
      reader.once('exit', (code, signal) => lose(`the process ended with ${signal ?? code}`));
      reader.send(ask);
    });
  }
}

interface State {
  readonly clock: number;
  readonly processor: number | null;
}

const stateOf = ({ pid }: ChildProcess): State => ({ clock: performance.now(), processor: processorTime(pid) });

function hung(before: State, now: State, { seconds }: Limits): string | null {
  if ((now.processor ?? 0) - (before.processor ?? 0) > seconds) return `no answer within ${seconds} s of processor time`;
  return now.clock - before.clock > longestWait * 1000 ? `no answer within ${longestWait} s` : null;
}
